/** Turns one sentence into the row of items that the clause builder reads, and collects its phrases and verb groups. */
import type { Pos, Sentence, Token } from '../../model/doc.ts';
import type { Item, ItemKind } from './items.ts';
import { isQuoteMark } from './marks.ts';
import { phraseAt, isGenitive, type PhraseDraft } from './noun-phrases.ts';
import { verbGroupAt, type VerbDraft } from './verb-groups.ts';

/** What has been found in a document so far; the builders of one sentence append to it. */
export interface Found {
  readonly phrases: PhraseDraft[];
  readonly verbs: VerbDraft[];
}

/** Items of `sentence`, in order. */
export function chunk(tokens: readonly Token[], sentence: Sentence, number: number, found: Found): Item[] {
  const items: Item[] = [];
  const { last } = sentence;
  for (let at = sentence.first; at <= last;) {
    const token = tokens[at]!;
    const joint = jointAt(tokens, at, last);
    if (joint !== undefined) {
      items.push(joint);
      at = joint.last + 1;
      continue;
    }
    const kind = kindOf(tokens, at, sentence.first, last);
    if (kind === undefined) {
      const phrase = phraseAt(tokens, at, last, number);
      if (phrase !== undefined) {
        items.push({ kind: 'phrase', first: at, last: phrase.last, index: found.phrases.length, word: '' });
        found.phrases.push(phrase);
        at = phrase.last + 1;
        continue;
      }
    }
    const verb = kind === undefined && mayOpenVerb(token) ? verbGroupAt(tokens, at, last, number) : undefined;
    if (verb !== undefined) {
      items.push({ kind: 'verb', first: at, last: verb.group.last, index: found.verbs.length, word: '' });
      found.verbs.push(verb);
      at = verb.group.last + 1;
      continue;
    }
    const word = kind === 'quote' ? quoteWord(tokens, at, sentence) : token.lower;
    items.push({ kind: kind ?? restKind(token), first: at, last: at, index: -1, word });
    at++;
  }
  return items;
}

/** Words that do the work of one, by the first: the rest, and what it is. */
const JOINTS: ReadonlyMap<string, readonly (readonly [rest: readonly string[], kind: ItemKind])[]> = new Map([
  ['according', [[['to'], 'preposition']]],
  ['because', [[['of'], 'preposition']]],
  ['due', [[['to'], 'preposition']]],
  ['thanks', [[['to'], 'preposition']]],
  ['along', [[['with'], 'preposition']]],
  ['together', [[['with'], 'preposition']]],
  ['rather', [[['than'], 'conjunction']]],
  ['such', [[['as'], 'preposition']]],
  ['instead', [[['of'], 'preposition']]],
  ['out', [[['of'], 'preposition']]],
  ['ahead', [[['of'], 'preposition']]],
  ['prior', [[['to'], 'preposition']]],
  [
    'even',
    [
      [['if'], 'subordinator'],
      [['though'], 'subordinator'],
    ],
  ],
  ['so', [[['that'], 'subordinator']]],
  [
    'as',
    [
      [['well', 'as'], 'conjunction'],
      [['long', 'as'], 'subordinator'],
      [['soon', 'as'], 'subordinator'],
      [['a', 'result', 'of'], 'preposition'],
      [['part', 'of'], 'preposition'],
      [['of'], 'preposition'],
      [['for'], 'preposition'],
      [['if'], 'subordinator'],
      [['though'], 'subordinator'],
    ],
  ],
]);

function jointAt(tokens: readonly Token[], at: number, last: number): Item | undefined {
  const joints = JOINTS.get(tokens[at]!.lower);
  if (joints === undefined) return undefined;
  for (const [rest, kind] of joints) {
    const end = at + rest.length;
    if (end <= last && isWritten(rest, tokens, at + 1))
      return { kind, first: at, last: end, index: -1, word: `${tokens[at]!.lower} ${rest.join(' ')}` };
  }
  return undefined;
}

const isWritten = (words: readonly string[], tokens: readonly Token[], from: number): boolean =>
  words.every((word, i) => tokens[from + i]!.lower === word);

