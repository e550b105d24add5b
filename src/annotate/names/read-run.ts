/**
 * Reads a capitalised run that no lexicon explains, and judges it by its own words: a given name makes a person, "Front"
 * an organisation, "River" a place. What stays unknown is left to the report's other words.
 */
import type { Context } from './context.ts';
import type { PersonName, Run } from './draft.ts';
import { readPersonName, shoutedName } from './person-name.ts';
import { GAP, IS, SHAPE, hasAt, isCapital, isPossessive, isTied, senseOf, type Hit } from './scan.ts';

/** Words in lower case that join the parts of an organisation's name. */
const JOINS = new Set(['of', 'for', 'and', 'the', 'de', 'on', 'to', 'against', 'in', 'du', 'des', 'del']);
const LONGEST = 12;
const ENDS = IS.calendar | IS.outlet;
/** What starts a phrase of its own unless "of" or "and" ties it to an organisation. */
const OWNERS = IS.country | IS.adjective | IS.people | IS.actor;

/** The run that starts at word `at`, or undefined when its words are no name. */
export function readRun(context: Context, at: number): Run | undefined {
  const last = endOfRun(context, at);
  if (last < at) return undefined;
  const bits = bitsOf(context, at, last);
  const norm = normOf(context, at, last);
  const runOf = (kind: Run['kind'], sure: boolean, name?: PersonName, gender?: Run['gender']): Run => ({
    first: at,
    last,
    norm,
    kind,
    sure,
    sector: '',
    country: '',
    name,
    gender,
  });
  if (isThing(context, at, last)) return runOf('thing', true);
  if (isDirected(context, at, last)) return runOf('place', true);
  const organisation = organisationSense(context, at, last);
  if (organisation !== undefined && last > at) return { ...runOf('organisation', true), ...organisation };
  if (isPlaceName(context, at, last)) return runOf('place', true);
  const name = readPersonName(context, at);
  if (name !== undefined && name.last === last) {
    const given = context.hits[at];
    const gender = genderOf(given);
    const hasGiven = ((given?.bits ?? 0) & (IS.given | IS.person)) !== 0;
    if (name.parts.length > 1 && (hasGiven || hasInitial(name.parts))) return runOf('person', true, name, gender);
    return runOf((bits & (IS.given | IS.person)) !== 0 ? 'person' : 'unknown', false, name, gender);
  }
  if (context.shapes[at] === SHAPE.upper && last === at) return runOf('organisation', false, shoutedName(context, at));
  return runOf('unknown', false);
}

export function genderOf(hit: Hit | undefined): 'm' | 'f' | undefined {
  const gender = senseOf(hit, 'given')?.entry.gender ?? senseOf(hit, 'honorific')?.entry.gender;
  return gender === 'u' ? undefined : gender;
}

const hasInitial = (parts: readonly string[]): boolean => parts.slice(0, -1).some((part) => part.length === 1);

function endOfRun(context: Context, from: number): number {
  let last = from - 1;
  let organised = false;
  for (let at = from; at < context.words.length && at - from < LONGEST;) {
    if (context.tokens[at]! < 0 || !isRunWord(context, at, at === from)) break;
    const hit = context.hits[at];
    if (at > from && opensName(context, from, at)) break;
    last = hit === undefined ? at : Math.max(hit.last, at);
    organised ||= ((hit?.bits ?? 0) & (IS.organisation | IS.body)) !== 0;
    const next = nextOfRun(context, last, organised);
    if (next < 0) break;
    at = next;
  }
  return last;
}

/** A given name behind a known place, an abbreviation or two other words opens a run: "Middle East Ana Prelic". */
function opensName(context: Context, from: number, at: number): boolean {
  const hit = context.hits[at];
  if (
    hit === undefined ||
    (hit.bits & IS.given) === 0 ||
    !isTied(context, hit.last) ||
    !isCapital(context, hit.last + 1)
  )
    return false;
  if (context.shapes[at - 1] === SHAPE.upper) return true;
  for (let before = at - 1; before >= from; before--) {
    const bits = context.hits[before]?.bits ?? 0;
    if ((bits & (IS.placeName | IS.organisation)) !== 0) return true;
    if ((bits & (IS.given | IS.weakGiven | IS.particle | IS.person)) !== 0 || context.shapes[before] === SHAPE.letter)
      return false;
  }
  return at - from > 1;
}

function isRunWord(context: Context, at: number, opening: boolean): boolean {
  if (!isCapital(context, at))
    return !opening && context.shapes[at] === SHAPE.digit && context.shapes[at - 1] !== SHAPE.lower;
  const bits = context.hits[at]?.bits ?? 0;
  if ((bits & ENDS) !== 0 && (bits & IS.given) === 0) return false;
  if (!opening && bits === IS.opener) return false;
  if (!opening && (bits & OWNERS) !== 0 && (bits & IS.given) === 0 && isCapital(context, at - 1)) return false;
  return opening || (bits & (IS.office | IS.title)) === 0 || (bits & (IS.organisation | IS.given | IS.placeName)) !== 0;
}

