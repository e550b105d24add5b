/** The time zone of a place or a country by its name or code, as far as there is but one. */
import type { Gazetteer } from './gazetteer.ts';
import type { Pack } from './gazetteer-pack.ts';

/** Where so much of a country's people lives in one zone, its reports mean that zone. */
const NEARLY_ALL = 0.9;

const made = new WeakMap<Pack, Map<string, string>>();

/**
 * IANA zone of "Yerevan", "Khankendi", "ARM" or "Armenia". Of several cities of one name it is the likeliest one's.
 * Undefined for a name that is unknown, and for a country over several zones: "RUS", "USA".
 */
export function zoneOfPlace(gazetteer: Gazetteer, nameOrCode: string): string | undefined {
  const zones = countryZones(gazetteer.pack);
  if (/^[A-Z]{3}$/.test(nameOrCode)) return zones.get(nameOrCode);
  const [likeliest, ...others] = gazetteer.named(nameOrCode);
  if (likeliest === undefined) return undefined;
  // A country before it is anything else: "Georgia".
  const country = [likeliest, ...others].find((place) => place.feature.startsWith('A.PCL'));
  if (country !== undefined) return zones.get(country.country ?? '');
  // "Moscow" is the city, whatever region has its name.
  if (likeliest.feature.startsWith('P')) return likeliest.zone;
  return (
    others.find((place) => place.feature.startsWith('P') && place.country === likeliest.country)?.zone ?? likeliest.zone
  );
}

/** Zones of the countries that have one, by alpha-3 code. */
function countryZones(pack: Pack): Map<string, string> {
  let zones = made.get(pack);
  if (zones === undefined) made.set(pack, (zones = collect(pack)));
  return zones;
}

function collect(pack: Pack): Map<string, string> {
  const people = new Map<number, Map<number, number>>();
  for (let row = 0; row < pack.id.length; row++) {
    if (!pack.tables.features[pack.feature[row]!]!.startsWith('P')) continue;
    const own = people.get(pack.country[row]!) ?? new Map<number, number>();
    own.set(pack.zone[row]!, (own.get(pack.zone[row]!) ?? 0) + pack.population[row]!);
    people.set(pack.country[row]!, own);
  }
  const zones = new Map<string, string>();
  for (const [country, own] of people) {
    const all = [...own.values()].reduce((sum, count) => sum + count, 0);
    for (const [zone, count] of own)
      if (count >= all * NEARLY_ALL) zones.set(pack.tables.countries[country]!, pack.tables.zones[zone]!);
  }
  return zones;
}
