/** No document of the benchmark packs with a gold event is held back. Needs the packs beside the clone. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GATES, judge } from '../../../src/read/gate/gate.ts';

const PACKS = join(import.meta.dirname, '../../../../shared/bench/dev');
if (!existsSync(PACKS)) process.stderr.write('Recall of the gate: skipped, the packs are not at hand\n');

interface Gold {
  readonly id: string;
  readonly text: string;
  /** Class of the event in `quad`; nought for none. */
  readonly quad?: number;
}

describe.skipIf(!existsSync(PACKS)).each(GATES)('the %s gate', (width) => {
  test.each(['events', 'actors', 'quad'])('lets every event of the pack %s through', (pack) => {
    const lines = readFileSync(join(PACKS, `${pack}.jsonl`), 'utf8')
      .trim()
      .split('\n');
    const events = lines.map((line) => JSON.parse(line) as Gold).filter(({ quad }) => quad !== 0);
    const heldBack = events.filter((document) => !judge(document, width).passes);
    expect(events.length).toBeGreaterThan(100);
    expect(heldBack.map(({ id }) => id)).toEqual([]);
  });
});
