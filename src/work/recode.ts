/** Codes stored reports again whose records another version of the coder made. */
import type { Lexicons } from '../lexicon/lexicons.ts';
import type { Report } from '../model/article.ts';
import { TrucewatchError } from '../model/errors.ts';
import { BATCH, coderVersion } from '../pipeline.ts';
import type { Store, StoredReport } from '../store/store.ts';
import { codeEach, type Coders } from './code-each.ts';

export interface Recoded {
  readonly count: number;
  /** Reports that the coder stumbled over, with what to do next: they keep what they had, and are tried again next time. */
  readonly failed: readonly { readonly id: string; readonly message: string }[];
}

/** Codes what another version has coded. Decisions stay: they hold by their evidence. `code` is the pipeline's when absent. */
export async function recodeOutdated(store: Store, lexicons: Lexicons, code?: Coders): Promise<Recoded> {
  const ids = await store.outdated(coderVersion(lexicons));
  const failed: { id: string; message: string }[] = [];
  for (let at = 0; at < ids.length; at += BATCH)
    failed.push(...(await recode(ids.slice(at, at + BATCH), store, lexicons, code)));
  return { count: ids.length - failed.length, failed };
}

async function recode(
  ids: readonly string[],
  store: Store,
  lexicons: Lexicons,
  code: Coders | undefined,
): Promise<Recoded['failed']> {
  const coder = coderVersion(lexicons);
  const chunk: StoredReport[] = [];
  for (const id of ids) {
    const stored = await store.report(id);
    if (stored !== undefined) chunk.push(stored);
  }
  const failed: { id: string; message: string }[] = [];
  let at = 0;
  for (const outcome of codeEach(chunk.map(reportOf), lexicons, code)) {
    if ('cause' in outcome) {
      const { id } = chunk[at++]!;
      failed.push({ id, message: new TrucewatchError('recode-failed', id, outcome.cause).message });
      continue;
    }
    const { article, card, records, diagnostics } = outcome.coded;
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
  return failed;
}

const reportOf = ({ article }: StoredReport): Report => article.report;
