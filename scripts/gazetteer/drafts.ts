/** A place while the gazetteer is being built: the row to be, still open to more names. */
import { NAMING, WRITING, type PlaceForm, type PlaceRow } from '../../src/lexicon/gazetteer-pack.ts';
import { placeKey } from '../../src/lexicon/place-key.ts';

export interface Draft extends Omit<PlaceRow, 'forms'> {
  name: string;
  lat: number;
  lon: number;
  id: number;
  population: number;
  admin1: string;
  admin2: string;
  zone: string;
  feature: string;
  bits: number;
  readonly forms: Map<string, PlaceForm>;
}

/** Adds a wording; the surer of two namings for one key stays. */
export function addForm(draft: Draft, form: string, naming: number, writing: number = WRITING.free): void {
  const key = placeKey(form);
  if (key === '') return;
  const known = draft.forms.get(key);
  if (known !== undefined && known.naming <= naming) return;
  draft.forms.set(key, { key, naming, writing });
}

const EARTH = 6371;
const RAD = Math.PI / 180;

export function km(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const half =
    Math.sin(((b.lat - a.lat) * RAD) / 2) ** 2 +
    Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * Math.sin(((b.lon - a.lon) * RAD) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half)));
}

const cell = (lat: number, lon: number): string => `${Math.floor(lat * 10)},${Math.floor(lon * 10)}`;

/** Drafts by cells of a tenth of a degree, for what lies near. */
export function gridOf(drafts: readonly Draft[]): (lat: number, lon: number) => Draft[] {
  const cells = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = cell(draft.lat, draft.lon);
    const list = cells.get(key);
    if (list === undefined) cells.set(key, [draft]);
    else list.push(draft);
  }
  return (lat, lon) => {
    const near: Draft[] = [];
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) near.push(...(cells.get(cell(lat + dy / 10, lon + dx / 10)) ?? []));
    return near;
  };
}

export { NAMING };
