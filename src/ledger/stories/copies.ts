/**
 * Near copies: reports that share most of their word 5-grams. A copy adds an outlet to an origin and no voice of its
 * own. Candidates are found by the smallest shingles, so that a report meets only those that can be its copies.
 */
import type { ReportCard } from '../../model/ledger.ts';
import { outletKeyOf } from '../item.ts';
import { byText } from '../keys.ts';

interface Kept {
  readonly id: string;
  readonly outlet: string;
  readonly published: string;
  readonly shingles: readonly number[];
  readonly copies: Set<string>;
}

export interface Copies {
  readonly cards: Map<string, Kept>;
  readonly bySketch: Map<number, Set<string>>;
}

/** Shingles that stand for a report among candidates. */
const SKETCH = 12;
/** Share of the smaller report's shingles that a copy has at least. */
const ALIKE = 0.7;

export const createCopies = (): Copies => ({ cards: new Map(), bySketch: new Map() });

/** Takes a report in; gives the ids of the reports whose original may now be another. */
export function addCopyCard(copies: Copies, card: ReportCard): string[] {
  const { shingles } = card.features;
  if (shingles.length < 8) return [];
  const kept: Kept = {
    id: card.id,
    outlet: outletKeyOf(card),
    published: card.published.value ?? '9',
    shingles,
    copies: new Set(),
  };
  copies.cards.set(card.id, kept);
  for (const hash of shingles.slice(0, SKETCH)) {
    const sharing = copies.bySketch.get(hash);
    if (sharing === undefined) {
      copies.bySketch.set(hash, new Set([card.id]));
      continue;
    }
    for (const other of sharing) connect(copies, kept, copies.cards.get(other)!);
    sharing.add(card.id);
  }
  return kept.copies.size === 0 ? [] : [...groupOf(copies, card.id)];
}

/** Takes a report out again. */
export function dropCopyCard(copies: Copies, card: ReportCard): string[] {
  const kept = copies.cards.get(card.id);
  if (kept === undefined) return [];
  const touched = [...groupOf(copies, card.id)].filter((id) => id !== card.id);
  copies.cards.delete(card.id);
  for (const other of kept.copies) copies.cards.get(other)!.copies.delete(card.id);
  for (const hash of kept.shingles.slice(0, SKETCH)) {
    const sharing = copies.bySketch.get(hash)!;
    sharing.delete(card.id);
    if (sharing.size === 0) copies.bySketch.delete(hash);
  }
  return touched;
}

function connect(copies: Copies, a: Kept, b: Kept): void {
  if (a === b || a.copies.has(b.id) || containment(a.shingles, b.shingles) < ALIKE) return;
  a.copies.add(b.id);
  b.copies.add(a.id);
}

/** Shared shingles over those of the smaller report. */
export function containment(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      shared++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return shared / Math.max(1, Math.min(a.length, b.length));
}

/** All reports that copies connect with this one, itself included. */
export function groupOf(copies: Copies, id: string): Set<string> {
  const group = new Set([id]);
  for (const member of group) for (const other of copies.cards.get(member)?.copies ?? []) group.add(other);
  return group;
}

/** The outlet that published the text first, where others copied it; undefined for a report without copies. */
export function firstOutlet(copies: Copies, id: string): string | undefined {
  const kept = copies.cards.get(id);
  if (kept === undefined || kept.copies.size === 0) return undefined;
  const [first] = [...groupOf(copies, id)]
    .map((member) => copies.cards.get(member)!)
    .sort((a, b) => byText(a.published, b.published) || byText(a.id, b.id));
  return first!.outlet;
}
