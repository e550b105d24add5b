/** A problem met in a report. It travels with the report; nothing is thrown for it and no stage prints it. */
import type { Span } from './span.ts';

export type Severity = 'info' | 'warning' | 'error';

export interface Diagnostic extends Partial<Span> {
  /** The rule that noticed it, e.g. `undated-report`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What was met, with the value. */
  readonly message: string;
  /** What the reader of this message can do next. */
  readonly help?: string;
}
