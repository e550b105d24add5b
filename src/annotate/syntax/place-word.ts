/** Lets little words and marks open and close frames: "that", "who", "after", commas, brackets, dashes. */
import {
  closeTo,
  closeToSaying,
  DEPTH,
  finiteAbove,
  isWaiting,
  newFrame,
  takesClause,
  topOf,
  type Builder,
  type Frame,
  push,
} from './builder.ts';
import type { ItemKind } from './items.ts';
import { isClauseAhead, isListAhead, isSpeechAt, nextItem } from './look-ahead.ts';

/** Places the word or mark of item `at`. */
export function placeWord(builder: Builder, at: number): void {
  const item = builder.items[at]!;
  PLACES[item.kind]?.(builder, at, item.word);
}

const PLACES: Readonly<Partial<Record<ItemKind, (builder: Builder, at: number, word: string) => void>>> = {
  preposition: (builder, _, word) => setPreposition(builder, word),
  conjunction: (builder) => {
    builder.conjunction = true;
    builder.commaBeforeConjunction = builder.before === 'comma';
  },
  that: placeThat,
  relative: placeRelative,
  subordinator: placeSubordinator,
  comma: placeComma,
  quote: placeQuote,
  adjective: (builder) => {
    builder.conjunction = false;
  },
  break: placeBreak,
  open: (builder, _, word) => {
    if (word === '(') push(builder, newFrame('aside', -1, { bracketed: true }));
  },
  close: (builder, _, word) => {
    if (word === ')') closeAside(builder);
  },
};

function placeBreak(builder: Builder, at: number, word: string): void {
  if (lastFrameThat(builder, ({ bracketed }) => bracketed) > 0) return;
  if (DASHES.has(word) && (placeDash(builder, at) || isAddendum(builder, at))) return;
  closeTo(builder, -1);
  push(builder, newFrame('main', -1));
  if (builder.quoted > 1) builder.quoted = 1;
  forget(builder);
}

const DASHES = new Set(['-', '–', '—', '--']);
/** Most items between two dashes that enclose an aside. */
const DASH_REACH = 24;

/** "The envoy - a retired general - left": what stands between dashes interrupts. False for a dash without its second. */
function placeDash(builder: Builder, at: number): boolean {
  const opened = lastFrameThat(builder, ({ dashed }) => dashed);
  if (opened > 0) {
    closeTo(builder, opened - 1);
    builder.conjunction = false;
    builder.preposition = '';
    return true;
  }
  for (let i = at + 1; i < Math.min(builder.items.length, at + DASH_REACH); i++)
    if (builder.items[i]!.kind === 'break') {
      if (!DASHES.has(builder.items[i]!.word)) return false;
      push(builder, newFrame('aside', -1, { dashed: true }));
      return true;
    }
  return false;
}

/** "… - including children", "… - with no end in sight": what follows the dash goes on what stands before it. */
function isAddendum(builder: Builder, at: number): boolean {
  const next = nextItem(builder, at + 1);
  if (next?.kind === 'preposition') return true;
  return next?.kind === 'verb' && builder.found.verbs[next.index]!.group.form === 'gerund';
}

function setPreposition(builder: Builder, word: string): void {
  builder.preposition = word;
  // "Ana Holm, 56, of Tirana,": "of" goes on the name over a comma.
  builder.behindPhrase = builder.before === 'phrase' || (word === 'of' && builder.before === 'comma');
}

function forget(builder: Builder): void {
  builder.candidate = undefined;
  builder.lastList = undefined;
  builder.lastPreposition = undefined;
  builder.preposition = '';
  builder.inverted = -1;
  builder.conjunction = false;
}

/** Index of the last frame of a kind, not too deep down; -1 without one. */
function lastFrameThat({ frames }: Builder, fits: (frame: Frame) => boolean): number {
  for (let at = frames.length - 1; at >= Math.max(0, frames.length - DEPTH); at--) if (fits(frames[at]!)) return at;
  return -1;
}

function closeAside(builder: Builder): void {
  const opened = lastFrameThat(builder, ({ kind }) => kind === 'aside');
  if (opened > 0) closeTo(builder, opened - 1);
}

/** "said that X …" and "told Y that X …" are complements, "the deal that X signed" and "the deal that holds" relatives. */
function placeThat(builder: Builder, at: number): void {
  const item = builder.items[at]!;
  const frame = topOf(builder);
  const next = nextItem(builder, at + 1);
  const relative =
    builder.before === 'phrase' && builder.lastPhrase >= 0 && isRelativeThat(builder, frame, next?.kind === 'verb');
  if (relative) {
    push(
      builder,
      newFrame('relative', frame.clause, {
        marker: 'that',
        markerToken: item.first,
        relative: builder.lastPhrase,
        antecedent: builder.lastPhrase,
      }),
    );
  } else {
    const parent = builder.conjunction ? complementParent(builder) : frame.clause;
    push(builder, newFrame('complement', parent, { marker: 'that', markerToken: item.first }));
  }
  forget(builder);
}

