/**
 * The state in which the clauses of one sentence are built from left to right: a stack of open frames. A frame is a
 * clause in the making: subjects that wait for their verb, then the verb, then what follows it.
 */
import type { Cues } from '../../lexicon/cues.ts';
import type { ClauseRole, NounPhrase, Token } from '../../model/doc.ts';
import type { Found } from './chunk.ts';
import type { Item, ItemKind } from './items.ts';

export type PhraseLink = Pick<NounPhrase, 'parent' | 'relation'>;

export interface Oblique {
  readonly preposition: string;
  readonly phrase: number;
}

export interface ClauseDraft {
  readonly sentence: number;
  readonly verb: number;
  role: ClauseRole;
  parent: number;
  subjects: number[];
  objects: number[];
  obliques: Oblique[];
  marker: string | undefined;
  /** Token of the marker, -1 without one. */
  markerToken: number;
  inherited: boolean;
  readonly antecedent: number;
}

/** Clauses that came before their governor keep this parent until it comes. */
export const ORPHAN = -1;

export type FrameKind = 'main' | 'relative' | 'subordinate' | 'complement' | 'nonfinite' | 'aside';

export interface Frame {
  readonly kind: FrameKind;
  /** Innermost clause so far; -1 before the verb. */
  clause: number;
  /** Last finite clause. */
  finite: number;
  /** Noun phrases that wait for the verb. */
  subjects: number[];
  obliques: Oblique[];
  readonly marker: string | undefined;
  readonly markerToken: number;
  /** Clause that the frame hangs on; -1 when that comes later. */
  readonly parent: number;
  /** Phrase that a relative clause stands by. */
  readonly relative: number;
  /** Same, also where the phrase is not its subject ("the town where …"). */
  readonly antecedent: number;
  /** Whether it stands between dashes. */
  readonly dashed: boolean;
  /** Whether it stands between brackets: stops in it end nothing. */
  readonly bracketed: boolean;
  /** A subject before it that takes up its verb behind it: "…," X, who …, said. */
  readonly suspended: Candidate | undefined;
  /** Whether a comma has been passed while the subjects waited. */
  comma: boolean;
  /** First clause that can have come after the frame was opened. */
  since: number;
}

/** A phrase behind the verb that may turn out to be the subject of the next one. */
export interface Candidate {
  readonly phrase: number;
  /** Phrases coordinated with it. */
  readonly others?: readonly number[];
  /** The phrase right before it, if nothing stands between: "the courage it showed". */
  readonly beside?: number;
  readonly via: 'object' | 'comma' | 'conjunction';
}

export interface Builder {
  readonly tokens: readonly Token[];
  readonly found: Found;
  /** One for each phrase that has been found so far. */
  readonly links: (PhraseLink | undefined)[];
  readonly clauses: ClauseDraft[];
  readonly cues: Cues;
  readonly sentence: number;
  readonly headline: boolean;
  readonly firstClause: number;
  readonly items: readonly Item[];
  frames: Frame[];
  /** Kind of the item before, quotation marks and adverbs not counted. */
  before: ItemKind | undefined;
  preposition: string;
  /** Whether the preposition stands right behind a phrase. */
  behindPhrase: boolean;
  /** A possessor that waits for its phrase. */
  possessor: number;
  conjunction: boolean;
  /** Whether a comma stands before it. */
  commaBeforeConjunction: boolean;
  lastPhrase: number;
  candidate: Candidate | undefined;
  /** Where the last phrase went, for the ones coordinated with it. */
  lastList: number[] | undefined;
  lastPreposition: string | undefined;
  /** Frames that were open when a quotation began; -1 outside of one. */
  quoted: number;
  /** Saying in an aside whose frame waits for its verb ("the truce, he said, holds"); -1 without one. */
  saidAside: number;
  /** Clause whose subject stands behind its verb ("said X"). */
  inverted: number;
}

/** What a frame can be given when it is opened. */
export type FrameStart = Partial<
  Pick<
    Frame,
    'clause' | 'subjects' | 'marker' | 'markerToken' | 'relative' | 'antecedent' | 'dashed' | 'bracketed' | 'suspended'
  >
>;

const NOTHING: FrameStart = {};

