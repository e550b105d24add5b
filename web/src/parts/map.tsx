/** Places of the ledger on an offline base of land and borders: at, near and toward are drawn differently. */
import { geoMercator, geoPath } from 'd3-geo';
import { useEffect, useMemo, useState } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { FeatureCollection } from 'geojson';
import type { DeskPlace } from '../../../src/serve/legacy.ts';
import type { SideKind } from '../data/sides.ts';

const WIDTH = 560;
const HEIGHT = 400;
/** Smallest stretch shown, in degrees: one village needs its surroundings. */
const LEAST = 1.2;

export interface MapPlace extends DeskPlace {
  readonly kind: SideKind;
  readonly title: string;
}

type Countries = FeatureCollection;

/** The base is one file of the build, loaded with the map. */
async function loadCountries(): Promise<Countries> {
  const { default: topology } = await import('world-atlas/countries-50m.json');
  const world = topology as unknown as Topology<{ countries: GeometryCollection }>;
  return feature(world, world.objects.countries);
}

export default function PlaceMap({ places }: { readonly places: readonly MapPlace[] }) {
  const [countries, setCountries] = useState<Countries>();
  useEffect(() => {
    let gone = false;
    void loadCountries().then((loaded) => (gone ? undefined : setCountries(loaded)));
    return () => {
      gone = true;
    };
  }, []);
  const projection = useMemo(() => fitted(places), [places]);
  const path = useMemo(
    () =>
      geoPath(
        projection.clipExtent([
          [0, 0],
          [WIDTH, HEIGHT],
        ]),
      ),
    [projection],
  );
  const drawn = useMemo(() => unique(places), [places]);
  return (
    <>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="picture"
        role="img"
        aria-label={`Map of ${drawn.map(({ name }) => name).join(', ')}`}
      >
        {countries?.features.map((country, index) => (
          <path key={`${String(country.id)}-${String(index)}`} d={path(country) ?? ''} className="land" />
        ))}
        {drawn.map((place) => {
          const at = projection([place.lon, place.lat]);
          if (at === null) return null;
          const [x, y] = at;
          return (
            <g key={place.key}>
              <title>{`${place.relation} ${place.name}: ${place.title}`}</title>
              {place.relation === 'near' && (
                <circle cx={x} cy={y} r="13" fill="none" className={`line-${place.kind}`} strokeDasharray="3 3" />
              )}
              {place.relation === 'toward' && (
                <path
                  d={`M${x - 26} ${y - 9}L${x - 7} ${y - 2}M${x - 14} ${y - 10}l7 8-10 3`}
                  fill="none"
                  className={`line-${place.kind}`}
                  strokeWidth="1.6"
                />
              )}
              <circle
                cx={x}
                cy={y}
                r="4"
                className={place.relation === 'at' ? `fill-${place.kind}` : `hollow line-${place.kind}`}
              />
              <text x={x + 8} y={y + 4}>
                {place.name}
              </text>
            </g>
          );
        })}
      </svg>
      <div className="legend">
        <span>● at</span>
        <span>◌ near</span>
        <span>↘ toward: fire in that direction, not at the place</span>
      </div>
    </>
  );
}

/** Each place once; a place that is named "at" and "toward" is drawn as "at". */
function unique(places: readonly MapPlace[]): MapPlace[] {
  const byKey = new Map<string, MapPlace>();
  for (const place of places) {
    const known = byKey.get(place.key);
    if (known === undefined || (known.relation !== 'at' && place.relation === 'at')) byKey.set(place.key, place);
  }
  return [...byKey.values()];
}

function fitted(places: readonly MapPlace[]) {
  const lons = places.map(({ lon }) => lon);
  const lats = places.map(({ lat }) => lat);
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const [dx, dy] = [Math.max(LEAST, (east - west) * 0.35), Math.max(LEAST * 0.7, (north - south) * 0.35)];
  const box = {
    type: 'MultiPoint' as const,
    coordinates: [
      [west - dx, south - dy],
      [east + dx, north + dy],
    ],
  };
  return geoMercator().fitExtent(
    [
      [8, 8],
      [WIDTH - 8, HEIGHT - 8],
    ],
    box,
  );
}
