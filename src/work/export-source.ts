/** Lends a store to the exports: a ledger with look-ups of the records, reports and bytes behind it. */
import type { ExportReport, ExportSource } from '../export/source.ts';
import type { BundleReject, BundleReport, BundleSource } from '../export/bundle/bundle-source.ts';
import { divisionsIn } from '../lexicon/divisions.ts';
import type { Lexicons } from '../lexicon/lexicons.ts';
import type { Ledger, Situation } from '../model/ledger.ts';
import type { Span } from '../model/span.ts';
import type { Store, StoredReport } from '../store/store.ts';
import { diffLedgers } from '../pipeline.ts';
import { privateNamesIn } from './private-names.ts';
import { foldStore } from './refold.ts';

export interface ExportSetup {
  readonly store: Store;
  /** The ledger to export: of now, or as it stood at a moment. */
  readonly ledger: Ledger;
  readonly situations: readonly Situation[];
  /** Version of the program. */
  readonly version: string;
  /** Loaded only when names of persons are withheld, or divisions asked for. */
  readonly lexicons: () => Promise<Lexicons>;
}

/** Reports kept at hand: entries that stand beside each other mostly rest on the same ones. */
const KEPT = 400;

/** What exports ask of a store. */
export async function exportSource(setup: ExportSetup): Promise<ExportSource> {
  const { store, ledger } = setup;
  const kept = new Map<string, StoredReport>();
  let look: ReturnType<typeof divisionsIn> | undefined;
  const stored = async (ids: readonly string[]): Promise<StoredReport[]> => {
    const found: StoredReport[] = [];
    for (const id of ids) {
      const report = kept.get(id) ?? (await store.report(id));
      if (report === undefined) continue;
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
      kept.set(id, report);
      found.push(report);
    }
    return found;
  };
  return {
    ledger,
    decisions: await store.decisions(),
    reports: async (ids) => (await stored(ids)).map(shown),
    records: (ids) => store.records({ ids }),
    divisions: async (places) => {
      look ??= divisionsIn((await setup.lexicons()).gazetteer);
      const found = look;
      return new Map(places.map((key) => [key, found(key)]));
    },
    privateNames: async (ids) => {
      const lexicons = await setup.lexicons();
      return Object.fromEntries(
        (await stored(ids)).map(({ id, article }): [string, readonly Span[]] => [
          id,
          privateNamesIn(article, lexicons),
        ]),
      );
    },
    changes: async (since) => diffLedgers(await foldStore(store, setup.situations, { asOf: since }), ledger),
    whole: bundleSource(setup),
  };
}

const shown = ({ id, text, card, coder }: StoredReport): ExportReport => ({ id, text, card, coder });

function bundleSource({ store, situations, version }: ExportSetup): BundleSource {
  return {
    version,
    situations,
    decisions: () => store.decisions(),
    reports: () => wholeReports(store),
    rejects: () => rejects(store),
  };
}

async function* wholeReports(store: Store): AsyncIterable<BundleReport> {
  for await (const { card, records } of store.codedReports()) {
    const report = (await store.report(card.id))!;
    const raw = (await store.raw(card.id))!;
    const { id, hash, origin, mediaType, captured, coder, article, diagnostics } = report;
    yield { id, hash, origin, mediaType, captured, coder, article, card, records, diagnostics, raw };
  }
}

async function* rejects(store: Store): AsyncIterable<BundleReject> {
  for (const { hash, origin, key, message, at } of await store.quarantine()) {
    const raw = await store.rejected(hash);
    if (raw !== undefined) yield { hash, origin, key, message, at, raw };
  }
}
