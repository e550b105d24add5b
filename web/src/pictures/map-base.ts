/** Land and borders for offline maps: Natural Earth's 1:50 million countries, one file of the build, loaded with the map. */
import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

let base: Promise<FeatureCollection> | undefined;

/** All countries, with their names as properties. Read once a page. */
export function loadCountries(): Promise<FeatureCollection> {
  base ??= import('world-atlas/countries-50m.json').then(({ default: topology }) => {
    const world = topology as unknown as Topology<{ countries: GeometryCollection }>;
    return feature(world, world.objects.countries);
  });
  return base;
}
