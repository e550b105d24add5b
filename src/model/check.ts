/** Checks promise 2: every span of a record lies inside the text that it speaks of. */
import type { CodedRecord } from './record.ts';
import { isInside, type Span } from './span.ts';

/** Throws a RangeError naming the record and slot whose span is empty, reversed or outside `text`. */
export function checkSpans(text: string, record: CodedRecord): void {
  if (allInside(text, record)) return;
  const { path, span } = firstOutside(text, record, '')!;
  throw new RangeError(
    `${record.kind} ${record.id}: ${path} has span ${span.start}-${span.end}, outside a text of ${text.length} units`,
  );
}

/** Whether each object with numeric start and end anywhere inside `value` is a span of the text. Asked of every record. */
function allInside(text: string, value: object): boolean {
  if (Array.isArray(value)) {
    for (const inner of value as unknown[])
      if (typeof inner === 'object' && inner !== null && !allInside(text, inner)) return false;
    return true;
  }
  let start: unknown;
  let end: unknown;
  for (const key in value) {
    const inner = (value as Record<string, unknown>)[key];
    if (typeof inner === 'object') {
      if (inner !== null && !allInside(text, inner)) return false;
    } else if (typeof inner === 'number') {
      if (key === 'start') start = inner;
      else if (key === 'end') end = inner;
    }
  }
  return typeof start !== 'number' || typeof end !== 'number' || isInside(text, { start, end });
}

/** The first span that is none, and the way to it. */
function firstOutside(text: string, value: unknown, path: string): { path: string; span: Span } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { start, end } = value as Partial<Span>;
  if (typeof start === 'number' && typeof end === 'number' && !isInside(text, { start, end }))
    return { path, span: { start, end } };
  for (const [key, inner] of Object.entries(value)) {
    const found = firstOutside(text, inner, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
