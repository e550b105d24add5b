/** Makes drafts out of what the readers of phrases found: an owner, a head noun, or both. */
import type { Affiliation } from './affiliation.ts';
import type { Context } from './context.ts';
import { newDraft, type Draft } from './draft.ts';
import { combineSectors, type Head } from './heads.ts';
import { IS, hasAt, isTied, posAt } from './scan.ts';

/** The words `first` to `last` as written, line breaks made spaces. */
export function wordsOfSpan(context: Context, first: number, last: number): string {
  const words = context.text.slice(context.words[first]!.start, context.words[last]!.end);
  return first === last ? words : words.replaceAll(/\s{2,}|[^\S ]/g, ' ');
}

/** A country, organisation or seat that no head took. */
export function ownerDraft(context: Context, one: Affiliation): Draft {
  const { first, last, country, sector, kind, entry } = one;
  if (kind === 'country') return countryDraft(context, one);
  const name = kind === 'seat' || entry === undefined ? wordsOfSpan(context, first, last) : entry.name;
  const key = kind === 'seat' || entry === undefined ? `${country} ${sector}` : entry.id;
  const type = kind === 'outlet' ? 'outlet' : kind === 'seat' ? 'country' : 'organisation';
  const basis = kind === 'seat' ? 'metonym' : 'lexicon';
  return newDraft({ first, last, type, country, sector, name, key, basis, city: one.city, bare: country === '' });
}

function countryDraft(context: Context, one: Affiliation): Draft {
  const { first, last, country } = one;
  if (first > 0 && context.words[first - 1]!.norm === 'ethnic' && isTied(context, first - 1))
    return ethnicDraft(context, one);
  const people = one.use === 'people' || ((one.hit.bits & IS.people) !== 0 && isPeople(context, one));
  return newDraft({
    first,
    last,
    type: people ? 'people' : 'country',
    country,
    sector: '',
    name: people ? wordsOfSpan(context, first, last) : (context.countries.get(country) ?? country),
    key: people ? `${country}:people` : country,
    basis: 'lexicon',
    adjectival: !people && one.use !== 'name',
  });
}

/** "ethnic Albanians" live in some other country: the context tells which. */
function ethnicDraft(context: Context, { first, last, country }: Affiliation): Draft {
  const known = { first: first - 1, last, country: '', sector: 'CVL', name: wordsOfSpan(context, first - 1, last) };
  return newDraft({ ...known, type: 'people', key: `ethnic:${country}`, basis: 'lexicon', plural: true, bare: true });
}

/** "the Armenians", "Armenians": a noun of people, not an adjective before a noun. */
function isPeople(context: Context, { last, possessive }: Affiliation): boolean {
  const norm = context.words[last]!.norm;
  if (/[^s]s$|men$/.test(norm) && norm !== 'swiss') return true;
  if (possessive) return true;
  const before = context.words[last - 1]?.norm;
  if (before !== 'the' && before !== 'a' && before !== 'an') return false;
  const pos = posAt(context, last + 1);
  return !(isTied(context, last) && (pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ'));
}

/** The key of an organ or group of a country: the same for "Armenian army" and "army of Armenia". */
export const keyOf = (country: string, head: Head): string => `${country} ${head.kind}:${head.id}`;

const headWords = (context: Context, head: Head): string => head.name ?? wordsOfSpan(context, head.first, head.last);

/** The canonical wording of a country's head: "Armenian Security Council". */
export const composedName = (context: Context, country: string, head: Head): string =>
  `${context.adjectives.get(country) ?? context.countries.get(country) ?? country} ${headWords(context, head)}`;

/** A head with its owner before it, if it has one. */
export function headDraft(context: Context, head: Head, owner: Affiliation | undefined): Draft {
  const isBare = owner === undefined && head.country === '';
  const begin = owner?.first ?? head.first;
  const before = formerBefore(context, begin);
  const isFormer = (head.former || before >= 0) && head.kind === 'office';
  const country = owner?.country ?? head.country;
  const sector = isFormer ? 'ELI' : combineSectors(owner?.sector ?? '', head.sector, head.kind);
  return newDraft({
    first: before >= 0 ? before : begin,
    last: head.last,
    type: head.kind === 'body' ? 'organisation' : head.plural || head.kind === 'agent' ? 'group' : 'role',
    country,
    sector: sector === '' && !isBare ? sectorOfOwner(head, owner) : sector,
    name: nameOf(context, head, owner),
    key: keyOf(country, head),
    basis: isBare ? 'lexicon' : 'composed',
    head: head.id,
    headKind: head.kind,
    plural: head.plural,
    office: head.office,
    former: isFormer || head.former,
    gender: head.gender,
    bare: isBare,
  });
}

/** Where "former", "ex-" or "ousted" stands before the phrase, over one more modifier; -1 where it does not. */
function formerBefore(context: Context, first: number): number {
  for (let at = first - 1; at >= 0 && at >= first - 2 && isTied(context, at); at--) {
    if (hasAt(context, at, IS.former)) return at;
    if (!hasAt(context, at, IS.rank)) return -1;
  }
  return -1;
}

/** People of a country of whom the noun says nothing are civilians; who leads or speaks for a state is its government. */
function sectorOfOwner(head: Head, owner: Affiliation | undefined): string {
  if (head.kind === 'agent') return PEOPLE.test(head.id) ? 'CVL' : '';
  const ofState = owner === undefined || owner.kind === 'country' || INTERSTATE.has(owner.country);
  return head.kind === 'office' && ofState ? 'GOV' : '';
}

/** Prefixes of organisations that states are members of. */
export const INTERSTATE: ReadonlySet<string> = new Set(['IGO', 'UNO', 'EUR']);
const PEOPLE = /^(?:people|population|public|nation|men|women|man|woman|children|citizens|community)/;

function nameOf(context: Context, head: Head, owner: Affiliation | undefined): string {
  if (owner === undefined) return headWords(context, head);
  if (owner.kind === 'country') return composedName(context, owner.country, head);
  return `${wordsOfSpan(context, owner.first, owner.last)} ${headWords(context, head)}`;
}

/** An adjective of a list whose head stands at its end: "Hungarian" of "Hungarian and Romanian officials". */
export function sharedDraft(context: Context, one: Affiliation, head: Head): Draft {
  const sector = combineSectors(one.sector, head.sector, head.kind);
  return newDraft({
    first: one.first,
    last: one.last,
    type: head.kind === 'body' ? 'organisation' : 'group',
    country: one.country,
    sector: sector === '' ? sectorOfOwner(head, one) : sector,
    name: composedName(context, one.country, head),
    key: keyOf(one.country, head),
    basis: 'composed',
    head: head.id,
    headKind: head.kind,
    plural: true,
  });
}

/** "Security Council of Armenia", "units of the army", "spokesman for the rebels": a head and what it belongs to. */
export function ofDraft(context: Context, draft: Draft, head: Head, inner: Draft): Draft {
  const isCountry = inner.type === 'country';
  const ofState = isCountry && head.kind === 'office' ? 'GOV' : '';
  const sector = combineSectors(inner.sector, head.sector, head.kind) || ofState;
  const named = isCountry && head.kind !== 'agent';
  return newDraft({
    ...draft,
    last: inner.last,
    country: inner.country,
    sector: draft.former ? 'ELI' : sector,
    name: named ? composedName(context, inner.country, head) : wordsOfSpan(context, draft.first, inner.last),
    key: isCountry ? keyOf(inner.country, head) : `${inner.key} ${head.kind}:${head.id}`,
    basis: 'composed',
    bare: inner.bare,
  });
}
