/** Fills a store with made-up coded reports, quickly, as ingest would leave it; the ledger is folded and kept. */
import { zstdCompressSync } from 'node:zlib';
import type { CodedReport } from '../src/model/ledger.ts';
import { openBigTables, type BigTables } from './big-tables.ts';
import { coded } from './ledger-stream.ts';

const WORDS =
  'ministry forces said shelling village night soldiers border ceasefire agreement talks officials council statement positions artillery wounded convoy observers checkpoint drone valley withdrawal prisoners mission'.split(
    ' ',
  );
const BATCH = 500;
const CAPTURED = '2022-01-01T00:00:00Z';

/** Stores reports with `records` records in all in the SQLite file of `folder`. */
export function fillReports(folder: string, records: number): void {
  const tables = openBigTables(folder, CAPTURED);
  let batch: CodedReport[] = [];
  let at = 0;
  for (const report of coded(records)) {
    batch.push(report);
    if (batch.length < BATCH) continue;
    writeBatch(tables, batch, at);
    at += batch.length;
    batch = [];
  }
  writeBatch(tables, batch, at);
  tables.close();
}

function writeBatch(tables: BigTables, batch: readonly CodedReport[], first: number): void {
  tables.together(() => {
    for (const [index, { card, records }] of batch.entries()) {
      const text = textOf(card.headline, first + index);
      tables.report(card.id, text, zstdCompressSync(text));
      tables.article({ ...card, captured: CAPTURED });
      for (const record of records) tables.record(card.id, record);
    }
  });
}

/** Two hundred words; the spans of the made-up records lie in the first forty characters. */
function textOf(headline: string, seed: number): string {
  const words: string[] = [];
  for (let i = 0; i < 200; i++) words.push(WORDS[(seed * 31 + i * i * 7 + i) % WORDS.length]!);
  return `${headline}: shelling was reported on both sides.\n\n${words.join(' ')}.`;
}
