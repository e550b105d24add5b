/** Slots that many kinds share: actors, times, places. */
import type { ActorMention, PlaceMention, TimeMention } from '../../model/doc.ts';
import type { Mutable } from '../../model/mutable.ts';
import type { ActorRef, PlaceRef, Slot, TimeRef } from '../../model/record.ts';
import { countryOf, isCountryCode, type CodeContext } from './context.ts';
import { inferred, said } from './draft.ts';

/** An actor as a slot: said, or inferred where the name stands for another ("Moscow", "he"). */
export function actorSlot(actor: ActorMention): Slot<ActorRef> {
  const ref = { code: actor.code, name: actor.name };
  if (actor.basis === 'metonym') return inferred(ref, 'metonym', actor);
  if (actor.basis === 'coreference')
    return inferred(ref, 'coreference', actor, ...(actor.evidence === undefined ? [] : [actor.evidence]));
  return said(ref, actor);
}

/** The side that an actor stands for: a country by its code alone, a group as it is. */
export function sideRef({ lexicons }: CodeContext, { code, name }: ActorMention): ActorRef {
  if (!isCountryCode(code) || / (?:REB|SEP|UAF|INS)\b/.test(code)) return { code, name };
  const country = countryOf(code);
  return { code: country, name: lexicons.countries.find((one) => one.code === country)?.name ?? name };
}

/** Each actor once, by code and name. */
export function actorSlots(actors: readonly ActorMention[]): Slot<ActorRef>[] {
  const seen = new Set<string>();
  return actors.filter(({ key }) => !seen.has(key) && seen.add(key)).map(actorSlot);
}

export function timeRef({ value, mod, zone, zoneBasis, earliest, latest }: TimeMention): TimeRef {
  const ref: Mutable<TimeRef> = { value };
  if (mod !== undefined) ref.mod = mod;
  if (zone !== undefined) ref.zone = zone;
  if (zoneBasis !== undefined) ref.zoneBasis = zoneBasis;
  if (earliest !== undefined) ref.earliest = earliest;
  if (latest !== undefined) ref.latest = latest;
  return ref;
}

export const timeSlot = (time: TimeMention): Slot<TimeRef> => said(timeRef(time), time);

export function placeSlot(place: PlaceMention): Slot<PlaceRef> {
  const { name, key, relation, lat, lon, geonamesId, country, feature } = place;
  const ref: Mutable<PlaceRef> = { name, key, relation };
  if (lat !== undefined) ref.lat = lat;
  if (lon !== undefined) ref.lon = lon;
  if (geonamesId !== undefined) ref.geonamesId = geonamesId;
  if (country !== undefined) ref.country = country;
  if (feature !== undefined) ref.feature = feature;
  return said(ref, place);
}
