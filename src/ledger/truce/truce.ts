/** The truce as people see it at one moment: status with reasons, breaches, matrix, quiet hours, who reaffirms it. */
import type { MatrixRow, Origin, Reason, StatusChange, Truce } from '../../model/ledger.ts';
import type { Core } from '../entry/entry.ts';
import { type Weighing, evidenceOf, originsOf } from '../entry/voices.ts';
import type { Item } from '../item.ts';
import { byText } from '../keys.ts';
import { DAY, HOUR, dayOf, isoOf, windowOfValue } from '../time.ts';
import type { Act, Standing } from './act.ts';
import type { Bearing, Dated } from './assign.ts';
import { statusIn } from './history.ts';

/** All that is known of one truce before the moment is chosen. */
export interface TruceLife {
  readonly dated: Dated;
  readonly standing: boolean;
  readonly next: Dated | undefined;
  readonly before: Dated | undefined;
  readonly bearings: readonly Bearing[];
  readonly history: readonly StatusChange[];
  /** Observations by a side or monitor that concern it. */
  readonly observations: () => readonly Core[];
  readonly restsOn: () => readonly string[];
}

/** Days on which a side was heard. */
export type Heard = (side: string) => { has(day: string): boolean };

/** The truce as of `moment`, in milliseconds. */
export function truceAt(life: TruceLife, moment: number, weighing: Weighing, heard: Heard): Truce {
  const { instrument, from, end } = life.dated;
  const known = life.bearings.filter(({ act }) => act.when.lo <= moment);
  const breaches = known.filter(({ relation }) => relation === 'during');
  const last = breaches.at(-1)?.act.when.lo;
  const observed = life.standing ? NOTHING : observedDuring(life, moment);
  const history = withSightings(life, observed);
  const status = statusIn(history, moment, instrument);
  const isRunning = from.lo <= moment && (end === undefined || end > moment);
  const ids = (relation: Bearing['relation']): string[] =>
    known.filter((bearing) => bearing.relation === relation).map(({ act }) => act.id);
  return {
    id: instrument.core.entry.id,
    title: instrument.core.entry.title,
    status: status.status,
    reasons: [...status.reasons, ...summary(breaches, weighing), ...sideNotes(life, moment, weighing, observed)],
    parties: instrument.parties,
    effectiveFrom: isoOf(plainStart(life.dated)),
    ...(instrument.until === undefined ? {} : { effectiveUntil: isoOf(instrument.until.hi) }),
    ...(isRunning ? { hoursQuiet: Math.floor((moment - Math.max(last ?? from.lo, from.lo)) / HOUR) } : {}),
    ...(last === undefined ? {} : { lastBreach: isoOf(last) }),
    breaches: ids('during'),
    before: ids('before'),
    uncertain: ids('uncertain'),
    matrix: matrixOf(breaches.map(({ act }) => act)),
    reaffirmedBy: reaffirmations(life, moment, weighing),
    ...(life.next === undefined ? {} : { supersededBy: life.next.instrument.core.entry.id }),
    ...(life.before === undefined ? {} : { supersedes: life.before.instrument.core.entry.id }),
    restsOn: life.restsOn(),
    standing: life.standing,
    ...(instrument.places.length === 0 ? {} : { places: instrument.places }),
    announcedBy: instrument.announcedBy,
    history: history.filter((change) => change.at === undefined || Date.parse(change.at) <= moment),
    rates: ratesOf(breaches, from.lo, Math.min(moment, end ?? moment)),
    gaps: gapsOf(life, moment, heard),
  };
}

const NOTHING: readonly Core[] = [];

/** From when on the passing of time alone changes nothing of a truce: its end, or what is known of it that comes later. */
export function settledFrom({ dated, bearings, history }: TruceLife): number {
  const { end, instrument } = dated;
  if (end === undefined) return Infinity;
  let last = end;
  const note = (instant: number | undefined): void => {
    if (instant !== undefined && instant > last) last = instant;
  };
  for (const { act } of bearings) note(act.when.lo);
  for (const { at } of history) if (at !== undefined) note(Date.parse(at));
  for (const { at } of instrument.stages) note(at?.lo);
  for (const item of instrument.core.bundle.items) for (const { pub } of [item, ...item.from]) note(pub?.hi);
  return last;
}

