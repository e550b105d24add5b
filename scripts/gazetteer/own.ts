/** Our own two lists as drafts: regions as they stand, front-line places joined to the city that they are. */
import { ROW, WRITING } from '../../src/lexicon/gazetteer-pack.ts';
import { placeKey } from '../../src/lexicon/place-key.ts';
import { addForm, gridOf, km, NAMING, type Draft } from './drafts.ts';
import type { OwnPlace } from './sources.ts';

/** People given to a front-line place that no city list has. */
const VILLAGE = 1500;
/** Two points for one place are rarely further apart than this, in kilometres. */
const SAME = 15;

/** A form in capitals with or without stops ("US", "U.K.", "DPR") is written so or it is another word. */
const isCapitals = (form: string): boolean => /^(?:\p{Lu}{2,5}|(?:\p{Lu}\.){2,})$/u.test(form);

const ownBits = ({ sides, prominent }: OwnPlace): number =>
  ROW.known | (sides === undefined ? 0 : ROW.contested) | (prominent === true ? ROW.prominent : 0);

function draftOf(place: OwnPlace): Draft {
  const draft: Draft = {
    name: place.forms[0]!,
    lat: place.lat,
    lon: place.lon,
    id: place.geonamesId ?? 0,
    population: place.population ?? VILLAGE,
    country: place.country ?? '',
    admin1: place.admin1 ?? '',
    admin2: '',
    zone: '',
    feature: place.class,
    bits: ownBits(place),
    forms: new Map(),
  };
  addOwnForms(draft, place);
  return draft;
}

function addOwnForms(draft: Draft, place: OwnPlace): void {
  for (const [at, form] of place.forms.entries())
    addForm(draft, form, at === 0 ? NAMING.name : NAMING.own, isCapitals(form) ? WRITING.upper : WRITING.free);
  for (const form of place.abbreviations ?? []) addForm(draft, form, NAMING.own, WRITING.dotted);
  if (place.postal !== undefined) addForm(draft, place.postal, NAMING.own, WRITING.postal);
}

export const regionDrafts = (places: readonly OwnPlace[]): Draft[] => places.map(draftOf);

/** Adds the front-line places: names to the city of the list where there is one, else a place of its own. */
export function addFrontPlaces(places: readonly OwnPlace[], cities: readonly Draft[]): Draft[] {
  const near = gridOf(cities);
  const added: Draft[] = [];
  for (const place of places) {
    const city = place.class.startsWith('P.') ? sameCity(near(place.lat, place.lon), place) : undefined;
    if (city === undefined) {
      added.push(draftOf(place));
      continue;
    }
    const keys = new Set(place.forms.map(placeKey));
    for (const form of city.forms.values())
      if (form.naming === NAMING.name && !keys.has(form.key)) city.forms.set(form.key, { ...form, naming: NAMING.own });
    city.name = place.forms[0]!;
    city.bits |= ownBits(place);
    addOwnForms(city, place);
  }
  return added;
}

function sameCity(near: readonly Draft[], place: OwnPlace): Draft | undefined {
  const keys = new Set(place.forms.map(placeKey));
  const named = near.filter(
    (draft) =>
      draft.feature.startsWith('P.') && km(draft, place) < SAME && [...keys].some((key) => draft.forms.has(key)),
  );
  return named.sort((a, b) => b.population - a.population || km(a, place) - km(b, place))[0];
}
