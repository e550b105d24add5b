/**
 * One walk over the words: every actor phrase, every name, every capitalised run and every pronoun of a document, in
 * the order of the text. Nothing is resolved yet.
 */
import { affiliationAt } from './affiliation.ts';
import type { Context } from './context.ts';
import { newDraft, type Draft, type Reference, type Run } from './draft.ts';
import { displayName, readPersonName } from './person-name.ts';
import { readActor } from './read-actor.ts';
import { genderOf, readRun } from './read-run.ts';
import { GAP, IS, afterPossessive, hasAt, isCapital, isTied, posAt, senseOf } from './scan.ts';

export interface Found {
  readonly drafts: Draft[];
  readonly runs: Run[];
  readonly references: Reference[];
}

const PRONOUNS: ReadonlyMap<string, Reference['kind']> = new Map([
  ['he', 'he'],
  ['him', 'he'],
  ['she', 'she'],
  ['they', 'they'],
  ['them', 'they'],
  ['it', 'it'],
]);

/** Everything that looks like a name or an actor, unresolved. */
export function readAll(context: Context): Found {
  const found: Found = { drafts: [], runs: [], references: [] };
  let next = 0;
  for (const at of context.points) if (at >= next) next = step(context, at, found);
  return found;
}

/** Reads what starts at `at` and gives the next word to read from. */
function step(context: Context, at: number, found: Found): number {
  const hit = context.hits[at];
  const bits = hit?.bits ?? 0;
  const capital = isCapital(context, at);
  // "KENYA'S": the possessive is no initial.
  if (capital && at > 0 && context.gaps[at - 1] === GAP.apostrophe && context.words[at]!.norm === 's') return at + 1;
  if (hit === undefined ? !capital : bits === IS.opener) {
    const kind = PRONOUNS.get(context.words[at]!.norm);
    if (kind !== undefined) found.references.push({ first: at, last: at, kind });
    if (kind !== undefined || !capital) return at + 1;
  }
  if (capital && (bits & IS.calendar) !== 0) return hit!.last + 1;
  const titled = honorific(context, at, found) ?? composed(context, at, found);
  if (titled !== undefined) return titled;
  if (capital || isParticleName(context, at)) return runAt(context, at, found);
  return Math.max(at, hit?.last ?? at) + 1;
}

/** "Mr. Prelic", "Dr Farah": a form of address and a name. */
function honorific(context: Context, at: number, found: Found): number | undefined {
  const hit = context.hits[at];
  if (hit === undefined || (hit.bits & IS.honorific) === 0 || !isCapital(context, at)) return undefined;
  const title = senseOf(hit, 'honorific')!;
  const gap = context.gaps[hit.last]!;
  if (gap !== GAP.space && gap !== GAP.stop && gap !== GAP.bracket) return undefined;
  const from = hit.last + 1;
  const name = isCapital(context, from) ? readPersonName(context, from) : undefined;
  if (name === undefined) return undefined;
  const gender = title.entry.gender ?? genderOf(context.hits[from]);
  const known = { first: at, last: name.last, country: '', sector: '', key: '' };
  found.drafts.push(
    newDraft({ ...known, type: 'person', name: displayName(name), basis: 'learned', person: name, gender }),
  );
  return name.last + 1;
}

const ACTING = IS.country | IS.adjective | IS.people | IS.actor | IS.seat | IS.outlet | IS.role;

/** An actor phrase; a longer name that only opens with a country ("Turkish Airlines") goes before it. */
function composed(context: Context, at: number, found: Found): number | undefined {
  if (!hasAt(context, at, ACTING)) return undefined;
  if (hasAt(context, at, IS.given | IS.person) && isNameHere(context, at)) return undefined;
  const reading = readActor(context, at);
  if (reading === undefined) return undefined;
  const only = reading.drafts.length === 1 ? reading.drafts[0]! : undefined;
  const longer = only !== undefined && canOpenName(only) ? nameAround(context, at, only.last) : undefined;
  if (longer !== undefined) {
    found.runs.push(longer);
    return longer.last + 1;
  }
  if (only === undefined || !isNobody(context, only)) found.drafts.push(...reading.drafts);
  return Math.max(reading.next, at + 1);
}

/** A country, organisation or body may open a longer name; people and office holders do not: "Rebels Reject Talks". */
const canOpenName = ({ basis, person, headKind }: Draft): boolean =>
  basis !== 'composed' && person === undefined && (headKind === undefined || headKind === 'body');

