/** When things happened, were said or are due: in the reader's zone, with what was stated beside it. */
import type { Reading } from '../../../src/model/ledger.ts';
import type { EntryLine } from '../../../src/model/lines.ts';
import type { TimeRef } from '../../../src/model/record.ts';
import { city, isInstant, moment, offset, span, spoken, timeLabel, zoned, zoneTime } from './format.ts';

export interface When {
  readonly shown: string;
  /** The hour and zone of the report, where they are not the reader's own; of a day, whose day it is. */
  readonly stated?: string;
}

const CLOCK = /T\d\d:\d\d/;
const STATED_LABEL = /(\d{4}-\d\d-\d\d)T(\d\d:\d\d) ((?:[A-Z]\w+\/)+\w+)$/;

/** "09:00 Moscow", with its day where that is another than the reader's; undefined where both zones are alike. */
function beside(date: string, clock: string, stated: string, earliest: string, zone: string): string | undefined {
  if (offset(stated, earliest) === offset(zone, earliest)) return undefined;
  const isSameDay = moment(earliest, zone).startsWith(spoken(date, zone));
  return `${isSameDay ? '' : `${spoken(date, zone)}, `}${clock} ${city(stated)}`;
}

const whenOf = (shown: string, stated: string | undefined): When =>
  stated === undefined ? { shown } : { shown, stated };

/** Of an entry; without a time of its own, undefined. A day is told as it was stated: another zone would cut it in two. */
export function happened(
  { earliest, latest, facts }: Pick<EntryLine, 'earliest' | 'latest' | 'facts'>,
  zone: string,
): When | undefined {
  if (earliest === undefined) return undefined;
  const label = facts['time'] ?? facts['effective'] ?? facts['signed'];
  if (label === undefined)
    return { shown: isInstant(earliest) ? span(earliest, latest, zone) : spoken(earliest, zone) };
  const [, date, clock, stated] = STATED_LABEL.exec(label) ?? [];
  if (date !== undefined)
    return whenOf(`${about(label)}${zoned(earliest, zone)}`, beside(date, clock!, stated!, earliest, zone));
  if (CLOCK.test(label)) return { shown: `${about(label)}${zoned(earliest, zone)}` };
  const home = facts['startZone'];
  return whenOf(timeLabel(label, zone), home === undefined || home === zone ? undefined : zoneTime(home));
}

const about = (label: string): string => (label.startsWith('about ') ? timeLabel('about ', 'UTC') : '');

/** Of something due: a clock time that is only about keeps its "about"; a stretch of days reads as days. */
export function dueWhen(
  { earliest, latest, due }: { readonly earliest?: string; readonly latest?: string; readonly due?: TimeRef },
  zone: string,
  aboutWord: string,
): When | undefined {
  if (earliest === undefined) return undefined;
  if (due === undefined || !CLOCK.test(due.value)) return { shown: span(earliest, latest, due?.zone ?? zone) };
  const shown = `${due.mod === 'APPROX' ? `${aboutWord} ` : ''}${zoned(earliest, zone)}`;
  return whenOf(shown, statedOf(due, earliest, zone));
}

function statedOf({ value, zone: stated }: TimeRef, earliest: string, zone: string): string | undefined {
  if (stated === undefined || !CLOCK.test(value)) return undefined;
  return beside(value.slice(0, 10), value.slice(11, 16), stated, earliest, zone);
}

/** What a reading says; of a moment, the reader's hour and then the stated one. */
export function readingText({ value, label }: Pick<Reading, 'value' | 'label'>, zone: string): string {
  if (typeof value !== 'object' || !('value' in value)) return spoken(label, zone);
  if (value.earliest === undefined || !CLOCK.test(value.value)) return timeLabel(label, zone);
  const stated = statedOf(value, value.earliest, zone);
  return `${about(label)}${zoned(value.earliest, zone)}${stated === undefined ? '' : ` (${stated})`}`;
}

const OWN_OFFSET = /T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?([+-])(\d\d):?(\d\d)$/;

/** When a report was published: the reader's hour, and the hour that the outlet printed with its own zone. */
export function publishedWhen(value: string, zone: string): When {
  const own = OWN_OFFSET.exec(value);
  if (own === null) return { shown: zoned(value, zone) };
  const [, clock, sign, hours, minutes] = own;
  const theirs = `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`.replace(/^UTC[+-]0$/, 'UTC');
  return whenOf(zoned(value, zone), theirs === offset(zone, value) ? undefined : `${clock} ${theirs}`);
}

/** Both in one line: "13 Sept 2022, 06:00 UTC (09:00 Moscow)". */
export const inOneLine = ({ shown, stated }: When): string => (stated === undefined ? shown : `${shown} (${stated})`);

/** In one line when an entry happened, else when it was first reported. */
export function toldWhen(
  row: Pick<EntryLine, 'earliest' | 'latest' | 'facts' | 'firstReported'>,
  zone: string,
): string {
  const when = happened(row, zone);
  if (when !== undefined) return inOneLine(when);
  return row.firstReported === undefined ? '' : inOneLine(publishedWhen(row.firstReported, zone));
}
