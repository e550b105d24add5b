/** Rows of a table in text form (RFC 4180), with any usual separator and without stumbling over a stray quote. */

const SEPARATORS = [',', ';', '\t', '|'] as const;

/** The separator that the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const line =
    text
      .slice(0, Math.min(text.length, 20_000))
      .split(/\r?\n/, 1)[0]
      ?.replaceAll(/"[^"]*"/g, '') ?? '';
  let best: string = ',';
  for (const separator of SEPARATORS) if (line.split(separator).length > line.split(best).length) best = separator;
  return best;
}

export interface Row {
  /** Line in the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of `text`, one by one; blank lines are none. */
export function* rowsOf(text: string, separator = separatorOf(text)): Generator<Row> {
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  for (let at = 0; at <= text.length;) {
    const cell = cellAt(text, at, separator);
    cells.push(cell.value);
    line += cell.lines;
    at = cell.end + 1;
    if (text[cell.end] === separator) continue;
    if (text[cell.end] === '\r' && text[at] === '\n') at++;
    if (cells.length > 1 || cells[0] !== '') yield { line: rowLine, cells };
    cells = [];
    line++;
    rowLine = line;
  }
}

interface Cell {
  readonly value: string;
  /** Where the separator or line end behind it stands. */
  readonly end: number;
  readonly lines: number;
}

function cellAt(text: string, at: number, separator: string): Cell {
  if (text[at] !== '"') {
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
    return { value: text.slice(at, end), end, lines: 0 };
  }
  let value = '';
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { value: value + text.slice(from), end: text.length, lines: count(text, from, text.length) };
    value += text.slice(from, quote);
    if (text[quote + 1] === '"') {
      value += '"';
      from = quote + 2;
      continue;
    }
    const after = text[quote + 1];
    if (after === undefined || after === separator || after === '\n' || after === '\r')
      return { value, end: quote + 1, lines: count(text, at, quote) };
    // A quote that closes nothing was meant as a letter.
    value += '"';
    from = quote + 1;
  }
}

function count(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
