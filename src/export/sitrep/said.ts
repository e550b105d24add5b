/** Names, times and counts of the ledger as a situation report says them. */
import { countryName } from '../names.ts';
import { russianCountryName } from '../../lexicon/country-names-ru.ts';
import type { Entry, Ledger } from '../../model/ledger.ts';
import type { Count } from '../../model/record.ts';
import { zoneOf } from '../when.ts';
import { labelsOf } from '../words.ts';
import type { Speech } from './speech.ts';

export interface Teller {
  readonly speech: Speech;
  /** A side or an actor code for people: "Armenia"; a body by its name as the reports have it. */
  nameOf(code: string): string;
  list(words: readonly string[]): string;
  /** A moment with its zone: "13 September 2022, 09:00 (UTC+3)"; a date alone where no hour is known. */
  moment(instant: string, zone?: string): string;
  day(date: string): string;
  /** "13 Sep", for an axis. */
  shortDay(date: string): string;
  /** From a day to a day, both included: "12–13 September 2022". */
  days(first: string, last: string): string;
  /** When an entry happened, in the zone that it is told in. */
  when(entry: Entry): string;
  /** "at Goris and Sotk"; empty where no place is named. */
  places(entry: Entry): string;
  count(count: Count): string;
}

const HOUR = 3_600_000;

export function teller(speech: Speech, ledger: Ledger): Teller {
  const names = new Map(ledger.situations.flatMap(({ sides }) => sides.map(({ key, name }) => [key, name] as const)));
  const list = (words: readonly string[]): string =>
    words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${speech.and} ${words.at(-1)}`;
  const calendar = calendarOf(speech);
  const { days, moment } = calendar;
  return {
    speech,
    list,
    ...calendar,
    nameOf: (code) => {
      if (code === 'unknown' || code === '' || code.startsWith('UNK')) return speech.nobody;
      const key = code.replace(/^(?:name|outlet):/, '');
      const isCountry = /^[A-Z]{3}(?: |$)/.test(key);
      const country = speech.language === 'ru' && isCountry ? russianCountryName(key) : undefined;
      return (
        country ??
        names.get(code) ??
        names.get(key) ??
        (isCountry ? countryName(key.slice(0, 3)) : key.replaceAll('-', ' '))
      );
    },
    when: (entry) => whenOf(entry, speech, moment, days),
    places: (entry) => {
      const labels = labelsOf(entry, 'places');
      if (labels.length === 0) return '';
      const relation = /^(near|toward) /.exec(labels[0]!)?.[1] as 'near' | 'toward' | undefined;
      const bare = [...new Set(labels.map((label) => label.replace(/^(?:near|toward) /, '')))];
      return `${speech.relation[relation ?? 'at']} ${list(bare)}`;
    },
    count: ({ low, best, high }) => {
      if (best !== undefined) return String(best);
      if (low !== undefined && high !== undefined) return `${low}–${high}`;
      return low === undefined ? speech.atMost(String(high)) : speech.atLeast(String(low));
    },
  };
}

function whenOf(entry: Entry, speech: Speech, moment: Teller['moment'], days: Teller['days']): string {
  const { earliest, latest } = entry;
  const zone = zoneOf(entry) ?? 'UTC';
  if (earliest === undefined || latest === undefined) return speech.unknownTime;
  const length = Date.parse(latest) - Date.parse(earliest);
  if (length <= HOUR) return moment(earliest, zone);
  const at = (instant: string): string =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
  const last = at(new Date(Date.parse(latest) - 1).toISOString());
  return days(at(earliest), last < at(earliest) ? at(earliest) : last);
}

/** Dates and moments in words. What is no date stays as it is. */
function calendarOf({ months, shortMonths }: Speech): Pick<Teller, 'day' | 'days' | 'moment' | 'shortDay'> {
  const partsOf = (date: string): { year: string; month: string; short: string; day: string } | undefined => {
    const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(date) ?? [];
    if (year === undefined || month === undefined) return undefined;
    const index = Number(month) - 1;
    return {
      year,
      month: months[index] ?? month,
      short: shortMonths[index] ?? month,
      day: day === undefined ? '' : String(Number(day)),
    };
  };
  const words = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
  const day = (date: string): string => {
    const parts = partsOf(date);
    return parts === undefined ? date : words(parts.day, parts.month, parts.year);
  };
  return {
    day,
    shortDay: (date) => {
      const parts = partsOf(date);
      return parts === undefined ? date : words(parts.day, parts.short);
    },
    days: (from, to) => {
      const [a, b] = [partsOf(from), partsOf(to)];
      if (a === undefined || b === undefined || from.slice(0, 10) === to.slice(0, 10)) return day(from);
      if (a.year !== b.year) return `${day(from)} – ${day(to)}`;
      return a.month === b.month ? `${a.day}–${day(to)}` : `${words(a.day, a.month)} – ${day(to)}`;
    },
    moment: (instant, zone = 'UTC') => {
      if (!instant.includes('T')) return day(instant);
      const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
      const date = local.toPlainDate().toString();
      return `${day(date)}, ${local.toPlainTime().toString().slice(0, 5)} (${offsetAt(instant, zone)})`;
    },
  };
}

function offsetAt(instant: string, zone: string): string {
  const offset = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offset;
  return offset === '+00:00' ? 'UTC' : `UTC${offset.replace(/^([+-])0/, '$1').replace(/:00$/, '')}`;
}
