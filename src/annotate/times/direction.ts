/** On which side of the report a weekday or a month lies, by the verb that governs it: "said Friday", "will meet Friday". */
import type { TimeLexicon } from '../../lexicon/times.ts';
import type { Doc, Sentence, VerbGroup } from '../../model/doc.ts';
import type { Span } from '../../model/span.ts';

/** `near` where the verb leaves either side open: "a vote planned for Saturday was called off". */
export type Direction = 'past' | 'future' | 'near' | 'none';

/** The direction of the time at `span`, from the verbs of its sentence. */
export function directionOf(doc: Doc, times: TimeLexicon, span: Span): Direction {
  const at = sentenceAt(doc.sentences, span.start);
  const sentence = doc.sentences[at];
  if (sentence === undefined) return 'none';
  const from = firstVerb(doc.verbs, sentence.start);
  const before = firstVerb(doc.verbs, span.start) - 1;
  const left = before >= from && doc.verbs[before]!.end <= span.start ? before : -1;
  const behind = firstVerb(doc.verbs, span.end);
  const right = behind < doc.verbs.length && doc.verbs[behind]!.start < sentence.end ? behind : -1;
  const governing = right >= 0 && (left < 0 || opensClause(doc, span, sentence)) ? right : left;
  if (governing < 0) return 'none';
  const lead = wordBefore(doc.text, span.start, sentence.start);
  if (lead === 'as') return 'future';
  const side: Side = { doc, times, from, sentence, lead, after: governing === left };
  const direction = ofVerb(side, governing);
  if (direction === 'future' && isHappened(side, span)) return 'past';
  return direction === 'future' &&
    doc.verbs[governing]!.tense === 'present' &&
    doc.verbs[governing]!.start - span.end === 1
    ? 'none'
    : direction;
}

/** Where a verb is looked at from. */
interface Side {
  readonly doc: Doc;
  readonly times: TimeLexicon;
  /** Index of the first verb of the sentence. */
  readonly from: number;
  readonly sentence: Sentence;
  /** The word before the time. */
  readonly lead: string;
  /** Whether the time stands behind the verb. */
  readonly after: boolean;
}

const DEADLINES = new Set(['until', 'till', 'by', 'for', 'before', 'through']);

function ofVerb(side: Side, at: number): Direction {
  const verb = side.doc.verbs[at]!;
  const word = side.times.words.get(verb.lemma);
  const isSet =
    word?.planning !== undefined ||
    (word?.deadline !== undefined && verb.lemma !== 'be' && !verb.negated && DEADLINES.has(side.lead));
  if (isSet && side.after) return verb.form === 'participle' && isOverruled(side, at + 1) ? 'near' : 'future';
  if (verb.form === 'infinitive') return verb.perfect ? 'past' : ofInfinitive(side, at);
  if (verb.form === 'gerund') return at > side.from ? ofVerb(side, at - 1) : 'none';
  if (verb.form === 'participle') return 'past';
  if (verb.tense === 'future') return 'future';
  if (verb.modal !== undefined) return verb.perfect || isFailure(side, verb) ? 'past' : 'future';
  if (verb.tense === 'past' || verb.perfect) return 'past';
  return verb.tense === 'present' ? ofPresent(side, verb) : 'none';
}

/** What was planned has met a past verb: it may have been due already. */
const isOverruled = ({ doc, sentence }: Side, next: number): boolean => {
  const verb = doc.verbs[next];
  return verb !== undefined && verb.start < sentence.end && verb.tense === 'past' && verb.form === 'finite';
};

const NONE = /\b(?:neither|nor|none|nobody|no one|nothing)\b/i;

/** "could not be reached", "none of them could be reached": told of what was tried. */
const isFailure = ({ doc, sentence }: Side, verb: VerbGroup): boolean =>
  verb.modal === 'could' &&
  (verb.negated || NONE.test(doc.text.slice(Math.max(sentence.start, verb.start - 80), verb.start)));

