/** Start and zone of a happening. Without a stated zone it is told in the zone of the place, or of whoever tells it. */
import type { PlaceMention, TimeMention } from '../../model/doc.ts';
import type { Slot, TimeRef } from '../../model/record.ts';
import { boundsOf } from '../../model/timex.ts';
import { instantOf, rfc3339 } from '../../model/zoned.ts';
import { countryOf, type CodeContext } from './context.ts';
import { inferred, said } from './draft.ts';
import { timeRef } from './slots.ts';
import type { Standing } from './voices.ts';

export interface StartSlots {
  readonly time?: Slot<TimeRef>;
  readonly start?: Slot<string>;
  readonly startZone?: Slot<string>;
}

/** Time, local start and zone of an act; nothing when no time is given. */
export function startSlots(
  context: CodeContext,
  time: TimeMention | undefined,
  places: readonly PlaceMention[],
  standing: Standing,
): StartSlots {
  if (time === undefined) return {};
  const start = said(startOf(time.value), time);
  if (time.zoneBasis === 'stated') return { time: said(timeRef(time), time), start, startZone: said(time.zone!, time) };
  const found = zoneOf(context, places, standing);
  if (found === undefined)
    return {
      time: said(timeRef(time), time),
      start,
      ...(time.zone !== undefined && { startZone: inferred(time.zone, 'zone-of-the-dateline', time) }),
    };
  return {
    time: inferred(inZone(time, found.zone), found.rule, time),
    start,
    startZone: inferred(found.zone, found.rule, ...found.spans),
  };
}

/** First half of a range, else the value. */
const startOf = (value: string): string => value.split('/')[0]!;

function zoneOf({ lexicons }: CodeContext, places: readonly PlaceMention[], { attribution }: Standing) {
  const zoneOfCountry = (code: string): string | undefined => {
    const capitals = lexicons.countries.find((country) => country.code === code)?.capitals ?? [];
    return capitals.map((capital) => lexicons.zones.ofPlace(capital)).find((zone) => zone !== undefined);
  };
  for (const place of places) {
    const zone = place.country === undefined ? undefined : zoneOfCountry(place.country);
    if (zone !== undefined) return { zone, rule: 'zone-of-the-place', spans: [place] };
  }
  for (const voice of attribution) {
    const zone =
      voice.role !== 'speaker' || voice.code === undefined ? undefined : zoneOfCountry(countryOf(voice.code));
    if (zone !== undefined) return { zone, rule: 'zone-of-the-speaker', spans: voice.spans };
  }
  return undefined;
}

/** The same local time, read in `zone`. */
function inZone(time: TimeMention, zone: string): TimeRef {
  const bounds = boundsOf(time.value);
  const { earliest: _, latest: __, ...rest } = timeRef(time);
  if (bounds === undefined) return { ...rest, zone, zoneBasis: 'inferred' };
  return {
    ...rest,
    zone,
    zoneBasis: 'inferred',
    earliest: rfc3339(instantOf(bounds.start, zone)),
    latest: rfc3339(instantOf(bounds.end, zone)),
  };
}
