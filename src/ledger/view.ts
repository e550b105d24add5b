/** Shows a state as a ledger: entries with their links, truces and agenda as of a moment, coverage, hash. */
import type { CodedReport, Entry, Ledger, Situation } from '../model/ledger.ts';
import type { RecordKind } from '../model/record.ts';
import { agendaOf } from './agenda.ts';
import { hashOf } from './canonical.ts';
import { coverageOf } from './coverage.ts';
import type { Core } from './entry/entry.ts';
import { byText } from './keys.ts';
import {
  type LedgerState,
  addReports,
  allSlots,
  coreOfSlot,
  createLedgerState,
  settleState,
  slotOfRecord,
} from './state.ts';
import { storiesIn } from './stories/book.ts';
import { instant, isoOf, windowOfValue } from './time.ts';
import { livesOf } from './truce/lives.ts';
import { type TruceLife, truceAt } from './truce/truce.ts';
import { publicationOf } from './item.ts';

export interface LedgerOptions {
  /** The moment: an instant, or a date that stands for its end. Reports that came later are left out. */
  readonly asOf?: string;
  /** Whether a report counts from its own date or from its capture. */
  readonly asOfBy?: 'report' | 'capture';
}

/** The ledger of a state as of a moment. */
export function ledgerOf(state: LedgerState, options: LedgerOptions = {}): Ledger {
  const { asOf } = options;
  if (asOf === undefined) return show(state, undefined, []);
  const moment = momentOf(asOf);
  const { known, undated, all } = knownBy(state, moment, options.asOfBy ?? 'report');
  if (all) return show(state, moment, undated);
  const decisions = state.decisions.filter(
    (decision) => options.asOfBy !== 'capture' || (instant(decision.at) ?? 0) <= moment,
  );
  const then = createLedgerState({ ...state.setup, decisions });
  addReports(then, known);
  return show(then, moment, undated);
}

/** A date means its end, anything finer its own instant. */
function momentOf(asOf: string): number {
  const window = windowOfValue(asOf);
  if (window === undefined) throw new RangeError(`"${asOf}" is no date and no instant`);
  return asOf.length <= 10 ? window.hi : window.lo;
}

function knownBy(
  state: LedgerState,
  moment: number,
  by: 'report' | 'capture',
): { known: CodedReport[]; undated: string[]; all: boolean } {
  const known: CodedReport[] = [];
  const undated: string[] = [];
  for (const { card, records } of state.reports.values()) {
    const captured = card.captured === undefined ? undefined : instant(card.captured);
    const at = by === 'capture' ? captured : (publicationOf(card)?.lo ?? captured);
    if (at === undefined) undated.push(card.id);
    else if (at < moment) known.push({ card, records });
  }
  return { known, undated: undated.sort(byText), all: known.length === state.reports.size };
}

function show(state: LedgerState, asked: number | undefined, undated: readonly string[]): Ledger {
  settleState(state);
  const moment = asked ?? endOfReports(state);
  const cores = [...allSlots(state)].map((slot) => coreOfSlot(state, slot)).sort(byCore);
  const ofKind = (kind: RecordKind): Core[] => cores.filter((core) => core.entry.kind === kind);
  const coreAt = (uid: string): Core | undefined => {
    const slot = slotOfRecord(state, uid);
    return slot && coreOfSlot(state, slot);
  };
  const lives = livesOf(
    {
      agreements: ofKind('agreement'),
      incidents: ofKind('incident'),
      observations: ofKind('observation'),
      entryOf: (uid) => coreAt(uid)?.entry.id,
    },
    state.weighing,
  );
  const stories = storiesIn(state.storyBook);
  const storyOf = new Map(stories.flatMap((story) => story.reports.map((report) => [report, story.id] as const)));
  const coverage = coverageOf(
    [...state.reports.values()].flatMap(({ items }) => items),
    state.book,
  );
  const links = linksOf(cores, lives, coreAt);
  const view: Omit<Ledger, 'hash'> = {
    ...(moment === undefined ? {} : { asOf: isoOf(moment), asOfBasis: asked === undefined ? 'last report' : 'asked' }),
    entries: cores.map((core) => entryOf(core, links, storyOf)),
    truces:
      moment === undefined
        ? []
        : [...lives.values()].map((life) => truceAt(life, moment, state.weighing, coverage)).sort(byBeginning),
    agenda: moment === undefined ? [] : agendaOf(ofKind('meeting'), ofKind('plan'), moment, coreAt),
    stories,
    situations: situationsOf(state, lives),
    coverage,
    unattached: state.applied.unattached,
    undated,
  };
  return { hash: hashLedger(view), ...view };
}

