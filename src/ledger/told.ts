/**
 * Tells what changed of all but the entries, and makes only what can differ: truces that changed or that time moves,
 * agenda items that something new bears on, stories of the weeks around a report, days of the sides that it lets speak.
 */
import { dayOfKey, keyOfDay } from '../model/coverage-key.ts';
import type { AgendaItem, Changed, CoverageDay, LedgerBrief, LedgerDelta, Story, Truce } from '../model/ledger.ts';
import { addToAgenda, dropFromAgenda, tellAgenda } from './agenda/agenda.ts';
import { coverageOf } from './coverage.ts';
import { hashOfTree } from './hash-tree.ts';
import { byText } from './keys.ts';
import { type Part, setPart } from './part.ts';
import { coreOfSlot, hashOfEntries, slotOfItem } from './settle.ts';
import { noteLife, situationsNow } from './situations.ts';
import { type Changes, type LedgerState, endOfReports } from './state.ts';
import { tellStories } from './stories/book.ts';
import type { Told } from './tracked.ts';
import { settledFrom } from './truce/truce.ts';
import { hashOfHead, momentIn, trucesAt } from './view.ts';

export type HeadDelta = Omit<LedgerDelta, 'entries'> & {
  /** Reports that belong to another story now. */
  readonly retold: readonly string[];
};

/** What changed of all but the entries since the last telling, for a settled state. */
export function tellHead(state: LedgerState, told: Told, changes: Changes): HeadDelta {
  const moment = endOfReports(state);
  const coverage = tellCoverage(state, told, changes);
  const { retold, ...stories } = storyChanges(state, told);
  const truces = tellTruces(state, told, changes, moment);
  const agenda = agendaChanges(state, told, changes, moment);
  told.moment = moment;
  const brief: Omit<LedgerBrief, 'hash'> = {
    ...momentIn(moment),
    situations: situationsNow(told.derived, state),
    unattached: state.applied.unattached,
    undated: [],
  };
  const hash = hashOfHead(brief, {
    entries: hashOfEntries(state),
    truces: hashOfTree(told.truces.tree),
    agenda: hashOfTree(told.items.tree),
    stories: hashOfTree(told.stories.tree),
    coverage: hashOfTree(told.coverage.tree),
  });
  return { head: { hash, ...brief }, truces, agenda, stories, coverage, retold };
}

/** Sorts values, by id, into those that differ from what was told and ids of those that are no more. */
function differing<T>(part: Part, ids: Iterable<string>, valueOf: (id: string) => T | undefined): Changed<T> {
  const changed: T[] = [];
  const gone: string[] = [];
  for (const id of [...ids].sort(byText)) {
    const value = valueOf(id);
    if (!setPart(part, id, value)) continue;
    if (value === undefined) gone.push(id);
    else changed.push(value);
  }
  return { changed, gone };
}

/** A side that is heard on another day than before closes or opens gaps of its truces. */
function tellCoverage({ coverage, truces }: LedgerState, told: Told, changes: Changes): Changed<CoverageDay> {
  const touched = coverage.touched ?? [];
  const before = new Set([...touched].filter((key) => told.coverage.digests.has(key)));
  const found = differing(told.coverage, touched, (key) => {
    const { side, day } = dayOfKey(key);
    return coverageOf(coverage, side, day);
  });
  coverage.touched = new Set();
  const heard = found.changed.map(keyOfDay).filter((key) => !before.has(key));
  for (const side of new Set([...heard, ...found.gone].map((key) => dayOfKey(key).side)))
    for (const id of truces.livesOf.get(side) ?? []) changes.truces.add(id);
  return found;
}

function storyChanges({ storyBook }: LedgerState, told: Told): Changed<Story> & { readonly retold: string[] } {
  tellStories(storyBook);
  const found = differing(told.stories, storyBook.touched ?? [], (id) => storyBook.told.get(id));
  storyBook.touched = new Set();
  const retold: string[] = [];
  for (const { id, reports } of found.changed)
    for (const report of reports) {
      if (told.storyOf.get(report) === id) continue;
      told.storyOf.set(report, id);
      retold.push(report);
    }
  return { ...found, retold };
}

/** Truces that changed, and where the moment is another, those that time moves; all of them when it goes back. */
function tellTruces(state: LedgerState, told: Told, { truces }: Changes, moment: number | undefined): Changed<Truce> {
  const { lives } = state.truces;
  const ids = new Set(truces);
  for (const id of ids) noteLife(told.derived, id, lives.get(id));
  const isLater = moment !== undefined && told.moment !== undefined && moment > told.moment;
  if (moment !== told.moment) for (const id of isLater ? told.open : lives.keys()) ids.add(id);
  if (moment === undefined) for (const id of told.truces.digests.keys()) ids.add(id);
  return differing(told.truces, ids, (id) => {
    const life = moment === undefined ? undefined : lives.get(id);
    if (life !== undefined && settledFrom(life) > moment!) told.open.add(id);
    else told.open.delete(id);
    return life && trucesAt(state, moment!, [id])[0];
  });
}

function agendaChanges(
  state: LedgerState,
  told: Told,
  { announced }: Changes,
  moment: number | undefined,
): Changed<AgendaItem> {
  const touched = new Set<string>();
  for (const slot of announced) {
    const held = told.announced.get(slot);
    if (held !== undefined) {
      dropFromAgenda(told.agenda, held);
      told.announced.delete(slot);
      touched.add(held.entry.id);
    }
    if (state.slots.has(slot)) told.announced.set(slot, addToAgenda(told.agenda, coreOfSlot(state, slot)));
  }
  if (moment === undefined) for (const id of told.items.digests.keys()) touched.add(id);
  const items = tellAgenda(told.agenda, moment, (item) => coreOfSlot(state, slotOfItem(item)));
  const byEntry = new Map(items.map((item) => [item.entry, item]));
  return differing(told.items, touched.union(byEntry), (id) => byEntry.get(id));
}
