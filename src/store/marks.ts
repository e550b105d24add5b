/** How far the store is, in one small query: asked before nearly every answer. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { numberOf } from './numbers.ts';
import type { Tables } from './schema.ts';

/** How far the store is: who keeps a ledger of their own sees by it what they have not read yet. */
export interface StoreMarks {
  /** Hash of the kept ledger; absent when reports or decisions wait to be folded. */
  readonly hash?: string;
  /** Hash of the ledger that was kept last, be it of now or not. */
  readonly kept?: string;
  readonly asOf?: string;
  /** Number of the last report, decision and change. */
  readonly reports: number;
  readonly decisions: number;
  readonly changes: number;
  /** Grows whenever records are replaced. */
  readonly recoded: number;
}

interface Row {
  reports: number | null;
  decisions: number | null;
  changes: number | null;
  recoded: string | null;
  stale: number;
  hash: string | null;
  asof: string | null;
}

export async function marksOf(db: Kysely<Tables> | Transaction<Tables>): Promise<StoreMarks> {
  const { rows } = await sql<Row>`
    select (select max(seq) from reports) as reports, (select max(seq) from decisions) as decisions,
      (select max(seq) from changes) as changes, (select value from meta where key = 'recoded') as recoded,
      (select count(*) from ledger_parts where name = 'stale') as stale,
      (select body from ledger_parts where name = 'hash') as hash,
      (select body from ledger_parts where name = 'as of') as asof`.execute(db);
  const row = rows[0]!;
  const isFresh = numberOf(row.stale) === 0 && row.hash !== null;
  return {
    ...(isFresh && { hash: row.hash! }),
    ...(row.hash !== null && { kept: row.hash }),
    ...(isFresh && row.asof !== null && { asOf: row.asof }),
    reports: numberOf(row.reports),
    decisions: numberOf(row.decisions),
    changes: numberOf(row.changes),
    recoded: numberOf(row.recoded),
  };
}
