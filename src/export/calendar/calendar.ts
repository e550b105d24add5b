/**
 * The agenda as iCalendar (RFC 5545): meetings and plans that somebody announced. What has a time is an event, what has
 * none a task. Times are in UTC; the zone that a report named stands in the description.
 */
import type { Decision } from '../../model/decision.ts';
import type { AgendaItem, AgendaOutcome, Entry, Ledger } from '../../model/ledger.ts';
import { backed, type Backed } from '../batch.ts';
import { selectEntries } from '../select.ts';
import type { ExportOptions, ExportSource } from '../source.ts';
import { iriOf, labelOf, labelsOf, wordsAt } from '../words.ts';
import { contentLine, textValue } from './content-line.ts';
import { basicFormat, dueTime } from './due-time.ts';

export async function* exportCalendar(source: ExportSource, options: ExportOptions): AsyncIterable<string> {
  const { ledger } = source;
  const stamp = basicFormat(ledger.asOf ?? '1970-01-01T00:00:00Z');
  yield contentLine('BEGIN', 'VCALENDAR');
  yield contentLine('VERSION', '2.0');
  yield contentLine('PRODID', '-//trucewatch//agenda//EN');
  yield contentLine('CALSCALE', 'GREGORIAN');
  yield contentLine('METHOD', 'PUBLISH');
  yield contentLine('X-WR-CALNAME', 'trucewatch agenda');
  const items = new Map(ledger.agenda.map((item) => [item.entry, item]));
  const entries = selectEntries(ledger, options).filter(({ id }) => items.has(id));
  for await (const one of backed(source, entries))
    yield componentOf(one, items.get(one.entry.id)!, source, options, stamp);
  yield contentLine('END', 'VCALENDAR');
}

/** Only what is reported as held is confirmed: an announcement is somebody's word. */
const EVENT_STATUS: Readonly<Record<AgendaOutcome, 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'>> = {
  due: 'TENTATIVE',
  overdue: 'TENTATIVE',
  open: 'TENTATIVE',
  missed: 'TENTATIVE',
  kept: 'CONFIRMED',
  moved: 'CANCELLED',
  cancelled: 'CANCELLED',
};

const TASK_STATUS: Readonly<Record<AgendaOutcome, 'NEEDS-ACTION' | 'COMPLETED' | 'CANCELLED'>> = {
  due: 'NEEDS-ACTION',
  overdue: 'NEEDS-ACTION',
  open: 'NEEDS-ACTION',
  missed: 'NEEDS-ACTION',
  kept: 'COMPLETED',
  moved: 'CANCELLED',
  cancelled: 'CANCELLED',
};

function componentOf(
  one: Backed,
  item: AgendaItem,
  source: ExportSource,
  options: ExportOptions,
  stamp: string,
): string {
  const { entry } = one;
  const time = dueTime(item);
  const component = time === undefined ? 'VTODO' : 'VEVENT';
  const lines: (readonly [string, string])[] = [
    ['BEGIN', component],
    ['UID', `${entry.id}@trucewatch`],
    ['DTSTAMP', stamp],
    ['SEQUENCE', String(sequenceOf(entry, item, source.decisions))],
    ['STATUS', time === undefined ? TASK_STATUS[item.outcome] : EVENT_STATUS[item.outcome]],
    ...timeLines(time),
    ['SUMMARY', textValue(summaryOf(item))],
    ['DESCRIPTION', textValue(descriptionOf(one, item))],
    ...placeLine(entry),
    ['CATEGORIES', entry.kind.toUpperCase()],
    ...(options.url === undefined ? [] : [['URL', iriOf(options.url, 'entries', entry.id)] as const]),
    ...movedTo(item, source.ledger),
    ['X-TRUCEWATCH-OUTCOME', textValue(item.outcome)],
    ['X-TRUCEWATCH-CORROBORATION', textValue(entry.corroboration.step)],
    ['END', component],
  ];
  return lines.map(([name, value]) => contentLine(name, value)).join('');
}

/** A window is no appointment: it shall not block anybody's day. */
function timeLines(time: ReturnType<typeof dueTime>): readonly (readonly [string, string])[] {
  if (time === undefined) return [];
  if (time.type === 'days')
    return [
      ['DTSTART;VALUE=DATE', basicFormat(time.start)],
      ['DTEND;VALUE=DATE', basicFormat(time.end)],
      ['TRANSP', 'TRANSPARENT'],
    ];
  return [
    ['DTSTART', basicFormat(time.start)],
    ...(time.end === undefined ? [] : [['DTEND', basicFormat(time.end)] as const]),
    ['TRANSP', time.end === undefined ? 'OPAQUE' : 'TRANSPARENT'],
  ];
}

const summaryOf = ({ title, outcome, due }: AgendaItem): string => {
  const about = due?.mod === 'APPROX' ? ' (hour approximate)' : '';
  return outcome === 'due' || outcome === 'kept' ? `${title}${about}` : `${title}${about} [${outcome}]`;
};

function descriptionOf({ entry, records, reports }: Backed, item: AgendaItem): string {
  const { due } = item;
  const zone = due?.zone === undefined ? '' : ` ${due.zone} (${due.zoneBasis ?? 'unknown'})`;
  return [
    ...(due === undefined ? [] : [`As reported: ${due.mod === 'APPROX' ? 'about ' : ''}${due.value}${zone}`]),
    ...(item.promisedBy === undefined ? [] : [`Promised by: ${item.promisedBy}`]),
    `Outcome: ${item.outcome}. ${item.reasons.map(({ text }) => text).join('; ')}`,
    `Says: ${entry.corroboration.origins.map(({ name }) => name).join('; ')} (${entry.corroboration.step})`,
    ...records.slice(0, 5).map((one) => `“${wordsAt(one.spans, reports.get(one.report)?.text)}” (${one.report})`),
  ].join('\n');
}

function placeLine(entry: Entry): readonly (readonly [string, string])[] {
  const place = labelOf(entry, 'place') || labelsOf(entry, 'places').join(', ');
  return place === '' ? [] : [['LOCATION', textValue(place)]];
}

/** Where it was moved to, when that is an item of its own. */
function movedTo({ outcome, reasons, entry }: AgendaItem, { agenda }: Ledger): readonly (readonly [string, string])[] {
  if (outcome !== 'moved') return [];
  const to = reasons
    .flatMap(({ entries }) => entries)
    .find((id) => id !== entry && agenda.some((one) => one.entry === id));
  return to === undefined ? [] : [['RELATED-TO;RELTYPE=SIBLING', `${to}@trucewatch`]];
}

/** How far an outcome is along; it only ever grows while nothing new is reported. */
const PROGRESS: Readonly<Record<AgendaOutcome, number>> = {
  open: 0,
  due: 0,
  overdue: 1,
  missed: 2,
  kept: 3,
  moved: 3,
  cancelled: 3,
};

/** Grows with every further report, with every decision about it, and with what becomes of it. */
export function sequenceOf(entry: Entry, item: AgendaItem, decisions: readonly Decision[]): number {
  const about = decisions.filter(
    (one) => 'target' in one && one.target.kind === entry.kind && entry.reports.includes(one.target.report),
  );
  const ids = new Set(about.map(({ id }) => id));
  const undone = decisions.filter((one) => one.type === 'undo' && ids.has(one.decision));
  return entry.reports.length - 1 + about.length + undone.length + PROGRESS[item.outcome];
}
