/**
 * Reads one actor phrase from its first word on: whose it is, what it is, and the name that follows, as in "Armenian
 * Prime Minister Ana Prelic", "units of Azerbaijan's armed forces", "Hungarian and Romanian officials".
 */
import { affiliationAt, type Affiliation } from './affiliation.ts';
import type { Context } from './context.ts';
import type { Draft, PersonName } from './draft.ts';
import { combineSectors, isBeforeName, readHead, type Head } from './heads.ts';
import { displayName, readPersonName } from './person-name.ts';
import { readRun } from './read-run.ts';
import { GAP, IS, hasAt, isCapital, isTied, posAt } from './scan.ts';

export interface Reading {
  readonly drafts: readonly Draft[];
  /** The first word after all of them. */
  readonly next: number;
}

const DEEPEST = 3;

/** The actor phrase that starts at word `at`, if one does. */
export function readActor(context: Context, at: number, depth = 0): Reading | undefined {
  if (depth > DEEPEST) return undefined;
  const affiliation = affiliationAt(context, at);
  if (affiliation !== undefined) return readAffiliated(context, affiliation, depth);
  const head = hasAt(context, at, IS.office | IS.body | IS.agent | IS.title) ? readHead(context, at) : undefined;
  return head === undefined || isModifying(context, head)
    ? undefined
    : finish(context, draftOf(context, head, undefined), head, depth);
}

/** "terrorist bombings", "fighter jets": one noun of people before another noun is nobody. */
function isModifying(context: Context, { kind, plural, last }: Head): boolean {
  if (kind !== 'agent' || plural || !isTied(context, last)) return false;
  const pos = posAt(context, last + 1);
  return (pos === 'NOUN' || pos === 'PROPN') && !isCapital(context, last + 1);
}

function readAffiliated(context: Context, affiliation: Affiliation, depth: number): Reading {
  const list = coordinated(context, affiliation);
  const owner = list.at(-1)!;
  const head = owner.next < 0 || !reaches(context, owner) ? undefined : headAfter(context, owner);
  if (head === undefined) {
    // Those of a list without a common head are met again one by one.
    return { drafts: [bareDraft(context, affiliation)], next: affiliation.last + 1 };
  }
  const reading = finish(context, draftOf(context, head, owner), head, depth);
  const shared = list.slice(0, -1).map((one) => sharedDraft(context, one, head));
  return { drafts: [...shared, ...reading.drafts], next: reading.next };
}

/** "in Syria officials said": a name after a preposition of place owns nothing without a possessive. */
function reaches(context: Context, owner: Affiliation): boolean {
  if (owner.possessive) return true;
  if (!isTied(context, owner.last)) return false;
  if (owner.use !== 'name' || owner.first === 0) return true;
  return !PLACING.has(context.words[owner.first - 1]!.norm) || isCapital(context, owner.next);
}

const PLACING = new Set(['in', 'to', 'at', 'near']);

function headAfter(context: Context, owner: Affiliation): Head | undefined {
  const gap = context.gaps[owner.next - 1]!;
  if (gap !== GAP.space && gap !== GAP.hyphen && gap !== GAP.bracket && !owner.possessive) return undefined;
  if (context.sentences[owner.next] !== context.sentences[owner.last]) return undefined;
  return readHead(context, owner.next, owner.use === 'name' && !owner.possessive);
}

/** "Hungarian, Czech and Romanian" before one noun: all of them, the last one next to the noun. */
function coordinated(context: Context, first: Affiliation): Affiliation[] {
  const list = [first];
  for (let one = first; one.kind !== 'outlet' && !one.possessive && one.next >= 0;) {
    let at = one.next;
    const gap = context.gaps[one.last]!;
    if (gap !== GAP.comma && !isAnd(context, at)) break;
    if (isAnd(context, at)) at++;
    const following = affiliationAt(context, at);
    if (following === undefined || following.kind === 'outlet') break;
    list.push((one = following));
  }
  return list.length > 1 && list.every((one) => one.use === 'adjective' || one.use === 'people' || one.use === 'name')
    ? list.every((one) => one.use !== 'name' || isShortName(context, one))
      ? list
      : [first]
    : [first];
}

