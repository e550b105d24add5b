/** Gives a country to mentions that stand without one: from the owner before, the place behind, the sentence, the report. */
import type { Gazetteer, Place } from '../../lexicon/gazetteer.ts';
import type { Lexicons } from '../../lexicon/lexicons.ts';
import { affiliationAt } from './affiliation.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { homeOf, homesOf } from './home-country.ts';
import { spanOfWords, type Who } from './identify.ts';
import { normOf } from './read-run.ts';
import { GAP, IS, hasAt, isCapital, isPossessive, isTied, posAt, senseOf } from './scan.ts';
import { hitAt } from './sense-trie.ts';
import { sensesOf } from './sense-index.ts';

/** Fills the country of bare drafts and of persons of whom only the office is known. */
export function giveHomes(context: Context, lexicons: Lexicons, drafts: readonly Draft[], who: Who): void {
  for (const [i, draft] of drafts.entries()) {
    if (draft.country !== '') continue;
    const person = who.get(draft);
    if (person !== undefined && person.country !== '') draft.country = person.country;
    else giveNear(context, lexicons.gazetteer, draft, drafts[i - 1], who);
  }
  for (const draft of drafts) if (draft.country === '' && draft.bare) giveFromBody(context, draft, drafts, who);
  const homes = homesOf(context, drafts, datelineCountry(context, lexicons));
  const sides = sidesOf(context, drafts);
  for (const [i, draft] of drafts.entries()) {
    if (draft.country !== '' || !isOfState(draft)) continue;
    const sentence = context.sentences[draft.first]!;
    const country = sides.get(sentence) ?? (isOfEach(context, draft.first) ? '' : homeOf(homes, draft, sentence));
    if (country === '' || isAgainst(context, drafts, i, country)) continue;
    give(context, draft, country, who);
  }
}

/** "a bomber killed three Xian women": who is known only for violence is not of the land of the others in the sentence. */
function isAgainst(context: Context, drafts: readonly Draft[], at: number, country: string): boolean {
  const draft = drafts[at]!;
  if (draft.sector !== 'UAF') return false;
  const sentence = context.sentences[draft.first]!;
  for (let next = at + 1; next < drafts.length; next++) {
    const other = drafts[next]!;
    if (context.sentences[other.first] !== sentence) return false;
    if (other.country === country && other.sector !== '' && other.first > draft.last) return true;
  }
  return false;
}

/** "On the Kenyan side 71 soldiers were killed": whose all bare people of a sentence are. */
function sidesOf(context: Context, drafts: readonly Draft[]): ReadonlyMap<number, string> {
  const sides = new Map<number, string>();
  for (const { first, last, country } of drafts) {
    if (country === '' || context.words[last]!.norm !== 'side' || first < 2) continue;
    if (context.words[first - 2]!.norm === 'on' && context.opens[first - 2] === 1)
      sides.set(context.sentences[first]!, country);
  }
  return sides;
}

/** "each country's army" is not one country's. */
function isOfEach(context: Context, first: number): boolean {
  for (let at = first - 1; at >= 0 && at >= first - 3; at--) if (EACH.has(context.words[at]!.norm)) return true;
  return false;
}

const EACH = new Set(['each', 'both', 'either', 'neither', 'two']);

/** "… — Foreign Ministry" in a headline is the ministry that the body names, when that is only one. */
function giveFromBody(context: Context, draft: Draft, drafts: readonly Draft[], who: Who): void {
  if (draft.head === undefined || context.doc.sentences[context.sentences[draft.first]!]!.zone === 'body') return;
  let found = '';
  for (const other of drafts) {
    if (other.head !== draft.head || other.basis !== 'composed' || other.country === '') continue;
    if (found !== '' && found !== other.country) return;
    found = other.country;
  }
  if (found !== '') give(context, draft, found, who);
}

/** A bare office, body or agent, or somebody who holds an office; plain names stay without a country. */
const isOfState = (draft: Draft): boolean => draft.bare && draft.sector !== '';

function give(context: Context, draft: Draft, country: string, who: Who): void {
  draft.country = country;
  const person = who.get(draft);
  if (person !== undefined && person.country === '') person.country = country;
  if (draft.person === undefined && draft.headKind !== undefined)
    draft.key = `${country} ${draft.headKind}:${draft.head}`;
}

