/** Brings the ledger of a store up to date with its reports and decisions. */
import { foldLedger } from '../pipeline.ts';
import type { CodedReport, Ledger, Situation } from '../model/ledger.ts';
import type { Store } from '../store/store.ts';
import { countryNames } from './keeper.ts';

export interface FoldOptions {
  readonly asOf?: string;
  readonly asOfBy?: 'report' | 'capture';
}

/** The ledger as of now: from the projections when they are fresh, else folded anew and kept. */
export async function currentLedger(store: Store, situations: readonly Situation[]): Promise<Ledger> {
  return (await store.ledger()) ?? rebuildLedger(store, situations);
}

/** Folds everything from nothing and brings the projections to it. */
export async function rebuildLedger(store: Store, situations: readonly Situation[]): Promise<Ledger> {
  const { reports, decisions, recoded } = await store.marks();
  const ledger = await foldStore(store, situations, {});
  await store.saveLedger(ledger, {
    names: countryNames(),
    at: new Date().toISOString(),
    seen: { reports, decisions, recoded },
  });
  return ledger;
}

/** The ledger as it stood at a moment; nothing is kept. */
export async function foldStore(store: Store, situations: readonly Situation[], options: FoldOptions): Promise<Ledger> {
  const reports: CodedReport[] = [];
  for await (const report of store.codedReports()) reports.push(report);
  return foldLedger({ reports, decisions: await store.decisions(), situations, names: countryNames() }, options);
}
