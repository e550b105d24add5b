/** Reports, articles, records and quarantine in the store. */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Kysely, Transaction } from 'kysely';
import type { Article } from '../model/article.ts';
import type { CodedReport, ReportCard } from '../model/ledger.ts';
import type { CodedRecord, RecordKind } from '../model/record.ts';
import { checkSpans } from '../model/check.ts';
import { BATCH, batches } from './batches.ts';
import { markStale } from './ledger-tables.ts';
import { sortable } from './projection/moments.ts';
import { reportLineOf } from './report-lines.ts';
import { numberOf } from './numbers.ts';
import type { Tables } from './schema.ts';
import { standing } from './standing.ts';
import type { Excerpt, NewReport, Rejected, StoredRecord, StoredReport } from './store.ts';

export async function knownHashes(db: Kysely<Tables>, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (const part of batches(hashes)) {
    for (const table of ['reports', 'quarantine'] as const) {
      const rows = await db.selectFrom(table).select('hash').where('hash', 'in', part).execute();
      for (const { hash } of rows) known.add(hash);
    }
  }
  return known;
}

/** Adds reports and rejects, counts them in the run and marks the ledger as stale, in one transaction. */
export async function addReports(
  db: Kysely<Tables>,
  run: string,
  reports: readonly NewReport[],
  rejected: readonly Rejected[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const stored: { id: string; headline: string }[] = [];
    for (const report of reports) stored.push({ id: await addReport(tx, run, report), headline: report.card.headline });
    for (const { hash, origin, key, message, raw, at } of rejected) {
      const row = { hash, origin, key, message, raw: zstdCompressSync(raw), at };
      await tx
        .insertInto('quarantine')
        .values(row)
        .onConflict((oc) => oc.column('hash').doNothing())
        .execute();
    }
    await tx
      .updateTable('runs')
      .set((eb) => ({ added: eb('added', '+', reports.length), rejected: eb('rejected', '+', rejected.length) }))
      .where('id', '=', run)
      .execute();
    const [first] = reports;
    if (first === undefined) return;
    await markStale(tx);
    await logReports(tx, first.captured, stored);
  });
}

/** Adds one report and returns its id. A text under a taken id gets a piece of its hash to its own. */
export async function addReport(tx: Transaction<Tables>, run: string, report: NewReport): Promise<string> {
  const taken = await tx.selectFrom('reports').select(['hash']).where('id', '=', report.id).executeTakeFirst();
  const id = taken === undefined ? report.id : `${report.id}~${report.hash.slice(0, 8)}`;
  const { text, hash: _, ...meta } = report.article.report;
  await tx
    .insertInto('reports')
    .values({
      hash: report.hash,
      id,
      origin: report.origin,
      media_type: report.mediaType,
      raw: zstdCompressSync(report.raw),
      bytes: report.raw.length,
      captured: report.captured,
      run,
      meta: JSON.stringify({ ...meta, id }),
      text,
    })
    .execute();
  await addArticle(tx, { ...report, id, card: { ...report.card, id } });
  return id;
}

/** New reports in the log of changes. */
export async function logReports(
  tx: Transaction<Tables>,
  at: string,
  reports: readonly { readonly id: string; readonly headline: string }[],
): Promise<void> {
  for (const part of batches(reports)) {
    const rows = part.map(({ id, headline }) => ({
      at,
      type: 'report',
      id,
      kind: null,
      text: headline,
      before: null,
      after: null,
    }));
    await tx.insertInto('changes').values(rows).execute();
  }
}

/** Replaces article and records of a stored report. */
export async function recode(db: Kysely<Tables>, report: NewReport): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('records').where('report', '=', report.id).execute();
    await tx.deleteFrom('articles').where('report', '=', report.id).execute();
    await addArticle(tx, report);
    await placeHandMade(tx, [report.id]);
    await countRecoded(tx);
    await markStale(tx);
  });
}

