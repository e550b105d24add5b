/**
 * The file format of the gazetteer: columns of numbers and two blobs of names, compressed, so that 200,000 places
 * open in a tenth of a second and take no object each. `gazetteer-write.ts` makes it, `decodePack` opens it.
 */
import { gunzipSync } from 'node:zlib';
import { TrucewatchError } from '../model/errors.ts';

/** How a wording names a place; smaller is surer. */
export const NAMING = { name: 0, own: 1, other: 2, variant: 3 } as const;

/** What a wording must look like to count: `dotted` needs its stop ("Conn."), `postal` a city and a comma before it. */
export const WRITING = { free: 0, upper: 1, dotted: 2, postal: 3 } as const;

/** What else a key is, besides a place's name. */
export const KEY = { common: 1, given: 2, family: 4 } as const;

/** What a row is, besides a place. `contested` places are called as the report calls them, `known` ones are on our own lists,
 * `prominent` ones are what news means by the name when it says no more. */
export const ROW = { contested: 1, known: 2, prominent: 4 } as const;

/** Kinds of places that news tells apart. */
export const KIND = {
  town: 0,
  seat: 1,
  capital: 2,
  quarter: 3,
  county: 4,
  state: 5,
  country: 6,
  area: 7,
  nature: 8,
} as const;

function kindOfFeature(feature: string): number {
  if (feature.startsWith('A.PCL')) return KIND.country;
  if (feature === 'A.ADM1') return KIND.state;
  if (feature === 'A.ADM2') return KIND.county;
  if (feature.startsWith('A')) return KIND.area;
  if (!feature.startsWith('P')) return KIND.nature;
  if (feature === 'P.PPLC') return KIND.capital;
  if (feature === 'P.PPLX') return KIND.quarter;
  return feature.startsWith('P.PPLA') ? KIND.seat : KIND.town;
}

/** One wording of a place, by its key. */
export interface PlaceForm {
  readonly key: string;
  readonly naming: number;
  readonly writing: number;
}

/** One place before it is packed. */
export interface PlaceRow {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  /** GeoNames id, 0 where there is none. */
  readonly id: number;
  readonly population: number;
  /** ISO 3166-1 alpha-3, '' on the seas. */
  readonly country: string;
  /** GeoNames code of the first-level division it lies in: "US.OH". */
  readonly admin1: string;
  readonly zone: string;
  /** GeoNames class and code: "P.PPL". */
  readonly feature: string;
  readonly bits: number;
  readonly forms: readonly PlaceForm[];
}

export const MAGIC = 'trucewatch-gazetteer-1';
export const TABLES = ['countries', 'admin1', 'zones', 'features'] as const;
export type Table = (typeof TABLES)[number];

export interface Header {
  readonly magic: string;
  readonly version: string;
  readonly rows: number;
  readonly keys: number;
  readonly links: number;
  readonly names: number;
  readonly blob: number;
  readonly tables: Readonly<Record<Table, readonly string[]>>;
}

/** The columns of an open gazetteer. Rows and keys are indices into them. */
export interface Pack {
  readonly version: string;
  readonly tables: Readonly<Record<Table, readonly string[]>>;
  /** 1e-4 degrees. */
  readonly lat: Int32Array;
  readonly lon: Int32Array;
  readonly id: Uint32Array;
  readonly population: Uint32Array;
  readonly country: Uint16Array;
  readonly admin1: Uint16Array;
  readonly zone: Uint16Array;
  readonly feature: Uint16Array;
  /** `KIND` of each row. */
  readonly kind: Uint8Array;
  readonly bits: Uint8Array;
  /** Offset of each name in `names`, one more than rows. */
  readonly nameAt: Uint32Array;
  readonly names: Buffer;
  /** Offset of each key in `blob`, one more than keys. */
  readonly keyAt: Uint32Array;
  readonly blob: Buffer;
  readonly keyBits: Uint8Array;
  /** Words of the longest key that begins with this one. */
  readonly longest: Uint8Array;
  /** First link of each key, one more than keys. */
  readonly linkAt: Uint32Array;
  readonly linkRow: Uint32Array;
  /** `NAMING` in the low two bits, `WRITING` above. */
  readonly linkBits: Uint8Array;
}

export const COLUMNS = [
  ...([
    ['lat', 4, 'rows'],
    ['lon', 4, 'rows'],
    ['id', 4, 'rows'],
    ['population', 4, 'rows'],
    ['linkRow', 4, 'links'],
  ] as const),
  ...([
    ['country', 2, 'rows'],
    ['admin1', 2, 'rows'],
    ['zone', 2, 'rows'],
    ['feature', 2, 'rows'],
  ] as const),
  ...([
    ['bits', 1, 'rows'],
    ['nameSize', 1, 'rows'],
    ['keySize', 1, 'keys'],
    ['keyBits', 1, 'keys'],
  ] as const),
  ...([
    ['longest', 1, 'keys'],
    ['linkCount', 2, 'keys'],
    ['linkBits', 1, 'links'],
  ] as const),
] as const;
export type Column = (typeof COLUMNS)[number][0];

/** Opens what `encodePack` made. Throws `bad-lexicon` on anything else. */
export function decodePack(packed: Buffer, where: string): Pack {
  const bytes = gunzipSync(packed);
  const headEnd = 4 + bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', 4, headEnd)) as Header;
  if (header.magic !== MAGIC)
    throw new TrucewatchError('bad-lexicon', `${where} is no gazetteer of this version. Build or import it anew.`);
  let offset = headEnd;
  const take = (width: number, count: number): Uint32Array => {
    const values = new Uint32Array(count);
    for (let plane = 0; plane < width; plane++, offset += count)
      for (let i = 0; i < count; i++) values[i] = values[i]! | (bytes[offset + i]! << (8 * plane));
    return values;
  };
  const raw = {} as Record<Column, Uint32Array>;
  for (const [name, width, of] of COLUMNS) raw[name] = take(width, header[of]);
  const kinds = header.tables.features.map(kindOfFeature);
  const names = bytes.subarray(offset, offset + header.names);
  const blob = bytes.subarray(offset + header.names, offset + header.names + header.blob);
  return {
    version: header.version,
    tables: header.tables,
    names,
    blob,
    lat: new Int32Array(raw.lat.buffer),
    lon: new Int32Array(raw.lon.buffer),
    id: raw.id,
    population: raw.population,
    country: Uint16Array.from(raw.country),
    admin1: Uint16Array.from(raw.admin1),
    zone: Uint16Array.from(raw.zone),
    feature: Uint16Array.from(raw.feature),
    kind: Uint8Array.from(raw.feature, (feature) => kinds[feature]!),
    bits: Uint8Array.from(raw.bits),
    nameAt: sums(raw.nameSize),
    keyAt: sums(raw.keySize),
    keyBits: Uint8Array.from(raw.keyBits),
    longest: Uint8Array.from(raw.longest),
    linkAt: sums(raw.linkCount),
    linkRow: raw.linkRow,
    linkBits: Uint8Array.from(raw.linkBits),
  };
}

/** Where each part starts, by the sizes of all. */
function sums(sizes: Uint32Array): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1);
  for (let i = 0; i < sizes.length; i++) starts[i + 1] = starts[i]! + sizes[i]!;
  return starts;
}
