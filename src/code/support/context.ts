/** What the rules ask of a document: who acts in a clause, whose words a span is, when and where. Built once a report. */
import type { Lexicons } from '../../lexicon/lexicons.ts';
import type {
  ActorMention,
  Clause,
  Doc,
  PlaceMention,
  Sentence,
  StatementMention,
  TimeMention,
  VerbGroup,
} from '../../model/doc.ts';
import { NOTHING } from '../../model/lists.ts';
import { contains, indexAt, overlaps, type Span } from '../../model/span.ts';
import { isSport } from './field.ts';
import { withoutStrangers } from './strangers.ts';

export interface CodeContext {
  readonly doc: Doc;
  readonly lexicons: Lexicons;
  /** Clauses of each sentence, by index of the sentence. */
  readonly clausesBySentence: readonly (readonly number[])[];
  /** Noun phrases of each sentence, by index. */
  readonly phrasesBySentence: readonly (readonly number[])[];
  /** Statements whose content touches each sentence. */
  readonly statementsBySentence: readonly (readonly number[])[];
  /** Country codes spoken of, the most frequent first. */
  readonly countries: readonly string[];
  /** Whether the report is about sport, where nobody is attacked in earnest. */
  readonly isSport: boolean;
  /** Pairs of sides that the report sets against each other, the likeliest first: whom "the parties" can mean. */
  readonly adversaries: readonly (readonly [ActorMention, ActorMention])[];
  /** What tests of plain words look at. */
  readonly lower: LowerTokens;
}

export function codeContext(read: Doc, lexicons: Lexicons): CodeContext {
  const doc = withoutStrangers(read, lexicons);
  return {
    doc,
    lexicons,
    clausesBySentence: bySentence(doc, doc.clauses),
    phrasesBySentence: bySentence(doc, doc.phrases),
    statementsBySentence: groupStatements(doc),
    countries: countriesOf(doc),
    isSport: isSport(doc),
    adversaries: [],
    lower: lowerTokens(doc),
  };
}

/** Indices of items by sentence. Items stand in the order of their sentences, as the parser found them. */
function bySentence(doc: Doc, items: readonly { readonly sentence: number }[]): (readonly number[])[] {
  const indices = items.map((_, at) => at);
  let next = 0;
  return doc.sentences.map((_, sentence) => {
    const first = next;
    while (next < items.length && items[next]!.sentence === sentence) next++;
    return next === first ? NOTHING : indices.slice(first, next);
  });
}

function groupStatements(doc: Doc): (readonly number[])[] {
  const groups: (readonly number[])[] = doc.sentences.map(() => NOTHING);
  doc.statements.forEach(({ sentences }, index) => {
    for (const sentence of sentences)
      if (sentence < groups.length)
        groups[sentence] = groups[sentence]!.length === 0 ? [index] : [...groups[sentence]!, index];
  });
  return groups;
}

/** Tokens in lower case with a space around each, and where in that text each begins, the space before it counted in. */
interface LowerTokens {
  readonly text: string;
  readonly starts: Int32Array;
}

function lowerTokens({ tokens }: Doc): LowerTokens {
  const starts = new Int32Array(tokens.length + 1);
  for (let at = 0; at < tokens.length; at++) starts[at + 1] = starts[at]! + 1 + tokens[at]!.lower.length;
  return { text: ` ${tokens.map(({ lower }) => lower).join(' ')} `, starts };
}

/** Items of a list ordered by start that lie inside `span`. */
export function within<T extends Span>(items: readonly T[], span: Span): readonly T[] {
  let found: T[] | undefined;
  for (let at = indexAt(items, span.start); at < items.length && items[at]!.start < span.end; at++) {
    const item = items[at]!;
    if (!contains(span, item)) continue;
    if (found === undefined) found = [item];
    else found.push(item);
  }
  return found ?? NOTHING;
}

export const verbOf = ({ doc }: CodeContext, clause: Clause): VerbGroup => doc.verbs[clause.verb]!;
export const sentenceOf = ({ doc }: CodeContext, span: Span): Sentence =>
  doc.sentences[Math.min(indexAt(doc.sentences, span.start), doc.sentences.length - 1)]!;

/** Actors named inside noun phrase `phrase`, or the one whose name reaches over it. */
export function actorsOfPhrase({ doc }: CodeContext, phrase: number): readonly ActorMention[] {
  const span = doc.phrases[phrase];
  if (span === undefined) return NOTHING;
  let found: ActorMention[] | undefined;
  for (let at = indexAt(doc.actors, span.start); at < doc.actors.length && doc.actors[at]!.start < span.end; at++) {
    const actor = doc.actors[at]!;
    if (!overlaps(actor, span)) continue;
    if (found === undefined) found = [actor];
    else found.push(actor);
  }
  return found ?? NOTHING;
}

