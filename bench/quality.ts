/** Figures of the benchmark packs by their own scorer, each beside its bar and the stored floor. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codePack } from './code-pack.ts';
import { goldFile, type Half, readGold, readPack } from './packs.ts';

interface Bar {
  readonly pack: string;
  /** Path of the figure in the scorer's answer. */
  readonly figure: string;
  readonly bar: number;
  readonly floor: number;
}

const OUT = join(import.meta.dirname, 'out');

/** Prints a line a figure, with `halves` both halves beside it; true when none is below its stored floor. */
export function runQuality(folder: string, only?: string, halves = false): boolean {
  const bars = (JSON.parse(readFileSync(join(import.meta.dirname, 'bars.json'), 'utf8')) as Bar[]).filter(
    ({ pack }) => only === undefined || only.split(',').includes(pack),
  );
  const packs = [...new Set(bars.map(({ pack }) => pack))].filter((pack) => goldFile(folder, pack) !== undefined);
  if (packs.length === 0) {
    console.log(`Quality: skipped, there are no packs at ${folder}`);
    return true;
  }
  mkdirSync(OUT, { recursive: true });
  let holds = true;
  for (const pack of packs) {
    const figures = scorePack(folder, pack);
    const parts =
      halves && pack !== 'stories' ? (['even', 'odd'] as const).map((half) => scoreHalf(folder, pack, half)) : [];
    for (const bar of bars.filter((one) => one.pack === pack)) {
      const value = figureAt(figures, bar.figure);
      const mark = value < bar.floor ? 'BELOW FLOOR' : value < bar.bar ? 'short of the bar' : 'ok';
      const beside = parts.map((part) => `  ${figureAt(part, bar.figure).toFixed(3)}`).join('');
      holds &&= value >= bar.floor;
      console.log(
        `${pack.padEnd(12)} ${bar.figure.padEnd(42)} ${value.toFixed(3)}  bar ${bar.bar.toFixed(2)}  ${mark}${beside}`,
      );
    }
  }
  return holds;
}

/** The scorer's whole answer for one pack. */
export function scorePack(folder: string, pack: string): unknown {
  const system = join(OUT, `${pack}.jsonl`);
  writeFileSync(system, codePack(readPack(folder, pack)!, pack === 'stories'));
  return score(folder, pack, goldFile(folder, pack)!);
}

/** The scorer's answer for every second document, after the whole pack was coded. */
function scoreHalf(folder: string, pack: string, half: Half): unknown {
  const gold = join(OUT, `${pack}-${half}.gold.jsonl`);
  writeFileSync(
    gold,
    readGold(folder, pack, half)!
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  );
  return score(folder, pack, gold);
}

function score(folder: string, pack: string, gold: string): unknown {
  const answer = execFileSync('python3', [join(folder, 'score.py'), pack, gold, join(OUT, `${pack}.jsonl`)], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  return JSON.parse(answer);
}

function figureAt(figures: unknown, path: string): number {
  const value = path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], figures);
  return typeof value === 'number' ? value : Number.NaN;
}