/** "The truce expires Friday" lies ahead; "is meeting Friday" too; in a headline the present tense tells what was. */
function ofPresent({ doc, times, sentence }: Side, verb: VerbGroup): Direction {
  if (sentence.zone === 'headline') return 'past';
  if (verb.last > verb.first && doc.tokens[verb.head]!.lower.endsWith('ing')) return 'future';
  const word = times.words.get(verb.lemma);
  if (word?.saying !== undefined) return 'past';
  return word?.coming !== undefined || word?.planning !== undefined || verb.lemma === 'be' ? 'future' : 'none';
}

/** "planned to leave Thursday" lies ahead, "came to mourn Thursday" does not. */
function ofInfinitive({ doc, times, from }: Side, at: number): Direction {
  const matrix = at > from ? doc.verbs[at - 1] : undefined;
  if (matrix === undefined || (matrix.tense !== 'past' && !matrix.perfect)) return 'future';
  const word = times.words.get(matrix.lemma);
  if (word?.planning !== undefined || word?.deadline !== undefined) return 'future';
  return ASKS.has(matrix.lemma) ? 'near' : 'past';
}

/** Who was asked to come may still have to: "summoned him to testify on Feb. 10". */
const ASKS = new Set(['ask', 'order', 'invite', 'urge', 'summon', 'subpoena', 'call', 'instruct', 'tell', 'require']);

/** "respond to Tuesday's attack" tells of what happened, "prepare for Tuesday's vote" of what will. */
function isHappened({ doc, times }: Side, span: Span): boolean {
  const owned = /^['\u2019]s (?:\S+ ){0,2}?\S+/.exec(doc.text.slice(span.end, span.end + 60));
  if (owned === null) return false;
  const words = doc.text
    .slice(span.end + 3, span.end + 60)
    .toLowerCase()
    .split(/[^a-z]+/)
    .slice(0, 3);
  return !words.some((word) => times.words.get(word)?.scheduled !== undefined);
}

/** Index of the sentence that holds `offset`; -1 when none does. */
export function sentenceAt(sentences: readonly Sentence[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle]!;
    if (offset < sentence.start) high = middle - 1;
    else if (offset >= sentence.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** Index of the first verb group at or after `offset`. */
function firstVerb(verbs: readonly VerbGroup[], offset: number): number {
  let low = 0;
  let high = verbs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (verbs[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The word right before `offset`, lower case; empty at the start of the sentence. */
function wordBefore(text: string, offset: number, floor: number): string {
  let end = offset;
  while (end > floor && text[end - 1] === ' ') end--;
  let start = end;
  while (start > floor && isLetter(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end).toLowerCase();
}

const isLetter = (unit: number): boolean => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);

const PREPOSITIONS = new Set([
  'on',
  'in',
  'by',
  'until',
  'since',
  'at',
  'from',
  'late',
  'early',
  'earlier',
  'later',
  'also',
  'before',
  'after',
]);

/** Whether the time opens its clause, so that the verb to its right governs it: "On Friday, police said". */
function opensClause(doc: Doc, span: Span, sentence: Sentence): boolean {
  let at = span.start;
  for (let turn = 0; turn < 2; turn++) {
    const word = wordBefore(doc.text, at, sentence.start);
    if (!PREPOSITIONS.has(word)) break;
    at = startOf(doc.text, at, sentence.start);
  }
  let before = at - 1;
  while (before >= sentence.start && doc.text[before] === ' ') before--;
  if (before < sentence.start) return true;
  const mark = doc.text[before]!;
  if (mark === ',' || mark === ';' || mark === ':' || mark === '"' || mark === '\u201c' || mark === '`') return true;
  const word = wordBefore(doc.text, at, sentence.start);
  return word === 'and' || word === 'but' || word === 'that' || word === 'when' || word === 'while';
}

/** Offset of the start of the word before `offset`. */
function startOf(text: string, offset: number, floor: number): number {
  let start = offset;
  while (start > floor && text[start - 1] === ' ') start--;
  while (start > floor && isLetter(text.charCodeAt(start - 1))) start--;
  return start;
}
