/** The local dates of an entry: exports for people count days, and a day begins where the thing happened. */
import type { Entry } from '../model/ledger.ts';
import { readingsOf } from './words.ts';

/** Slots that can tell the zone of an entry. */
const TIMES = ['time', 'effective', 'period', 'due'];

export interface LocalDates {
  /** ISO dates, both included. */
  readonly first: string;
  readonly last: string;
  /** Days from the first to the last; 1 when the day is known. */
  readonly days: number;
  readonly zone: string;
}

/** The zone that an entry's time is told in, as far as a report says or a dateline tells. */
export function zoneOf(entry: Entry): string | undefined {
  for (const name of TIMES)
    for (const { value } of readingsOf(entry, name))
      if (typeof value === 'object' && 'value' in value && value.zone !== undefined) return value.zone;
  return undefined;
}

/** Undefined for an entry without a time. Without a zone the dates are those of UTC. */
export function localDates(entry: Entry): LocalDates | undefined {
  if (entry.earliest === undefined || entry.latest === undefined) return undefined;
  const zone = zoneOf(entry) ?? 'UTC';
  const first = dateAt(entry.earliest, zone, 0);
  const end = dateAt(entry.latest, zone, -1);
  const last = Temporal.PlainDate.compare(end, first) < 0 ? first : end;
  return { first: first.toString(), last: last.toString(), days: first.until(last).days + 1, zone };
}

/** The local date of an instant, or of the moment before it where it ends a stretch. */
export const dateAt = (instant: string, zone: string, milliseconds: 0 | -1): Temporal.PlainDate =>
  Temporal.Instant.from(instant).add({ milliseconds }).toZonedDateTimeISO(zone).toPlainDate();
