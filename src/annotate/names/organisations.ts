/** Organisations that only the text names: "Sotavar Liberation Front (SLF)", with the short forms that it teaches. */
import { splitCode } from './split-code.ts';
import { codeAt, holdsAt } from '../../lexicon/validity.ts';
import type { Context } from './context.ts';
import { newDraft, type Draft, type Run } from './draft.ts';
import { wordsOfSpan } from './compose.ts';
import { GAP, IS, SHAPE, posAt, senseOf } from './scan.ts';
import type { SenseOf } from './senses.ts';

/** A draft for every run that is an organisation, except clubs and contests; abbreviations share the full name's key. */
export function organisationDrafts(
  context: Context,
  runs: readonly Run[],
  drafts: readonly Draft[],
  subjects: Uint8Array,
): Draft[] {
  const made: Draft[] = [];
  const byName = new Map<string, Draft>();
  let seen: ReadonlySet<string> | undefined;
  const ending = new Map(drafts.map((draft) => [draft.last, draft]));
  const starting = new Map(drafts.map((draft) => [draft.first, draft]));
  for (const run of runs) {
    if (run.kind === 'place' || run.kind === 'person' || run.kind === 'thing' || run.sector === 'SPORT') continue;
    const weak = weakSense(context, run);
    const known = weak === undefined ? undefined : weakActor(context, run, weak, (seen ??= seenActors(drafts)));
    if (known !== undefined) made.push(known);
    else if (run.kind === 'organisation' && (run.sure || byName.has(run.norm) || acts(context, run, subjects))) {
      const draft =
        byName.get(run.norm) ??
        aliasOf(context, run, made, ending, byName) ??
        spelledOut(context, run, starting) ??
        draftOf(context, run);
      byName.set(run.norm, draft);
      made.push({ ...draft, first: run.first, last: run.last, headWord: run.last });
    }
  }
  return made;
}

/** "International Labor Office (ILO)": a name that the lexicon has in another spelling, told by its abbreviation. */
function spelledOut(context: Context, { last }: Run, starting: ReadonlyMap<number, Draft>): Draft | undefined {
  const short = starting.get(last + 1);
  if (short?.type !== 'organisation' || context.shapes[short.first] !== SHAPE.upper || short.first !== short.last)
    return undefined;
  return isBracketed(context, short) ? short : undefined;
}

function draftOf(context: Context, run: Run): Draft {
  const { first, last, country, sector, norm } = run;
  const name = wordsOfSpan(context, first, last);
  const known = { first, last, country, sector, name, key: `org:${norm}` };
  return newDraft({ ...known, type: 'organisation', basis: 'learned', bare: country === '' && STATE.test(sector) });
}

/** An unknown abbreviation is an actor once it does something. */
const acts = (context: Context, run: Run, subjects: Uint8Array): boolean => {
  if (isShouting(context, run)) return false;
  if (subjects[context.tokens[run.last]!] === 1) return true;
  const pos = context.gaps[run.last] === GAP.space ? posAt(context, run.last + 1) : undefined;
  return pos === 'AUX' || pos === 'VERB' || isBracketed(context, run);
};

/** Between other words in capitals nothing tells an abbreviation from a verb: "KENYA TO MEET UGANDA". */
const isShouting = ({ shapes }: Context, { first, last }: Run): boolean =>
  shapes[first - 1] === SHAPE.upper || shapes[last + 1] === SHAPE.upper;

const isBracketed = (context: Context, { first, last }: Pick<Run, 'first' | 'last'>): boolean =>
  context.text[context.words[first]!.start - 1] === '(' && context.text[context.words[last]!.end] === ')';

/** Sectors that belong to some state: a court or ministry without a country takes it from the report. */
const STATE = /^(?:GOV|MIL|COP|JUD|LEG|SPY)/;

/** "Sotavar Liberation Front (SLF)": what stands in brackets right behind a name is short for it. */
function aliasOf(
  context: Context,
  run: Run,
  made: readonly Draft[],
  ending: ReadonlyMap<number, Draft>,
  byName: ReadonlyMap<string, Draft>,
): Draft | undefined {
  if (run.first !== run.last || context.shapes[run.first] !== SHAPE.upper) return undefined;
  const { start, end } = context.words[run.first]!;
  if (context.text[start - 1] !== '(' || context.text[end] !== ')') return byName.get(run.norm);
  const before = made.at(-1);
  if (before !== undefined && before.last === run.first - 1) return before;
  const named = ending.get(run.first - 1);
  return named?.type === 'person' ? undefined : named;
}

/** Ids of lexicon actors named in full, and countries named. */
function seenActors(drafts: readonly Draft[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const draft of drafts) {
    seen.add(draft.key);
    if (draft.country !== '') seen.add(draft.country);
  }
  return seen;
}

function weakSense(context: Context, run: Run): SenseOf<'actor'> | undefined {
  const hit = context.hits[run.first];
  if (hit === undefined || (hit.bits & IS.actor) === 0 || hit.last !== run.last) return undefined;
  const sense = senseOf(hit, 'actor')!;
  return sense.weak && holdsAt(sense.entry, context.date) ? sense : undefined;
}

/** A weak form of a lexicon's actor counts beside its full name or its country. */
function weakActor(
  context: Context,
  run: Run,
  { entry }: SenseOf<'actor'>,
  seen: ReadonlySet<string>,
): Draft | undefined {
  const code = splitCode(codeAt(entry, context.date));
  if (!seen.has(entry.id) && !seen.has(entry.country ?? code.country)) return undefined;
  const known = { first: run.first, last: run.last, ...code, name: entry.name, key: entry.id };
  return newDraft({ ...known, type: 'organisation', basis: 'lexicon' });
}
