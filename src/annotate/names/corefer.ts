/**
 * Resolves what stands for something said before: "the prime minister", "the ministry", "the group", he, she, they and
 * it. Walks the document once with a memory of who was named last.
 */
import type { Span } from '../../model/span.ts';
import { wordsOfSpan } from './compose.ts';
import type { Context } from './context.ts';
import { newDraft, type Draft, type Reference } from './draft.ts';
import { spanOfWords } from './identify.ts';
import { giveToOwner, possessiveBefore } from './owned.ts';
import { GAP, IS, hasAt } from './scan.ts';

type Item = Draft | Reference;
const isReference = (item: Item): item is Reference => 'kind' in item;

interface Memory {
  /** Persons and single office holders, the last one last. */
  readonly persons: Draft[];
  /** Groups, peoples, bodies, countries. */
  readonly others: Draft[];
  /** What a pronoun has told of somebody whose name does not say it. */
  readonly genders: Map<string, 'm' | 'f'>;
  readonly subjects: Uint8Array;
}

/** How many sentences back a pronoun looks. */
const REACH = 5;
/** How many mentions back any reference looks: keeps the walk linear. */
const LONGEST = 24;

/** Adds a mention for every pronoun that has one fitting antecedent, and gives short descriptions theirs. */
export function corefer(
  context: Context,
  drafts: readonly Draft[],
  references: readonly Reference[],
  subjects: Uint8Array,
): Draft[] {
  const items: Item[] = [...drafts, ...references].sort((a, b) => a.first - b.first);
  const memory: Memory = { persons: [], others: [], genders: new Map(), subjects };
  const found: Draft[] = [];
  for (const item of items) {
    const draft = isReference(item) ? pronoun(context, item, memory) : described(context, item, memory);
    if (draft === undefined) continue;
    found.push(draft);
    remember(memory, draft);
  }
  return found;
}

function remember(memory: Memory, draft: Draft): void {
  if (draft.adjectival) return;
  const isOne = draft.type === 'person' || (draft.type === 'role' && !draft.plural);
  (isOne ? memory.persons : memory.others).push(draft);
}

/** A mention of what `antecedent` is, in the place of `words`. */
const standIn = (context: Context, first: number, last: number, antecedent: Draft): Draft =>
  newDraft({
    ...antecedent,
    first,
    last,
    headWord: last,
    basis: 'coreference',
    evidence: evidenceOf(context, antecedent),
    person: undefined,
    bare: false,
  });

/** A reference to a reference rests on the first one that names. */
const evidenceOf = (context: Context, antecedent: Draft): Span =>
  (antecedent.basis === 'coreference' ? antecedent.evidence : undefined) ??
  spanOfWords(context, antecedent.first, antecedent.last);

function pronoun(context: Context, reference: Reference, memory: Memory): Draft | undefined {
  const { first, last, kind } = reference;
  const antecedent =
    kind === 'he' || kind === 'she'
      ? lastPerson(context, memory, first, kind === 'he' ? 'm' : 'f')
      : kind === 'they'
        ? lastPlural(context, memory, first)
        : lastSpeaker(context, memory, first);
  return antecedent === undefined ? undefined : standIn(context, first, last, antecedent);
}

function lastPerson(context: Context, memory: Memory, at: number, gender: 'm' | 'f'): Draft | undefined {
  const genderOf = (draft: Draft): 'm' | 'f' | undefined => draft.gender ?? memory.genders.get(draft.key);
  const found =
    best(
      context,
      memory,
      memory.persons,
      at,
      (draft) => genderOf(draft) === gender || (gender === 'm' && genderOf(draft) === undefined),
    ) ?? best(context, memory, memory.persons, at, (draft) => genderOf(draft) === undefined);
  if (found !== undefined && found.gender === undefined) memory.genders.set(found.key, gender);
  return found;
}

function lastPlural(context: Context, memory: Memory, at: number): Draft | undefined {
  return best(context, memory, memory.others, at, (draft) => draft.type !== 'country' && draft.type !== 'outlet');
}

const SPEECH = new Set([
  'say',
  'announce',
  'add',
  'claim',
  'warn',
  'insist',
  'declare',
  'state',
  'deny',
  'pledge',
  'vow',
  'believe',
  'hope',
]);

/** "Syria says it is willing": the country or body that speaks in the same sentence. */
function lastSpeaker(context: Context, memory: Memory, at: number): Draft | undefined {
  const token = context.tokens[at]! - 1;
  const before = context.doc.tokens[token];
  const verb = before?.lower === 'that' ? context.doc.tokens[token - 1] : before;
  if (verb === undefined || !SPEECH.has(verb.lemma)) return undefined;
  const draft = memory.others.at(-1);
  return draft !== undefined &&
    (draft.type === 'country' || draft.type === 'organisation') &&
    context.sentences[draft.first] === context.sentences[at] &&
    memory.subjects[context.tokens[draft.headWord]!] === 1
    ? draft
    : undefined;
}

