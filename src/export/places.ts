/** Where an entry was, by place: how its records put it, and how far a coordinate can be trusted. */
import type { PlaceRef } from '../model/record.ts';
import type { Backed } from './batch.ts';

/** One place of an entry with every relation that a record gives it. */
export interface EntryPlace extends Omit<PlaceRef, 'relation'> {
  /** at, near, toward, in the order of the records. */
  readonly relations: readonly PlaceRef['relation'][];
  /** Ids of the records that name it. */
  readonly records: readonly string[];
}

/** The places of an entry, each once, in the order of its records. */
export function placesOf({ records }: Pick<Backed, 'records'>): readonly EntryPlace[] {
  const found = new Map<string, { place: PlaceRef; relations: Set<PlaceRef['relation']>; records: Set<string> }>();
  for (const record of records)
    for (const { value } of record.places) {
      const known = found.get(value.key) ?? { place: value, relations: new Set(), records: new Set() };
      known.relations.add(value.relation);
      known.records.add(record.id);
      found.set(value.key, known);
    }
  return [...found.values()].map(({ place: { relation: _, ...place }, relations, records: ids }) => ({
    ...place,
    relations: [...relations],
    records: [...ids],
  }));
}

/** What a coordinate stands for: the place itself, its surroundings, a direction, or the middle of an area. */
export type Extent = 'place' | 'surroundings' | 'direction' | 'area';

export function extentOf({ feature, relations }: EntryPlace): Extent {
  if (feature === 'A' || feature === 'L' || feature === 'T' || feature === 'H') return 'area';
  if (relations.includes('at')) return 'place';
  return relations.includes('near') ? 'surroundings' : 'direction';
}
