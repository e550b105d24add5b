/** The shape of a rule: one file of `rules/`, named for what it recognises; returns nothing when unsure. */
import type { EventMention } from './events/event.ts';
import type { CodeContext } from './support/context.ts';
import type { Draft } from './support/draft.ts';

export interface RuleInput {
  readonly context: CodeContext;
  readonly events: readonly EventMention[];
  /** The same events, by sentence. */
  readonly eventsBySentence: readonly (readonly EventMention[])[];
}

export type Rule = (input: RuleInput) => readonly Draft[];
