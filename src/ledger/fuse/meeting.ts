/** When two meeting records are one meeting: the same body or the same participants, times that agree, no other place. */
import type { MeetingForm, MeetingRecord } from '../../model/record.ts';
import { type Item, isBareHeadline } from '../item.ts';
import { foldName, intersects, isSubset, sideOfActor, sortedSet } from '../keys.ts';
import { type Window, DAY, HOUR, dayNumber, lengthOf, overlapOf, windowOfLocal, windowText } from '../time.ts';
import { type Key, dayKey } from './bag.ts';
import type { Cluster, Node, Why } from './kind.ts';
import { plainFusion } from './plain.ts';

export interface MeetingFacts {
  readonly form: MeetingForm;
  readonly body: string;
  readonly who: readonly string[];
  readonly names: readonly string[];
  readonly place: string;
  readonly when: Window | undefined;
  /** When its report came out, for one without a time of its own. */
  readonly pub: Window | undefined;
  /** The report, where its headline tells of a meeting in passing; else empty. */
  readonly report: string;
  /** Told by that headline alone. */
  readonly isBare: boolean;
}

const NOWHERE: readonly Key[] = [];

/** Forms that two reports can use for one meeting. */
const FAMILY: Readonly<Record<MeetingForm, string>> = {
  call: 'call',
  'video link': 'sitting',
  session: 'sitting',
  emergency: 'sitting',
  summit: 'summit',
  visit: 'visit',
  talks: 'talks',
  conversation: 'talks',
  meeting: 'any',
};

const facts = (item: Item): MeetingFacts => {
  const record = item.record as MeetingRecord;
  const when = meetingTime(record, item);
  return {
    form: record.form.value,
    body: foldName(record.body?.value ?? ''),
    who: sortedSet(record.participants.map((slot) => sideOfActor(slot.value))),
    names: sortedSet(record.participantNames.map((slot) => foldName(slot.value))),
    place: foldName(record.place?.value ?? ''),
    when,
    pub: when === undefined ? item.pub : undefined,
    report: item.isBesideHeadline ? item.card.id : '',
    isBare: item.isBesideHeadline && isBareHeadline(item),
  };
};

/** When it is or was, up to its end where that is given. */
export function meetingTime(record: MeetingRecord, item: Item): Window | undefined {
  const end = record.end && windowOfLocal(record.end.value, record.time?.value.zone);
  if (item.when === undefined || end === undefined || end.hi <= item.when.hi) return item.when;
  return { lo: item.when.lo, hi: end.hi };
}

const keys = (f: MeetingFacts): Key[] => {
  const what = [...(f.body === '' ? [] : [`b ${f.body}`]), ...f.who.map((side) => `w ${side}`)];
  if (f.when === undefined)
    return f.pub === undefined ? [] : what.flatMap((key) => weeks(f.pub!).map((week) => `${week} ${key}`));
  const days: number[] = [];
  for (let day = dayNumber(f.when.lo) - 1; day <= dayNumber(f.when.hi - 1) + 1 && days.length < 12; day++)
    days.push(day);
  return what.flatMap((key) => days.map((day) => dayKey(day, key)));
};

const weeks = (pub: Window): string[] => {
  const week = Math.floor(dayNumber(pub.lo) / 7);
  return [week, week + 1].map((n) => `week ${n}`);
};

/** Kindred forms; or people who meet in one place, whatever it is called. */
function formsAgree(a: MeetingFacts, b: MeetingFacts): boolean {
  if (FAMILY[a.form] === FAMILY[b.form]) return true;
  if (a.form === 'call' || b.form === 'call') return false;
  if (a.form === 'meeting' || b.form === 'meeting') return true;
  return a.place !== '' && a.place === b.place && a.names.length >= 2 && a.names.join() === b.names.join();
}

function timesAgree(a: Window, b: Window): boolean {
  if (lengthOf(a) <= HOUR && lengthOf(b) <= HOUR) return overlapOf(a, b) > -3 * HOUR;
  return overlapOf(a, b) > 0;
}

/** Times that agree; or both without one, and told within a week. */
function datesAgree(a: MeetingFacts, b: MeetingFacts): boolean {
  if (a.when !== undefined && b.when !== undefined) return timesAgree(a.when, b.when);
  return a.pub !== undefined && b.pub !== undefined && Math.abs(a.pub.lo - b.pub.lo) <= 7 * DAY;
}

/** One set names the other's, or two of them at least are shared. */
const shareParticipants = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && (isSubset(a, b) || isSubset(b, a)) && Math.min(a.length, b.length) >= 2;

function same(a: MeetingFacts, b: MeetingFacts): Why | undefined {
  if (conflict(a, b) || !datesAgree(a, b)) return undefined;
  if (a.body !== '' && a.body === b.body)
    return { rule: 'meeting-same-body-time', reason: `the same body (${a.body}) and times that agree`, strength: 9 };
  if (a.body !== b.body && a.body !== '' && b.body !== '') return undefined;
  const named = a.names.length >= 2 && b.names.length >= 2 && intersects(a.names, b.names);
  if (!named && !shareParticipants(a.who, b.who)) return undefined;
  return { rule: 'meeting-same-people-time', reason: 'the same participants and times that agree', strength: 5 };
}

export function conflict(a: MeetingFacts, b: MeetingFacts): boolean {
  if (!formsAgree(a, b)) return true;
  if (a.body !== '' && b.body !== '' && a.body !== b.body) return true;
  if (a.place !== '' && b.place !== '' && a.place !== b.place) return true;
  return a.names.length >= 2 && b.names.length >= 2 && !intersects(a.names, b.names);
}

/** The meeting of a headline is the only one of that form that its report tells of. */
function chooseOwn(
  vague: Node<MeetingFacts>,
  candidates: readonly Cluster<MeetingFacts>[],
): { cluster: Cluster<MeetingFacts>; why: Why } | undefined {
  const fitting = candidates.filter(({ nodes }) =>
    nodes.some(({ facts: f }) => f.report === vague.facts.report && formsAgree(f, vague.facts)),
  );
  const [cluster] = fitting;
  return cluster === undefined || fitting.length > 1 ? undefined : { cluster, why: HEADLINE };
}

const HEADLINE: Why = {
  rule: 'meeting-of-the-headline',
  reason: 'the headline tells in short of the only meeting of that form in its report',
  strength: 3,
};

export const meetingFusion = plainFusion<MeetingFacts>({
  kind: 'meeting',
  facts,
  signature: (f) =>
    `${f.form}|${f.body}|${f.who.join()}|${f.names.join()}|${f.place}|${windowText(f.when)}|${windowText(f.pub)}|${f.report}|${f.isBare}`,
  rank: (f) => (f.isBare ? 1 : 0),
  contexts: (f) => (f.report === '' ? NOWHERE : [`report ${f.report}`]),
  choose: chooseOwn,
  keys,
  same,
  conflict,
  sameWhy: { rule: 'meeting-same-words', reason: 'the same meeting, participants and time', strength: 9 },
});
