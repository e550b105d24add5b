/**
 * Finds what stands between quotation marks: straight, typographic, ``doubled'', guillemets and single ones. A
 * quotation without its closing mark ends with its paragraph, for the next one opens it again. First look of
 * `findStatements`.
 */
import type { Doc, Token } from '../../model/doc.ts';

/** A quotation by its tokens, marks included. */
export interface Quotation {
  readonly first: number;
  readonly last: number;
  /** Whether its closing mark is there. */
  readonly closed: boolean;
  /** Whether it goes on a quotation that the paragraph before left open. */
  readonly reopened: boolean;
}

export interface Quotations {
  readonly all: readonly Quotation[];
  /** For each token the index of the quotation around it, marks included, plus one; 0 outside. */
  readonly around: Int32Array;
}

type Family = 'double' | 'single';

const OPENING: ReadonlyMap<string, Family> = new Map([
  ['“', 'double'],
  ['„', 'double'],
  ['«', 'double'],
  ['``', 'double'],
  ['‘‘', 'double'],
  ['‘', 'single'],
  ['`', 'single'],
]);
const CLOSING: ReadonlyMap<string, Family> = new Map([
  ['”', 'double'],
  ['»', 'double'],
  ["''", 'double'],
  ['’’', 'double'],
  ['’', 'single'],
]);

/** Quotations of the outermost level, in order. */
export function findQuotations(doc: Doc): Quotations {
  const around = new Int32Array(doc.tokens.length);
  const all: Quotation[] = [];
  const { sentences } = doc;
  for (let at = 0; at < sentences.length;) {
    let end = at;
    while (end + 1 < sentences.length && inOneBlock(doc, end, end + 1)) end++;
    const before = all.at(-1);
    const open = before?.closed === false && at > 0 && before.last === sentences[at - 1]!.last;
    const from = all.length;
    findInBlock(doc.tokens, sentences[at]!.first, sentences[end]!.last, all);
    const opened = all[from];
    if (open && opened?.first === sentences[at]!.first) all[from] = { ...opened, reopened: true };
    at = end + 1;
  }
  for (const [index, { first, last }] of all.entries()) around.fill(index + 1, first, last + 1);
  return { all, around };
}

const inOneBlock = (doc: Doc, a: number, b: number): boolean => {
  const one = doc.sentences[a]!;
  const other = doc.sentences[b]!;
  return one.zone === other.zone && one.paragraph === other.paragraph;
};

/** Quotations of one paragraph. Inside one, marks of the other family are nested and passed over. */
function findInBlock(tokens: readonly Token[], first: number, last: number, into: Quotation[]): void {
  let open = -1;
  let family: Family = 'double';
  for (let at = first; at <= last; at++) {
    const mark = tokens[at]!;
    if (mark.pos !== 'PUNCT' && mark.pos !== 'PART') continue;
    if (open < 0) {
      const opened = openedBy(tokens, at, first, last);
      if (opened === undefined || (opened === 'single' && !isClosedAhead(tokens, at, last))) continue;
      open = at;
      family = opened;
    } else if (closes(tokens, at, family, last)) {
      into.push({ first: open, last: at, closed: true, reopened: false });
      open = -1;
    }
  }
  if (open >= 0) into.push({ first: open, last, closed: false, reopened: false });
}

/** The family that the mark at `at` opens, if it opens one. */
function openedBy(tokens: readonly Token[], at: number, first: number, last: number): Family | undefined {
  const { text, start, end } = tokens[at]!;
  const directed = OPENING.get(text);
  if (directed !== undefined) return directed;
  if (text !== '"' && text !== "'" && text !== "''") return undefined;
  if (at === last || tokens[at + 1]!.start !== end) return undefined;
  const detached = at === first || tokens[at - 1]!.end !== start || isJoiner(tokens[at - 1]!.text);
  if (!detached) return undefined;
  return text === "'" ? 'single' : 'double';
}

const isJoiner = (text: string): boolean =>
  text === '(' || text === '[' || text === '—' || text === '–' || text === '--';

function closes(tokens: readonly Token[], at: number, family: Family, last: number): boolean {
  const { text, start, end } = tokens[at]!;
  if (family === 'double') {
    if (text === '"' || CLOSING.get(text) === 'double') return true;
    // An opening mark that touches only what stands before it is a slip of the pen.
    return text === '“' && tokens[at - 1]!.end === start && at < last && tokens[at + 1]!.start > end;
  }
  if (text !== "'" && text !== '’') return false;
  if (tokens[at - 1]!.end !== start) return false;
  // An apostrophe behind an "s" is a genitive when the noun follows: "the rebels’ leader".
  const next = at < last ? tokens[at + 1]! : undefined;
  return next === undefined || next.pos === 'PUNCT' || !tokens[at - 1]!.text.endsWith('s') || next.start === end;
}

/** How far ahead a single mark must close: else it is an apostrophe ('em, '90s). */
const SINGLE_REACH = 120;

function isClosedAhead(tokens: readonly Token[], at: number, last: number): boolean {
  for (let i = at + 2; i <= Math.min(last, at + SINGLE_REACH); i++) if (closes(tokens, i, 'single', last)) return true;
  return false;
}