/** Puts the standing hand-made records of these reports beside those of the coder. */
export async function placeHandMade(tx: Transaction<Tables>, reports: readonly string[]): Promise<void> {
  await tx.deleteFrom('records').where('report', 'in', reports).where('rule', '=', 'by-hand').execute();
  for (const { target, record } of await standing(tx, 'record'))
    if (reports.includes(target.report))
      await tx
        .insertInto('records')
        .values(recordRow(target.report, record))
        .onConflict((oc) => oc.column('id').doNothing())
        .execute();
}

/** Who keeps a ledger of their own must know that records were replaced, not only added. */
export async function countRecoded(tx: Transaction<Tables>): Promise<void> {
  const row = await tx.selectFrom('meta').select('value').where('key', '=', 'recoded').executeTakeFirst();
  const value = String(Number(row?.value ?? 0) + 1);
  await tx
    .insertInto('meta')
    .values({ key: 'recoded', value })
    .onConflict((oc) => oc.column('key').doUpdateSet({ value }))
    .execute();
}

async function addArticle(tx: Transaction<Tables>, report: NewReport): Promise<void> {
  const { card, records } = report;
  // The second check of promise 2: the first is made where a record is born.
  for (const record of records) checkSpans(report.article.text, record);
  const { text: _text, report: _report, ...article } = report.article;
  await tx
    .insertInto('articles')
    .values({
      report: report.id,
      coder: report.coder,
      headline: card.headline,
      outlet: card.outlet ?? null,
      published: card.published.value ?? null,
      language: card.language,
      story: null,
      card: JSON.stringify(card),
      line: JSON.stringify(reportLineOf(card)),
      at: sortable(card.published.value),
      article: JSON.stringify(article),
      diagnostics: JSON.stringify(report.diagnostics),
    })
    .execute();
  for (const part of batches(records)) {
    const rows = part.map((record) => recordRow(report.id, record));
    await tx.insertInto('records').values(rows).execute();
  }
  await addPlaces(tx, records);
}

const recordRow = (report: string, record: CodedRecord): Tables['records'] => ({
  id: record.id,
  report,
  kind: record.kind,
  rule: record.rule,
  factuality: record.factuality,
  earliest: record.time?.value.earliest ?? null,
  body: JSON.stringify(record),
});

/** Coordinates of the places that records name, for the map. */
async function addPlaces(tx: Transaction<Tables>, records: readonly CodedRecord[]): Promise<void> {
  const found = new Map<string, Tables['places']>();
  for (const { places } of records)
    for (const { value } of places)
      if (value.lat !== undefined && value.lon !== undefined)
        found.set(`${value.key} ${value.name}`, { key: value.key, name: value.name, lat: value.lat, lon: value.lon });
  if (found.size === 0) return;
  await tx
    .insertInto('places')
    .values([...found.values()])
    .onConflict((oc) => oc.columns(['key', 'name']).doNothing())
    .execute();
}

export async function reportOf(db: Kysely<Tables>, id: string): Promise<StoredReport | undefined> {
  const row = await db
    .selectFrom('reports')
    .innerJoin('articles', 'articles.report', 'reports.id')
    .selectAll('articles')
    .select([
      'reports.id',
      'reports.hash',
      'reports.origin',
      'reports.media_type',
      'reports.captured',
      'reports.bytes',
      'reports.text',
      'reports.meta',
    ])
    .where('reports.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const report = { ...JSON.parse(row.meta), hash: row.hash, text: row.text };
  return {
    id: row.id,
    hash: row.hash,
    origin: row.origin,
    mediaType: row.media_type,
    captured: row.captured,
    bytes: row.bytes,
    text: row.text,
    article: { ...JSON.parse(row.article), report, text: row.text } as Article,
    card: JSON.parse(row.card) as ReportCard,
    diagnostics: JSON.parse(row.diagnostics),
    coder: row.coder,
  };
}

export async function rawOf(db: Kysely<Tables>, id: string): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('reports').select('raw').where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : new Uint8Array(zstdDecompressSync(row.raw));
}

