/** All of a ledger but its entries as it was told last, for those who want to hear what changes. */
import type { Situation } from '../model/ledger.ts';
import { type Agenda, createAgenda } from './agenda/agenda.ts';
import type { Core } from './entry/entry.ts';
import { type Part, createPart } from './part.ts';
import type { SideBook } from './sides.ts';
import type { Slot } from './slots.ts';

/** Derived situations as they were last told, and what they were derived from: truces, configured situations, sides. */
export interface Derived {
  readonly signs: Map<string, string>;
  situations: readonly Situation[] | undefined;
  configured: string;
  book: SideBook | undefined;
}

export interface Told {
  readonly truces: Part;
  /** Truces that the passing of time alone can change. */
  readonly open: Set<string>;
  readonly derived: Derived;
  readonly agenda: Agenda;
  readonly items: Part;
  /** What the agenda holds of meetings and plans. */
  readonly announced: Map<Slot, Core>;
  readonly stories: Part;
  /** The story of each report. */
  readonly storyOf: Map<string, string>;
  readonly coverage: Part;
  moment: number | undefined;
}

/** Nothing is told yet. */
export const createTold = (): Told => ({
  truces: createPart(),
  open: new Set(),
  derived: { signs: new Map(), situations: undefined, configured: '', book: undefined },
  agenda: createAgenda(),
  items: createPart(),
  announced: new Map(),
  stories: createPart(),
  storyOf: new Map(),
  coverage: createPart(),
  moment: undefined,
});