/** The next word of the run, over "of" and "and" inside an organisation's name; -1 where the run ends. */
function nextOfRun(context: Context, last: number, organised: boolean): number {
  let at = last + 1;
  if (at >= context.words.length || context.sentences[at] !== context.sentences[last]) return -1;
  const gap = context.gaps[last]!;
  if (gap === GAP.apostrophe) {
    if (context.words[at]!.norm !== 's') return at;
    return possessiveInside(context, at);
  }
  if (gap === GAP.stop) return context.shapes[last] === SHAPE.letter ? at : -1;
  if (gap > GAP.hyphen && gap !== GAP.bracket && gap !== GAP.slash) return -1;
  if (isPossessive(context, last)) return isCapital(context, at) && hasAt(context, at, IS.organisation) ? at : -1;
  for (let joins = 0; joins < 2 && !isCapital(context, at); joins++, at++)
    if (!organised || context.gaps[at] !== GAP.space || !JOINS.has(context.words[at]!.norm)) {
      return joins === 0 && context.shapes[at] === SHAPE.digit && gap === GAP.hyphen ? at : -1;
    }
  // "Sotavar Motors and German partners": an adjective opens another phrase.
  if (at > last + 1 && context.words[at - 1]!.norm === 'and' && hasAt(context, at, IS.adjective)) return -1;
  return isCapital(context, at) ? at : -1;
}

/** "Lord's Army": a possessive inside a name goes on only before an organisation's noun. */
const possessiveInside = (context: Context, at: number): number =>
  context.gaps[at] === GAP.space && isCapital(context, at + 1) && hasAt(context, at + 1, IS.organisation) ? at + 1 : -1;

function bitsOf(context: Context, first: number, last: number): number {
  let bits = 0;
  for (let at = first; at <= last; at++) bits |= context.hits[at]?.bits ?? 0;
  return bits;
}

export function normOf(context: Context, first: number, last: number): string {
  let norm = context.words[first]!.norm;
  for (let at = first + 1; at <= last; at++) norm += ` ${context.words[at]!.norm}`;
  return norm;
}

/** The organisation noun that ends the run, or opens it before "of" or "for". */
function organisationSense(
  context: Context,
  first: number,
  last: number,
): { sector: string; country: string } | undefined {
  let found: { sector: string; country: string } | undefined;
  let country = '';
  // A telling noun before the last one: "Sotavar News Service" is of the press.
  let hint = '';
  for (let at = first; at <= last; at++) {
    const hit = context.hits[at];
    if (hit === undefined) continue;
    const place = senseOf(hit, 'country');
    if (place !== undefined && place.wording.use !== 'capital' && country === '') country = place.wording.code;
    const isEnd = hit.last === last || JOINS.has(context.words[hit.last + 1]?.norm ?? '');
    const sense = senseOf(hit, 'organisation');
    if ((hit.bits & IS.sport) !== 0 && at === first) found = { sector: 'SPORT', country };
    if (sense !== undefined && !isEnd && sense.sector !== 'UNK') hint = sense.sector;
    if (!isEnd || (found !== undefined && found.sector !== 'UNK')) continue;
    const body = (hit.bits & IS.body) === 0 ? undefined : hit.senses.find((one) => one.bit === IS.body);
    if (sense !== undefined) found = { sector: (hit.bits & IS.sport) !== 0 ? 'SPORT' : sense.sector, country };
    else if (body?.kind === 'role') found = { sector: body.role.sector, country: body.role.country };
  }
  if (found === undefined) return undefined;
  return { sector: found.sector === 'UNK' ? hint : found.sector, country };
}

/** "Sotavar Peace Accord", "Resolution 2118": a document, a war, a prize; no actor. */
const isThing = (context: Context, first: number, last: number): boolean =>
  !hasAt(context, first, IS.given) &&
  (hasAt(context, last, IS.thing) || (hasAt(context, first, IS.thing) && context.gaps[first] === GAP.space));

/** "West Bank", "North Bridge": a direction and the noun of a place, though some are an organisation's too. */
const isDirected = (context: Context, first: number, last: number): boolean =>
  last === first + 1 && hasAt(context, first, IS.direction) && hasAt(context, last, IS.placeName);

const isPlaceName = (context: Context, first: number, last: number): boolean =>
  last > first &&
  (context.hits
    .slice(first, last + 1)
    .some((hit) => hit !== undefined && hit.last === last && (hit.bits & IS.placeName) !== 0) ||
    hasAt(context, first, IS.placeName));
