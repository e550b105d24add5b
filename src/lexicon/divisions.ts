/** In which divisions of its country a place lies, by the codes that the gazetteer keeps. */
import type { Gazetteer, Place } from './gazetteer.ts';

/** Names of the divisions by level; the second and third only where the place is one itself. */
export interface Divisions {
  readonly admin1?: string;
  readonly admin2?: string;
  readonly admin3?: string;
}

/** A look-up by the key of a place; nothing for places that no list has: `divisionsIn(gazetteer)('gn:174895').admin1` is "Syunik". */
export function divisionsIn(gazetteer: Gazetteer): (key: string) => Divisions {
  const names = firstLevel(gazetteer);
  return (key) => {
    const place = placeOf(gazetteer, key);
    if (place === undefined) return {};
    const admin1 = place.feature === 'A.ADM1' ? place.name : names.get(place.admin1 ?? '');
    return {
      ...(admin1 !== undefined && { admin1 }),
      ...(place.feature === 'A.ADM2' && { admin2: place.name }),
      ...(place.feature === 'A.ADM3' && { admin3: place.name }),
    };
  };
}

/** Names of the first-level divisions by their code. */
function firstLevel(gazetteer: Gazetteer): ReadonlyMap<string, string> {
  const { pack } = gazetteer;
  const feature = pack.tables.features.indexOf('A.ADM1');
  const names = new Map<string, string>();
  for (const [row, own] of pack.feature.entries()) {
    const { admin1, name } = own === feature ? gazetteer.place(row) : {};
    if (admin1 !== undefined && !names.has(admin1)) names.set(admin1, name!);
  }
  return names;
}

/** Keys are a GeoNames id ("gn:174895"), or point and name ("40.20,45.87:sotk"). */
function placeOf(gazetteer: Gazetteer, key: string): Place | undefined {
  const [where, name = ''] = key.split(':');
  if (where !== 'gn') return gazetteer.named(name).find((one) => one.key === key);
  const row = gazetteer.pack.id.indexOf(Number(name));
  return row === -1 ? undefined : gazetteer.place(row);
}