/** All alleged breaches by who accuses whom, once there are several. */
function summary(breaches: readonly Bearing[], weighing: Weighing): Reason[] {
  if (breaches.length < 2) return [];
  const counts = new Map<string, number>();
  for (const { act } of breaches) {
    const line = `${namesOf(act.accusers, weighing)} of ${namesOf(act.accused, weighing) || 'nobody named'}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const told = [...counts].sort(([a], [b]) => byText(a, b)).map(([line, count]) => `${count} by ${line}`);
  return [
    {
      rule: 'breaches-alleged',
      text: `${breaches.length} breaches alleged: ${told.join('; ')}; the last at ${isoOf(breaches.at(-1)!.act.when.lo)}`,
      entries: breaches.map(({ act }) => act.id),
      evidence: breaches.slice(-10).map(({ act }) => evidenceOf(act.bundle.items[0]!)),
    },
  ];
}

/** Of a day or year that no zone is known for, its beginning by its own calendar rather than the earliest it can mean. */
function plainStart({ instrument, from }: Dated): number {
  const effective = instrument.core.entry.slots.find((slot) => slot.name === 'effective')?.readings[0]?.value;
  if (typeof effective !== 'object' || !('value' in effective) || effective.zone !== undefined) return from.lo;
  return windowOfValue(effective.value)?.lo ?? from.lo;
}

/** What stands beside the status: which party has not spoken of it, and who reports quiet. */
function sideNotes(life: TruceLife, moment: number, weighing: Weighing, observed: readonly Core[]): Reason[] {
  if (life.standing) return [];
  const notes = [...unheard(life, weighing), ...announcedEnds(life, moment)];
  for (const core of observed) if (findingOf(core) === 'none observed') notes.push(quietNote(core));
  return notes;
}

const findingOf = ({ entry }: Core): unknown => entry.slots.find((slot) => slot.name === 'finding')?.readings[0]?.value;

/** Observations of times at which the truce ran, up to the moment. */
const observedDuring = ({ dated: { from, end }, observations }: TruceLife, moment: number): Core[] =>
  observations().filter(
    ({ when }) => when !== undefined && when.hi > from.lo && when.lo < Math.min(moment, end ?? moment),
  );

const quietNote = (core: Core): Reason => ({
  rule: 'no-violations-observed',
  text: `${core.entry.title}, ${spanOf(core)}: what one side or monitor saw, no proof of quiet`,
  entries: [core.entry.id],
  evidence: core.bundle.items.map(evidenceOf),
});

const spanOf = ({ when }: Core): string => (when === undefined ? '' : `${isoOf(when.lo)} to ${isoOf(when.hi)}`);

/** The history with what monitors saw: violations without a name contest a truce that nobody contested before. */
function withSightings(life: TruceLife, observed: readonly Core[]): readonly StatusChange[] {
  const seen = observed.filter((core) => findingOf(core) === 'observed');
  const [first] = seen;
  if (first?.when === undefined) return life.history;
  const at = Math.max(first.when.lo, life.dated.from.lo);
  const later = life.history.findIndex((change) => change.at !== undefined && Date.parse(change.at) > at);
  const before = later < 0 ? life.history : life.history.slice(0, later);
  const last = before.at(-1);
  if (last?.status !== 'in force, nothing alleged' && last?.status !== 'announced') return life.history;
  const reasons = seen.map((core) => ({
    rule: 'violations-observed',
    text: `${core.entry.title}, ${spanOf(core)}: it is not said by whom`,
    entries: [core.entry.id],
    evidence: core.bundle.items.map(evidenceOf),
  }));
  const [next, ...rest] = life.history.slice(before.length);
  const isToo = next?.status === 'contested';
  const contested: StatusChange = {
    at: isoOf(at),
    status: 'contested',
    reasons: [...reasons, ...(isToo ? next.reasons : [])],
  };
  return [...before, contested, ...(next === undefined || isToo ? [] : [next]), ...rest];
}

/** "It will not be renewed": an end that is announced changes nothing until it comes. */
function announcedEnds({ dated: { instrument } }: TruceLife, moment: number): Reason[] {
  return instrument.stages.flatMap(({ stage, item, at }) =>
    (stage === 'broken off' || stage === 'expired') && item.record.factuality === 'planned' && (at?.lo ?? 0) <= moment
      ? [
          {
            rule: 'end-announced',
            text: `${item.voice.name} says that it will not go on`,
            entries: [instrument.core.entry.id],
            evidence: [evidenceOf(item)],
          },
        ]
      : [],
  );
}

/** Whether a party, or both, have not been heard on the truce. */
function unheard({ dated: { instrument } }: TruceLife, weighing: Weighing): Reason[] {
  const { announcedBy, parties, core } = instrument;
  // What the media of a party tell is not the party's own word
  const own = announcedBy.filter(({ key, side }) => parties.includes(side) && !/ (?:JRN|MED)\b/.test(key));
  const spoken = new Set(own.map((origin) => origin.side));
  const silent = parties.filter((party) => !spoken.has(party));
  if (announcedBy.length === 0 || silent.length === 0) return [];
  const others = announcedBy.filter((origin) => !origin.key.startsWith('outlet:')).map((origin) => origin.name);
  const text =
    spoken.size > 0
      ? `announced by ${namesOf(spoken, weighing)}; no word of it from ${namesOf(silent, weighing)} in these reports`
      : `told by ${others.join(', ') || 'outlets alone'}; no word of it from ${namesOf(silent, weighing)} in these reports`;
  return [
    {
      rule: spoken.size > 0 ? 'announced-by-one-side' : 'no-party-heard',
      text,
      entries: [core.entry.id],
      evidence: announcedBy.flatMap((origin) => origin.evidence),
    },
  ];
}

const namesOf = (sides: Iterable<string>, weighing: Weighing): string =>
  [...sides].map((side) => weighing.sides.nameOf(side)).join(', ');

/** Accuser, accused, and how far it goes beyond the accusation: entries, never articles. */
export function matrixOf(acts: readonly Act[]): MatrixRow[] {
  const rows = new Map<string, { accuser: string; accused: string; cells: Record<Standing, string[]> }>();
  for (const act of acts)
    for (const accuser of act.accusers)
      for (const accused of act.accused.length > 0 ? act.accused : ['unknown']) {
        const key = `${accuser}~${accused}`;
        let row = rows.get(key);
        if (row === undefined)
          rows.set(key, (row = { accuser, accused, cells: { alone: [], denied: [], admitted: [], confirmed: [] } }));
        row.cells[act.standing].push(act.id);
      }
  return [...rows.entries()].sort(([a], [b]) => byText(a, b)).map(([, row]) => row);
}

const REAFFIRMS: ReadonlySet<string> = new Set(['confirm', 'promise', 'support']);

/** Who said, after it took effect, that it holds or that they keep to it. */
function reaffirmations(life: TruceLife, moment: number, weighing: Weighing): Origin[] {
  const { instrument, from } = life.dated;
  const { core } = instrument;
  const isAfter = (item: Item): boolean => item.pub !== undefined && item.pub.hi > from.lo && item.pub.lo <= moment;
  const statements = core.bundle.items
    .flatMap((item) => item.from)
    .filter((item) => item.record.kind === 'statement' && REAFFIRMS.has(item.record.act.value));
  const words = instrument.stages.filter(
    ({ stage, side }) => stage === 'in force' && instrument.parties.includes(side),
  );
  return originsOf([...statements, ...words.map(({ item }) => item)].filter(isAfter), core.frame, weighing);
}

/** Alleged breaches a day by accuser, from the effective time to the moment or the end. */
function ratesOf(breaches: readonly Bearing[], from: number, until: number): Truce['rates'] {
  const days = Math.max(1, (until - from) / DAY);
  const counts = new Map<string, number>();
  for (const { act } of breaches)
    for (const accuser of act.accusers) counts.set(accuser, (counts.get(accuser) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => byText(a, b))
    .map(([accuser, count]) => ({ accuser, perDay: Math.round((count / days) * 100) / 100 }));
}

/** Runs of days without a report that carries a side's voice; only of sides that were ever heard or are parties. */
function gapsOf({ dated }: TruceLife, moment: number, heard: Heard): Truce['gaps'] {
  const first = Math.floor(dated.from.lo / DAY);
  const last = Math.min(Math.floor((moment - 1) / DAY), Math.floor(((dated.end ?? moment) - 1) / DAY));
  if (last < first || last - first > 400) return [];
  return dated.instrument.parties.flatMap((side) => silences(side, first, last, heard(side)));
}

function silences(
  side: string,
  first: number,
  last: number,
  heard: { has(day: string): boolean },
): { side: string; from: string; until: string }[] {
  const found: { side: string; from: string; until: string }[] = [];
  let start: number | undefined;
  for (let day = first; day <= last + 1; day++) {
    const silent = day <= last && !heard.has(dayOf(day * DAY));
    if (silent) start ??= day;
    else if (start !== undefined) {
      found.push({ side, from: dayOf(start * DAY), until: dayOf((day - 1) * DAY) });
      start = undefined;
    }
  }
  return found;
}
