/** No figure of the benchmark packs falls below its stored floor. Needs the packs beside the clone, and Python for their scorer. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const PACKS = join(import.meta.dirname, '../../shared/bench');
const here = existsSync(join(PACKS, 'score.py')) && spawnSync('python3', ['--version']).status === 0;

interface Bar {
  readonly pack: string;
  readonly figure: string;
  readonly bar: number;
  readonly floor: number;
}

const bars = JSON.parse(readFileSync(join(import.meta.dirname, '../bench/bars.json'), 'utf8')) as Bar[];

describe('floors of the benchmark packs', () => {
  it('are set, and none reaches over 1', () => {
    expect(bars.filter(({ floor }) => !(floor > 0 && floor < 1))).toEqual([]);
  });

  it('hold where the packs are at hand', { timeout: 300_000 }, (context) => {
    if (!here) context.skip('skipped: the packs or Python are not at hand');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, '../bench/main.ts'), '--quality', '--packs', PACKS],
      { encoding: 'utf8', maxBuffer: 64_000_000 },
    );
    expect(stderr.replaceAll(/^.*Warning.*$/gm, '').trim()).toBe('');
    expect(stdout.split('\n').filter((line) => line.includes('BELOW FLOOR'))).toEqual([]);
    expect(stdout.split('\n').filter((line) => / {2}bar /.test(line))).toHaveLength(bars.length);
    expect(status).toBe(0);
  });
});
