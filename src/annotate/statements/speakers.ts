/** Who speaks, and through what: turns the words of a source into an actor, and finds "told reporters", "in a statement". */
import type { ActorMention, Doc, StatementMention, TokenRange } from '../../model/doc.ts';
import type { Scene, StatementDraft } from './draft.ts';

type Speaker = NonNullable<StatementMention['speaker']>;
type Channel = NonNullable<StatementMention['channel']>;

/** Looks actors up by token: the mentions of a document stand in order and do not overlap by much. */
export interface ActorsAt {
  /** The widest mention that covers the token. */
  covering(token: number): ActorMention | undefined;
  /** The widest mention inside the range. */
  within(range: TokenRange): ActorMention | undefined;
}

export function actorsAt(doc: Doc): ActorsAt {
  const actors = [...doc.actors].sort((a, b) => a.start - b.start || b.end - a.end);
  /** Index of the first mention that ends behind `offset`. */
  const from = (offset: number): number => {
    let low = 0;
    let high = actors.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (actors[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const widest = (start: number, end: number, fits: (actor: ActorMention) => boolean): ActorMention | undefined => {
    let best: ActorMention | undefined;
    for (let at = from(start); at < actors.length && actors[at]!.start < end; at++) {
      const actor = actors[at]!;
      if (fits(actor) && (best === undefined || actor.end - actor.start > best.end - best.start)) best = actor;
    }
    return best;
  };
  return {
    covering: (token) => {
      const { start, end } = doc.tokens[token]!;
      return widest(start, end, (actor) => actor.start <= start && end <= actor.end);
    },
    within: ({ first, last }) => {
      const { start } = doc.tokens[first]!;
      const { end } = doc.tokens[last]!;
      return widest(start, end, (actor) => start <= actor.start && actor.end <= end);
    },
  };
}

/**
 * The actor of a source: the one at the head of its first phrase, of the noun that a relative pronoun stands for, or
 * the widest one inside it ("a spokesman for the ministry").
 */
export function speakerOf(
  { doc, tree }: Scene,
  actors: ActorsAt,
  { source, clause, rule }: StatementDraft,
): Speaker | undefined {
  const range = source[0];
  if (range === undefined) return undefined;
  const subjects =
    clause >= 0 && rule !== 'was-said' && rule !== 'was-condemned' && rule !== 'is-expected'
      ? doc.clauses[clause]!.subjects
      : [];
  const phrase = subjects[0] ?? tree.phraseAt[range.first]! - 1;
  const head = phrase >= 0 ? doc.phrases[phrase]?.head : undefined;
  const actor = (head === undefined ? undefined : actors.covering(head)) ?? actors.within(range);
  return actor && { code: actor.code, name: actor.name, key: actor.key };
}

/** Nouns that speak for whoever wrote them: "the statement said". */
export function isDocument({ doc, tree, channels }: Scene, { source }: StatementDraft): boolean {
  const range = source[0];
  if (range === undefined) return false;
  const phrase = tree.phraseAt[range.first]! - 1;
  return phrase >= 0 && channels.get(doc.tokens[doc.phrases[phrase]!.head]!.lemma) === 'document';
}

/** "told reporters", "in a statement", "on state television", as the report words it. */
export function channelOf(scene: Scene, { clause }: StatementDraft): Channel | undefined {
  const { doc, channels } = scene;
  if (clause < 0) return undefined;
  const { verb, objects, obliques } = doc.clauses[clause]!;
  const group = doc.verbs[verb]!;
  const hearer = objects.find((phrase) => channels.get(doc.tokens[doc.phrases[phrase]!.head]!.lemma) === 'hearers');
  if (hearer !== undefined && doc.phrases[hearer]!.first > group.last)
    return spanned(doc, group.head, doc.phrases[hearer]!.last);
  for (const { preposition, phrase } of obliques) {
    const { first, head, last } = doc.phrases[phrase]!;
    const kind = channels.get(doc.tokens[head]!.lemma);
    if (kind === undefined || first === 0 || !PREPOSITIONS.has(preposition)) continue;
    if ((kind === 'hearers') === (preposition === 'to') && doc.tokens[first - 1]!.lower === preposition)
      return spanned(doc, first - 1, last);
  }
  return undefined;
}

const PREPOSITIONS = new Set(['in', 'on', 'at', 'during', 'via', 'through', 'to', 'by']);

function spanned(doc: Doc, first: number, last: number): Channel {
  const span = { start: doc.tokens[first]!.start, end: doc.tokens[last]!.end };
  return { value: doc.text.slice(span.start, span.end).replace(/\s+/g, ' ').toLowerCase(), span };
}
