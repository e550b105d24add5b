/**
 * Joins names with persons and learns from the text who holds which office: "Armenian Prime Minister Ana Prelic",
 * "Omar Farah, the CSTO's secretary general,", "a spokesman for the army, Ivan Belic,", "Colonel Belic of the army".
 */
import type { Span } from '../../model/span.ts';
import type { Context } from './context.ts';
import type { Draft, Run } from './draft.ts';
import { findPerson, personOf, recall, teach, type People, type Person } from './people.ts';
import { GAP, posAt } from './scan.ts';

export type Who = Map<Draft | Run, Person>;

export const spanOfWords = (context: Context, first: number, last: number): Span => ({
  start: context.words[first]!.start,
  end: context.words[last]!.end,
});

/** Persons behind all names that are surely a person's: full names first, then the short ones. */
export function identify(context: Context, drafts: readonly Draft[], runs: readonly Run[], people: People): Who {
  const who: Who = new Map();
  for (const isFull of [true, false]) {
    for (const draft of drafts)
      if (draft.person !== undefined && draft.person.parts.length > 1 === isFull) {
        const person = personOf(context, people, draft.person);
        who.set(draft, person);
        learn(context, draft, person);
      }
    for (const run of runs)
      if (run.kind === 'person' && run.sure && run.name!.parts.length > 1 === isFull) meet(context, run, people, who);
  }
  return who;
}

/** Joins the runs that `judgeRuns` has found to be persons. */
export function identifyJudged(context: Context, runs: readonly Run[], people: People, who: Who): void {
  for (const isFull of [true, false])
    for (const run of runs)
      if (run.kind === 'person' && run.name !== undefined && !who.has(run) && run.name.parts.length > 1 === isFull)
        meet(context, run, people, who);
}

function meet(context: Context, run: Run, people: People, who: Who): void {
  const person = personOf(context, people, run.name!);
  person.gender ??= run.gender;
  who.set(run, person);
}

function learn(context: Context, draft: Draft, person: Person): void {
  const sector = draft.former ? '' : draft.sector;
  const office = draft.former ? undefined : draft.office;
  teach(person, draft.country, sector, office, spanOfWords(context, draft.first, draft.last));
  person.gender ??= draft.gender;
  if (draft.former) person.former = true;
}

type Item = Draft | Run;
const isRun = (item: Item): item is Run => 'norm' in item;

/** Reads what stands beside a name: appositions before and behind it, and "of the army". */
export function readAppositions(
  context: Context,
  drafts: readonly Draft[],
  runs: readonly Run[],
  people: People,
  who: Who,
): void {
  const items = [...drafts, ...runs.filter((run) => run.name !== undefined)].sort((a, b) => a.first - b.first);
  for (let i = 0; i + 1 < items.length; i++) {
    const [a, b] = [items[i]!, items[i + 1]!];
    if (context.sentences[a.first] !== context.sentences[b.first]) continue;
    if (isRole(a) && isNameLike(b, who)) nameAfterRole(context, a, b, people, who);
    else if (isRole(b) && isPersonLike(context, a, who)) roleAfterName(context, a, b, people, who);
    else if (!isRun(b) && who.has(a)) memberOf(context, a, b, who);
  }
}

const isRole = (item: Item): item is Draft =>
  !isRun(item) && item.person === undefined && !item.plural && item.headKind !== undefined && item.headKind !== 'body';

const isNameLike = (item: Item, who: Who): boolean =>
  isRun(item) ? item.kind === 'person' || item.kind === 'unknown' : who.has(item);

const isPersonLike = (context: Context, item: Item, who: Who): boolean =>
  who.has(item) || (isRun(item) && item.kind === 'unknown' && !isPlaced(context, item.first));

const PLACED = new Set(['in', 'at', 'near', 'from', 'to', 'into', 'outside', 'around', 'of']);
const isPlaced = (context: Context, first: number): boolean =>
  first > 0 && context.gaps[first - 1] === GAP.space && PLACED.has(context.words[first - 1]!.norm);

/** "the CSTO's secretary general, Omar Farah," */
function nameAfterRole(context: Context, role: Draft, name: Item, people: People, who: Who): void {
  if (name.first !== role.last + 1 || context.gaps[role.last] !== GAP.comma) return;
  if (isRun(name) && !endsApposition(context, name.last)) return;
  attach(context, name, role, people, who);
}

const DETERMINERS = new Set(['the', 'a', 'an', 'his', 'her', 'its', 'their', 'another', 'one']);

/** "Omar Farah, the CSTO's secretary general," */
function roleAfterName(context: Context, name: Item, role: Draft, people: People, who: Who): void {
  if (context.gaps[name.last] !== GAP.comma) return;
  const between = role.first - name.last - 1;
  if (between > 1 || (between === 1 && !DETERMINERS.has(context.words[name.last + 1]!.norm))) return;
  if (!endsApposition(context, role.last)) return;
  attach(context, name, role, people, who);
}

/** An apposition ends before a comma or stop, or goes on with a preposition; a verb makes it a subject of its own. */
function endsApposition(context: Context, last: number): boolean {
  if (context.gaps[last] !== GAP.space) return true;
  const pos = posAt(context, last + 1);
  return pos !== 'VERB' && pos !== 'AUX';
}

function attach(context: Context, name: Item, role: Draft, people: People, who: Who): void {
  const span = isRun(name) ? name.name : name.person;
  if (span === undefined) return;
  const person = who.get(name) ?? personOf(context, people, span);
  if (isRun(name)) {
    name.kind = 'person';
    name.sure = true;
  }
  who.set(name, person);
  if (person.entry === undefined) learn(context, role, person);
  who.set(role, person);
}

/** "Colonel Belic of the Serbian army", "Ana Prelic from the foreign ministry". */
function memberOf(context: Context, name: Item, body: Draft, who: Who): void {
  const link = context.words[name.last + 1]?.norm;
  if (context.gaps[name.last] !== GAP.space || (link !== 'of' && link !== 'from')) return;
  if (body.first > name.last + 3 || (body.first === name.last + 3 && context.words[name.last + 2]!.norm !== 'the'))
    return;
  const person = who.get(name)!;
  if (person.entry !== undefined || body.type === 'outlet' || body.adjectival) return;
  teach(person, body.country, body.sector, undefined, spanOfWords(context, name.first, body.last));
}

/** A short name whose person is known by now: "Prelic" anywhere in the report. */
export function recogniseShort(runs: readonly Run[], people: People, who: Who): void {
  for (const run of runs) {
    if (run.name === undefined || who.has(run) || (run.sure && run.kind !== 'person')) continue;
    const person = findPerson(people, run.name.parts);
    if (person === undefined) continue;
    run.kind = 'person';
    run.sure = true;
    who.set(run, person);
  }
}

/** Lets the lexicon fill what the text did not say. */
export function recallAll(context: Context, people: People): void {
  for (const person of people.all) {
    recall(context, person);
    if (person.former && person.sector === '') person.sector = 'ELI';
  }
}
