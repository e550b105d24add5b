/** The desk's source over a store: a ledger kept live for now, and the ledgers of past moments that were asked for last. */
import type { Decision } from '../model/decision.ts';
import type { AgendaItem, Ledger, LedgerDelta, Situation } from '../model/ledger.ts';
import { diffLedgers } from '../pipeline.ts';
import type { DeskSource, FreshMarks, LedgerView, Preview } from '../serve/desk-source.ts';
import { batches } from '../store/batches.ts';
import { type MemoryProjection, openMemoryProjection } from '../store/projection/projection.ts';
import type { Store } from '../store/store.ts';
import { exportSource } from '../work/export-source.ts';
import { countryNames, createKeeper, type LedgerKeeper } from '../work/keeper.ts';
import { foldStore } from '../work/refold.ts';
import { instantOf, lexicons, situations } from './context.ts';
import { decisionsFor } from './decisions-for.ts';
import { VERSION } from './version.ts';

/** Ledgers of past moments that are kept ready. */
const KEPT = 8;
/** Another process may have stored something: how often, at most, the store is asked for it. */
const LOOK_MS = 100;

interface Past extends LedgerView {
  readonly ledger: Ledger;
  readonly projection: MemoryProjection;
}

export async function deskSource(store: Store): Promise<DeskSource> {
  const config = await situations();
  const keeper = createKeeper(store, config, () => new Date().toISOString());
  const marks = watchedMarks(keeper);
  const past = pastLedgers(store, config);
  let now: { readonly hash: string; readonly view: LedgerView } | undefined;
  const ledger = async (asOf?: string): Promise<Ledger> => {
    if (asOf !== undefined) return (await past(instantOf(asOf), (await marks.get()).hash)).ledger;
    await marks.get();
    return (await store.ledger()) ?? (await keeper.refresh(), (await store.ledger())!);
  };
  return {
    version: VERSION,
    store,
    marks: () => marks.get(),
    ledger,
    view: async (asOf): Promise<LedgerView> => {
      const { hash } = await marks.get();
      if (asOf !== undefined) return past(instantOf(asOf), hash);
      if (now?.hash !== hash) {
        const head = (await store.projection.head()) ?? (await keeper.refresh(), (await store.projection.head())!);
        now = { hash, view: { head, projection: store.projection } };
      }
      return now.view;
    },
    decide: async (requests) => {
      const decisions = await decisionsFor(store, requests);
      marks.set(await keeper.decide(decisions));
      return decisions;
    },
    preview: async (requests) => previewOf(store, keeper, await decisionsFor(store, requests)),
    exportAs: async (format, { asOf, ...options }) => {
      const { exportAs } = await import('../export/export-as.ts');
      return exportAs(
        format,
        await exportSource({
          store,
          ledger: await ledger(asOf),
          situations: config,
          version: VERSION,
          lexicons: () => lexicons(),
        }),
        options,
      );
    },
  };
}

/** The store's marks, asked for at most every so often: they stand before every answer. */
function watchedMarks(keeper: LedgerKeeper): { get(): Promise<FreshMarks>; set(marks: FreshMarks): void } {
  let [last, at] = [undefined as FreshMarks | undefined, 0];
  const set = (marks: FreshMarks): FreshMarks => {
    [last, at] = [marks, performance.now()];
    return marks;
  };
  return {
    set,
    get: async () => (last !== undefined && performance.now() - at < LOOK_MS ? last : set(await keeper.refresh())),
  };
}

/** Ledgers of past moments: folded when asked for, forgotten when the store changes. */
function pastLedgers(store: Store, config: readonly Situation[]): (moment: string, revision: string) => Promise<Past> {
  const kept = new Map<string, Promise<Past>>();
  const drop = (key: string): void => {
    void kept.get(key)?.then(
      ({ projection }) => setTimeout(() => void projection.close(), 60_000).unref(),
      () => undefined,
    );
    kept.delete(key);
  };
  return (moment, revision) => {
    const key = `${revision} ${moment}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    for (const old of kept.keys()) if (!old.startsWith(revision) || kept.size >= KEPT) drop(old);
    const made = foldPast(store, config, moment);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };
}

async function foldPast(store: Store, config: readonly Situation[], asOf: string): Promise<Past> {
  const ledger = await foldStore(store, config, { asOf });
  const projection = await openMemoryProjection(ledger, countryNames(), await store.places());
  return { ledger, projection, head: (await projection.head())! };
}

/** What decisions would change, in words. */
async function previewOf(store: Store, keeper: LedgerKeeper, decisions: readonly Decision[]): Promise<Preview> {
  const delta = await keeper.preview(decisions);
  const { head, entries, truces, agenda } = delta;
  const lists = { stories: [], coverage: [] };
  const a = { ...head, ...lists, ...(await before(store, delta)) };
  const b = { ...head, ...lists, entries: entries.changed, truces: truces.changed, agenda: agenda.changed };
  return {
    decisions,
    changes: diffLedgers(a, b).map(({ type, entry, text, before: was, after }) => ({
      type,
      id: entry,
      text,
      ...(was !== undefined && { before: was }),
      ...(after !== undefined && { after }),
    })),
  };
}

/** What the store holds of everything that would change. */
async function before(
  { projection }: Store,
  { entries, truces, agenda }: LedgerDelta,
): Promise<Pick<Ledger, 'entries' | 'truces' | 'agenda'>> {
  const items: AgendaItem[] = [];
  for (const ids of batches([...agenda.changed.map(({ entry }) => entry), ...agenda.gone]))
    items.push(...(await projection.agenda({ ids, limit: ids.length })).rows);
  const held = await Promise.all(
    [...truces.changed.map(({ id }) => id), ...truces.gone].map((id) => projection.truce(id)),
  );
  return {
    entries: await projection.bodies([...entries.changed.map(({ id }) => id), ...entries.gone]),
    truces: held.flatMap((one) => one?.truce ?? []),
    agenda: items,
  };
}
