/**
 * The ledger's public face: folds coded reports and decisions into entries, truces, agenda and stories. All functions
 * are pure; the moment that statuses are told for is an argument.
 */
import type { Decision } from '../model/decision.ts';
import type { CodedReport, Ledger, Situation } from '../model/ledger.ts';
import { addReports, createLedgerState } from './state.ts';
import { type LedgerOptions, ledgerOf } from './view.ts';

export interface LedgerInput {
  readonly reports: Iterable<CodedReport>;
  readonly decisions?: readonly Decision[];
  readonly situations?: readonly Situation[];
  /** Names for people of countries and other actor codes: `{ ARM: 'Armenia' }`. */
  readonly names?: Readonly<Record<string, string>>;
}

/**
 * The ledger of all reports and decisions as of a moment.
 *
 * `foldLedger({ reports, decisions: [] }, { asOf: '2022-09-15' }).truces[0].status`
 */
export function foldLedger({ reports, ...setup }: LedgerInput, options: LedgerOptions = {}): Ledger {
  const state = createLedgerState(setup);
  addReports(state, reports);
  return ledgerOf(state, options);
}

export { addDecision, addReports, createLedgerState, removeReport, setDecisions } from './state.ts';
export type { LedgerSetup, LedgerState } from './state.ts';
export { hashLedger, ledgerOf } from './view.ts';
export { takeDelta, trackChanges } from './changes.ts';
export type { LedgerOptions } from './view.ts';
export { statusAt } from './status-at.ts';
export { explainEntry } from './explain.ts';
export type { Explanation } from './explain.ts';
export { diffLedgers } from './diff.ts';
export type { LedgerChange } from './diff.ts';
export { unattachedIn } from './decisions.ts';
export { correctable, correctionValue } from './correction.ts';