/** "Assad's forces", "rebels in Sudan", "soldiers from Chad". */
function giveNear(context: Context, gazetteer: Gazetteer, draft: Draft, before: Draft | undefined, who: Who): void {
  if (!draft.bare) return;
  if (
    before !== undefined &&
    before.last >= draft.first - 3 &&
    before.last < draft.first &&
    isPossessive(context, before.last)
  ) {
    const owner = who.get(before)?.country ?? before.country;
    if (owner !== '') {
      draft.evidence = spanOfWords(context, before.first, before.last);
      // Whom somebody in office employs is of that office: "Mburu's aide".
      if (draft.sector === '') draft.sector = who.get(before)?.sector ?? before.sector;
      give(context, draft, owner, who);
      draft.bare = false;
      return;
    }
  }
  if (before !== undefined && sharesOwner(context, before, draft)) {
    give(context, draft, before.country, who);
    return;
  }
  const place = placeBehind(context, gazetteer, draft.last);
  if (place === undefined) return;
  draft.evidence = spanOfWords(context, place.first, place.last);
  give(context, draft, place.country, who);
  draft.bare = false;
}

/** "Israeli helicopters and tanks", "Sudan's army and political leadership": the owner before the first noun of a pair. */
function sharesOwner(context: Context, owner: Draft, draft: Draft): boolean {
  if (draft.first - owner.last > 5 || owner.country === '' || owner.person !== undefined) return false;
  let joints = 0;
  for (let at = owner.last; at < draft.first; at++) {
    if (!isTied(context, at)) return false;
    const pos = at === owner.last ? 'ADJ' : posAt(context, at);
    if (context.words[at]!.norm === 'and' && at > owner.last) joints++;
    else if (pos !== 'ADJ' && pos !== 'NOUN') return false;
  }
  return (
    joints === 1 && (owner.adjectival || (owner.basis === 'composed' && context.words[owner.last + 1]!.norm === 'and'))
  );
}

const WITHIN = new Set(['in', 'from', 'inside', 'throughout', 'across', 'within', 'of', 'around']);

function placeBehind(
  context: Context,
  gazetteer: Gazetteer,
  last: number,
): { first: number; last: number; country: string } | undefined {
  let at = last + 1;
  if (context.gaps[last] !== GAP.space || at >= context.words.length) return undefined;
  if (context.words[at]!.norm === 'based') at++;
  if (!WITHIN.has(context.words[at]?.norm ?? '')) return undefined;
  at++;
  for (let i = 0; i < 2 && (context.words[at]?.norm === 'the' || hasAt(context, at, IS.direction)); i++) at++;
  if (context.sentences[at] !== context.sentences[last]) return undefined;
  const owner = affiliationAt(context, at);
  if (owner === undefined && isCapital(context, at) && !hasAt(context, at, IS.faith))
    return knownPlace(context, gazetteer, at);
  if (owner === undefined || owner.use === 'adjective' || owner.kind === 'actor' || owner.kind === 'outlet')
    return undefined;
  return { first: owner.first, last: owner.last, country: owner.country };
}

/** A capitalised run of the gazetteer, the longest of three words that is one: "rebels in Darfur". */
function knownPlace(
  context: Context,
  gazetteer: Gazetteer,
  first: number,
): { first: number; last: number; country: string } | undefined {
  let last = first;
  while (last < first + 2 && isTied(context, last) && isCapital(context, last + 1)) last++;
  for (; last >= first; last--) {
    const [place] = gazetteer.named(normOf(context, first, last));
    if (place?.country !== undefined && isWellKnown(place)) return { first, last, country: place.country };
  }
  return undefined;
}

/** Inhabitants from which a place is known by its name alone. */
const LARGE = 50_000;
const isWellKnown = ({ population, feature, contested }: Place): boolean =>
  population >= LARGE || contested || feature.startsWith('A.');

/** The country of the dateline's place. */
function datelineCountry(context: Context, lexicons: Lexicons): string {
  const span = context.doc.article.dateline;
  if (span === undefined) return '';
  const trie = sensesOf(lexicons);
  let found = '';
  for (let at = 0; at < context.words.length && context.words[at]!.start < span.end; at++) {
    if (context.words[at]!.start < span.start) continue;
    const hit = hitAt(trie, context.text, context.words, at);
    if (hit === undefined) continue;
    const country = senseOf(hit, 'country');
    const seat = senseOf(hit, 'seat');
    if (country !== undefined) found = country.wording.code;
    else if (seat !== undefined && found === '') found = seat.entry.code.slice(0, 3);
  }
  if (found !== '' || span.place === undefined) return found;
  const [place] = lexicons.gazetteer.named(span.place);
  return place?.country ?? '';
}
