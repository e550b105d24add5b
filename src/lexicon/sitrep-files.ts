/** Files that a situation report is made with: its template in a language, its typefaces, land and borders for its map. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

const require = createRequire(import.meta.url);

/** The bundled template, Markdown with Liquid; missions copy and change it. */
export const sitrepTemplate = (language: 'en' | 'ru'): string =>
  readFileSync(new URL(`../../templates/sitrep/${language}.md`, import.meta.url), 'utf8');

/** PT Sans and PT Serif (OFL 1.1) with Latin and Cyrillic letters; their words stand in the serif face. */
const FONTS = {
  sans: '@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf',
  bold: '@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf',
  italic: '@expo-google-fonts/pt-sans/400Regular_Italic/PTSans_400Regular_Italic.ttf',
  serif: '@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf',
} as const;

export type SitrepFont = keyof typeof FONTS;

export const SITREP_FONTS = Object.keys(FONTS) as readonly SitrepFont[];

/** A typeface as a TrueType file. */
export const sitrepFont = (name: SitrepFont): Buffer => readFileSync(require.resolve(FONTS[name]));

/** Countries of Natural Earth at 1:50 million, with their names. */
export function worldMap(): FeatureCollection {
  const world = require('world-atlas/countries-50m.json') as Topology<{ countries: GeometryCollection }>;
  return feature(world, world.objects.countries);
}
