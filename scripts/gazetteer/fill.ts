/** Gives places without a zone or a division those of the nearest town of their country that has them. */
import tzLookup from '@photostructure/tz-lookup';
import { gridOf, km, type Draft } from './drafts.ts';

/** Further than this, in kilometres, a town tells nothing. */
const NEAR = 40;

/** Fills in `zone` and `admin1` of all `drafts`; for the zone a country's only one or the point decides in the end. */
export function fillIn(drafts: readonly Draft[]): void {
  const towns = drafts.filter((draft) => draft.zone !== '' && draft.feature.startsWith('P'));
  const near = gridOf(towns);
  const only = onlyZones(towns);
  for (const draft of drafts) {
    if (draft.zone !== '' && draft.admin1 !== '') continue;
    const town = nearest(draft, near(draft.lat, draft.lon));
    if (draft.admin1 === '' && draft.feature.startsWith('P')) draft.admin1 = town?.admin1 ?? '';
    if (draft.zone === '') draft.zone = only.get(draft.country) ?? town?.zone ?? tzLookup(draft.lat, draft.lon);
  }
}

function nearest(draft: Draft, towns: readonly Draft[]): Draft | undefined {
  let best: Draft | undefined;
  let least = NEAR;
  for (const town of towns) {
    if (town.country !== draft.country) continue;
    const apart = km(town, draft);
    if (apart >= least) continue;
    best = town;
    least = apart;
  }
  return best;
}

/** Zones of countries whose towns are all in one. */
function onlyZones(towns: readonly Draft[]): Map<string, string> {
  const zones = new Map<string, Set<string>>();
  for (const { country, zone } of towns) zones.set(country, (zones.get(country) ?? new Set()).add(zone));
  return new Map([...zones].flatMap(([country, all]) => (all.size === 1 ? [[country, [...all][0]!] as const] : [])));
}
