/** Codes stored reports again whose records another version of the coder made. */
import type { Lexicons } from '../lexicon/lexicons.ts';
import { coderVersion, codeReport } from '../pipeline.ts';
import type { Store } from '../store/store.ts';

/** Number of reports that were coded again. Decisions stay: they hold by their evidence. */
export async function recodeOutdated(store: Store, lexicons: Lexicons): Promise<number> {
  const coder = coderVersion(lexicons);
  const ids = await store.outdated(coder);
  for (const id of ids) {
    const stored = await store.report(id);
    const raw = await store.raw(id);
    if (stored === undefined || raw === undefined) continue;
    const coded = codeReport(stored.article.report, lexicons);
    const { hash, origin, mediaType, captured, card } = stored;
    await store.recode({
      hash,
      id,
      origin,
      mediaType,
      raw,
      captured,
      article: coded.article,
      card: { ...coded.card, captured, ...(card.replaces !== undefined && { replaces: card.replaces }) },
      records: coded.records,
      diagnostics: coded.diagnostics,
      coder,
    });
  }
  return ids.length;
}
