/** One PLOVER event found in a document: what the record rules refine and what `trucewatch code` shows as `events`. */
import type { ActorMention } from '../../model/doc.ts';
import type { IncidentType } from '../../model/record.ts';
import type { Span } from '../../model/span.ts';
import type { PloverEvent, ToldType } from '../../model/vocabulary.ts';

export interface EventMention {
  readonly type: PloverEvent;
  /**
   * What the sentence as a whole tells, where that is another category than the act's own: "will send aid" is AGREE,
   * "failed to reach a deal" REJECT, and a denial or a claim of responsibility no event but a STATEMENT.
   */
  readonly told: ToldType;
  readonly mode: readonly string[];
  readonly context: readonly string[];
  /** The words that express it: verb group or noun, with particle and light-verb object. */
  readonly trigger: Span;
  /** The clause, or for a noun the phrase with its arguments, that the event stands in. */
  readonly extent: Span;
  /** Index of the clause whose verb it is, or that the noun stands in. */
  readonly clause?: number | undefined;
  /** Id of the lexicon entry: `open-fire`. */
  readonly sense: string;
  readonly source: readonly ActorMention[];
  readonly target: readonly ActorMention[];
  /** Noun phrases of the two sides, by index, also those that name no coded actor. */
  readonly sourcePhrases: readonly number[];
  readonly targetPhrases: readonly number[];
  /** Negated ("did not attack"), modal or future as the clause has it; see `standingOf` for the label. */
  readonly negated: boolean;
  readonly future: boolean;
  readonly nominal: boolean;
  /** Event that this one is the content of: "agreed to [hold talks]", "accused X of [shelling]", "called on X to [stop]". */
  readonly within?: number | undefined;
  /** What kind of incident it is, for hostile acts. */
  readonly incident?: IncidentType | undefined;
  /** Subjects and objects act on each other: "X and Y clashed". */
  readonly reciprocal: boolean;
}

/** A comment, hope or regret: said, but no PLOVER event; shown in the event view only, never to the record rules. */
export type CommentMention = Omit<EventMention, 'type'> & { readonly type: 'STATEMENT' };

/** All that the verbs and nouns of a document tell. */
export interface Told {
  readonly events: readonly EventMention[];
  readonly comments: readonly CommentMention[];
}
