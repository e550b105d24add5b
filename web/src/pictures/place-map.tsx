/**
 * Places of the ledger on an offline base of land and borders. "At" is a point; "near" is an area; "toward" is an
 * arrow before an area, for fire in the direction of a town is not fire on it.
 */
import { geoCircle, geoPath, type GeoProjection } from 'd3-geo';
import type { FeatureCollection } from 'geojson';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { Figure } from './figure.tsx';
import { loadCountries } from './map-base.ts';
import { degreesOf, MAP_HEIGHT, MAP_WIDTH, projectionOf, scaleBar, WHOLE, type MapView } from './map-view.ts';
import { placeLabels } from './place-labels.ts';
import { usePictureWords } from './words.ts';
import type { Kind } from './timeline.tsx';

export interface MapPlace {
  readonly key: string;
  readonly name: string;
  readonly relation: 'at' | 'near' | 'toward';
  readonly lat: number;
  readonly lon: number;
  /** Who tells of it. */
  readonly kind: Kind;
  readonly title: string;
  readonly href?: string;
}

export interface PlaceMapProps {
  readonly title: string;
  readonly source: string;
  readonly places: readonly MapPlace[];
}

/** Radius of the area drawn for "near" and "toward": a convention of the picture, no measured value. */
const AREA_KM = 10;
const STEP = 1.6;
const MOST = 24;
const PAN = 60;

