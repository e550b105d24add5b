/** Writes entries with their terms: only those that are new or differ. */
import { hash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Entry } from '../../model/ledger.ts';
import { batches } from '../batches.ts';
import type { EntryTable, Tables } from '../schema.ts';
import { type LineContext, lineOf } from './entry-line.ts';
import { termsOf } from './entry-terms.ts';
import { createCounts, type EntryCounts } from './facets.ts';
import { sortable } from './moments.ts';

type Row = Omit<EntryTable, 'seq'>;

/** An entry ready to be written. */
interface Made {
  readonly row: Row;
  readonly terms: readonly string[];
  readonly body: string;
}

/** What became of an entry in a save. */
export interface EntryChange {
  readonly type: 'new' | 'changed' | 'gone';
  readonly id: string;
  readonly kind: string;
  readonly text: string;
}

/** Entries made ready at a time. */
const CHUNK = 500;

export const digestOf = (text: string): string => hash('sha1', text, 'base64').slice(0, 22);

function make(entry: Entry, context: LineContext): Made {
  const line = lineOf(entry, context);
  const terms = termsOf(entry, line, context.namer);
  const [body, shown, held] = [JSON.stringify(entry), JSON.stringify(line), JSON.stringify(terms)];
  return {
    row: {
      id: entry.id,
      kind: entry.kind,
      title: entry.title,
      at: sortable(entry.earliest ?? entry.lastReported),
      reported: sortable(entry.lastReported),
      priority: line.priority,
      review: entry.review,
      digest: digestOf(`${body}\n${shown}\n${held}`),
      terms: held,
      line: shown,
    },
    terms,
    body,
  };
}

/** Brings the stored entries to what `entries` are; those named in `gone` are taken out. Tells what changed. */
export async function writeEntries(
  tx: Transaction<Tables>,
  entries: readonly Entry[],
  gone: readonly string[],
  context: LineContext,
): Promise<EntryChange[]> {
  const changes: EntryChange[] = [];
  const counts = createCounts();
  for (const ids of batches(gone)) changes.push(...(await dropEntries(tx, ids, counts)));
  for (let at = 0; at < entries.length; at += CHUNK)
    changes.push(
      ...(await writeChunk(
        tx,
        entries.slice(at, at + CHUNK).map((entry) => make(entry, context)),
        counts,
      )),
    );
  await counts.write(tx);
  return changes;
}

async function writeChunk(tx: Transaction<Tables>, made: readonly Made[], counts: EntryCounts): Promise<EntryChange[]> {
  const ids = made.map(({ row }) => row.id);
  const stored = await tx
    .selectFrom('entries')
    .select(['id', 'kind', 'at', 'terms', 'digest'])
    .where('id', 'in', ids)
    .execute();
  const before = new Map(stored.map((row) => [row.id, row]));
  const changed = made.filter(({ row }) => before.get(row.id)?.digest !== row.digest);
  if (changed.length === 0) return [];
  await dropTerms(
    tx,
    changed.flatMap(({ row }) => before.get(row.id) ?? []),
    counts,
  );
  for (const { row, terms } of changed) counts.add(row.kind, terms, 1);
  await upsert(tx, changed);
  return changed.map(({ row: { id, kind, title } }) => ({
    type: before.has(id) ? 'changed' : 'new',
    id,
    kind,
    text: title,
  }));
}

async function upsert(tx: Transaction<Tables>, made: readonly Made[]): Promise<void> {
  await tx
    .insertInto('entries')
    .values(made.map(({ row }) => row))
    .onConflict((oc) =>
      oc.column('id').doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        title: eb.ref('excluded.title'),
        at: eb.ref('excluded.at'),
        reported: eb.ref('excluded.reported'),
        priority: eb.ref('excluded.priority'),
        review: eb.ref('excluded.review'),
        digest: eb.ref('excluded.digest'),
        terms: eb.ref('excluded.terms'),
        line: eb.ref('excluded.line'),
      })),
    )
    .execute();
  await tx
    .insertInto('entry_bodies')
    .values(made.map(({ row, body }) => ({ id: row.id, body })))
    .onConflict((oc) => oc.column('id').doUpdateSet((eb) => ({ body: eb.ref('excluded.body') })))
    .execute();
  const rows = made.flatMap(({ row: { id, at, kind, reported, priority }, terms }) =>
    terms.map((term) => ({ term, at, entry: id, kind, reported, priority })),
  );
  for (const part of batches(rows)) await tx.insertInto('entry_terms').values(part).execute();
}

async function dropEntries(
  tx: Transaction<Tables>,
  ids: readonly string[],
  counts: EntryCounts,
): Promise<EntryChange[]> {
  const rows = await tx
    .selectFrom('entries')
    .select(['id', 'kind', 'title', 'at', 'terms'])
    .where('id', 'in', ids)
    .execute();
  await dropTerms(tx, rows, counts);
  await tx.deleteFrom('entries').where('id', 'in', ids).execute();
  await tx.deleteFrom('entry_bodies').where('id', 'in', ids).execute();
  return rows.map(({ id, kind, title }) => ({ type: 'gone', id, kind, text: title }));
}

async function dropTerms(
  tx: Transaction<Tables>,
  rows: readonly Pick<EntryTable, 'id' | 'kind' | 'at' | 'terms'>[],
  counts: EntryCounts,
): Promise<void> {
  const keys = rows.flatMap(({ id, kind, at, terms }) => {
    const held = JSON.parse(terms) as string[];
    counts.add(kind, held, -1);
    return held.map((term) => sql`(${term}, ${at}, ${id})`);
  });
  for (const part of batches(keys))
    await tx
      .deleteFrom('entry_terms')
      .where(sql<boolean>`(term, at, entry) in (values ${sql.join(part)})`)
      .execute();
}

/** Ids of stored entries that are not among `entries`. */
export async function staleIds(tx: Transaction<Tables>, entries: readonly Entry[]): Promise<string[]> {
  const stored = await tx.selectFrom('entries').select('id').execute();
  if (stored.length === 0) return [];
  const now = new Set(entries.map(({ id }) => id));
  return stored.flatMap(({ id }) => (now.has(id) ? [] : [id]));
}
