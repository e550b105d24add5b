/** Organisations that only the text names: "Sotavar Liberation Front (SLF)", with the short forms that it teaches. */
import { splitCode } from './affiliation.ts';
import { codeAt, holdsAt } from '../../lexicon/validity.ts';
import type { Context } from './context.ts';
import type { Draft, Run } from './draft.ts';
import { wordsOfSpan } from './read-actor.ts';
import { SHAPE, senseOf } from './scan.ts';

/** A draft for every run that is an organisation, except clubs and contests; abbreviations share the full name's key. */
export function organisationDrafts(context: Context, runs: readonly Run[], drafts: readonly Draft[]): Draft[] {
  const made: Draft[] = [];
  const byName = new Map<string, Draft>();
  const seen = seenActors(context, drafts);
  for (const run of runs) {
    if (run.kind === 'place' || run.kind === 'person' || run.kind === 'thing' || run.sector === 'SPORT') continue;
    const known = weakActor(context, run, seen);
    if (known !== undefined) made.push(known);
    else if (run.kind === 'organisation') {
      const draft = byName.get(run.norm) ?? aliasOf(context, run, made, drafts, byName) ?? draftOf(context, run);
      byName.set(run.norm, draft);
      made.push({ ...draft, first: run.first, last: run.last, headWord: run.last });
    }
  }
  return made;
}

function draftOf(context: Context, run: Run): Draft {
  const { first, last, country, sector, norm } = run;
  const isOfState = STATE.test(sector) && country === '';
  const name = wordsOfSpan(context, first, last);
  return {
    first,
    last,
    headWord: last,
    type: 'organisation',
    country,
    sector,
    name,
    key: `org:${norm}`,
    basis: 'learned',
    ...(isOfState ? { bare: true } : {}),
  };
}

/** Sectors that belong to some state: a court or ministry without a country takes it from the report. */
const STATE = /^(?:GOV|MIL|COP|JUD|LEG|SPY)/;

/** "Sotavar Liberation Front (SLF)": what stands in brackets right behind a name is short for it. */
function aliasOf(
  context: Context,
  run: Run,
  made: readonly Draft[],
  drafts: readonly Draft[],
  byName: ReadonlyMap<string, Draft>,
): Draft | undefined {
  if (run.first !== run.last || context.shapes[run.first] !== SHAPE.upper) return undefined;
  const { start, end } = context.words[run.first]!;
  if (context.text[start - 1] !== '(' || context.text[end] !== ')') return byName.get(run.norm);
  const before = made.at(-1);
  if (before !== undefined && before.last === run.first - 1) return before;
  return drafts.find((draft) => draft.last === run.first - 1 && draft.type !== 'person');
}

/** Ids of lexicon actors named in full, and countries named. */
function seenActors(context: Context, drafts: readonly Draft[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const draft of drafts) {
    seen.add(draft.key);
    if (draft.country !== '') seen.add(draft.country);
  }
  return seen;
}

/** A weak form of a lexicon's actor counts beside its full name or its country. */
function weakActor(context: Context, run: Run, seen: ReadonlySet<string>): Draft | undefined {
  const hit = context.hits[run.first];
  const sense = senseOf(hit, 'actor');
  if (sense === undefined || !sense.weak || hit!.last !== run.last || !holdsAt(sense.entry, context.date))
    return undefined;
  const { entry } = sense;
  const code = splitCode(codeAt(entry, context.date));
  if (!seen.has(entry.id) && !seen.has(entry.country ?? code.country)) return undefined;
  return {
    first: run.first,
    last: run.last,
    headWord: run.last,
    type: 'organisation',
    ...code,
    name: entry.name,
    key: entry.id,
    basis: 'lexicon',
  };
}
