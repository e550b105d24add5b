/**
 * Dates a report: metadata and full datelines state it; else the dateline's month and day, the weekday of its telling,
 * and the dates that it speaks of as past or coming leave some years open. The clock is never read: what is not in
 * the report or given by the caller does not count.
 */
import { loadTimes } from '../../lexicon/times.ts';
import type { TimeLexicon } from '../../lexicon/times.ts';
import type { Basis, Precision, Published } from '../../model/article.ts';
import { parseDay } from '../../model/calendar.ts';
import type { Span } from '../../model/span.ts';
import { dateByAddress } from './date-by-address.ts';
import { dateByYear } from './date-by-year.ts';
import { findEvidence } from './dated-words.ts';
import { printedDate } from './printed-date.ts';

export interface DatingParts {
  readonly text: string;
  /** ISO date or instant that the sender states. */
  readonly published?: string;
  /** Where the sender states it: `json-ld datePublished`. */
  readonly publishedFrom?: string;
  /** Date of the dateline, ISO or `--09-13`. */
  readonly dateline?: Span & { readonly date?: string };
  /** Address of the page. */
  readonly url?: string;
  /** Where the report speaks: its body, headline left out. */
  readonly bodySpan: Span;
  /** ISO date or instant after which the report cannot have come out: when it was captured. */
  readonly notAfter?: string;
}

/** When the report came out, with every reason and every date that the reasons leave open. */
export function dateArticle(parts: DatingParts, times: TimeLexicon = loadTimes()): Published {
  const { published, dateline, notAfter } = parts;
  const stated = published === undefined ? undefined : statedDate(published, parts.publishedFrom);
  if (stated !== undefined) return stated;
  const span = dateline === undefined ? undefined : { start: dateline.start, end: dateline.end };
  if (span !== undefined && dateline?.date !== undefined && parseDay(dateline.date) !== undefined)
    return day(dateline.date, { rule: 'dateline-date', ...span });
  const printed = printedDate(parts.text, dateline?.start ?? parts.bodySpan.start, times);
  if (printed !== undefined) return day(printed.value, { rule: 'printed-date', ...printed.span });
  const monthDay = /^--(\d\d)-(\d\d)$/.exec(dateline?.date ?? '');
  if (span === undefined || monthDay === null) return dateByAddress(parts) ?? UNDATED;
  const told = dateByYear({
    month: Number(monthDay[1]),
    day: Number(monthDay[2]),
    dateline: span,
    evidence: findEvidence(parts.text, parts.bodySpan, times),
    leadEnd: leadEnd(parts),
    ...(notAfter === undefined ? {} : { notAfter }),
  });
  return told.value === undefined ? (dateByAddress(parts, told) ?? told) : told;
}

/** The first paragraph ends at the first line break behind its first words. */
function leadEnd({ text, bodySpan }: DatingParts): number {
  const from = bodySpan.start + (/^\s*/.exec(text.slice(bodySpan.start, bodySpan.end))?.[0].length ?? 0);
  const end = text.indexOf('\n', from);
  return end < 0 || end > bodySpan.end ? bodySpan.end : end;
}

const day = (value: string, basis: Basis): Published => ({
  value,
  precision: 'day',
  basis: [basis],
  candidates: [value],
});

const UNDATED: Published = { basis: [], candidates: [] };

const STATED =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/;
const PRECISIONS: readonly Precision[] = ['year', 'month', 'day', 'hour', 'minute', 'second'];

/** A date that metadata state, as exact as it is; undefined when it is no ISO date. */
function statedDate(published: string, from: string | undefined): Published | undefined {
  const value = published.trim();
  const match = STATED.exec(value);
  if (match === null || (match[3] !== undefined && parseDay(value) === undefined)) return undefined;
  const precision = PRECISIONS[match.slice(1).filter((part) => part !== undefined).length - 1]!;
  const basis: Basis = { rule: 'metadata-date', ...(from === undefined ? {} : { note: from }) };
  return { value, precision, basis: [basis], candidates: [value] };
}
