/**
 * CSV after RFC 4180: commas, CRLF, quotes doubled. Text that a spreadsheet would take for a formula gets an
 * apostrophe in front, so that the words of a report can never run in somebody's Excel.
 */
export type Cell = string | number | boolean | undefined;

/** One row by the names of its columns; what is not there is an empty cell. */
export type Row = Readonly<Record<string, Cell>>;

/** Text that Excel, Calc or Sheets would run: OWASP's list. Numbers are no text and stay as they are. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export const cellOf = (cell: Cell): string => {
  if (cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(',')}\r\n`;

export interface CsvOptions {
  readonly bom?: boolean;
  /** A second line below the names, as HXL has it. */
  readonly tags?: readonly string[];
}

/** A table line by line: names, tags where there are any, rows. */
export async function* csvTable(
  columns: readonly string[],
  rows: AsyncIterable<Row>,
  { bom = false, tags }: CsvOptions = {},
): AsyncIterable<string> {
  yield `${bom ? '\u{FEFF}' : ''}${csvLine(columns)}`;
  // Tags begin with a sign that no spreadsheet runs, and HXL wants them bare
  if (tags !== undefined) yield csvLine(tags);
  for await (const row of rows) yield csvLine(columns.map((name) => row[name]));
}
