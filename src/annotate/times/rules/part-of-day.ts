/** Parts of the day: "this morning", "last night", "that evening", "at night", "the night" (of a date that follows). */
import type { Expression, Part, Shift, When } from '../expression.ts';
import { gapAfter, knownAt, normAt, spanOver } from '../scan.ts';
import type { Scan } from '../scan.ts';

const POINTERS: Readonly<Record<string, Shift>> = {
  this: { unit: 'day', n: 0, from: 'published' },
  last: { unit: 'day', n: -1, from: 'published' },
  next: { unit: 'day', n: 1, from: 'context' },
  following: { unit: 'day', n: 1, from: 'context' },
  previous: { unit: 'day', n: -1, from: 'context' },
  same: { unit: 'day', n: 0, from: 'context' },
  that: { unit: 'day', n: 0, from: 'context' },
};

/** The part of day at word `at`; weak unless something says of which day. */
export function partOfDay(scan: Scan, at: number): Expression | undefined {
  const sense = knownAt(scan, at)!.part!;
  const part = sense.value as Part;
  const before = gapAfter(scan, at - 1) === ' ' ? knownAt(scan, at - 1) : undefined;
  if (before?.every !== undefined) return { ...spanOver(scan, at - 1, at), ...recurring(part) };
  if (sense.plural === true) return undefined;
  const shift = POINTERS[before?.which?.value ?? ''];
  if (shift !== undefined) return pointed(scan, at, part, shift);
  const first = normAt(scan, at - 1) === 'the' && gapAfter(scan, at - 1) === ' ' ? at - 1 : at;
  const weak = { ...spanOver(scan, first, at), kind: 'when', when: { part }, weak: true, rule: 'part-of-day' } as const;
  return part === 'NI' && normAt(scan, at) === 'night' ? (nightOfReport(scan, at, first) ?? weak) : weak;
}

const recurring = (part: Part) => ({ kind: 'set', value: `XXXX-XX-XXT${part}`, rule: 'recurring-part' }) as const;

function pointed(scan: Scan, at: number, part: Part, shift: Shift): Expression {
  const article =
    gapAfter(scan, at - 2) === ' ' && (normAt(scan, at - 2) === 'the' || knownAt(scan, at - 2)?.which !== undefined);
  const rule =
    normAt(scan, at) === 'night' && shift.from === 'published' && shift.n === 0 ? 'this-night' : 'pointed-part';
  return { ...spanOver(scan, article ? at - 2 : at - 1, at), kind: 'when', when: { shift, part }, rule };
}

/** "at night", "during the night": the night of the report, where a deed of the past is told; see `resolve`. */
function nightOfReport(scan: Scan, at: number, first: number): Expression | undefined {
  const lead = normAt(scan, first - 1);
  const next = normAt(scan, at + 1);
  if (gapAfter(scan, first - 1) !== ' ' || next === 'of' || next === 'on') return undefined;
  if (first === at ? lead !== 'at' : lead !== 'during' && lead !== 'in') return undefined;
  const from = first === at ? at - 1 : first;
  const when: When = { part: 'NI' };
  return { ...spanOver(scan, from, at), kind: 'when', when, rule: 'at-night' };
}
