/** Writes what a ledger has beside its entries (truces, agenda, stories, coverage): only rows that are new or differ. */
import { sql, type Transaction } from 'kysely';
import { dayOfKey } from '../../model/coverage-key.ts';
import type { AgendaItem, Changed, CoverageDay, Story, Truce } from '../../model/ledger.ts';
import { batches } from '../batches.ts';
import type { Tables } from '../schema.ts';
import { digestOf } from './entry-rows.ts';
import { sortable } from './moments.ts';
import type { Namer } from './namer.ts';
import { truceLineOf } from './truce-line.ts';

/** A change of a status or an outcome. */
export interface PartChange {
  readonly type: 'status' | 'agenda';
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly before?: string;
  readonly after: string;
}

type Tx = Transaction<Tables>;
type Keyed = 'truces' | 'agenda' | 'stories';

/** Those of the rows that differ from what is stored. */
async function differing<R extends { id: string; digest: string }>(
  tx: Tx,
  table: Keyed,
  rows: readonly R[],
): Promise<R[]> {
  const before = new Map<string, string>();
  for (const ids of batches(rows.map(({ id }) => id)))
    for (const row of await tx.selectFrom(table).select(['id', 'digest']).where('id', 'in', ids).execute())
      before.set(row.id, row.digest);
  return rows.filter(({ id, digest }) => before.get(id) !== digest);
}

async function replace(tx: Tx, table: Keyed, rows: readonly { id: string }[], gone: readonly string[]): Promise<void> {
  for (const ids of batches([...gone, ...rows.map(({ id }) => id)]))
    await tx.deleteFrom(table).where('id', 'in', ids).execute();
  for (const part of batches(rows))
    await tx
      .insertInto(table)
      .values(part as never)
      .execute();
}

export async function writeTruces(tx: Tx, { changed, gone }: Changed<Truce>, namer: Namer): Promise<PartChange[]> {
  const rows = changed.map((truce) => {
    const [line, body] = [JSON.stringify(truceLineOf(truce, namer)), JSON.stringify(truce)];
    return {
      id: truce.id,
      at: sortable(truce.effectiveFrom ?? '9'),
      status: truce.status,
      standing: Number(truce.standing),
      parties: `|${truce.parties.join('|')}|`,
      digest: digestOf(line + body),
      line,
      body,
    };
  });
  const write = await differing(tx, 'truces', rows);
  const before = await wordsBefore(tx, 'truces', 'status', write);
  await replace(tx, 'truces', write, gone);
  const titles = new Map(changed.map(({ id, title }) => [id, title]));
  return write.flatMap(({ id, status }) =>
    before.get(id) === status ? [] : [changeOf('status', id, 'agreement', titles.get(id)!, before.get(id), status)],
  );
}

/** The status or outcome that rows have so far, by id. */
async function wordsBefore<T extends 'truces' | 'agenda'>(
  tx: Tx,
  table: T,
  column: T extends 'truces' ? 'status' : 'outcome',
  rows: readonly { id: string }[],
): Promise<ReadonlyMap<string, string>> {
  const before = new Map<string, string>();
  for (const part of batches(rows)) {
    const ids = part.map(({ id }) => id);
    const { rows: found } = await sql<{ id: string; word: string }>`
      select id, ${sql.ref(column)} as word from ${sql.table(table)} where id in (${sql.join(ids)})`.execute(tx);
    for (const { id, word } of found) before.set(id, word);
  }
  return before;
}

const changeOf = (
  type: PartChange['type'],
  id: string,
  kind: string,
  text: string,
  before: string | undefined,
  after: string,
): PartChange => ({ type, id, kind, text, after, ...(before !== undefined && { before }) });

export async function writeAgenda(tx: Tx, { changed, gone }: Changed<AgendaItem>): Promise<PartChange[]> {
  const rows = changed.map((item) => {
    const body = JSON.stringify(item);
    return {
      id: item.entry,
      at: sortable(item.earliest ?? '9'),
      outcome: item.outcome,
      digest: digestOf(body),
      body,
    };
  });
  const write = await differing(tx, 'agenda', rows);
  const before = await wordsBefore(tx, 'agenda', 'outcome', write);
  await replace(tx, 'agenda', write, gone);
  const titles = new Map(changed.map(({ entry, title }) => [entry, title]));
  return write.flatMap(({ id, outcome }) =>
    before.get(id) === outcome
      ? []
      : [changeOf('agenda', id, id.split('-')[0]!, titles.get(id)!, before.get(id), outcome)],
  );
}

export async function writeStories(tx: Tx, { changed, gone }: Changed<Story>): Promise<void> {
  const rows = changed.map((story) => {
    const body = JSON.stringify(story);
    return { id: story.id, digest: digestOf(body), body };
  });
  const write = await differing(tx, 'stories', rows);
  await replace(tx, 'stories', write, gone);
  const written = new Set(write.map(({ id }) => id));
  for (const ids of batches([...gone, ...written]))
    await tx.deleteFrom('story_reports').where('story', 'in', ids).execute();
  const told = changed
    .filter(({ id }) => written.has(id))
    .flatMap(({ id, reports }) => reports.map((report) => ({ report, story: id })));
  for (const part of batches(told))
    await tx
      .insertInto('story_reports')
      .values(part)
      .onConflict((oc) => oc.column('report').doUpdateSet((eb) => ({ story: eb.ref('excluded.story') })))
      .execute();
}

export async function writeCoverage(tx: Tx, { changed, gone }: Changed<CoverageDay>): Promise<void> {
  const rows = gone.map(dayOfKey).map(({ day, side }) => sql`(${day}, ${side})`);
  for (const part of batches(rows))
    await tx
      .deleteFrom('coverage')
      .where(sql<boolean>`(day, side) in (values ${sql.join(part)})`)
      .execute();
  for (const part of batches(changed))
    await tx
      .insertInto('coverage')
      .values(part.map(({ day, side, reports, origins }) => ({ day, side, reports, origins })))
      .onConflict((oc) =>
        oc
          .columns(['day', 'side'])
          .doUpdateSet((eb) => ({ reports: eb.ref('excluded.reports'), origins: eb.ref('excluded.origins') })),
      )
      .execute();
}