/** The fitting mention nearest by sentence; within a sentence a subject before what stands nearer. */
function best(
  context: Context,
  memory: Memory,
  list: readonly Draft[],
  at: number,
  fits: (draft: Draft) => boolean,
): Draft | undefined {
  const sentence = context.sentences[at]!;
  let found: Draft | undefined;
  let foundScore = -Infinity;
  for (let i = list.length - 1; i >= 0 && i >= list.length - LONGEST; i--) {
    const draft = list[i]!;
    const distance = sentence - context.sentences[draft.first]!;
    if (distance > REACH) break;
    if (!fits(draft)) continue;
    const subject = memory.subjects[context.tokens[draft.headWord]!] === 1 || draft.basis === 'coreference';
    const score = -3 * distance + (subject ? 2 : 0) + (draft.person !== undefined ? 0.5 : 0);
    if (score > foundScore) [found, foundScore] = [draft, score];
  }
  return found;
}

/** A bare description takes its country from a pronoun before it, or all from the last fitting mention behind "the". */
function described(context: Context, draft: Draft, memory: Memory): Draft {
  const isUnsettled = draft.bare || isUsual(context, draft);
  if (!isUnsettled || draft.person !== undefined) return draft;
  const owner = ownerOf(context, draft, memory);
  if (owner !== undefined) {
    giveToOwner(context, draft, owner);
    return draft;
  }
  if (draft.plural || !isDefinite(context, draft)) return draft;
  const antecedent = antecedentOf(context, memory, draft);
  return antecedent === undefined ? draft : standIn(context, draft.first, draft.last, antecedent);
}

/** Whom "its", "their", "his" or "her" before a mention stands for, when that one has a country. */
function ownerOf(context: Context, { first }: Draft, memory: Memory): Draft | undefined {
  const whose = possessiveBefore(context, first);
  if (whose === undefined) return undefined;
  const isState = ({ type }: Draft): boolean => type === 'country' || type === 'organisation';
  const isParty = ({ type }: Draft): boolean => type !== 'outlet';
  const owner =
    whose === 'his' || whose === 'her'
      ? lastPerson(context, memory, first, whose === 'his' ? 'm' : 'f')
      : best(context, memory, memory.others, first, whose === 'its' ? isState : isParty);
  return owner?.country === '' ? undefined : owner;
}

/** "the Security Council" is the United Nations' unless the report has named somebody else's. */
const isUsual = (context: Context, { type, basis, headKind, first, last }: Draft): boolean =>
  type === 'organisation' &&
  headKind === undefined &&
  basis === 'lexicon' &&
  context.hits[first]?.last === last &&
  hasAt(context, first, IS.body);

const antecedentOf = (context: Context, memory: Memory, draft: Draft): Draft | undefined =>
  draft.headKind === 'office' ? holderOf(memory, draft) : bodyOf(context, memory, draft);

function isDefinite(context: Context, draft: Draft): boolean {
  if (draft.last !== draft.headWord || context.words[draft.last + 1]?.norm === 'of') return false;
  const at = draft.first - 1;
  if (at < 0 || context.gaps[at] !== GAP.space) return context.opens[draft.first] === 1;
  const { norm } = context.words[at]!;
  return norm === 'the' || norm === 'this' || norm === 'that';
}

/** The last person of that office: "the minister" is the foreign minister named before. */
function holderOf(memory: Memory, draft: Draft): Draft | undefined {
  const office = draft.office ?? '';
  for (let i = memory.persons.length - 1; i >= 0 && i >= memory.persons.length - LONGEST; i--) {
    const person = memory.persons[i]!;
    if (person.office === undefined || person.former) continue;
    if (person.office === office || (person.office.endsWith(` ${office}`) && !office.includes('president')))
      return person;
  }
  return undefined;
}

/** The last body of that kind: "the ministry" is the foreign ministry named before. */
function bodyOf(context: Context, memory: Memory, draft: Draft): Draft | undefined {
  const words = wordsOfSpan(context, draft.first, draft.last).toLowerCase();
  for (let i = memory.others.length - 1; i >= 0 && i >= memory.others.length - LONGEST; i--) {
    const other = memory.others[i]!;
    if (other.type === 'country' || other.type === 'people' || other.type === 'outlet' || other.country === '')
      continue;
    if (other.head !== undefined && other.head === draft.head) return other;
    if (other.type === 'organisation' && other.name.toLowerCase().endsWith(words)) return other;
  }
  return undefined;
}
