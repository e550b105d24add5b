/** What the finders of statements hand to each other: ranges of tokens, not yet spans. */
import type { Channels } from '../../lexicon/channels.ts';
import type { CueEntry, Cues } from '../../lexicon/cues.ts';
import type { Doc, TokenRange } from '../../model/doc.ts';
import type { Tree } from './tree.ts';
import type { Quotations } from './quotations.ts';

export interface StatementDraft {
  readonly rule: string;
  readonly sentence: number;
  source: TokenRange[];
  cue: TokenRange[];
  content: TokenRange[];
  /** Clause of a verb cue, -1 for others. */
  readonly clause: number;
  readonly entry: CueEntry | undefined;
}

/** A document with what the finders look things up in. */
export interface Scene {
  readonly doc: Doc;
  readonly cues: Cues;
  readonly channels: Channels;
  readonly quotations: Quotations;
  readonly tree: Tree;
}