const mayOpenVerb = (token: Token): boolean =>
  token.pos === 'VERB' || token.pos === 'AUX' || token.lower === 'to' || token.lower === 'not';

const RELATIVES = new Set(['who', 'which', 'whom', 'whose', 'where', 'what', 'whoever', 'whatever', 'how', 'why']);
const SUBORDINATORS = new Set(
  'if because although though unless whereas while when whenever whether until till once lest as since after before'.split(
    ' ',
  ),
);
/** Breaks a sentence in two that have little to do with one another. */
const BREAKS = new Set([';', ':', '—', '–', '--', '-', '...', '…', '?', '!', '.']);

/** The kind of a little word or mark; nothing for tokens that may open a phrase or a verb group. */
function kindOf(tokens: readonly Token[], at: number, first: number, last: number): ItemKind | undefined {
  const token = tokens[at]!;
  if (token.text === '[' && at < last && tokens[at + 1]!.pos !== 'PUNCT') return undefined;
  if (token.pos === 'PUNCT') return markKind(token);
  const { lower, pos } = token;
  if (lower === 'that') return isThatWord(tokens, at, first, last) ? 'that' : undefined;
  if (RELATIVES.has(lower)) return 'relative';
  if (lower === 'given' && (at === 0 || tokens[at - 1]!.pos === 'PUNCT')) return 'preposition';
  if (pos === 'CCONJ') return 'conjunction';
  if (pos === 'SCONJ' || SUBORDINATORS.has(lower))
    return pos === 'ADP' && !SUBORDINATORS.has(lower) ? 'preposition' : 'subordinator';
  if (pos === 'PART' && at > 0 && isGenitive(token, tokens[at - 1]!)) return 'other';
  return undefined;
}

function markKind(token: Token): ItemKind {
  if (isQuoteMark(token)) return 'quote';
  switch (token.text) {
    case ',':
      return 'comma';
    case '(':
    case '[':
      return 'open';
    case ')':
    case ']':
      return 'close';
    default:
      return BREAKS.has(token.text) ? 'break' : 'other';
  }
}

/** Whether a quotation mark opens or closes: a straight one by the side on which it touches a word. */
function quoteWord(tokens: readonly Token[], at: number, { first, last }: Sentence): 'open' | 'close' {
  const { text, start, end } = tokens[at]!;
  const touches = at > first && tokens[at - 1]!.end === start;
  if (text === '“' && touches && at < last && tokens[at + 1]!.start > end) return 'close';
  if (text === '“' || text === '„' || text === '«' || text === '``' || text === '‘') return 'open';
  if (text !== '"') return 'close';
  return !touches && at < last && tokens[at + 1]!.start === end ? 'open' : 'close';
}

/** Whether "that" joins clauses: not where it stands for a noun, or before one that it points at ("that night"). */
function isThatWord(tokens: readonly Token[], at: number, first: number, last: number): boolean {
  // "That removed the last obstacle": at the start it stands for a thing.
  if (at === first && at < last && (tokens[at + 1]!.pos === 'VERB' || tokens[at + 1]!.pos === 'AUX')) return false;
  const { pos } = tokens[at]!;
  if (pos === 'SCONJ' || pos === 'ADP') return true;
  if (pos === 'DET') {
    // "that" points at one thing only: before a plural it joins ("warning that talks fail", "reports that police are").
    const noun = at < last ? tokens[at + 1]! : undefined;
    if (at === first || noun?.pos !== 'NOUN') return false;
    return (noun.lower !== noun.lemma && noun.lower.endsWith('s')) || PLURAL.has(tokens[at + 2]?.lower ?? '');
  }
  let next = at + 1;
  while (next <= last && isQuoteMark(tokens[next]!)) next++;
  return next <= last && tokens[next]!.pos !== 'PUNCT' && at > first;
}

const PLURAL = new Set(['are', 'were', 'have']);

const REST: Readonly<Partial<Record<Pos, ItemKind>>> = {
  ADP: 'preposition',
  ADJ: 'adjective',
  ADV: 'adverb',
  PART: 'adverb',
  SCONJ: 'subordinator',
};

function restKind(token: Token): ItemKind {
  if (token.lower === 'to') return 'preposition';
  return REST[token.pos] ?? 'other';
}