export default function PlaceMap({ title, source, places }: PlaceMapProps) {
  const words = usePictureWords();
  const [countries, setCountries] = useState<FeatureCollection>();
  const [view, setView] = useState<MapView>(WHOLE);
  useEffect(() => {
    let isGone = false;
    void loadCountries().then((loaded) => (isGone ? undefined : setCountries(loaded)));
    return () => {
      isGone = true;
    };
  }, []);
  const drawn = useMemo(() => unique(places), [places]);
  const projection = useMemo(() => projectionOf(drawn, view), [drawn, view]);
  if (drawn.length === 0) return <p className="empty">{words.noPlaces}</p>;
  const zoom = (factor: number): void => {
    const next = Math.min(MOST, Math.max(1, view.zoom * factor));
    const by = next / view.zoom;
    setView(next === 1 ? WHOLE : { zoom: next, dx: view.dx * by, dy: view.dy * by });
  };
  const move = (event: React.KeyboardEvent): void => {
    const way = { ArrowLeft: [PAN, 0], ArrowRight: [-PAN, 0], ArrowUp: [0, PAN], ArrowDown: [0, -PAN] }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    setView({ ...view, dx: view.dx + way[0]!, dy: view.dy + way[1]! });
  };
  return (
    <Figure
      title={title}
      source={source}
      legend={<Legend />}
      table={<Table places={drawn} />}
      tools={
        <>
          <button type="button" className="button plain" onClick={() => zoom(STEP)} disabled={view.zoom >= MOST}>
            {words.nearer}
          </button>
          <button type="button" className="button plain" onClick={() => zoom(1 / STEP)} disabled={view.zoom <= 1}>
            {words.farther}
          </button>
          <button type="button" className="button plain" onClick={() => setView(WHOLE)} disabled={view === WHOLE}>
            {words.whole}
          </button>
        </>
      }
    >
      <div className="map-frame" tabIndex={0} role="group" aria-label={title} onKeyDown={move}>
        <svg
          viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`}
          className="picture map"
          role="group"
          aria-label={words.mapOf(drawn.map(({ name }) => name).join(', '))}
        >
          <rect width={MAP_WIDTH} height={MAP_HEIGHT} className="pic-sea" />
          <Base countries={countries} projection={projection} />
          <Places places={drawn} projection={projection} />
          <Bar projection={projection} />
        </svg>
      </div>
    </Figure>
  );
}

/** Each place once; one that is named "at" and "toward" is drawn as "at". */
function unique(places: readonly MapPlace[]): MapPlace[] {
  const byKey = new Map<string, MapPlace>();
  for (const place of places) {
    const known = byKey.get(place.key);
    if (known === undefined || (known.relation !== 'at' && place.relation === 'at')) byKey.set(place.key, place);
  }
  return [...byKey.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

interface BaseProps {
  readonly countries: FeatureCollection | undefined;
  readonly projection: GeoProjection;
}

function Base({ countries, projection }: BaseProps) {
  const path = geoPath(projection);
  const lands = (countries?.features ?? [])
    .map((country) => ({ country, shape: path(country) }))
    .filter(({ shape }) => shape !== null);
  return (
    <g>
      {lands.map(({ country, shape }) => (
        <path key={String(country.properties?.['name'])} d={shape!} className="pic-land" />
      ))}
      {lands
        .filter(({ country }) => path.area(country) > 9000)
        .map(({ country }) => {
          const [x, y] = path.centroid(country);
          const name = String(country.properties?.['name'] ?? '');
          return (
            <text key={name} x={x} y={y} textAnchor="middle" className="pic-country">
              {name}
            </text>
          );
        })}
    </g>
  );
}

function Places({ places, projection }: { readonly places: readonly MapPlace[]; readonly projection: GeoProjection }) {
  const path = geoPath(projection);
  const points = places
    .map((place) => ({ place, at: projection([place.lon, place.lat]) }))
    .filter((one): one is { place: MapPlace; at: [number, number] } => one.at !== null && isInside(one.at));
  const labels = placeLabels(
    points.map(({ place, at: [x, y] }) => ({ id: place.key, text: place.name, x, y, gap: 9 })),
    { x: 2, y: 2, width: MAP_WIDTH - 4, height: MAP_HEIGHT - 24 },
    points.map(({ at: [x, y] }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 })),
  );
  return (
    <g>
      {points.map(({ place, at }) => {
        const area = geoCircle().center([place.lon, place.lat]).radius(degreesOf(AREA_KM))();
        const drawing = (
          <g>
            <title>{`${place.name}: ${place.title}`}</title>
            {place.relation !== 'at' && <path d={path(area) ?? ''} className={`pic-area pic-${place.kind}`} />}
            {place.relation === 'toward' && <Arrow x={at[0]} y={at[1]} kind={place.kind} />}
            <circle
              cx={at[0]}
              cy={at[1]}
              r="4.5"
              className={`${place.relation === 'at' ? 'pic-incident' : 'pic-denied'} pic-${place.kind}`}
            />
          </g>
        );
        return place.href === undefined ? (
          <g key={place.key}>{drawing}</g>
        ) : (
          <Link key={place.key} href={place.href} aria-label={`${place.name}: ${place.title}`}>
            {drawing}
          </Link>
        );
      })}
      {labels.map(({ id, text, x, y, anchor }) => (
        <text key={id} x={x} y={y} textAnchor={anchor} className="pic-place">
          {text}
        </text>
      ))}
    </g>
  );
}

const isInside = ([x, y]: [number, number]): boolean => x >= 0 && x <= MAP_WIDTH && y >= 0 && y <= MAP_HEIGHT;

function Arrow({ x, y, kind }: { readonly x: number; readonly y: number; readonly kind: Kind }) {
  return (
    <path
      d={`M${x - 27} ${y - 10}L${x - 8} ${y - 3}M${x - 15} ${y - 11}l7 8-10 3`}
      className={`pic-arrow pic-${kind}`}
    />
  );
}

function Bar({ projection }: { readonly projection: GeoProjection }) {
  const words = usePictureWords();
  const bar = scaleBar(projection);
  if (bar === undefined) return null;
  const [x, y] = [12, MAP_HEIGHT - 12];
  return (
    <g>
      <path d={`M${x} ${y - 4}v4h${bar.width}v-4`} className="pic-scale" />
      <text x={x + bar.width + 6} y={y + 1} className="pic-dim">
        {words.kilometres(bar.km)}
      </text>
    </g>
  );
}

function Legend() {
  const words = usePictureWords();
  return (
    <>
      <span>
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="7" cy="7" r="4.5" className="pic-incident pic-third" />
        </svg>
        {words.at}
      </span>
      <span>
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="7" cy="7" r="6" className="pic-area pic-third" />
          <circle cx="7" cy="7" r="2.5" className="pic-denied pic-third" />
        </svg>
        {words.near} ({words.kilometres(AREA_KM)})
      </span>
      <span>
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <path d="M1 3l9 6M6.5 4l3.5 5-6 .5" className="pic-arrow pic-third" />
        </svg>
        {words.toward}
      </span>
    </>
  );
}

function Table({ places }: { readonly places: readonly MapPlace[] }) {
  const words = usePictureWords();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.relation}</th>
          <th scope="col" className="number">
            {words.latitude}
          </th>
          <th scope="col" className="number">
            {words.longitude}
          </th>
          <th scope="col">{words.what}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={place.key}>
            <td>{place.name}</td>
            <td>{words[place.relation]}</td>
            <td className="number">{place.lat.toFixed(3)}</td>
            <td className="number">{place.lon.toFixed(3)}</td>
            <td>{place.href === undefined ? place.title : <Link href={place.href}>{place.title}</Link>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
