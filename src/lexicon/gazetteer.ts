/** The gazetteer: finds the places that a run of words can name. Opened on first use, from one packed file. */
import { readFileSync } from 'node:fs';
import { TrucewatchError } from '../model/errors.ts';
import { decodePack, ROW, type Pack } from './gazetteer-pack.ts';
import { asciiWord } from './place-key.ts';

/** One place, read out of the columns. */
export interface Place {
  readonly row: number;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly geonamesId?: string;
  readonly population: number;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  /** GeoNames code of the first-level division: "US.OH". */
  readonly admin1?: string;
  /** IANA zone at its point. */
  readonly zone: string;
  /** GeoNames class and code: "P.PPL". */
  readonly feature: string;
  /** Called otherwise by the sides of a conflict: the name that a report uses is kept. */
  readonly contested: boolean;
  /** The same for all names of the place, and from one build to the next. */
  readonly key: string;
}

export interface Gazetteer {
  /** What the file was made from. */
  readonly version: string;
  readonly pack: Pack;
  /** Index of a key in the pack by its words, `-1` when no place and no name word has it. */
  keyOf(norms: readonly string[]): number;
  /** The hash of `norm`, or of `norm` after the words that `before` is the hash of. */
  hash(norm: string, before?: number): number;
  /** Index of the key with this hash that is spelt by the first `count` of `norms`. */
  keyAt(hash: number, norms: readonly string[], count: number): number;
  place(row: number): Place;
  /** Places of a name in any casing, likeliest first. */
  named(name: string): Place[];
}

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
const SPACE = 32;

/** FNV-1a over the words' letters with a space between. */
function hashWord(norm: string, before = -1): number {
  let hash = before === -1 ? SEED : Math.imul(before ^ SPACE, PRIME);
  for (let i = 0; i < norm.length; i++) hash = Math.imul(hash ^ norm.charCodeAt(i), PRIME);
  return hash >>> 0;
}

/** Opens a packed gazetteer. */
export function openGazetteer(packed: Buffer, where: string): Gazetteer {
  const pack = decodePack(packed, where);
  const { slots, hashes, mask } = indexOf(pack);
  const keyAt = (hash: number, norms: readonly string[], count: number): number => {
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const key = slots[slot]! - 1;
      if (key < 0) return -1;
      if (hashes[key] === hash && isSpelt(pack, key, norms, count)) return key;
    }
  };
  const keyOf = (norms: readonly string[]): number => {
    let hash = -1;
    for (const norm of norms) hash = hashWord(norm, hash);
    return hash === -1 ? -1 : keyAt(hash, norms, norms.length);
  };
  const places = new Map<number, Place>();
  const place = (row: number): Place => {
    let found = places.get(row);
    if (found === undefined) places.set(row, (found = readPlace(pack, row)));
    return found;
  };
  const named = (name: string): Place[] => {
    const key = keyOf(normsOf(name));
    if (key < 0) return [];
    return Array.from(pack.linkRow.subarray(pack.linkAt[key], pack.linkAt[key + 1]), place);
  };
  return { version: pack.version, pack, keyOf, hash: hashWord, keyAt, place, named };
}

function isSpelt({ blob, keyAt }: Pack, key: number, norms: readonly string[], count: number): boolean {
  let at = keyAt[key]!;
  const end = keyAt[key + 1]!;
  for (let word = 0; word < count; word++) {
    if (word > 0 && blob[at++] !== SPACE) return false;
    const norm = norms[word]!;
    for (let i = 0; i < norm.length; i++) if (blob[at++] !== norm.charCodeAt(i)) return false;
  }
  return at === end;
}

function indexOf(pack: Pack): { slots: Int32Array; hashes: Uint32Array; mask: number } {
  const { blob, keyAt, longest } = pack;
  const keys = longest.length;
  const size = 2 ** Math.ceil(Math.log2(keys * 1.7));
  const mask = size - 1;
  const slots = new Int32Array(size);
  const hashes = new Uint32Array(keys);
  for (let key = 0; key < keys; key++) {
    let hash = SEED;
    for (let at = keyAt[key]!; at < keyAt[key + 1]!; at++) hash = Math.imul(hash ^ blob[at]!, PRIME);
    hashes[key] = hash;
    let slot = hash & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = key + 1;
  }
  return { slots, hashes, mask };
}

function readPlace(pack: Pack, row: number): Place {
  const id = pack.id[row]!;
  const lat = pack.lat[row]! / 1e4;
  const lon = pack.lon[row]! / 1e4;
  const name = pack.names.toString('utf8', pack.nameAt[row], pack.nameAt[row + 1]);
  const country = pack.tables.countries[pack.country[row]!]!;
  const admin1 = pack.tables.admin1[pack.admin1[row]!]!;
  return {
    row,
    name,
    lat,
    lon,
    population: pack.population[row]!,
    zone: pack.tables.zones[pack.zone[row]!]!,
    feature: pack.tables.features[pack.feature[row]!]!,
    contested: (pack.bits[row]! & ROW.contested) !== 0,
    ...(id === 0 ? {} : { geonamesId: String(id) }),
    ...(country === '' ? {} : { country }),
    ...(admin1 === '' ? {} : { admin1 }),
    key: id === 0 ? `${lat.toFixed(2)},${lon.toFixed(2)}:${normsOf(name).join('-')}` : `gn:${id}`,
  };
}

/** The words of a name as keys have them. */
function normsOf(name: string): string[] {
  const words =
    name
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => asciiWord(word.replaceAll('ı', 'i')));
}

const BUNDLED = new URL('../../lexicons/gazetteer/places.bin.gz', import.meta.url);
const opened = new Map<string, Gazetteer>();

/** The bundled gazetteer, or the one in `file`, read on the first call. */
export function loadGazetteer(file?: string | URL): Gazetteer {
  const where = String(file ?? BUNDLED);
  let gazetteer = opened.get(where);
  if (gazetteer === undefined) opened.set(where, (gazetteer = openGazetteer(readPacked(file ?? BUNDLED), where)));
  return gazetteer;
}

function readPacked(file: string | URL): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new TrucewatchError('bad-lexicon', `The gazetteer ${String(file)} cannot be read. Import it anew.`, cause);
  }
}
