/** Checks promise 2: every span of a record lies inside the text that it speaks of. */
import type { CodedRecord } from './record.ts';
import { isInside, type Span } from './span.ts';

/** Throws a RangeError naming the record and slot whose span is empty, reversed or outside `text`. */
export function checkSpans(text: string, record: CodedRecord): void {
  visit(record, '', (span, path) => {
    if (!isInside(text, span)) {
      throw new RangeError(
        `${record.kind} ${record.id}: ${path} has span ${span.start}-${span.end}, outside a text of ${text.length} units`,
      );
    }
  });
}

/** Calls `onSpan` for each object with numeric start and end anywhere inside `value`. */
function visit(value: unknown, path: string, onSpan: (span: Span, path: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const { start, end } = value as Partial<Span>;
  if (typeof start === 'number' && typeof end === 'number') onSpan({ start, end }, path);
  for (const [key, inner] of Object.entries(value)) visit(inner, path === '' ? key : `${path}.${key}`, onSpan);
}