/** Bytes of what went to quarantine. */
export async function rejectedOf(db: Kysely<Tables>, hash: string): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('quarantine').select('raw').where('hash', '=', hash).executeTakeFirst();
  return row === undefined ? undefined : new Uint8Array(zstdDecompressSync(row.raw));
}

export async function cardsOf(db: Kysely<Tables>, options: { after?: string; limit?: number }): Promise<ReportCard[]> {
  let query = db.selectFrom('articles').select('card').orderBy('report');
  if (options.after !== undefined) query = query.where('report', '>', options.after);
  if (options.limit !== undefined) query = query.limit(options.limit);
  return (await query.execute()).map((row) => JSON.parse(row.card) as ReportCard);
}

/** Every report with its records, in order of id, a batch in memory at a time. */
export async function* codedReports(db: Kysely<Tables>): AsyncIterable<CodedReport> {
  let after = '';
  for (;;) {
    const cards = await cardsOf(db, { after, limit: BATCH });
    if (cards.length === 0) return;
    const ids = cards.map((card) => card.id);
    const records = await recordsByReport(db, ids);
    for (const card of cards) yield { card, records: records.get(card.id) ?? [] };
    after = ids.at(-1)!;
  }
}

/** Reports that were stored after a number, with their records, in the order of their storing. */
export async function* codedSince(db: Kysely<Tables>, after: number): AsyncIterable<CodedReport> {
  for (let last = after; ;) {
    const rows = await db
      .selectFrom('reports')
      .innerJoin('articles', 'articles.report', 'reports.id')
      .select(['reports.seq', 'reports.id', 'articles.card'])
      .where('reports.seq', '>', last)
      .orderBy('reports.seq')
      .limit(BATCH)
      .execute();
    if (rows.length === 0) return;
    const records = await recordsByReport(
      db,
      rows.map(({ id }) => id),
    );
    for (const { id, card } of rows) yield { card: JSON.parse(card) as ReportCard, records: records.get(id) ?? [] };
    last = numberOf(rows.at(-1)!.seq);
  }
}

async function recordsByReport(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, CodedRecord[]>> {
  const rows = await db
    .selectFrom('records')
    .select(['report', 'body'])
    .where('report', 'in', ids)
    .orderBy('report')
    .orderBy('id')
    .execute();
  const found = new Map<string, CodedRecord[]>();
  for (const { report, body } of rows) {
    const list = found.get(report) ?? [];
    list.push(JSON.parse(body) as CodedRecord);
    found.set(report, list);
  }
  return found;
}

/** Stretches of texts; each text is read once. */
export async function excerptsOf(db: Kysely<Tables>, spans: readonly Excerpt[]): Promise<string[]> {
  const texts = new Map<string, string>();
  for (const ids of batches([...new Set(spans.map(({ report }) => report))]))
    for (const { id, text } of await db.selectFrom('reports').select(['id', 'text']).where('id', 'in', ids).execute())
      texts.set(id, text);
  return spans.map(({ report, start, end }) => texts.get(report)?.slice(start, end) ?? '');
}

export async function recordsOf(
  db: Kysely<Tables>,
  options: { ids?: readonly string[]; report?: string; kind?: RecordKind; after?: string; limit?: number },
): Promise<StoredRecord[]> {
  const found: StoredRecord[] = [];
  for (const ids of options.ids === undefined ? [undefined] : batches(options.ids)) {
    let query = db.selectFrom('records').select(['body', 'report']).orderBy('id');
    if (ids !== undefined) query = query.where('id', 'in', ids);
    if (options.report !== undefined) query = query.where('report', '=', options.report);
    if (options.kind !== undefined) query = query.where('kind', '=', options.kind);
    if (options.after !== undefined) query = query.where('id', '>', options.after);
    if (options.limit !== undefined) query = query.limit(options.limit);
    for (const row of await query.execute())
      found.push({ ...(JSON.parse(row.body) as CodedRecord), report: row.report });
  }
  return found;
}