/** The hash of everything in the ledger but the hash itself. */
export const hashLedger = (ledger: Omit<Ledger, 'hash'>): string => hashOf({ ...ledger, hash: undefined });

const ORDER: Readonly<Record<RecordKind, number>> = {
  agreement: 0,
  incident: 1,
  toll: 2,
  observation: 3,
  request: 4,
  meeting: 5,
  plan: 6,
  mechanism: 7,
  statement: 8,
  event: 9,
};

/** By kind, then time, then id. */
const byCore = (a: Core, b: Core): number =>
  ORDER[a.entry.kind] - ORDER[b.entry.kind] ||
  byText(a.entry.earliest ?? '9', b.entry.earliest ?? '9') ||
  byText(a.entry.id, b.entry.id);

const byBeginning = (a: { effectiveFrom?: string; id: string }, b: { effectiveFrom?: string; id: string }): number =>
  byText(a.effectiveFrom ?? '9', b.effectiveFrom ?? '9') || byText(a.id, b.id);

/** The end of the last report's day: what "now" means when nobody says. */
function endOfReports(state: LedgerState): number | undefined {
  let end: number | undefined;
  for (const { card } of state.reports.values()) {
    const pub = publicationOf(card);
    if (pub !== undefined && (end === undefined || pub.hi > end)) end = pub.hi;
  }
  return end;
}

type Link = Entry['links'][number];

function linksOf(
  cores: readonly Core[],
  lives: ReadonlyMap<string, TruceLife>,
  coreAt: (uid: string) => Core | undefined,
): Map<string, Link[]> {
  const links = new Map<string, Link[]>();
  const add = (from: string, link: Link): void => {
    const list = links.get(from);
    if (list === undefined) links.set(from, [link]);
    else if (!list.some((known) => known.type === link.type && known.entry === link.entry)) list.push(link);
  };
  for (const [id, life] of lives) {
    for (const { incident, relation, reason } of life.bearings)
      add(incident.entry.id, { type: BEARING[relation], entry: id, reason });
    if (life.before !== undefined)
      add(id, {
        type: 'supersedes',
        entry: life.before.instrument.core.entry.id,
        reason: 'it took effect later, between the same sides',
      });
  }
  for (const core of cores)
    for (const item of core.bundle.items) {
      const { record } = item;
      const ids = record.kind === 'statement' ? record.about : record.kind === 'agreement' ? record.restsOn : [];
      for (const uid of ids) {
        const other = coreAt(uid)?.entry.id;
        if (other === undefined || other === core.entry.id) continue;
        const type = record.kind === 'statement' ? 'about' : 'rests on';
        add(core.entry.id, {
          type,
          entry: other,
          reason: type === 'about' ? 'it is what the statement says' : 'a report says that it rests on it',
        });
      }
    }
  return links;
}

const BEARING = { during: 'bears on', before: 'not against', uncertain: 'about' } as const;

function entryOf(core: Core, links: ReadonlyMap<string, readonly Link[]>, storyOf: ReadonlyMap<string, string>): Entry {
  const story = storyOf.get(core.bundle.items[0]!.card.id);
  const own = [...(links.get(core.entry.id) ?? [])].sort((a, b) => byText(a.type, b.type) || byText(a.entry, b.entry));
  return { ...core.entry, links: own, ...(story === undefined ? {} : { story }) };
}

/**
 * The configured situations, and one derived for every set of parties that has a truce and no configuration; older
 * instruments derive one only where no truce does.
 */
function situationsOf(state: LedgerState, lives: ReadonlyMap<string, TruceLife>): Situation[] {
  const found = new Map(state.book.situations.map((situation) => [situation.id, situation]));
  const ordered = [...lives.values()].sort((a, b) => Number(a.standing) - Number(b.standing));
  for (const { dated, standing } of ordered) {
    const { parties, core } = dated.instrument;
    if (core.frame.situation !== undefined || parties.length < 2) continue;
    if (
      standing &&
      [...found.values()].some(({ sides }) => sides.filter(({ key }) => parties.includes(key)).length >= 2)
    )
      continue;
    const id = `derived:${parties.join('~')}`;
    const named = parties.map((key) => ({ key, name: state.book.nameOf(key) }));
    found.set(id, {
      id,
      name: named.map(({ name }) => name).join(' – '),
      sides: named.map(({ key, name }) => ({ key, name, codes: [{ code: key, role: 'party' as const }] })),
      derived: true,
    });
  }
  return [...found.values()].sort((a, b) => byText(a.id, b.id));
}
