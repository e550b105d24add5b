/** Applies what analysts laid down: which decisions stand, which records they hold by, and what they change. */
import type { Anchor, Decision } from '../model/decision.ts';
import type { CodedRecord, TimeRef } from '../model/record.ts';
import { overlaps } from '../model/span.ts';
import type { Item } from './item.ts';
import { byText, pairKey } from './keys.ts';

/** Decisions in the order in which they were laid down. */
const byTime = (a: Decision, b: Decision): number => byText(a.at, b.at) || byText(a.id, b.id);

/** The decisions that no later one undoes. An undone undo leaves what it undid standing. */
export function standingDecisions(decisions: Iterable<Decision>): Decision[] {
  const unique = new Map<string, Decision>();
  for (const decision of decisions) unique.set(decision.id, decision);
  const ordered = [...unique.values()].sort(byTime);
  const undone = new Set<string>();
  for (const decision of ordered.toReversed())
    if (decision.type === 'undo' && !undone.has(decision.id)) undone.add(decision.decision);
  return ordered.filter((decision) => decision.type !== 'undo' && !undone.has(decision.id));
}

/** The record that carries the anchor's evidence: the same kind, and most of the same words. */
export function recordAt(anchor: Anchor, records: readonly CodedRecord[]): CodedRecord | undefined {
  let best: CodedRecord | undefined;
  let length = 0;
  for (const record of records) {
    if (record.kind !== anchor.kind) continue;
    const shared = sharedLength(anchor, record);
    if (shared > length || (shared === length && shared > 0 && record.id < best!.id)) {
      best = record;
      length = shared;
    }
  }
  return best;
}

function sharedLength(anchor: Anchor, record: CodedRecord): number {
  let shared = 0;
  for (const a of anchor.spans)
    for (const b of record.spans) if (overlaps(a, b)) shared += Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared;
}

export interface Applied {
  /** Decisions by the records that they hold by. */
  readonly byRecord: ReadonlyMap<string, readonly Decision[]>;
  readonly merges: readonly { readonly a: string; readonly b: string; readonly decision: Decision }[];
  readonly splits: ReadonlySet<string>;
  readonly splitRecords: ReadonlySet<string>;
  /** What each split record was split off from. */
  readonly splitFrom: ReadonlyMap<string, readonly string[]>;
  readonly splitPartners: ReadonlyMap<string, readonly string[]>;
  /** Ids of decisions of which the evidence is in no record. */
  readonly unattached: readonly string[];
}

export const NOTHING_APPLIED: Applied = {
  byRecord: new Map(),
  merges: [],
  splits: new Set(),
  splitRecords: new Set(),
  splitFrom: new Map(),
  splitPartners: new Map(),
  unattached: [],
};

/** Finds the records of every standing decision. `recordsOf` gives the records of a report, if it is there. */
export function applyDecisions(
  decisions: readonly Decision[],
  recordsOf: (report: string) => readonly CodedRecord[] | undefined,
): Applied {
  const byRecord = new Map<string, Decision[]>();
  const bonds = new Map<string, { a: string; b: string; decision: Decision }>();
  const unattached: string[] = [];
  for (const decision of decisions) {
    if (decision.type === 'side' || decision.type === 'undo') continue;
    const target = find(decision.target, recordsOf);
    const isPair = decision.type === 'merge' || decision.type === 'split';
    const other = isPair ? find(decision.other, recordsOf) : undefined;
    if (target === undefined || (isPair && (other === undefined || other === target || !isSameKind(decision)))) {
      unattached.push(decision.id);
      continue;
    }
    for (const uid of other === undefined ? [target] : [target, other])
      byRecord.set(uid, [...(byRecord.get(uid) ?? []), decision]);
    if (other !== undefined) bonds.set(pairKey(target, other), { a: target, b: other, decision });
  }
  const all = [...bonds.values()];
  const splits = all.filter(({ decision }) => decision.type === 'split');
  return {
    byRecord,
    merges: all.filter(({ decision }) => decision.type === 'merge'),
    splits: new Set(splits.map(({ a, b }) => pairKey(a, b))),
    splitRecords: new Set(splits.flatMap(({ a, b }) => [a, b])),
    splitFrom: partners(splits.map(({ a, b }) => [a, b])),
    splitPartners: partners(
      splits.flatMap(
        ({ a, b }) =>
          [
            [a, b],
            [b, a],
          ] as const,
      ),
    ),
    unattached,
  };
}

/** Ids of standing decisions of which the evidence is in no record. `recordsOf` gives the records of a report, if it is there. */
export const unattachedIn = (
  decisions: Iterable<Decision>,
  recordsOf: (report: string) => readonly CodedRecord[] | undefined,
): readonly string[] => applyDecisions(standingDecisions(decisions), recordsOf).unattached;

function partners(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [a, b] of pairs) found.set(a, [...(found.get(a) ?? []), b]);
  return found;
}

/** Only entries of one kind can be one. */
const isSameKind = (decision: Decision): boolean =>
  !('other' in decision) || decision.target.kind === decision.other.kind;

const find = (
  anchor: Anchor,
  recordsOf: (report: string) => readonly CodedRecord[] | undefined,
): string | undefined => {
  const records = recordsOf(anchor.report);
  return records === undefined ? undefined : recordAt(anchor, records)?.id;
};

/** The record with its corrected slots; what the coder had is kept for the readings. */
export function correct(
  record: CodedRecord,
  decisions: readonly Decision[],
): { readonly record: CodedRecord; readonly corrected: Item['corrected'] } {
  const corrections = decisions.filter((decision) => decision.type === 'correct');
  if (corrections.length === 0) return { record, corrected: [] };
  const coded = record as unknown as Readonly<Record<string, unknown>>;
  const next: Record<string, unknown> = { ...coded };
  const corrected = new Map<string, Item['corrected'][number]>();
  for (const { slot, value, id, target } of corrections) {
    const wrap = (one: unknown): unknown => ({ value: one, spans: target.spans, rule: `decision-${id}` });
    if (slot === 'factuality') next[slot] = value;
    else next[slot] = Array.isArray(coded[slot]) ? listOf(value).map(wrap) : wrap(value);
    // The hour as said stands beside the instants: both are corrected
    if (slot === 'effective') next['effectiveFrom'] = wrap((value as TimeRef).value);
    corrected.set(slot, { slot, was: coded[slot], decision: id });
  }
  return { record: next as unknown as CodedRecord, corrected: [...corrected.values()] };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