function isRelativeThat(builder: Builder, frame: Frame, verbNext: boolean): boolean {
  const head = builder.tokens[builder.found.phrases[builder.lastPhrase]!.head]!;
  if (builder.found.phrases[builder.lastPhrase]!.time) return false;
  const { patterns = [] } = builder.cues.nouns.get(head.lemma) ?? {};
  if (patterns.includes('clause') || patterns.includes('that')) return verbNext;
  if (frame.clause < 0) return true;
  const { verb, objects } = builder.clauses[frame.clause]!;
  if (verbNext || !takesClause(builder, verb)) return true;
  // "told them in Oslo that …", "said on Monday that …", but "announced a plan for the town that …".
  const hearer = builder.cues.verbs.get(builder.found.verbs[verb]!.group.lemma)?.hearer === 'object';
  return objects.length > (hearer ? 1 : 0);
}

/** "said that A and that B": both hang on "said". */
function complementParent(builder: Builder): number {
  const at = lastFrameThat(builder, ({ kind, clause }) => kind === 'complement' && clause >= 0);
  if (at > 0) {
    const { parent } = builder.frames[at]!;
    closeTo(builder, at - 1);
    return parent;
  }
  return topOf(builder).clause;
}

const BESIDE_NOUN = new Set(['who', 'which', 'whom', 'whose', 'where']);

function placeRelative(builder: Builder, at: number): void {
  const { word, first } = builder.items[at]!;
  const frame = topOf(builder);
  const beside =
    builder.lastPhrase >= 0 &&
    BESIDE_NOUN.has(word) &&
    (builder.before === 'phrase' || builder.before === 'comma' || builder.before === 'preposition');
  const withPreposition = builder.preposition !== '';
  // In "in which X …", "whose troops …" and "where X …" the noun before is not the subject.
  const relative = beside && !withPreposition && (word === 'who' || word === 'which') ? builder.lastPhrase : -1;
  push(
    builder,
    newFrame(beside ? 'relative' : 'complement', frame.clause, {
      marker: word,
      markerToken: first,
      relative,
      antecedent: beside ? builder.lastPhrase : -1,
      suspended: builder.candidate?.via === 'comma' ? builder.candidate : undefined,
    }),
  );
  forget(builder);
}

/** Of these some are prepositions unless a clause follows. */
const PREPOSITIONS = new Set([
  'as',
  'since',
  'after',
  'before',
  'until',
  'till',
  'once',
  'like',
  'than',
  'lest',
  'for',
  'while',
]);

function placeSubordinator(builder: Builder, at: number): void {
  const { word, first } = builder.items[at]!;
  const next = nextItem(builder, at + 1);
  if (word === 'because' && next?.word === 'of') return;
  if (PREPOSITIONS.has(word) && !isClauseAhead(builder, at)) {
    setPreposition(builder, word);
    return;
  }
  if (next?.kind === 'verb' && builder.found.verbs[next.index]!.group.form === 'gerund') {
    setPreposition(builder, word);
    return;
  }
  if (builder.before === 'comma' && (word === 'while' || word === 'whereas')) closeToSaying(builder);
  const frame = topOf(builder);
  const complement =
    (word === 'whether' || word === 'if') &&
    frame.clause >= 0 &&
    takesClause(builder, builder.clauses[frame.clause]!.verb) &&
    builder.before === 'verb';
  push(
    builder,
    newFrame(complement ? 'complement' : 'subordinate', frame.clause, { marker: word, markerToken: first }),
  );
  forget(builder);
}

/** What began inside a quotation ends with it, if a comma says that the sentence goes on outside: `"… that X …," he said`. */
function placeQuote(builder: Builder, at: number, word: string): void {
  if (word === 'open') {
    if (builder.quoted < 0) builder.quoted = builder.frames.length;
    return;
  }
  const depth = builder.quoted < 0 ? 1 : builder.quoted;
  const next = builder.items[at + 1];
  const outside =
    builder.items[at - 1]?.kind === 'comma' ||
    next?.kind === 'comma' ||
    (next?.kind === 'phrase' && isSpeechAt(builder, at + 1));
  builder.quoted = -1;
  if (!outside || builder.frames.length <= depth) return;
  closeTo(builder, depth - 1);
  builder.possessor = -1;
  builder.preposition = '';
}

/** A comma closes relative and subordinate clauses that have their verb, unless it is one of a list. */
function placeComma(builder: Builder, at: number): void {
  const listed = builder.lastPhrase >= 0 && builder.before === 'phrase' && isListAhead(builder, at);
  let { candidate } = builder;
  if (!listed)
    while (builder.frames.length > 1 && isClosedByComma(builder, topOf(builder)))
      candidate = builder.frames.pop()!.suspended ?? candidate;
  // "is not that good, X said": "that" opened nothing.
  if (builder.before === 'adjective' && topOf(builder).kind === 'complement' && topOf(builder).clause < 0)
    builder.frames.pop();
  const frame = topOf(builder);
  if (isWaiting(frame)) frame.comma = true;
  builder.preposition = '';
  builder.inverted = -1;
  builder.candidate = candidate?.via === 'object' ? undefined : candidate;
  if (builder.items[at - 1]?.kind !== 'conjunction') builder.conjunction = false;
}

function isClosedByComma(builder: Builder, frame: Frame): boolean {
  if (frame.clause < 0) return false;
  const { kind, marker } = frame;
  if (kind === 'complement') return marker !== undefined && marker !== 'that' && marker !== 'whether';
  if (kind === 'subordinate') return frame.parent < 0 || finiteAbove(builder, frame.clause) >= 0;
  return kind !== 'main';
}