/** Phrases of who does what the clause says: its subject, or the "by" phrase of a passive. */
export function agentPhrases(context: CodeContext, clause: Clause): readonly number[] {
  if (verbOf(context, clause).voice === 'active') return clause.subjects;
  return obliquePhrases(clause, BY);
}

const BY: ReadonlySet<string> = new Set(['by']);

/** Phrases of to whom it is done: the object, or the subject of a passive. */
export const patientPhrases = (context: CodeContext, clause: Clause): readonly number[] =>
  verbOf(context, clause).voice === 'active' ? clause.objects : clause.subjects;

/** Phrases of the prepositional arguments with one of `prepositions`. */
export const obliquePhrases = ({ obliques }: Clause, prepositions: ReadonlySet<string>): readonly number[] =>
  obliques.length === 0
    ? NOTHING
    : obliques.filter(({ preposition }) => prepositions.has(preposition)).map(({ phrase }) => phrase);

export function actorsOfPhrases(context: CodeContext, phrases: readonly number[]): readonly ActorMention[] {
  if (phrases.length === 0) return NOTHING;
  if (phrases.length === 1) return actorsOfPhrase(context, phrases[0]!);
  return phrases.flatMap((phrase) => actorsOfPhrase(context, phrase));
}

/** Coded actors who do what the clause says. */
export const agentsOf = (context: CodeContext, clause: Clause): readonly ActorMention[] =>
  actorsOfPhrases(context, agentPhrases(context, clause));

/** The innermost statement whose content holds `span`. */
export function statementAround(
  { doc, statementsBySentence }: CodeContext,
  span: Span,
): { statement: StatementMention; index: number } | undefined {
  let best: { statement: StatementMention; index: number; size: number } | undefined;
  for (const index of statementsBySentence[indexAt(doc.sentences, span.start)] ?? []) {
    const statement = doc.statements[index]!;
    for (const content of statement.content) {
      const size = content.end - content.start;
      if (content.start <= span.start && span.start < content.end && (best === undefined || size < best.size))
        best = { statement, index, size };
    }
  }
  return best;
}

/** Places that `span` names; the zone of a clock ("20:00 Yerevan time") is none where anything happens. */
export function placesIn({ doc }: CodeContext, span: Span): readonly PlaceMention[] {
  const places = within(doc.places, span);
  const isZone = (place: Span): boolean => {
    const time = doc.times[indexAt(doc.times, place.start)];
    return time !== undefined && overlaps(time, place);
  };
  return places.some(isZone) ? places.filter((place) => !isZone(place)) : places;
}
export const timesIn = ({ doc }: CodeContext, span: Span): readonly TimeMention[] => within(doc.times, span);
export const textOf = ({ doc }: CodeContext, span: Span): string => doc.text.slice(span.start, span.end);

/** Clauses of the sentences that `span` touches. */
export function clausesIn({ doc, clausesBySentence }: CodeContext, span: Span): Clause[] {
  const found: Clause[] = [];
  for (
    let at = indexAt(doc.sentences, span.start);
    at < doc.sentences.length && doc.sentences[at]!.start < span.end;
    at++
  ) {
    for (const index of clausesBySentence[at]!) found.push(doc.clauses[index]!);
  }
  return found;
}

/** Lower-case tokens of a span, each between spaces: for tests of plain words. */
export function wordsIn({ doc, lower }: CodeContext, span: Span): string {
  const { tokens } = doc;
  const first = indexAt(tokens, span.start);
  let end = Math.max(first, indexAt(tokens, span.end));
  if (end < tokens.length && tokens[end]!.start < span.end) end++;
  return end === first ? '  ' : lower.text.slice(lower.starts[first], lower.starts[end]! + 1);
}

export const countryOf = (code: string): string => code.slice(0, 3);
const NOT_A_COUNTRY: ReadonlySet<string> = new Set(['IGO', 'NGO', 'UNO', 'IMG', 'MNC', 'EUR', 'ISM', 'UNK', 'NGM']);
export const isCountryCode = (code: string): boolean =>
  isCapitalAt(code, 0) &&
  isCapitalAt(code, 1) &&
  isCapitalAt(code, 2) &&
  (code.length === 3 || code.charCodeAt(3) === 32) &&
  !NOT_A_COUNTRY.has(countryOf(code));
const isCapitalAt = (code: string, at: number): boolean => code.charCodeAt(at) >= 65 && code.charCodeAt(at) <= 90;

function countriesOf(doc: Doc): string[] {
  const counts = new Map<string, number>();
  for (const { code } of doc.actors)
    if (isCountryCode(code)) counts.set(countryOf(code), (counts.get(countryOf(code)) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code);
}
