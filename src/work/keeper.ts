/**
 * Keeps a ledger live beside its store, for programs that stay: a new report or decision costs what it changes, not a
 * fold of everything. What it writes is what a fold would write; when in doubt it folds.
 */
import { readCountries } from '../lexicon/countries.ts';
import type { Decision } from '../model/decision.ts';
import type { Situation } from '../model/ledger.ts';
import {
  addReports,
  createLedgerState,
  ledgerOf,
  setDecisions,
  takeDelta,
  trackChanges,
  type LedgerDelta,
  type LedgerState,
} from '../pipeline.ts';
import type { SaveOptions } from '../store/projection/save.ts';
import type { Store, StoreMarks } from '../store/store.ts';

export interface LedgerKeeper {
  /** How far the store is, its projections up to date. */
  refresh(): Promise<FreshMarks>;
  /** Lays decisions down, all or none, and brings the projections up to date. */
  decide(decisions: readonly Decision[]): Promise<FreshMarks>;
  /** What the decisions would change; nothing is kept. */
  preview(decisions: readonly Decision[]): Promise<LedgerDelta>;
}

export type FreshMarks = StoreMarks & { readonly hash: string };

/** A ledger in memory and how much of the store is in it. */
interface Live {
  readonly state: LedgerState;
  readonly recoded: number;
  reports: number;
  decisions: number;
  /** Hash of the ledger that the state held when it was last written. */
  hash: string;
}

interface Keeping {
  readonly store: Store;
  readonly situations: readonly Situation[];
  readonly names: Readonly<Record<string, string>>;
  /** Instant for the log of changes. */
  readonly now: () => string;
  live: Live | undefined;
}

/** Names of countries by code, as people call them. */
export const countryNames = (): Readonly<Record<string, string>> =>
  Object.fromEntries(readCountries().map(({ code, name }) => [code, name]));

export function createKeeper(store: Store, situations: readonly Situation[], now: () => string): LedgerKeeper {
  const keeping: Keeping = { store, situations, names: countryNames(), now, live: undefined };
  let last: Promise<unknown> = Promise.resolve();
  /** One at a time: two that mend one ledger at once would each write half of it. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work, work);
    last = result.catch(() => undefined);
    return result;
  };
  return {
    refresh: async () => {
      const marks = await store.marks();
      return isFresh(marks) ? marks : inTurn(() => refresh(keeping));
    },
    decide: (decisions) =>
      inTurn(async () => {
        await refresh(keeping);
        await ensureLive(keeping);
        await store.addDecisions(decisions);
        return refresh(keeping);
      }),
    preview: (decisions) => inTurn(() => preview(keeping, decisions)),
  };
}

const isFresh = (marks: StoreMarks): marks is FreshMarks => marks.hash !== undefined;

async function refresh(keeping: Keeping): Promise<FreshMarks> {
  const marks = await keeping.store.marks();
  if (isFresh(marks)) return marks;
  const live = keeping.live?.recoded === marks.recoded ? keeping.live : undefined;
  if (live === undefined || marks.kept !== live.hash) await writeWhole(keeping, marks, live);
  else await writeDelta(keeping, marks, live);
  const after = await keeping.store.marks();
  // Another process stored something in the meantime: what stands is true, and the next look takes that in too
  return { ...after, hash: after.kept! };
}

async function writeWhole(keeping: Keeping, marks: StoreMarks, known: Live | undefined): Promise<void> {
  const live = known ?? (await load(keeping, marks));
  await catchUp(keeping, marks, live);
  const ledger = ledgerOf(live.state);
  await keeping.store.saveLedger(ledger, saving(keeping, marks));
  trackChanges(live.state);
  keeping.live = { ...live, hash: ledger.hash };
}

async function writeDelta(keeping: Keeping, marks: StoreMarks, live: Live): Promise<void> {
  // Until it is written, the state is ahead of the store: should that fail, the next one writes everything
  keeping.live = undefined;
  await catchUp(keeping, marks, live);
  const delta = takeDelta(live.state);
  await keeping.store.saveUpdate(delta, saving(keeping, marks));
  live.hash = delta.head.hash;
  keeping.live = live;
}

const saving = ({ names, now }: Keeping, { reports, decisions, recoded }: StoreMarks): SaveOptions => ({
  names,
  at: now(),
  seen: { reports, decisions, recoded },
});

async function load({ store, situations, names }: Keeping, marks: StoreMarks): Promise<Live> {
  const state = createLedgerState({ situations, names });
  const all = [];
  for await (const report of store.codedReports()) all.push(report);
  addReports(state, all);
  setDecisions(state, await store.decisions());
  return { state, recoded: marks.recoded, reports: marks.reports, decisions: marks.decisions, hash: '' };
}

async function catchUp({ store }: Keeping, marks: StoreMarks, live: Live): Promise<void> {
  if (marks.reports > live.reports) {
    const added = [];
    for await (const report of store.codedReports({ after: live.reports })) added.push(report);
    addReports(live.state, added);
  }
  if (marks.decisions > live.decisions) setDecisions(live.state, await store.decisions());
  live.reports = marks.reports;
  live.decisions = marks.decisions;
}

/**
 * Sees to it that the state is what the store keeps, before something is laid down: then what follows is a delta, and
 * the first decision after a start costs a reading of the reports, not a writing of all entries.
 */
async function ensureLive(keeping: Keeping): Promise<Live> {
  const marks = await keeping.store.marks();
  const { live } = keeping;
  if (live !== undefined && live.recoded === marks.recoded && live.hash === marks.kept) return live;
  const loaded = await load(keeping, marks);
  trackChanges(loaded.state);
  return (keeping.live = { ...loaded, hash: marks.kept! });
}

async function preview(keeping: Keeping, decisions: readonly Decision[]): Promise<LedgerDelta> {
  await refresh(keeping);
  const { state } = await ensureLive(keeping);
  const standing = await keeping.store.decisions();
  setDecisions(state, [...standing, ...decisions]);
  const delta = takeDelta(state);
  setDecisions(state, standing);
  takeDelta(state);
  return delta;
}
