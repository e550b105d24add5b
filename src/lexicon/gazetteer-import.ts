/**
 * Reads a GeoNames dump (tab-separated: `AM.txt`, `allCountries.txt`, `cities500.txt`) and joins it to a gazetteer, for
 * `trucewatch gazetteer import`: villages of a front line that no city list has. The file format is told at
 * download.geonames.org/export/dump/readme.txt.
 */
import { TrucewatchError } from '../model/errors.ts';
import type { Gazetteer } from './gazetteer.ts';
import { NAMING, WRITING, type Pack, type PlaceForm, type PlaceRow } from './gazetteer-pack.ts';
import { encodePack } from './gazetteer-write.ts';
import { readLexicon, type LexiconEntry } from './load.ts';
import { placeKey } from './place-key.ts';

export interface ImportOptions {
  /** Alpha-2 codes of the countries to take; all when absent. */
  readonly countries?: readonly string[];
  /** What the new gazetteer is said to be made from, besides the old: the file's name. */
  readonly label: string;
}

export interface ImportResult {
  /** The new gazetteer, to be written to a file and opened with `loadGazetteer(file)`. */
  readonly packed: Buffer;
  readonly added: number;
  /** Places that the gazetteer had already; they got more names. */
  readonly joined: number;
  /** Lines of kinds or countries that are not taken. */
  readonly passed: number;
  /** Lines that are no line of such a dump. */
  readonly bad: number;
}

/** More places than this make a file that no report is worth waiting for. */
const MOST = 2_000_000;

/** GeoNames codes besides populated places that reports tell of. */
const CODES = new Set(
  (
    'ADM1 ADM2 ADM3 ADM4 PCLI PCLD PCLS PCL STM STMI LK LKS RSV SEA GULF STRT BAY CNL CNLI MT MTS PASS ISL ISLS VAL ' +
    'PEN HLL HLLS PK RDGE CAPE DSRT GRGE RGN RGNE PRK FRST AIRP AIRB AIRF MILB BDG DAM TNL BDR MN MNA FT'
  ).split(' '),
);

/** Joins the lines of a dump to `base`. */
export async function importDump(
  lines: Iterable<string> | AsyncIterable<string>,
  base: Gazetteer,
  options: ImportOptions,
): Promise<ImportResult> {
  const rows = rowsOf(base.pack);
  const byId = new Map(rows.flatMap((row, at) => (row.id === 0 ? [] : [[row.id, at] as const])));
  const alpha3 = alpha3Codes();
  const wanted = options.countries === undefined ? undefined : new Set(options.countries);
  const count = { added: 0, joined: 0, passed: 0, bad: 0 };
  for await (const line of lines) {
    if (line === '') continue;
    const fields = line.split('\t');
    if (!isDumpLine(fields)) count.bad++;
    else if (!isTaken(fields, wanted)) count.passed++;
    else if (join(rows, byId, rowOf(fields, alpha3))) count.joined++;
    else count.added++;
    if (rows.length > MOST)
      throw new TrucewatchError('bad-option', `More than ${MOST} places. Name the countries that you need.`);
  }
  const version = `${base.version}, ${options.label}`;
  return { packed: encodePack(version, rows, wordsOf(base.pack)), ...count };
}

const isDumpLine = (fields: readonly string[]): boolean => {
  const [id, name, , , lat, lon] = fields;
  if (fields.length < 18 || name === '' || !/^\d+$/.test(id ?? '')) return false;
  return Math.abs(Number(lat)) <= 90 && Math.abs(Number(lon)) <= 180 && lat !== '' && lon !== '';
};

const isTaken = (fields: readonly string[], wanted: ReadonlySet<string> | undefined): boolean =>
  (fields[6] === 'P' || CODES.has(fields[7]!)) && (wanted === undefined || wanted.has(fields[8]!));

const LATIN = /^\p{Lu}[\p{Script=Latin}'’‘`ʼ. -]{3,39}$/u;

function rowOf(fields: readonly string[], alpha3: ReadonlyMap<string, string>): PlaceRow {
  const [id, name, ascii, others, lat, lon, kind, code, country, , admin1] = fields as string[];
  const forms = new Map<string, PlaceForm>();
  const add = (form: string, naming: number): void => {
    const key = placeKey(form);
    if (key !== '' && !forms.has(key)) forms.set(key, { key, naming, writing: WRITING.free });
  };
  add(name!, NAMING.name);
  add(ascii!, NAMING.name);
  for (const other of others!.split(',')) if (LATIN.test(other)) add(other, NAMING.other);
  return {
    name: name!,
    lat: Number(lat),
    lon: Number(lon),
    id: Number(id),
    population: Number(fields[14]) || 0,
    country: alpha3.get(country!) ?? '',
    admin1: admin1 === '' ? '' : `${country!}.${admin1!}`,
    zone: fields[17]!,
    feature: `${kind!}.${code!}`,
    bits: 0,
    forms: [...forms.values()],
  };
}

/** Adds `row`, or only its names where the place is there already; tells which. */
function join(rows: PlaceRow[], byId: Map<number, number>, row: PlaceRow): boolean {
  const at = byId.get(row.id);
  if (at === undefined) {
    byId.set(row.id, rows.length);
    rows.push(row);
    return false;
  }
  const known = rows[at]!;
  const keys = new Set(known.forms.map((form) => form.key));
  rows[at] = { ...known, forms: [...known.forms, ...row.forms.filter((form) => !keys.has(form.key))] };
  return true;
}

interface CountryLine extends LexiconEntry {
  readonly iso2?: string;
  readonly country?: string;
}

const alpha3Codes = (): Map<string, string> =>
  new Map(
    readLexicon<CountryLine>('en/regions').flatMap(({ iso2, country }) =>
      iso2 === undefined || country === undefined ? [] : [[iso2, country] as const],
    ),
  );

/** The rows of an open gazetteer as they were before it was packed. */
function rowsOf(pack: Pack): PlaceRow[] {
  const forms: PlaceForm[][] = Array.from(pack.id, () => []);
  for (let key = 0; key < pack.longest.length; key++)
    for (let link = pack.linkAt[key]!; link < pack.linkAt[key + 1]!; link++) {
      const bits = pack.linkBits[link]!;
      forms[pack.linkRow[link]!]!.push({ key: keyText(pack, key), naming: bits & 3, writing: bits >> 2 });
    }
  return Array.from(forms, (own, row) => ({
    name: pack.names.toString('utf8', pack.nameAt[row], pack.nameAt[row + 1]),
    lat: pack.lat[row]! / 1e4,
    lon: pack.lon[row]! / 1e4,
    id: pack.id[row]!,
    population: pack.population[row]!,
    country: pack.tables.countries[pack.country[row]!]!,
    admin1: pack.tables.admin1[pack.admin1[row]!]!,
    zone: pack.tables.zones[pack.zone[row]!]!,
    feature: pack.tables.features[pack.feature[row]!]!,
    bits: pack.bits[row]!,
    forms: own,
  }));
}

const keyText = (pack: Pack, key: number): string => pack.blob.toString('latin1', pack.keyAt[key], pack.keyAt[key + 1]);

/** Keys that mean something besides a place. */
function wordsOf(pack: Pack): Map<string, number> {
  const words = new Map<string, number>();
  for (let key = 0; key < pack.longest.length; key++)
    if (pack.keyBits[key] !== 0) words.set(keyText(pack, key), pack.keyBits[key]!);
  return words;
}
