/**
 * The entries as Parquet, for DuckDB, pandas, R's arrow. With a kind: the columns of the CSV table. Without: what all
 * kinds share, and the slots as JSON. A row group at a time, so that memory stays flat.
 */
import { type BasicType, ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { backed, type Backed } from './batch.ts';
import { selectEntries } from './select.ts';
import type { ExportOptions, ExportSource } from './source.ts';
import { wideColumns, wideRow } from './tables/csv-table.ts';
import { ENTRY_COLUMNS, entryRow } from './tables/entry-columns.ts';

/** Rows in memory at a time. */
const GROUP = 5000;

type Value = string | Date | undefined;

export async function* exportParquet(source: ExportSource, options: ExportOptions): AsyncIterable<Uint8Array> {
  const columns = columnsOf(options);
  const empty = columns.map(([name, type]): ColumnSource => ({ name, type, data: [], nullable: true }));
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData: empty }) });
  /** What was written since the last call. */
  const taken = (): Uint8Array => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  let group: Backed[] = [];
  const write = async (): Promise<void> => {
    const rows = group.map((one) => rowOf(one, options));
    const columnData = columns.map(([name, type]): ColumnSource => ({
      name,
      type,
      data: rows.map((row) => row[name]),
    }));
    await file.write({ columnData, rowGroupSize: GROUP });
    group = [];
  };
  for await (const one of backed(source, selectEntries(source.ledger, options))) {
    group.push(one);
    if (group.length < GROUP) continue;
    await write();
    yield taken();
  }
  if (group.length > 0) await write();
  await file.finish();
  yield taken();
}

/** Instants of an entry are timestamps; all else is text, also what a report gives only to the month. */
function columnsOf({ kind }: ExportOptions): readonly (readonly [name: string, type: BasicType])[] {
  const names = kind === undefined ? [...ENTRY_COLUMNS, 'slots'] : wideColumns(kind);
  return names.map((name) => [
    name,
    name === 'earliest' || name === 'latest' ? 'TIMESTAMP' : name === 'slots' ? 'JSON' : 'STRING',
  ]);
}

function rowOf(one: Backed, { kind }: ExportOptions): Readonly<Record<string, Value>> {
  const row = kind === undefined ? entryRow(one.entry) : wideRow(one);
  const cells: Record<string, Value> = {};
  for (const [name, cell] of Object.entries(row)) if (cell !== undefined && cell !== '') cells[name] = String(cell);
  for (const name of ['earliest', 'latest'] as const) {
    const instant = one.entry[name];
    if (instant !== undefined) cells[name] = new Date(instant);
  }
  if (kind === undefined) (cells as Record<string, unknown>)['slots'] = one.entry.slots;
  return cells;
}