/** "US and Russian negotiators": names that serve as adjectives. */
const isShortName = (context: Context, { hit }: Affiliation): boolean =>
  (hit.bits & IS.adjective) !== 0 || context.words[hit.last]!.end - context.words[hit.first]!.start <= 4;

const isAnd = (context: Context, at: number): boolean => {
  const norm = context.words[at]?.norm;
  return norm === 'and' || norm === 'or';
};

/** A country, organisation or seat that no head took. */
function bareDraft(context: Context, one: Affiliation): Draft {
  const { first, last, country, sector, hit } = one;
  const base = { first, last, country, sector, headWord: last };
  if (one.kind === 'country') {
    const people = one.use === 'people' || ((hit.bits & IS.people) !== 0 && isPeople(context, one));
    const key = people ? `${country}:people` : country;
    const adjectival = !people && one.use !== 'name';
    const name = people ? wordsOfSpan(context, first, last) : (context.countries.get(country) ?? country);
    return {
      ...base,
      type: people ? 'people' : 'country',
      name,
      key,
      basis: 'lexicon',
      ...(adjectival ? { adjectival } : {}),
    };
  }
  for (const sense of hit.senses) {
    if (one.kind === 'actor' && sense.kind === 'actor' && !sense.weak)
      return { ...base, type: 'organisation', name: sense.entry.name, key: sense.entry.id, basis: 'lexicon' };
    if (one.kind === 'outlet' && sense.kind === 'outlet')
      return { ...base, type: 'outlet', name: sense.entry.name, key: sense.entry.id, basis: 'lexicon' };
    if (one.kind === 'seat' && sense.kind === 'seat')
      return {
        ...base,
        type: 'country',
        name: wordsOfSpan(context, first, last),
        key: `${country} ${sector}`,
        basis: 'metonym',
        city: sense.city,
      };
  }
  return { ...base, type: 'organisation', name: wordsOfSpan(context, first, last), key: country, basis: 'lexicon' };
}