/** "Australian dollars", bare "units", "ceasefire regime", "military action": no actor. */
function isNobody(context: Context, draft: Draft): boolean {
  const { cues } = context;
  if (draft.type === 'country')
    return cues.currency.has(context.words[draft.last + 1]?.norm ?? '') || isTeam(context, draft.last);
  if (!draft.bare || draft.person !== undefined || draft.first !== draft.last) return false;
  const { norm } = context.words[draft.last]!;
  if (posAt(context, draft.last) === 'ADJ' && isTied(context, draft.last)) return true;
  return cues['needs-owner'].has(norm) || (cues['never-compound'].has(norm) && isCompound(context, draft.first));
}

/** "Latvia's national football team", "Kenyan striker". */
function isTeam(context: Context, last: number): boolean {
  for (let at = afterPossessive(context, last), i = 0; i < 4; i++, at++) {
    if (at >= context.words.length || context.sentences[at] !== context.sentences[last]) return false;
    if (context.cues.sport.has(context.words[at]!.norm)) return true;
    if (!isTied(context, at)) return false;
    const pos = posAt(context, at);
    if (pos !== 'ADJ' && pos !== 'NOUN' && pos !== 'PROPN') return false;
  }
  return false;
}

const isCompound = (context: Context, at: number): boolean =>
  at > 0 && isTied(context, at - 1) && context.hits[at - 1] === undefined && posAt(context, at - 1) === 'NOUN';

/** "Jordan Petrov", "Chad Miller": a country's name that opens a person's. */
function isNameHere(context: Context, at: number): boolean {
  const hit = context.hits[at]!;
  if ((hit.bits & IS.person) !== 0 && (hit.bits & IS.country) === 0)
    return (hit.bits & (IS.office | IS.agent)) === 0 || hit.last > at;
  return (
    isTied(context, hit.last) &&
    isCapital(context, hit.last + 1) &&
    !hasAt(context, hit.last + 1, IS.office | IS.body | IS.title | IS.organisation | IS.agent)
  );
}

/** The longer name whose opening words are a country's or a body's: "Turkish Airlines", "Police Academy of Baku". */
function nameAround(context: Context, at: number, last: number): Run | undefined {
  if (!isTied(context, last) || !isCapital(context, at)) return undefined;
  if (!isCapital(context, last + 1) && !hasName(context, last)) return undefined;
  const run = readRun(context, at);
  if (run === undefined || run.last <= last || (run.kind !== 'organisation' && run.kind !== 'thing') || !run.sure)
    return undefined;
  const owner = affiliationAt(context, at);
  if (owner !== undefined && run.country === '') run.country = owner.country;
  return run;
}

/** "Department of Statistics": a capital behind "of", "for" or "and" that opens no phrase of its own. */
function hasName(context: Context, last: number): boolean {
  const { norm } = context.words[last + 1]!;
  if ((norm !== 'of' && norm !== 'for' && norm !== 'and') || !isTied(context, last + 1)) return false;
  const at = context.words[last + 2]!.norm === 'the' && norm !== 'and' ? last + 3 : last + 2;
  return isCapital(context, at) && (norm !== 'and' || !hasAt(context, at, ACTING));
}

const NOT_LED =
  IS.opener | IS.country | IS.adjective | IS.people | IS.actor | IS.seat | IS.outlet | IS.office | IS.title;

/** "al-Farahi": a particle in lower case before a capital. */
const isParticleName = (context: Context, at: number): boolean =>
  hasAt(context, at, IS.particle) && context.gaps[at] === GAP.hyphen && isCapital(context, at + 1);

function runAt(context: Context, at: number, found: Found): number {
  const bits = context.hits[at]?.bits ?? 0;
  if (
    bits === IS.opener ||
    (bits !== 0 && (bits & (IS.opener | IS.faith | IS.rank | IS.direction)) !== 0 && !leads(context, at))
  )
    return (context.hits[at]?.last ?? at) + 1;
  const run = isParticleName(context, at) ? particleRun(context, at) : readRun(context, at);
  if (run === undefined) return at + 1;
  found.runs.push(run);
  return run.last + 1;
}

/** An opener or a direction that is part of a longer capitalised name: "New Horizon Party", "East Ghouta". */
const leads = (context: Context, at: number): boolean => {
  const last = context.hits[at]!.last;
  return isTied(context, last) && isCapital(context, last + 1) && !hasAt(context, last + 1, NOT_LED);
};

function particleRun(context: Context, at: number): Run | undefined {
  const name = readPersonName(context, at);
  if (name === undefined) return undefined;
  return {
    first: at,
    last: name.last,
    norm: name.parts.join(' '),
    kind: 'unknown',
    sure: false,
    sector: '',
    country: '',
    name,
    gender: undefined,
  };
}
