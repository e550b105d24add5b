/**
 * What happened where, as GeoJSON (RFC 7946): a point for each place of an entry, longitude first, WGS 84. "Near
 * Goris" and "toward Goris" have Goris' point; `relation` and `stands_for` tell that it is not where it happened.
 */
import { backed, type Backed } from './batch.ts';
import { type EntryPlace, extentOf, placesOf } from './places.ts';
import { eventsOn } from './select.ts';
import type { ExportOptions, ExportSource } from './source.ts';
import { localDates } from './when.ts';
import { codesOf, iriOf, labelsOf, standingOf } from './words.ts';

export async function* exportGeoJson(source: ExportSource, options: ExportOptions): AsyncIterable<string> {
  yield '{"type":"FeatureCollection","features":[';
  const entries = eventsOn(source.ledger, options);
  let isFirst = true;
  for await (const one of backed(source, entries)) {
    const places = placesOf(one);
    // An incident that nobody places still counts: RFC 7946 has null for it. Of other kinds only what has a place
    if (places.length === 0 && one.entry.kind !== 'incident') continue;
    for (const place of places.length === 0 ? [undefined] : places) {
      yield `${isFirst ? '' : ','}\n${JSON.stringify(featureOf(one, place, options))}`;
      isFirst = false;
    }
  }
  yield '\n]}\n';
}

function featureOf(one: Backed, place: EntryPlace | undefined, { url }: ExportOptions): object {
  const { entry } = one;
  const { corroboration } = entry;
  const dates = localDates(entry);
  return {
    type: 'Feature',
    id: place === undefined ? entry.id : `${entry.id}/${place.key}`,
    geometry:
      place?.lat === undefined || place.lon === undefined
        ? null
        : { type: 'Point', coordinates: [place.lon, place.lat] },
    properties: {
      entry: entry.id,
      link: iriOf(url, 'entries', entry.id),
      kind: entry.kind,
      title: entry.title,
      ...(place === undefined ? {} : placeProperties(place)),
      first_date: dates?.first,
      last_date: dates?.last,
      zone: dates?.zone,
      earliest: entry.earliest,
      latest: entry.latest,
      accuser: labelsOf(entry, 'accuser'),
      accuser_codes: codesOf(entry, 'accuser'),
      perpetrators: labelsOf(entry, 'perpetrators'),
      perpetrator_codes: codesOf(entry, 'perpetrators'),
      targets: labelsOf(entry, 'targets'),
      target_codes: codesOf(entry, 'targets'),
      weapons: labelsOf(entry, 'weapons'),
      factuality: entry.factuality,
      standing: standingOf(entry),
      corroboration: corroboration.step,
      grade: corroboration.grade,
      denied_by: corroboration.deniedBy.map(({ name }) => name),
      origins: corroboration.origins.map(({ name }) => name),
      reports: entry.reports,
    },
  };
}

const placeProperties = (place: EntryPlace): object => ({
  place: place.name,
  place_key: place.key,
  geonames: place.geonamesId,
  country: place.country,
  relation: place.relations,
  /** place, surroundings, direction or area: what the point stands for. */
  stands_for: extentOf(place),
});
