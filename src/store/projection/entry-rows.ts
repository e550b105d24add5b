/** Writes entries with their terms: only those that are new or differ. */
import { hash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Changed, Entry } from '../../model/ledger.ts';
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

/** What a save did to the stored entries. */
export interface WrittenEntries {
  readonly changes: EntryChange[];
  /** How many more there are now, or fewer, of each kind, and of those that nobody reviewed. */
  readonly kinds: Map<string, number>;
  unreviewed: number;
}

/** Brings the stored entries to what `changed` are; those named in `gone` are taken out. Tells what became of them. */
export async function writeEntries(
  tx: Transaction<Tables>,
  { changed, gone }: Changed<Entry>,
  context: LineContext,
): Promise<WrittenEntries> {
  const written: WrittenEntries = { changes: [], kinds: new Map(), unreviewed: 0 };
  const counts = createCounts();
  for (const ids of batches(gone)) await dropEntries(tx, ids, written, counts);
  for (let at = 0; at < changed.length; at += CHUNK) {
    const made = changed.slice(at, at + CHUNK).map((entry) => make(entry, context));
    await writeChunk(tx, made, written, counts);
  }
  await counts.write(tx);
  return written;
}

function count(written: WrittenEntries, { kind, review }: Pick<Row, 'kind' | 'review'>, sign: 1 | -1): void {
  written.kinds.set(kind, (written.kinds.get(kind) ?? 0) + sign);
  if (review === 'unreviewed') written.unreviewed += sign;
}

async function writeChunk(
  tx: Transaction<Tables>,
  made: readonly Made[],
  written: WrittenEntries,
  counts: EntryCounts,
): Promise<void> {
  const ids = made.map(({ row }) => row.id);
  const stored = await tx
    .selectFrom('entries')
    .select(['id', 'kind', 'at', 'review', 'terms', 'digest'])
    .where('id', 'in', ids)
    .execute();
  const before = new Map(stored.map((row) => [row.id, row]));
  const changed = made.filter(({ row }) => before.get(row.id)?.digest !== row.digest);
  if (changed.length === 0) return;
  await dropTerms(
    tx,
    changed.flatMap(({ row }) => before.get(row.id) ?? []),
    counts,
  );
  for (const { row, terms } of changed) counts.add(row.kind, terms, 1);
  await upsert(tx, changed);
  for (const { row } of changed) {
    const old = before.get(row.id);
    if (old !== undefined) count(written, old, -1);
    count(written, row, 1);
    const { id, kind, title } = row;
    written.changes.push({ type: old === undefined ? 'new' : 'changed', id, kind, text: title });
  }
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
  written: WrittenEntries,
  counts: EntryCounts,
): Promise<void> {
  const rows = await tx
    .selectFrom('entries')
    .select(['id', 'kind', 'title', 'at', 'review', 'terms'])
    .where('id', 'in', ids)
    .execute();
  await dropTerms(tx, rows, counts);
  await tx.deleteFrom('entries').where('id', 'in', ids).execute();
  await tx.deleteFrom('entry_bodies').where('id', 'in', ids).execute();
  for (const row of rows) {
    count(written, row, -1);
    written.changes.push({ type: 'gone', id: row.id, kind: row.kind, text: row.title });
  }
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
