/** What the parts of `watch` share: the store, the way to the web, the clock, and what is done with a report. */
import type { Clock } from '../fetch/clock.ts';
import type { PoliteClient } from '../fetch/polite-client.ts';
import type { Lexicons } from '../lexicon/lexicons.ts';
import type { Report } from '../model/article.ts';
import type { Failure } from '../model/feed.ts';
import type { Coded } from '../pipeline.ts';
import type { Store } from '../store/store.ts';

export interface WatchDeps {
  readonly store: Store;
  readonly client: PoliteClient;
  readonly clock: Clock;
  readonly lexicons: Lexicons;
  /** Id of the run, started by the caller. */
  readonly run: string;
  /** Ages of an article at which it is fetched again, in milliseconds, ascending. */
  readonly rechecks: readonly number[];
  readonly maxText?: number;
  /** Codes a report; `codeReport` when absent. */
  readonly code?: (report: Report, lexicons: Lexicons) => Coded;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: WatchEvent) => void;
}

/** Something that a person at the terminal may want to see. */
export type WatchEvent =
  | {
      readonly type: 'poll';
      readonly url: string;
      readonly items: number;
      readonly added: number;
      readonly error?: Failure;
    }
  | { readonly type: 'report'; readonly id: string; readonly url: string; readonly headline: string }
  | { readonly type: 'trouble'; readonly url: string; readonly error: Failure };
