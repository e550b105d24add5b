/**
 * What was announced, when it is due, and what came of it as of a moment. Keeps meetings and plans by what they can tell
 * of each other, so that one more of them, or the passing of time, touches only the items that it can change.
 */
import type { AgendaItem } from '../../model/ledger.ts';
import type { Core } from '../entry/entry.ts';
import type { Item } from '../item.ts';
import { byText } from '../keys.ts';
import { DAY } from '../time.ts';
import { turnsOf } from './items.ts';
import { isAnnounced, isToldBy, meetingItem, placeKeys, seriesKeys } from './meetings.ts';
import { heldNames, isKeptBy, meetingWords, planItem } from './plans.ts';

type Index = Map<string, Set<Core>>;

export interface Agenda {
  /** Meetings by body or participants; announced ones by report and place; held ones by the words of their names. */
  readonly series: Index;
  readonly places: Index;
  readonly held: Index;
  /** Plans to talk or meet, by their words. */
  readonly plans: Index;
  /** What has an item, with the days on which the passing of time can change it. */
  readonly due: Map<Core, readonly number[]>;
  readonly turns: Map<number, Set<Core>>;
  /** What has to be told anew. */
  readonly stale: Set<Core>;
  /** The moment that items were last told for. */
  moment: number | undefined;
}

export const createAgenda = (): Agenda => ({
  series: new Map(),
  places: new Map(),
  held: new Map(),
  plans: new Map(),
  due: new Map(),
  turns: new Map(),
  stale: new Set(),
  moment: undefined,
});

/**
 * Takes a meeting or plan in; what people rejected or agencies took back announces and tells nothing. Gives what is to be handed to
 * `dropFromAgenda`: the core as it was now, for the records of an entry can become others.
 */
export function addToAgenda(agenda: Agenda, core: Core): Core {
  const own = { ...core, bundle: { ...core.bundle, items: [...core.bundle.items] } };
  setCore(agenda, own, true);
  return own;
}

/** Takes a meeting or plan out again. */
export const dropFromAgenda = (agenda: Agenda, core: Core): void => setCore(agenda, core, false);

function setCore(agenda: Agenda, core: Core, isThere: boolean): void {
  if (core.entry.review === 'rejected' || core.isGone) return;
  if (core.entry.kind === 'plan') {
    for (const word of meetingWords(core)) setIn(agenda.plans, word, core, isThere);
    setItem(agenda, core, isThere);
  } else setMeeting(agenda, core, isThere);
}

function setMeeting(agenda: Agenda, core: Core, isThere: boolean): void {
  const { series, places, held, plans } = agenda;
  for (const key of seriesKeys(core)) {
    spoil(agenda, series.get(key), (other) => agenda.due.has(other) && isToldBy(other, core));
    setIn(series, key, core, isThere);
  }
  for (const name of heldNames(core)) {
    spoil(agenda, plans.get(name), (plan) => isKeptBy(plan, core));
    setIn(held, name, core, isThere);
  }
  if (!isAnnounced(core)) return;
  setItem(agenda, core, isThere);
  for (const key of placeKeys(core)) {
    spoil(agenda, places.get(key), () => true);
    setIn(places, key, core, isThere);
  }
}

/** What another one can be told by has to be told anew; before the first telling everything is. */
function spoil({ moment, stale }: Agenda, others: Iterable<Core> | undefined, isTold: (other: Core) => boolean): void {
  if (moment === undefined) return;
  for (const other of others ?? []) if (isTold(other)) stale.add(other);
}

function setItem(agenda: Agenda, core: Core, isThere: boolean): void {
  if (isThere) {
    agenda.due.set(core, NEVER);
    agenda.stale.add(core);
    return;
  }
  setTurns(agenda, core, NEVER);
  agenda.due.delete(core);
}

const NEVER: readonly number[] = [];

function setIn<K>(index: Map<K, Set<Core>>, key: K, core: Core, isThere: boolean): void {
  const known = index.get(key);
  if (isThere) {
    if (known === undefined) index.set(key, new Set([core]));
    else known.add(core);
  } else if (known?.delete(core) === true && known.size === 0) index.delete(key);
}

const dayAt = (instant: number): number => Math.floor(instant / DAY);

function setTurns(agenda: Agenda, core: Core, instants: readonly number[]): void {
  for (const day of agenda.due.get(core)!) setIn(agenda.turns, day, core, false);
  const days = instants.length === 0 ? NEVER : [...new Set(instants.map(dayAt))];
  for (const day of days) setIn(agenda.turns, day, core, true);
  agenda.due.set(core, days);
}

/**
 * Items that are new or may differ since the last call, as of `moment`; none when nothing tells what moment it is.
 * `coreOf` gives the entry of a record.
 */
export function tellAgenda(
  agenda: Agenda,
  moment: number | undefined,
  coreOf: (item: Item) => Core,
): readonly AgendaItem[] {
  passTime(agenda, moment);
  if (moment === undefined) return NOTHING;
  const lookup = {
    toldBy: (core: Core) => tellersOf(agenda, core),
    beside: (core: Core) => new Set(placeKeys(core).flatMap((key) => [...(agenda.places.get(key) ?? [])])),
    heldAt: (word: string) => inOrder(agenda.held.get(word) ?? []),
    coreOf,
  };
  const items: AgendaItem[] = [];
  for (const core of agenda.stale) {
    if (!agenda.due.has(core)) continue;
    const { item, due } = (core.entry.kind === 'plan' ? planItem : meetingItem)(core, lookup, moment);
    setTurns(agenda, core, turnsOf(due));
    items.push(item);
  }
  agenda.stale.clear();
  return items;
}

const NOTHING: readonly AgendaItem[] = [];

/** What turns between the last moment and this one has to be told anew, and everything where there was none. */
function passTime(agenda: Agenda, moment: number | undefined): void {
  const { moment: before, turns, stale, due } = agenda;
  agenda.moment = moment;
  if (before === moment || moment === undefined) return;
  if (before === undefined) {
    for (const core of due.keys()) stale.add(core);
    return;
  }
  const [from, until] = before < moment ? [dayAt(before), dayAt(moment)] : [dayAt(moment), dayAt(before)];
  for (const [day, cores] of turns) if (day >= from && day <= until) for (const core of cores) stale.add(core);
}

function tellersOf(agenda: Agenda, core: Core): Core[] {
  const found = new Set<Core>();
  for (const key of seriesKeys(core))
    for (const other of agenda.series.get(key) ?? []) if (other !== core && isToldBy(core, other)) found.add(other);
  return inOrder(found);
}

/** By time, then id: which of several is named must not depend on which came first. */
const inOrder = (cores: Iterable<Core>): Core[] =>
  [...cores].sort((a, b) => {
    const time = (a.when?.lo ?? Infinity) - (b.when?.lo ?? Infinity);
    return time !== 0 && !Number.isNaN(time) ? time : byText(a.entry.id, b.entry.id);
  });

/** By due time, then id: the order of the agenda. */
export const byDue = (a: AgendaItem, b: AgendaItem): number =>
  byText(a.earliest ?? '9', b.earliest ?? '9') || byText(a.entry, b.entry);
