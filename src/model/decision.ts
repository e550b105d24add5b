/** What an analyst laid down. Append-only; a decision holds by its evidence and so survives re-coding. */
import type { RecordKind } from './record.ts';
import type { Span } from './span.ts';

/** Points at a record by what it rests on, not by its id. */
export interface Anchor {
  readonly report: string;
  readonly kind: RecordKind;
  readonly spans: readonly Span[];
}

interface DecisionBase {
  readonly id: string;
  /** RFC 3339 instant, given by the caller. */
  readonly at: string;
  readonly by: string;
  readonly why: string;
}

export type Decision = DecisionBase &
  (
    | { readonly type: 'confirm' | 'reject'; readonly target: Anchor }
    | { readonly type: 'correct'; readonly target: Anchor; readonly slot: string; readonly value: unknown }
    | { readonly type: 'merge' | 'split'; readonly target: Anchor; readonly other: Anchor }
    | { readonly type: 'grade'; readonly target: Anchor; readonly grade: string }
    | { readonly type: 'side'; readonly code: string; readonly side: string; readonly situation: string }
    | { readonly type: 'note'; readonly target: Anchor; readonly text: string }
    | { readonly type: 'undo'; readonly decision: string }
  );
