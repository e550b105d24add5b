/**
 * Reads one actor phrase from its first word on: whose it is, what it is, and the name that follows, as in "Armenian
 * Prime Minister Ana Prelic", "units of Azerbaijan's armed forces", "Hungarian and Romanian officials".
 */
import { affiliationAt, type Affiliation } from './affiliation.ts';
import {
  INTERSTATE,
  composedName,
  headDraft,
  keyOf,
  ofDraft,
  ownerDraft,
  sharedDraft,
  wordsOfSpan,
} from './compose.ts';
import type { Context } from './context.ts';
import { newDraft, type Draft, type PersonName } from './draft.ts';
import { isBeforeName, readHead, type Head } from './heads.ts';
import { namedBehind, namesBehind, ownersBefore } from './lists.ts';
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
    : finish(context, headDraft(context, head, undefined), head, depth);
}

/** "terrorist bombings", "fighter jets": one noun of people before another noun is nobody. */
function isModifying(context: Context, { kind, plural, last }: Head): boolean {
  if (kind !== 'agent' || plural || !isTied(context, last)) return false;
  const pos = posAt(context, last + 1);
  return (pos === 'NOUN' || pos === 'PROPN') && !isCapital(context, last + 1);
}

function readAffiliated(context: Context, affiliation: Affiliation, depth: number): Reading {
  const list = ownersBefore(context, affiliation);
  const owner = list.at(-1)!;
  const head = owner.next < 0 || !reaches(context, owner) ? undefined : headAfter(context, owner);
  if (head === undefined) return readOwned(context, affiliation, depth);
  const reading = finish(context, headDraft(context, head, owner), head, depth);
  if (list.length === 1) return reading;
  const shared = list.slice(0, -1).map((one) => sharedDraft(context, one, head));
  return { drafts: [...shared, ...reading.drafts], next: reading.next };
}

/** An owner without a head: alone, before a named actor ("Iraq's Sotavar Front"), or in a list that one ends. */
function readOwned(context: Context, owner: Affiliation, depth: number): Reading {
  const alone = ownerDraft(context, owner);
  const named =
    owner.next > 0 && (owner.possessive || isTied(context, owner.last))
      ? affiliationAt(context, owner.next)
      : undefined;
  if (
    named?.kind === 'actor' &&
    context.sentences[named.first] === context.sentences[owner.first] &&
    (owner.possessive || owner.use === 'adjective')
  ) {
    const { drafts, next } = readAffiliated(context, named, depth);
    const first = drafts[0]!;
    first.first = owner.first;
    if (isStateless(first.country)) first.country = owner.country;
    // "the Kenyan UN ambassador" is Kenya's.
    if (INTERSTATE.has(first.country) && first.headKind !== undefined)
      Object.assign(first, { country: owner.country, sector: 'GOV' });
    return { drafts, next };
  }
  const shared = namedBehind(context, owner);
  if (shared !== undefined) {
    const name = `${context.adjectives.get(owner.country) ?? alone.name} ${wordsOfSpan(context, shared.first + 1, shared.last)}`;
    const key = `${owner.country} ${shared.entry?.id}`;
    const known = { ...alone, type: 'organisation', sector: shared.sector, name, key } as const;
    return {
      drafts: [newDraft({ ...known, basis: 'composed', adjectival: false, plural: true })],
      next: owner.last + 1,
    };
  }
  // Those of a list without a common head are met again one by one.
  return { drafts: [alone], next: owner.last + 1 };
}

const isStateless = (country: string): boolean => country === '' || country === 'IMG' || country === 'ISM';

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
  return readHead(context, owner.next, owner.use !== 'adjective' && !owner.possessive);
}

/** Adds what follows the head: "of X", a name, the names of a list. */
function finish(context: Context, draft: Draft, head: Head, depth: number): Reading {
  const after =
    readOf(context, draft, head, depth) ??
    readPortfolio(context, draft, head) ??
    readPosting(context, draft, head, depth);
  if (after !== undefined && !isCapital(context, after.next)) return after;
  if (after === undefined && head.kind === 'body') extendMinistry(context, draft);
  const from = after?.next ?? draft.last + 1;
  if (head.kind === 'body' || (head.kind === 'agent' && head.plural) || !isBeforeName(context, from - 1))
    return after ?? untitled(draft, from);
  const name = nameAfter(context, from);
  if (name === undefined) return after ?? untitled(draft, from);
  const holder = after?.drafts[0] ?? draft;
  holder.last = name.last;
  holder.headWord = name.last;
  holder.type = 'person';
  holder.person = name;
  holder.name = displayName(name);
  return { drafts: after?.drafts ?? [draft], next: name.last + 1 };
}

