/**
 * Decides what the capitalised runs are that their own words left open: by the words around them, and by every other
 * place where the report uses the same name. One sure place teaches all the others.
 */
import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import { KEY, ROW } from '../../lexicon/gazetteer-pack.ts';
import type { Context } from './context.ts';
import type { Draft, Run } from './draft.ts';
import { findPerson, type People } from './people.ts';
import { GAP, IS, SHAPE, hasAt, isPossessive, isTied, posAt } from './scan.ts';

type Kind = Run['kind'];

/** Settles `kind` of every run. */
export function judgeRuns(
  context: Context,
  gazetteer: Gazetteer,
  runs: readonly Run[],
  drafts: readonly Draft[],
  people: People,
): void {
  const known = knownKinds(runs, drafts);
  const votes = new Map<string, Map<Kind, number>>();
  for (const run of runs) {
    if (run.sure) continue;
    const kind = known.get(run.norm) ?? personKind(run, people);
    if (kind !== undefined) settle(run, kind);
    else {
      if (!votes.has(run.norm)) vote(votes, run.norm, ['place', fameOf(gazetteer, run)]);
      vote(votes, run.norm, cueOf(context, run));
    }
  }
  for (const run of runs) {
    if (run.sure) continue;
    const kind = winner(votes.get(run.norm), run.name?.parts.length ?? 0);
    if (kind !== undefined) run.kind = kind;
    else if (run.kind === 'person') run.kind = 'unknown';
  }
}

function settle(run: Run, kind: Kind): void {
  run.kind = kind;
  run.sure = true;
}

/** Names whose kind is read from their own words or from a lexicon. */
function knownKinds(runs: readonly Run[], drafts: readonly Draft[]): Map<string, Kind> {
  const known = new Map<string, Kind>();
  for (const run of runs) if (run.sure && run.kind !== 'person') known.set(run.norm, run.kind);
  for (const draft of drafts)
    if (draft.type === 'organisation' && draft.basis === 'learned') known.set(draft.name.toLowerCase(), 'organisation');
  return known;
}

function personKind(run: Run, people: People): Kind | undefined {
  if (run.name === undefined) return undefined;
  return findPerson(people, run.name.parts) === undefined ? undefined : 'person';
}

function vote(votes: Map<string, Map<Kind, number>>, norm: string, [kind, weight]: readonly [Kind, number]): void {
  let counts = votes.get(norm);
  if (counts === undefined) votes.set(norm, (counts = new Map()));
  if (weight > 0) counts.set(kind, (counts.get(kind) ?? 0) + weight);
}

/** How much a name that is nobody's given name must be acting: wires introduce people by both names. */
const needed = (parts: number): number => (parts > 1 ? 2 : 3);

function winner(counts: ReadonlyMap<Kind, number> | undefined, parts: number): Kind | undefined {
  if (counts === undefined) return undefined;
  let best: Kind | undefined;
  for (const kind of ['person', 'organisation', 'place'] as const) {
    const count = counts.get(kind) ?? 0;
    if (count === 0 || (kind === 'person' && count < needed(parts))) continue;
    if (best === undefined || count > counts.get(best)!) best = kind;
  }
  return best;
}

/** Inhabitants from which a town's name speaks for the town before all else. */
const LARGE = 100_000;

/** How much a name is a place's: large and prominent places more, names that people bear less. */
function fameOf(gazetteer: Gazetteer, run: Run): number {
  const { pack } = gazetteer;
  const key = gazetteer.keyOf(run.norm.split(' '));
  if (key < 0 || (pack.keyBits[key]! & KEY.common) !== 0) return 0;
  let fame = 0;
  for (let link = pack.linkAt[key]!; link < pack.linkAt[key + 1]!; link++) {
    const row = pack.linkRow[link]!;
    const isKnown = pack.population[row]! >= LARGE || (pack.bits[row]! & (ROW.prominent | ROW.known)) !== 0;
    fame = Math.max(fame, isKnown ? 2.5 : 1.5);
  }
  return (pack.keyBits[key]! & (KEY.given | KEY.family)) === 0 ? fame : fame / 3;
}

/** What the words around one run say of it, with a weight. */
function cueOf(context: Context, run: Run): readonly [Kind, number] {
  const { words, cues } = context;
  const before = run.first > 0 && context.gaps[run.first - 1] === GAP.space ? words[run.first - 1]!.norm : '';
  const after = context.gaps[run.last] === GAP.space ? (words[run.last + 1]?.norm ?? '') : '';
  if (isOpening(context, run)) return ['unknown', 0];
  if (run.kind === 'person') return ['person', needed(run.name?.parts.length ?? 1)];
  if (isDetermined(context, run)) return run.first < run.last ? ['organisation', 2] : ['unknown', 0];
  if (cues.says.has(after) && run.kind !== 'organisation') return ['person', 3];
  if (cues.says.has(before) && after !== '' && run.name !== undefined && run.kind !== 'organisation')
    return ['person', 1];
  if (run.kind === 'organisation') return ['organisation', 2];
  if (cues.placing.has(before)) return ['place', 3];
  if (hasAt(context, run.first - 1, IS.direction)) return ['place', 2];
  if (isPlaceAfter(context, run)) return ['place', 3];
  if (isAged(context, run)) return ['person', 3];
  if (cues.leading.has(before)) return ['place', 1];
  if (run.name !== undefined && isActing(context, run))
    return run.name.parts.length > 1 ? ['person', 2] : ['person', 1];
  if (run.name !== undefined && run.name.parts.length === 2) return ['person', 1];
  return ['unknown', 0];
}

/** A lone word that opens a sentence and is no proper noun by its tag: "Losers outnumbered gainers". */
const isOpening = (context: Context, { first, last, kind }: Run): boolean =>
  first === last && kind === 'unknown' && context.opens[first] === 1 && posAt(context, first) !== 'PROPN';

/** "the Federal Reserve", "US Federal Reserve": no person has an article or a country before the name. */
function isDetermined(context: Context, { first }: Run): boolean {
  const at = first - 1;
  if (at < 0 || !isTied(context, at)) return false;
  return context.words[at]!.norm === 'the' || hasAt(context, at, IS.adjective);
}

/** "Sotavar village", "the Farahan region". */
const isPlaceAfter = (context: Context, run: Run): boolean =>
  context.gaps[run.last] === GAP.space &&
  hasAt(context, run.last + 1, IS.placeNoun) &&
  context.shapes[run.last + 1] === SHAPE.lower;

/** "Ana Prelic, 46," is a person. */
const isAged = (context: Context, run: Run): boolean =>
  context.gaps[run.last] === GAP.comma &&
  context.shapes[run.last + 1] === SHAPE.digit &&
  context.words[run.last + 1]!.end - context.words[run.last + 1]!.start === 2 &&
  context.gaps[run.last + 1] === GAP.comma;

function isActing(context: Context, run: Run): boolean {
  if (isPossessive(context, run.last)) return false;
  if (context.gaps[run.last] !== GAP.space) return false;
  const pos = posAt(context, run.last + 1);
  return pos === 'VERB' || pos === 'AUX';
}
