/**
 * Lists a pack's errors, drawn at random with a fixed seed, for people who read them:
 * `node bench/main.ts --errors places --count 60 --seed a --half even`. Rows are counted by kind first.
 */
import { createHash } from 'node:crypto';
import { codePack } from './code-pack.ts';
import { DIFFERENCES, type Difference } from './errors/differences.ts';
import { type Half, readGold, readPack } from './packs.ts';

export interface ErrorOptions {
  readonly packs: string;
  readonly pack: string;
  readonly count: number;
  readonly seed: string;
  readonly half: Half | undefined;
  readonly kind: string | undefined;
}

export function runErrors(options: ErrorOptions): void {
  const all = differencesOf(options);
  const kinds = Map.groupBy(all, ({ kind }) => kind.replace(/\d+ km/, 'km'));
  console.log(`${all.length} differences: ${count(kinds)}`);
  const rank = (one: Difference): string =>
    createHash('sha256')
      .update(`${options.seed} ${one.id} ${one.kind} ${one.gold} ${one.system} ${one.words}`)
      .digest('hex');
  const drawn = all
    .filter(({ kind }) => options.kind === undefined || kind.includes(options.kind))
    .map((one) => ({ one, at: rank(one) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, options.count);
  for (const [index, { one }] of drawn.entries()) console.log(show(index + 1, one));
}

function differencesOf({ packs, pack, half }: ErrorOptions): Difference[] {
  const compare = DIFFERENCES[pack];
  if (compare === undefined) throw new Error(`no list of errors for ${pack}: ${Object.keys(DIFFERENCES).join(', ')}`);
  const name = pack === 'direct' ? 'attribution' : pack;
  const documents = readPack(packs, name, half);
  if (documents === undefined) throw new Error(`there is no pack ${name} at ${packs}`);
  const answers = codePack(documents, false)
    .split('\n')
    .filter((line) => line !== '');
  const byId = new Map(answers.map((line) => [(JSON.parse(line) as { id: string }).id, line]));
  return (readGold(packs, name, half) ?? []).flatMap((gold) => {
    const { id } = gold as { id: string };
    return compare(gold, JSON.parse(byId.get(id) ?? '{}')).map((one) => ({ id, ...one }));
  });
}

const count = (kinds: ReadonlyMap<string, readonly unknown[]>): string =>
  [...kinds]
    .toSorted((a, b) => b[1].length - a[1].length)
    .map(([kind, of]) => `${kind} ${of.length}`)
    .join(', ');

const show = (number: number, { id, kind, gold, system, words }: Difference): string =>
  `${number}. ${id} (${kind})\n   gold: ${gold}\n   ours: ${system}\n   … ${words}`;
