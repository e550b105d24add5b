/** Writes what a ledger has beside its entries (truces, agenda, stories, coverage): only rows that are new or differ. */
import type { Transaction } from 'kysely';
import type { AgendaItem, CoverageDay, Story, Truce } from '../../model/ledger.ts';
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

/** Sorts rows into those to write and the ids to take out. */
async function differing<R extends { id: string; digest: string }>(
  tx: Tx,
  table: Keyed,
  rows: readonly R[],
): Promise<{ write: R[]; gone: string[] }> {
  const stored = await tx.selectFrom(table).select(['id', 'digest']).execute();
  const before = new Map(stored.map(({ id, digest }) => [id, digest]));
  const write = rows.filter(({ id, digest }) => before.get(id) !== digest);
  for (const { id } of rows) before.delete(id);
  return { write, gone: [...before.keys()] };
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

export async function writeTruces(tx: Tx, truces: readonly Truce[], namer: Namer): Promise<PartChange[]> {
  const rows = truces.map((truce) => {
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
  const { write, gone } = await differing(tx, 'truces', rows);
  const before = new Map(
    (await tx.selectFrom('truces').select(['id', 'status']).execute()).map(({ id, status }) => [id, status]),
  );
  await replace(tx, 'truces', write, gone);
  const titles = new Map(truces.map(({ id, title }) => [id, title]));
  return write.flatMap(({ id, status }) =>
    before.get(id) === status ? [] : [changeOf('status', id, 'agreement', titles.get(id)!, before.get(id), status)],
  );
}

const changeOf = (
  type: PartChange['type'],
  id: string,
  kind: string,
  text: string,
  before: string | undefined,
  after: string,
): PartChange => ({ type, id, kind, text, after, ...(before !== undefined && { before }) });

export async function writeAgenda(tx: Tx, agenda: readonly AgendaItem[]): Promise<PartChange[]> {
  const rows = agenda.map((item) => {
    const body = JSON.stringify(item);
    return {
      id: item.entry,
      at: sortable(item.earliest ?? '9'),
      outcome: item.outcome,
      digest: digestOf(body),
      body,
    };
  });
  const { write, gone } = await differing(tx, 'agenda', rows);
  const before = new Map(
    (await tx.selectFrom('agenda').select(['id', 'outcome']).execute()).map(({ id, outcome }) => [id, outcome]),
  );
  await replace(tx, 'agenda', write, gone);
  const titles = new Map(agenda.map(({ entry, title }) => [entry, title]));
  return write.flatMap(({ id, outcome }) =>
    before.get(id) === outcome
      ? []
      : [changeOf('agenda', id, id.split('-')[0]!, titles.get(id)!, before.get(id), outcome)],
  );
}

export async function writeStories(tx: Tx, stories: readonly Story[]): Promise<void> {
  const rows = stories.map((story) => {
    const body = JSON.stringify(story);
    return { id: story.id, digest: digestOf(body), body };
  });
  const { write, gone } = await differing(tx, 'stories', rows);
  await replace(tx, 'stories', write, gone);
  const changed = new Set(write.map(({ id }) => id));
  for (const ids of batches([...gone, ...changed]))
    await tx.deleteFrom('story_reports').where('story', 'in', ids).execute();
  const told = stories
    .filter(({ id }) => changed.has(id))
    .flatMap(({ id, reports }) => reports.map((report) => ({ report, story: id })));
  for (const part of batches(told))
    await tx
      .insertInto('story_reports')
      .values(part)
      .onConflict((oc) => oc.column('report').doUpdateSet((eb) => ({ story: eb.ref('excluded.story') })))
      .execute();
}

export async function writeCoverage(tx: Tx, coverage: readonly CoverageDay[]): Promise<void> {
  const keyOf = ({ day, side }: { day: string; side: string }): string => `${day} ${side}`;
  const stored = await tx.selectFrom('coverage').selectAll().execute();
  const before = new Map(stored.map((row) => [keyOf(row), row]));
  const write = coverage.filter((row) => {
    const known = before.get(keyOf(row));
    before.delete(keyOf(row));
    return known?.reports !== row.reports || known.origins !== row.origins;
  });
  for (const { day, side } of before.values())
    await tx.deleteFrom('coverage').where('day', '=', day).where('side', '=', side).execute();
  for (const part of batches(write))
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
