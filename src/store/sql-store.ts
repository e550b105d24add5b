/** The store over Kysely, for both databases. */
import type { Kysely, Transaction } from 'kysely';
import type { Decision } from '../model/decision.ts';
import type { Dialect } from './dialect.ts';
import { entriesOf, ledgerHeadOf, ledgerOf, markStale } from './ledger-tables.ts';
import { marksOf } from './marks.ts';
import { changesOf } from './projection/log.ts';
import { createProjection } from './projection/projection.ts';
import { saveLedger, saveUpdate } from './projection/save.ts';
import { listOutlets, listReports } from './report-lines.ts';
import {
  addReports,
  cardsOf,
  codedReports,
  codedSince,
  countRecoded,
  excerptsOf,
  knownHashes,
  placeHandMade,
  rawOf,
  recode,
  recordsOf,
  rejectedOf,
  reportOf,
} from './report-tables.ts';
import type { Tables } from './schema.ts';
import { standing } from './standing.ts';
import { searchReports } from './search.ts';
import type { Counts, Run, Store } from './store.ts';
import { createFeedStore } from './sql-feed-store.ts';
import { translated } from './translate.ts';

/** A store over an open, migrated database, which `close` closes. */
export function createSqlStore(db: Kysely<Tables>, dialect: Dialect, name: string): Store {
  const safely = <T>(work: () => Promise<T>): Promise<T> => translated(name, work);
  return {
    dialect,
    name,
    known: (hashes) => safely(() => knownHashes(db, hashes)),
    addReports: (run, reports, rejected) => safely(() => addReports(db, run, reports, rejected)),
    recode: (report) => safely(() => recode(db, report)),
    report: (id) => safely(() => reportOf(db, id)),
    raw: (id) => safely(() => rawOf(db, id)),
    cards: (options = {}) => safely(() => cardsOf(db, options)),
    codedReports: (options) => (options?.after === undefined ? codedReports(db) : codedSince(db, options.after)),
    reportLines: (query) => safely(() => listReports(db, query)),
    outlets: () => safely(() => listOutlets(db)),
    excerpts: (spans) => safely(() => excerptsOf(db, spans)),
    records: (options) => safely(() => recordsOf(db, options)),
    outdated: (coder) =>
      safely(async () =>
        (await db.selectFrom('articles').select('report').where('coder', '!=', coder).orderBy('report').execute()).map(
          (r) => r.report,
        ),
      ),
    search: (words, limit = 50) => safely(() => searchReports(db, dialect, words, limit)),
    decisions: () =>
      safely(async () =>
        (await db.selectFrom('decisions').select('body').orderBy('seq').execute()).map(
          (r) => JSON.parse(r.body) as Decision,
        ),
      ),
    addDecision: (decision) => safely(() => addDecisions(db, [decision])),
    addDecisions: (decisions) => safely(() => addDecisions(db, decisions)),
    saveLedger: (ledger, options = {}) => safely(() => saveLedger(db, ledger, options)),
    saveUpdate: (update, options = {}) => safely(() => saveUpdate(db, update, options)),
    projection: createProjection(db, dialect, safely),
    places: () => safely(() => db.selectFrom('places').selectAll().orderBy('key').orderBy('name').execute()),
    changes: (options) => safely(() => changesOf(db, options)),
    marks: () => safely(() => marksOf(db)),
    ledger: () => safely(() => ledgerOf(db)),
    ledgerHead: () => safely(() => ledgerHeadOf(db)),
    entries: (options) => safely(() => entriesOf(db, options)),
    quarantine: () =>
      safely(() =>
        db.selectFrom('quarantine').select(['hash', 'origin', 'key', 'message', 'at']).orderBy('seq').execute(),
      ),
    rejected: (hash) => safely(() => rejectedOf(db, hash)),
    startRun: (run) =>
      safely(
        async () =>
          void (await db
            .insertInto('runs')
            .values({ ...run, finished: null, added: 0, known: 0, rejected: 0 })
            .execute()),
      ),
    finishRun: (id, finished) =>
      safely(async () => void (await db.updateTable('runs').set({ finished }).where('id', '=', id).execute())),
    runs: (limit = 20) => safely(() => runsOf(db, limit)),
    feeds: createFeedStore(db, name),
    counts: (coder) => safely(() => countsOf(db, coder)),
    close: () => db.destroy(),
  };
}

async function addDecisions(db: Kysely<Tables>, decisions: readonly Decision[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const decision of decisions) {
      const { id, at, by, type, why } = decision;
      const row = { id, at, by, type, body: JSON.stringify(decision) };
      await tx.insertInto('decisions').values(row).execute();
      const change = {
        at,
        type: 'decision',
        id,
        kind: null,
        text: `${type} by ${by}: ${why}`,
        before: null,
        after: null,
      };
      await tx.insertInto('changes').values(change).execute();
    }
    await takeHandMade(tx, decisions);
    await markStale(tx);
  });
}

/** Records made by hand come and go with their decisions. */
async function takeHandMade(tx: Transaction<Tables>, decisions: readonly Decision[]): Promise<void> {
  const reports = new Set(decisions.flatMap((one) => (one.type === 'record' ? [one.target.report] : [])));
  const undone = decisions.flatMap((one) => (one.type === 'undo' ? [one.decision] : []));
  for (const decision of await decisionsBy(tx, undone)) {
    if (decision.type === 'record') reports.add(decision.target.report);
    // The undo of an undo may bring a record back: it is rare, and all are looked at
    if (decision.type === 'undo') for (const { target } of await standing(tx, 'record')) reports.add(target.report);
  }
  if (reports.size === 0) return;
  await placeHandMade(tx, [...reports]);
  await countRecoded(tx);
}

async function decisionsBy(tx: Transaction<Tables>, ids: readonly string[]): Promise<Decision[]> {
  if (ids.length === 0) return [];
  const rows = await tx.selectFrom('decisions').select('body').where('id', 'in', ids).execute();
  return rows.map(({ body }) => JSON.parse(body) as Decision);
}

async function runsOf(db: Kysely<Tables>, limit: number): Promise<Run[]> {
  const rows = await db.selectFrom('runs').selectAll().orderBy('started', 'desc').orderBy('id').limit(limit).execute();
  return rows.map(({ finished, ...run }) => (finished === null ? run : { ...run, finished }));
}

async function countsOf(db: Kysely<Tables>, coder: string): Promise<Counts> {
  const count = async (table: 'reports' | 'records' | 'entries' | 'decisions' | 'quarantine') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    );
  return {
    reports: await count('reports'),
    records: await count('records'),
    entries: await count('entries'),
    decisions: await count('decisions'),
    quarantined: await count('quarantine'),
    outdated: await countOutdated(db, coder),
  };
}

/** Reads a column of every article: asked for only by who names a coder. */
async function countOutdated(db: Kysely<Tables>, coder: string): Promise<number> {
  if (coder === '') return 0;
  const { n } = await db
    .selectFrom('articles')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('coder', '!=', coder)
    .executeTakeFirstOrThrow();
  return Number(n);
}
