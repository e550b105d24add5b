/** What an analyst laid down. Append-only; a decision holds by its evidence and so survives re-coding. */
import type { CodedRecord, RecordKind } from './record.ts';
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
    | { readonly type: 'assign'; readonly target: Anchor; readonly to: string }
    /** A record made by hand; it stands among those of its report, whatever the coder makes of it later. */
    | { readonly type: 'record'; readonly target: Anchor; readonly record: CodedRecord }
    | { readonly type: 'undo'; readonly decision: string }
  );

export const DECISION_TYPES = [
  'confirm',
  'reject',
  'correct',
  'merge',
  'split',
  'grade',
  'side',
  'note',
  'assign',
  'record',
  'undo',
] as const satisfies readonly Decision['type'][];

/** What a person asks to have laid down, by the ids that they see; which fields are needed goes by the type. */
export interface DecisionRequest {
  readonly type: Decision['type'];
  /** An entry, or a record of one: the beginning of its id is enough. A decision for `undo`, an actor code for `side`, a report for `record`. */
  readonly target: string;
  readonly why: string;
  readonly by?: string;
  /** `merge`: the other entry. `split`: the entry or record that the target is taken out of; left out, its own entry. */
  readonly other?: string;
  /** `correct`: name of the slot and its new value, as JSON or as people type it: "at least 50", "near Goris". */
  readonly slot?: string;
  readonly value?: unknown;
  /** `grade`: Admiralty grade. */
  readonly grade?: string;
  /** `side`: key of the side, and id of the situation that it is a side of. */
  readonly side?: string;
  readonly situation?: string;
  /** `assign`: who is to look at it. */
  readonly to?: string;
  /** `record`: what it is, the words that it rests on, its slots as people type them, and who says it: "ARM MIL: Defence Ministry". */
  readonly kind?: RecordKind;
  readonly spans?: readonly Span[];
  readonly slots?: Readonly<Record<string, unknown>>;
  readonly says?: string;
}
