/** The desk's source over a store: keeps the ledgers that were asked for last, by revision. */
import type { Decision } from '../model/decision.ts';
import type { Ledger } from '../model/ledger.ts';
import type { DeskPlace, DeskReport, DeskSource, DecisionRequest } from '../serve/desk-source.ts';
import type { Store } from '../store/store.ts';
import { currentLedger, foldStore, rebuildLedger } from '../work/refold.ts';
import { instantOf, situations } from './context.ts';
import { makeDecision } from './decide.ts';

/** Ledgers of past moments that are kept ready. */
const KEPT = 16;

export async function deskSource(store: Store): Promise<DeskSource> {
  const config = await situations();
  const past = new Map<string, Ledger>();
  let now: Ledger | undefined;

  /** The ledger now; folded again when reports or decisions came in, by this process or another. */
  const current = async (): Promise<Ledger> => {
    const head = await store.ledgerHead();
    if (head !== undefined && head.hash === now?.hash) return now;
    past.clear();
    now = await currentLedger(store, config);
    return now;
  };

  const asOf = async (moment: string): Promise<Ledger> => {
    const instant = instantOf(moment);
    await current();
    const known = past.get(instant);
    if (known !== undefined) return known;
    const ledger = await foldStore(store, config, { asOf: instant });
    if (past.size >= KEPT) past.delete(past.keys().next().value!);
    past.set(instant, ledger);
    return ledger;
  };

  return {
    ledger: (moment) => (moment === undefined ? current() : asOf(moment)),
    revision: async () => (await current()).hash,
    report: (id) => reportOf(store, id),
    cards: () => store.cards(),
    texts: async (ids) =>
      Object.fromEntries(await Promise.all(ids.map(async (id) => [id, (await store.report(id))?.text ?? ''] as const))),
    places: () => placesOf(store),
    search: (words) => store.search(words),
    status: async () => {
      const { reports, records } = await store.counts('');
      return {
        reports,
        records,
        quarantine: (await store.quarantine()).map(({ origin, key, message, at }) => ({ origin, key, message, at })),
      };
    },
    decisions: () => store.decisions(),
    decide: async (request: DecisionRequest): Promise<Decision> => {
      const decision = await makeDecision(store, await current(), request);
      await store.addDecision(decision);
      now = await rebuildLedger(store, config);
      past.clear();
      return decision;
    },
  };
}

async function placesOf(store: Store): Promise<DeskPlace[]> {
  const places: DeskPlace[] = [];
  for (const { id, places: slots } of await store.records({ kind: 'incident' })) {
    for (const { value } of slots) {
      const { key, name, relation, lat, lon } = value;
      if (lat !== undefined && lon !== undefined) places.push({ record: id, key, name, relation, lat, lon });
    }
  }
  return places;
}

async function reportOf(store: Store, id: string): Promise<DeskReport | undefined> {
  const stored = await store.report(id);
  if (stored === undefined) return undefined;
  const { report: _report, text: _text, ...article } = stored.article;
  const records = (await store.records({ report: id })).map(({ report: _, ...record }) => record);
  return {
    card: stored.card,
    origin: stored.origin,
    captured: stored.captured,
    text: stored.text,
    article,
    records,
    diagnostics: stored.diagnostics,
  };
}