/** "Ministry of Trade and Industry": the second matter that a ministry is for. */
function extendMinistry(context: Context, draft: Draft): void {
  const { last } = draft;
  if (last === draft.headWord && context.words[last + 1]?.norm !== 'and') return;
  if (
    !isCapital(context, last) ||
    !isTied(context, last) ||
    !isTied(context, last + 1) ||
    !isCapital(context, last + 2)
  )
    return;
  if (context.words[draft.first]!.norm === 'ministry' && context.hits[last + 2] === undefined) draft.last = last + 2;
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
  draft.headKind === 'title' && draft.bare ? { drafts: [], next } : { drafts: [draft], next };

const canBeName = (context: Context, at: number): boolean =>
  at < context.words.length && context.tokens[at]! >= 0 && (isCapital(context, at) || hasAt(context, at, IS.particle));

/** Nouns whose "of" tells whom they suffered from or belong to, not what they are part of or lead. */
const NOT_OF =
  /^(?:victim|critic|opponent|enem|survivor|relative|famil|rival|supporter|ally|allies|friend|widow|wife|wives|son|daughter|killer|kidnapper|witness)/;
/** Heads whose "for" names whom they speak for. */
const SPEAKS = /spokes|lawyer|representative|negotiator/;

/** "the leaders of Russia, Azerbaijan and Armenia", "units of Azerbaijan's armed forces", "spokesman for the army". */
function readOf(context: Context, draft: Draft, head: Head, depth: number): Reading | undefined {
  if (context.gaps[draft.last] !== GAP.space) return undefined;
  const link = context.words[draft.last + 1]?.norm;
  if (link !== 'of' && link !== 'for') return undefined;
  if (NOT_OF.test(head.id) || (link === 'for' && !SPEAKS.test(head.id))) return undefined;
  if (draft.country !== '' && draft.country !== 'IGO' && link === 'of' && head.kind !== 'office') return undefined;
  const from = draft.last + 2;
  const inner = readActor(context, context.words[from]?.norm === 'the' ? from + 1 : from, depth + 1);
  const first = inner?.drafts[0];
  if (inner === undefined || first === undefined || first.type === 'outlet') return undefined;
  if (first.adjectival || first.person !== undefined || first.first > from + 3) return undefined;
  // "leaders of the Russia-led bloc" are not Russia's.
  if (context.gaps[first.last] === GAP.hyphen) return undefined;
  if (draft.country !== '' && draft.country !== first.country) return undefined;
  const whole = ofDraft(context, draft, head, first);
  const drafts = [whole, ...inner.drafts.slice(1), ...furtherOf(context, whole, head, first)];
  return { drafts, next: Math.max(inner.next, drafts.at(-1)!.last + 1) };
}

/** "… of Russia, Azerbaijan and Armenia": the plural head has one holder in each country of the list. */
function furtherOf(context: Context, whole: Draft, head: Head, first: Draft): Draft[] {
  if (!head.plural || first.type !== 'country') return [];
  return namesBehind(context, first.last).map((one) =>
    newDraft({
      ...whole,
      first: one.first,
      last: one.last,
      headWord: one.last,
      country: one.country,
      name: composedName(context, one.country, head),
      key: keyOf(one.country, head),
    }),
  );
}

const POSTED = /ambassador|envoy|representative|delegate|negotiator|consul/;

/** "US ambassador to the UN Ana Prelic": where somebody is posted, when a name follows; it lends no code. */
function readPosting(context: Context, draft: Draft, head: Head, depth: number): Reading | undefined {
  if (head.kind !== 'office' || context.gaps[draft.last] !== GAP.space || !POSTED.test(head.id)) return undefined;
  const link = context.words[draft.last + 1]?.norm;
  if (link !== 'to' && link !== 'in') return undefined;
  const from = draft.last + 2;
  const inner = readActor(context, context.words[from]?.norm === 'the' ? from + 1 : from, depth + 1);
  if (inner === undefined || inner.drafts.length !== 1 || inner.drafts[0]!.adjectival) return undefined;
  const { last } = inner.drafts[0]!;
  if (!isBeforeName(context, last) || !canBeName(context, last + 1) || nameAfter(context, last + 1) === undefined)
    return undefined;
  draft.last = last;
  return { drafts: [draft], next: last + 1 };
}

const PORTFOLIO = /minister|secretary|commissioner/;

/** "Minister for the Middle East", "Secretary of Energy": what the office is for, capitalised. */
function readPortfolio(context: Context, draft: Draft, head: Head): Reading | undefined {
  if (head.kind !== 'office' || context.gaps[draft.last] !== GAP.space || !PORTFOLIO.test(head.id)) return undefined;
  const link = context.words[draft.last + 1]?.norm;
  if (link !== 'for' && link !== 'of') return undefined;
  const at = context.words[draft.last + 2]?.norm === 'the' ? draft.last + 3 : draft.last + 2;
  if (at >= context.words.length || !isCapital(context, at) || hasAt(context, at, IS.country)) return undefined;
  const run = readRun(context, at);
  if (run === undefined || run.kind === 'person') return undefined;
  draft.last = run.last;
  return { drafts: [draft], next: run.last + 1 };
}
