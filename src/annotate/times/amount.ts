/** Reads the number that stands before a unit, from right to left: "twenty-five", "two and a half", "a few", "5 1/2". */
import { digitsAt, gapAfter, isNumeric, knownAt, normAt } from './scan.ts';
import type { Scan } from './scan.ts';

export interface Amount {
  /** Index of its first word. */
  readonly first: number;
  /** Absent when vague. */
  readonly n?: number;
  /** Said with "a" or "an" only: "a day". */
  readonly article?: boolean;
  readonly approximate?: boolean;
}

/** The amount that ends right before word `at`. */
export function amountBefore(scan: Scan, at: number): Amount | undefined {
  const last = at - 1;
  if (!isTied(scan, last)) return undefined;
  const norm = normAt(scan, last);
  if (norm === 'a' || norm === 'an') return articleAmount(scan, last);
  if (norm === 'half') return halfAmount(scan, last);
  if (knownAt(scan, last)?.filler !== undefined) {
    const before = amountBefore(scan, last);
    return before?.article === true && norm !== 'full' && norm !== 'whole' ? undefined : before;
  }
  return vagueAmount(scan, last) ?? numberEndingAt(scan, last);
}

const isTied = (scan: Scan, at: number): boolean => {
  const gap = gapAfter(scan, at);
  return gap === ' ' || gap === '-';
};

/** "a day"; "half an hour". */
function articleAmount(scan: Scan, at: number): Amount {
  if (normAt(scan, at - 1) === 'half' && isTied(scan, at - 1)) return { first: at - 1, n: 0.5 };
  return { first: at, n: 1, article: true };
}

/** "a half hour"; "two and a half", "two-and-a-half". */
function halfAmount(scan: Scan, at: number): Amount {
  if (normAt(scan, at - 1) !== 'a' || !isTied(scan, at - 1)) return { first: at, n: 0.5 };
  if (normAt(scan, at - 2) !== 'and' || !isTied(scan, at - 2) || !isTied(scan, at - 3))
    return { first: at - 1, n: 0.5 };
  const whole = numberEndingAt(scan, at - 3);
  return whole?.n === undefined ? { first: at - 1, n: 0.5 } : { first: whole.first, n: whole.n + 0.5 };
}

/** "few", "a few", "several", "a couple of", "dozens of". */
function vagueAmount(scan: Scan, at: number): Amount | undefined {
  const end = normAt(scan, at) === 'of' ? at - 1 : at;
  if (end !== at && !isTied(scan, end)) return undefined;
  if (knownAt(scan, end)?.vague === undefined) return undefined;
  const first = normAt(scan, end - 1) === 'a' && isTied(scan, end - 1) ? end - 1 : end;
  if (normAt(scan, end) === 'couple') return { first, n: 2, approximate: true };
  return { first };
}

function numberEndingAt(scan: Scan, at: number): Amount | undefined {
  const word = scan.words[at];
  if (isNumeric(word)) return digitAmount(scan, at);
  const n = knownAt(scan, at)?.number?.n;
  if (n === undefined) return undefined;
  const before = isTied(scan, at - 1) ? knownAt(scan, at - 1)?.number?.n : undefined;
  if (n === 100) return hundreds(scan, at, before);
  if (n === 12 && normAt(scan, at) === 'dozen') return dozens(scan, at, before);
  if (before !== undefined && before >= 20 && before < 100 && n < 10) return { first: at - 1, n: before + n };
  return { first: at, n };
}

function hundreds(scan: Scan, at: number, before: number | undefined): Amount | undefined {
  if (before !== undefined && before < 20) return { first: at - 1, n: before * 100 };
  return normAt(scan, at - 1) === 'a' ? { first: at - 1, n: 100 } : undefined;
}

function dozens(scan: Scan, at: number, before: number | undefined): Amount | undefined {
  if (before !== undefined && before < 20) return { first: at - 1, n: before * 12, approximate: true };
  return normAt(scan, at - 1) === 'a' ? { first: at - 1, n: 12, approximate: true } : undefined;
}

/** "16", "1.5", "5 1/2", "1,200". A number that some other number or sign runs into is none of ours. */
function digitAmount(scan: Scan, at: number): Amount | undefined {
  const n = digitsAt(scan, at);
  if (n === undefined) return undefined;
  const sign = scan.text[scan.words[at]!.start - 1];
  const gap = gapAfter(scan, at - 1);
  const before = digitsAt(scan, at - 1);
  if (gap === '/' && before !== undefined) return fraction(scan, at, before, n);
  if (gap === '.' && before !== undefined) return { first: at - 1, n: before + n / 10 ** normAt(scan, at).length };
  if (gap === ',' && before !== undefined && normAt(scan, at).length === 3)
    return { first: at - 1, n: before * 1000 + n };
  return sign === '$' || sign === ':' || sign === '.' ? undefined : { first: at, n };
}

function fraction(scan: Scan, at: number, over: number, under: number): Amount | undefined {
  if (under === 0) return undefined;
  const whole = gapAfter(scan, at - 2) === ' ' ? digitsAt(scan, at - 2, 2) : undefined;
  return whole === undefined ? { first: at - 1, n: over / under } : { first: at - 2, n: whole + over / under };
}
