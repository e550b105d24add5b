/** Codes stored reports again whose records another version of the coder made. */
import type { Lexicons } from '../lexicon/lexicons.ts';
import type { Report } from '../model/article.ts';
import { coderVersion, codeReports } from '../pipeline.ts';
import type { Store, StoredReport } from '../store/store.ts';

/** Reports that are read from the store and coded together. */
const CHUNK = 32;

/** Number of reports that were coded again. Decisions stay: they hold by their evidence. */
export async function recodeOutdated(store: Store, lexicons: Lexicons): Promise<number> {
  const ids = await store.outdated(coderVersion(lexicons));
  for (let at = 0; at < ids.length; at += CHUNK) await recode(ids.slice(at, at + CHUNK), store, lexicons);
  return ids.length;
}

async function recode(ids: readonly string[], store: Store, lexicons: Lexicons): Promise<void> {
  const coder = coderVersion(lexicons);
  const chunk: StoredReport[] = [];
  for (const id of ids) {
    const stored = await store.report(id);
    if (stored !== undefined) chunk.push(stored);
  }
  let at = 0;
  for (const { article, card, records, diagnostics } of codeReports(chunk.map(reportOf), lexicons)) {
    const { hash, id, origin, mediaType, captured, card: before } = chunk[at++]!;
    const raw = await store.raw(id);
    if (raw === undefined) continue;
    await store.recode({
      hash,
      id,
      origin,
      mediaType,
      raw,
      captured,
      article,
      card: { ...card, captured, ...(before.replaces !== undefined && { replaces: before.replaces }) },
      records,
      diagnostics,
      coder,
    });
  }
}

const reportOf = ({ article }: StoredReport): Report => article.report;