export function newFrame(kind: FrameKind, parent: number, start: FrameStart = NOTHING): Frame {
  return {
    kind,
    clause: start.clause ?? -1,
    finite: -1,
    subjects: start.subjects ?? [],
    obliques: [],
    marker: start.marker,
    markerToken: start.markerToken ?? -1,
    parent,
    relative: start.relative ?? -1,
    antecedent: start.antecedent ?? -1,
    dashed: start.dashed ?? false,
    bracketed: start.bracketed ?? false,
    suspended: start.suspended,
    comma: false,
    since: 0,
  };
}

export const topOf = (builder: Builder): Frame => builder.frames.at(-1)!;

export const isWaiting = (frame: Frame): boolean =>
  frame.clause < 0 && (frame.subjects.length > 0 || (frame.kind === 'relative' && frame.relative >= 0));

/** Closes frames until `keep` is on top; the frame that remains is returned. */
export function closeTo(builder: Builder, keep: number): Frame {
  builder.frames.length = keep + 1;
  return topOf(builder);
}

/** Opens a new frame and returns it. */
export function push(builder: Builder, frame: Frame): Frame {
  frame.since = builder.clauses.length;
  builder.frames.push(frame);
  return frame;
}

/**
 * Closes what is said inside the nearest clause of saying, for a verb that goes with the saying: "X said that …,
 * adding …", "X said that …, but warned …". The frame of the saying, or undefined where there is none.
 */
export function closeToSaying(builder: Builder): Frame | undefined {
  for (let at = builder.frames.length - 2; at >= Math.max(0, builder.frames.length - DEPTH); at--) {
    const { finite } = builder.frames[at]!;
    if (finite < 0 || !takesQuote(builder, builder.clauses[finite]!.verb)) continue;
    const frame = closeTo(builder, at);
    frame.clause = finite;
    return frame;
  }
  return undefined;
}

/** The nearest frame below the top whose subjects still wait for a verb; -1 without one. */
export function waitingBelow(builder: Builder): number {
  for (let at = builder.frames.length - 2; at >= Math.max(0, builder.frames.length - DEPTH); at--) {
    const frame = builder.frames[at]!;
    if (isWaiting(frame)) return at;
    if (frame.clause >= 0 && frame.kind === 'main') return -1;
  }
  return -1;
}

export interface NewClause {
  readonly verb: number;
  readonly role: ClauseRole;
  readonly parent: number;
  readonly subjects: readonly number[];
  readonly inherited?: boolean;
  readonly marker?: string | undefined;
  readonly markerToken?: number;
  readonly obliques?: readonly Oblique[];
  readonly antecedent?: number;
}

/** Adds a clause and returns its index. */
export function addClause(builder: Builder, clause: NewClause): number {
  builder.clauses.push({
    sentence: builder.sentence,
    verb: clause.verb,
    role: clause.role,
    parent: clause.parent,
    subjects: [...clause.subjects],
    objects: [],
    obliques: [...(clause.obliques ?? [])],
    marker: clause.marker,
    markerToken: clause.markerToken ?? -1,
    inherited: clause.inherited ?? false,
    antecedent: clause.antecedent ?? -1,
  });
  return builder.clauses.length - 1;
}

/** Frames and clauses are looked through this deep: prose is never deeper, text without end would be. */
export const DEPTH = 30;

/** The first finite clause from `clause` upwards: what a coordinated finite verb goes with. */
export function finiteAbove(builder: Builder, clause: number): number {
  let at = clause;
  let depth = 0;
  while (depth++ < DEPTH && at >= 0 && builder.found.verbs[builder.clauses[at]!.verb]!.group.form !== 'finite')
    at = builder.clauses[at]!.parent;
  return at;
}

export const patternsOf = (builder: Builder, verb: number): readonly string[] =>
  builder.cues.verbs.get(builder.found.verbs[verb]!.group.lemma)?.patterns ?? [];

/** Whether a verb goes with reported speech: "X, he said"; "he said X". */
export const takesQuote = (builder: Builder, verb: number): boolean => patternsOf(builder, verb).includes('quote');
export const takesClause = (builder: Builder, verb: number): boolean => {
  const patterns = patternsOf(builder, verb);
  return patterns.includes('clause') || patterns.includes('that');
};
