/** What the HTTP layer asks of the rest: plain functions and data. `cli/desk-source.ts` gives it over a store. */
import type { Exported } from '../export/export-as.ts';
import type { SitrepOptions } from '../export/source.ts';
import type { Decision, DecisionRequest } from '../model/decision.ts';
import type { Ledger } from '../model/ledger.ts';
import type { ChangeLine } from '../model/lines.ts';
import type { Projection } from '../store/projection/projection.ts';
import type { KeptHead } from '../store/projection/save.ts';
import type { Store, StoreMarks } from '../store/store.ts';

export type { DecisionRequest };

/** What is read of the store as it stands. */
export type ReadableStore = Pick<
  Store,
  | 'dialect'
  | 'report'
  | 'records'
  | 'reportLines'
  | 'outlets'
  | 'excerpts'
  | 'search'
  | 'decisions'
  | 'changes'
  | 'counts'
  | 'quarantine'
  | 'feeds'
>;

export type FreshMarks = StoreMarks & { readonly hash: string };

/** A ledger to read from: of now, or as it stood at a moment. */
export interface LedgerView {
  readonly head: KeptHead;
  readonly projection: Projection;
}

/** What decisions would change. */
export interface Preview {
  readonly decisions: readonly Decision[];
  readonly changes: readonly Omit<ChangeLine, 'seq' | 'at'>[];
}

export interface DeskSource {
  readonly version: string;
  readonly store: ReadableStore;
  /** How far the store is, the ledger up to date. */
  marks(): Promise<FreshMarks>;
  /** The ledger now, or as it stood at an instant or date. Throws `bad-option` for what is neither. */
  view(asOf?: string): Promise<LedgerView>;
  /** The same as one value, for those who need all of it. */
  ledger(asOf?: string): Promise<Ledger>;
  /** Lays decisions down, all or none; the log is append-only. */
  decide(requests: readonly DecisionRequest[]): Promise<readonly Decision[]>;
  preview(requests: readonly DecisionRequest[]): Promise<Preview>;
  exportAs(format: string, options: SitrepOptions & { readonly asOf?: string }): Promise<Exported>;
}