/** "the Armenians", "Armenians": a noun of people, not an adjective before a noun. */
function isPeople(context: Context, { last, possessive }: Affiliation): boolean {
  const norm = context.words[last]!.norm;
  if (/[^s]s$|men$/.test(norm) && norm !== 'swiss') return true;
  if (possessive) return true;
  const pos = context.doc.tokens[context.tokens[last + 1] ?? -1]?.pos;
  const before = context.words[last - 1]?.norm;
  return (
    (before === 'the' || before === 'a' || before === 'an') &&
    !(isTied(context, last) && (pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ'))
  );
}

export const wordsOfSpan = (context: Context, first: number, last: number): string =>
  context.text.slice(context.words[first]!.start, context.words[last]!.end).replaceAll(/\s+/g, ' ');

/** An adjective of a list whose head stands at its end: "Hungarian" of "Hungarian and Romanian officials". */
function sharedDraft(context: Context, one: Affiliation, head: Head): Draft {
  const own = bareDraft(context, one);
  const sector = combineSectors(one.sector, head.sector, head.kind);
  const name = `${context.adjectives.get(one.country) ?? own.name} ${headWords(context, head)}`;
  const type = head.kind === 'body' ? 'organisation' : 'group';
  const { adjectival: _, city: __, ...rest } = own;
  return {
    ...rest,
    type,
    sector,
    name,
    key: keyOf(one.country, head),
    basis: 'composed',
    head: head.id,
    headKind: head.kind,
    plural: true,
  };
}

const keyOf = (country: string, head: Head): string => `${country} ${head.kind}:${head.id}`;

const headWords = (context: Context, head: Head): string => head.name ?? wordsOfSpan(context, head.first, head.last);

function draftOf(context: Context, head: Head, owner: Affiliation | undefined): Draft {
  const country = owner?.country ?? head.country;
  const sector =
    head.former && head.kind === 'office' ? 'ELI' : combineSectors(owner?.sector ?? '', head.sector, head.kind);
  return {
    first: owner?.first ?? head.first,
    last: head.last,
    type: head.kind === 'body' ? 'organisation' : head.plural || head.kind === 'agent' ? 'group' : 'role',
    country,
    sector: peopleSector(head, owner, sector),
    name: nameOf(context, head, owner),
    key: keyOf(country, head),
    basis: owner === undefined && head.country === '' ? 'lexicon' : 'composed',
    headWord: head.last,
    head: head.id,
    headKind: head.kind,
    plural: head.plural,
    ...(head.office === undefined ? {} : { office: head.office }),
    ...(head.former ? { former: true } : {}),
    ...(head.gender === undefined ? {} : { gender: head.gender }),
    ...(owner === undefined && head.country === '' ? { bare: true } : {}),
  };
}

/** People of a country of whom the noun says nothing: "Zambian people" are civilians, "the Armenian side" is not. */
function peopleSector(head: Head, owner: Affiliation | undefined, sector: string): string {
  if (sector !== '' || owner === undefined) return sector;
  if (head.kind === 'agent') return PEOPLE.test(head.id) ? 'CVL' : '';
  // Who leads or speaks for a state is its government: "Sudan's leader".
  return head.kind === 'office' && (owner.kind === 'country' || INTERSTATE.has(owner.country)) ? 'GOV' : '';
}

const INTERSTATE = new Set(['IGO', 'UNO', 'EUR']);
const PEOPLE = /^(?:people|population|public|nation|men|women|man|woman|children|citizens|community)/;

function nameOf(context: Context, head: Head, owner: Affiliation | undefined): string {
  const words = headWords(context, head);
  if (owner === undefined) return words;
  const adjective = context.adjectives.get(owner.country);
  if (owner.kind === 'country' && adjective !== undefined) return `${adjective} ${words}`;
  return `${wordsOfSpan(context, owner.first, owner.last)} ${words}`;
}

/** Adds what follows the head: "of X", a name, the names of a list. */
function finish(context: Context, draft: Draft, head: Head, depth: number): Reading {
  const after = readOf(context, draft, head, depth) ?? readPortfolio(context, draft, head);
  if (after !== undefined && !isCapital(context, after.next)) return after;
  const from = after?.next ?? draft.last + 1;
  const before = after === undefined ? draft : after.drafts[0]!;
  if (head.kind === 'body' || (head.kind === 'agent' && head.plural) || !isBeforeName(context, from - 1))
    return after ?? untitled(draft, from);
  const name = nameAfter(context, from);
  if (name === undefined) return after ?? untitled(draft, from);
  Object.assign(before, {
    last: name.last,
    type: 'person',
    person: name,
    name: displayName(name),
    headWord: name.last,
  });
  return { drafts: after?.drafts ?? [draft], next: name.last + 1 };
}

/** The name after an office, behind a form of address: "Prime Minister Dr. Ana Prelic". */
function nameAfter(context: Context, from: number): PersonName | undefined {
  let at = from;
  const title = context.hits[at];
  if (title !== undefined && (title.bits & IS.title) !== 0 && isBeforeName(context, title.last)) at = title.last + 1;
  return canBeName(context, at) ? readPersonName(context, at) : undefined;
}

/** A rank without a name is nobody: "Saint", "Major" alone. */
const untitled = (draft: Draft, next: number): Reading =>
  draft.headKind === 'title' && draft.bare === true ? { drafts: [], next } : { drafts: [draft], next };

const canBeName = (context: Context, at: number): boolean =>
  at < context.words.length && context.tokens[at]! >= 0 && (isCapital(context, at) || hasAt(context, at, IS.particle));

/** Nouns whose "of" tells what they are part of or who they lead, not whom they act upon. */
const NOT_OF =
  /^(?:victim|critic|opponent|enem|survivor|relative|famil|rival|supporter|ally|allies|friend|widow|wife|wives|son|daughter|killer|kidnapper|witness)/;

/** "the leaders of Russia, Azerbaijan and Armenia", "units of Azerbaijan's armed forces", "spokesman for the army". */
function readOf(context: Context, draft: Draft, head: Head, depth: number): Reading | undefined {
  const link = context.words[draft.last + 1]?.norm;
  if (context.gaps[draft.last] !== GAP.space || (link !== 'of' && link !== 'for')) return undefined;
  if (NOT_OF.test(head.id) || (link === 'for' && !SPEAKS.test(head.id))) return undefined;
  if (draft.country !== '' && draft.country !== 'IGO' && link === 'of' && head.kind !== 'office') return undefined;
  let at = draft.last + 2;
  const from = at;
  if (context.words[at]?.norm === 'the') at++;
  const inner = readActor(context, at, depth + 1);
  const first = inner?.drafts[0];
  if (inner === undefined || first === undefined || first.type === 'outlet') return undefined;
  if (first.adjectival === true || first.person !== undefined || first.first > from + 3) return undefined;
  if (draft.country !== '' && draft.country !== first.country) return undefined;
  const drafts = tied(context, draft, head, inner.drafts);
  return { drafts, next: Math.max(inner.next, drafts.at(-1)!.last + 1) };
}

/** "Minister for the Middle East", "Secretary of Energy": what the office is for, capitalised. */
function readPortfolio(context: Context, draft: Draft, head: Head): Reading | undefined {
  const link = context.words[draft.last + 1]?.norm;
  if (head.kind !== 'office' || (link !== 'for' && link !== 'of') || context.gaps[draft.last] !== GAP.space)
    return undefined;
  if (!PORTFOLIO.test(head.id)) return undefined;
  const at = context.words[draft.last + 2]?.norm === 'the' ? draft.last + 3 : draft.last + 2;
  const run =
    at < context.words.length && isCapital(context, at) && !hasAt(context, at, IS.country)
      ? readRun(context, at)
      : undefined;
  if (run === undefined || run.kind === 'person') return undefined;
  draft.last = run.last;
  return { drafts: [draft], next: run.last + 1 };
}

const PORTFOLIO = /minister|secretary|commissioner/;

const SPEAKS = /spokes|lawyer|spokesman|representative|negotiator/;

function tied(context: Context, draft: Draft, head: Head, inner: readonly Draft[]): Draft[] {
  const [first, ...others] = inner as [Draft, ...Draft[]];
  const ofState = first.type === 'country' && head.kind === 'office' ? 'GOV' : '';
  const sector = draft.former === true ? 'ELI' : combineSectors(first.sector, head.sector, head.kind) || ofState;
  const name =
    first.type === 'country' && head.kind !== 'agent'
      ? `${context.adjectives.get(first.country) ?? first.name} ${headWords(context, head)}`
      : wordsOfSpan(context, draft.first, first.last);
  const { bare: _, ...rest } = draft;
  const key = first.type === 'country' ? keyOf(first.country, head) : `${first.key} ${head.kind}:${head.id}`;
  const whole: Draft = { ...rest, last: first.last, country: first.country, sector, name, key, basis: 'composed' };
  if (first.bare === true) whole.bare = true;
  return [whole, ...others, ...furtherOf(context, whole, head, first)];
}

/** "… of Russia, Azerbaijan and Armenia": the plural head has one holder in each country of the list. */
function furtherOf(context: Context, whole: Draft, head: Head, first: Draft): Draft[] {
  if (!head.plural || first.type !== 'country') return [];
  const drafts: Draft[] = [];
  for (let last = first.last; ;) {
    let at = last + 1;
    if (context.gaps[last] !== GAP.comma && !isAnd(context, at)) break;
    if (isAnd(context, at)) at++;
    const one = affiliationAt(context, at);
    if (one === undefined || one.use !== 'name' || one.possessive) break;
    const name = `${context.adjectives.get(one.country) ?? one.country} ${headWords(context, head)}`;
    drafts.push({
      ...whole,
      first: one.first,
      last: one.last,
      country: one.country,
      sector: whole.sector,
      name,
      key: keyOf(one.country, head),
      headWord: one.last,
    });
    last = one.last;
  }
  return drafts;
}
