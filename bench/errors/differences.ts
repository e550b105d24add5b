/** Differences between a pack's gold and what the coder says, one row each, for people who read errors. */
import { attributionErrors } from './attribution.ts';
import { actorErrors, eventErrors, quadErrors } from './events.ts';
import { entityErrors, placeErrors, timeErrors } from './mentions.ts';

/** One difference: its kind, what the gold has, what the coder has, and the words. */
export interface Difference {
  readonly id: string;
  readonly kind: string;
  readonly gold: string;
  readonly system: string;
  readonly words: string;
}

/** A document as its pack or the coder's answer writes it; each pack knows which keys it has. */
// oxlint-disable-next-line typescript/no-explicit-any -- the shapes are the packs', not ours
export type Line = any;

export type Compare = (gold: Line, system: Line) => Omit<Difference, 'id'>[];

export const DIFFERENCES: Readonly<Record<string, Compare>> = {
  times: timeErrors,
  attribution: (gold, system) => attributionErrors(gold, system),
  direct: (gold, system) => attributionErrors(gold, system, 'direct'),
  events: eventErrors,
  quad: quadErrors,
  actors: actorErrors,
  entities: entityErrors,
  places: placeErrors,
};
