/** Packs places into the file format of the gazetteer. Used by the build and by the import, never while coding. */
import { gzipSync } from 'node:zlib';
import { COLUMNS, MAGIC, TABLES, type Column, type Header, type PlaceRow, type Table } from './gazetteer-pack.ts';

/** Packs `rows`; `words` are keys that mean something besides a place ("reading", "sidney") with their `KEY` bits. */
export function encodePack(version: string, rows: readonly PlaceRow[], words: ReadonlyMap<string, number>): Buffer {
  const tables = tablesOf(rows);
  const index = new Map(TABLES.map((name) => [name, new Map(tables[name].map((value, at) => [value, at]))]));
  const at = (table: Table, value: string): number => index.get(table)!.get(value)!;
  const { keys, links } = linksOf(rows);
  addOpenings(keys, words);
  const ordered = [...keys.keys()].sort((a, b) => (a < b ? -1 : 1));
  const column: Record<Column, number[]> = {
    lat: rows.map((row) => Math.round(row.lat * 1e4)),
    lon: rows.map((row) => Math.round(row.lon * 1e4)),
    id: rows.map((row) => row.id),
    population: rows.map((row) => Math.round(row.population)),
    country: rows.map((row) => at('countries', row.country)),
    admin1: rows.map((row) => at('admin1', row.admin1)),
    zone: rows.map((row) => at('zones', row.zone)),
    feature: rows.map((row) => at('features', row.feature)),
    bits: rows.map((row) => row.bits),
    nameSize: rows.map((row) => Buffer.byteLength(row.name)),
    keySize: ordered.map((key) => key.length),
    keyBits: ordered.map((key) => words.get(key) ?? 0),
    longest: ordered.map((key) => keys.get(key)!.longest),
    linkCount: ordered.map((key) => keys.get(key)!.links.length),
    linkRow: [],
    linkBits: [],
  };
  for (const key of ordered)
    for (const link of keys.get(key)!.links) {
      column.linkRow.push(link.row);
      column.linkBits.push(link.bits);
    }
  const names = Buffer.from(rows.map((row) => row.name).join(''));
  const blob = Buffer.from(ordered.join(''), 'latin1');
  const header: Header = {
    magic: MAGIC,
    version,
    rows: rows.length,
    keys: ordered.length,
    links,
    names: names.length,
    blob: blob.length,
    tables,
  };
  return write(header, column, names, blob);
}

const TABLE_OF = { countries: 'country', admin1: 'admin1', zones: 'zone', features: 'feature' } as const;

const tablesOf = (rows: readonly PlaceRow[]): Record<Table, string[]> => {
  const tables = {} as Record<Table, string[]>;
  for (const name of TABLES) tables[name] = [...new Set(['', ...rows.map((row) => row[TABLE_OF[name]])])].sort();
  return tables;
};

interface KeyDraft {
  longest: number;
  readonly links: { row: number; bits: number; rank: number }[];
}

function linksOf(rows: readonly PlaceRow[]): { keys: Map<string, KeyDraft>; links: number } {
  const keys = new Map<string, KeyDraft>();
  let links = 0;
  for (const [row, place] of rows.entries()) {
    for (const { key, naming, writing } of place.forms) {
      const draft = draftOf(keys, key);
      if (draft.links.some((link) => link.row === row)) continue;
      draft.links.push({ row, bits: naming | (writing << 2), rank: place.population / 10 ** naming });
      links++;
    }
  }
  for (const draft of keys.values()) draft.links.sort((a, b) => b.rank - a.rank || a.row - b.row);
  return { keys, links };
}

function draftOf(keys: Map<string, KeyDraft>, key: string): KeyDraft {
  let draft = keys.get(key);
  if (draft === undefined) keys.set(key, (draft = { longest: 1, links: [] }));
  return draft;
}

/** Every first word of a name becomes a key of its own, so that one look-up tells whether to read on. */
function addOpenings(keys: Map<string, KeyDraft>, words: ReadonlyMap<string, number>): void {
  for (const key of Array.from(keys.keys())) {
    const length = key.split(' ').length;
    if (length === 1) continue;
    const first = draftOf(keys, key.slice(0, key.indexOf(' ')));
    first.longest = Math.max(first.longest, length);
  }
  for (const word of words.keys()) draftOf(keys, word);
}

function write(header: Header, column: Record<Column, number[]>, names: Buffer, blob: Buffer): Buffer {
  const head = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  const planes = COLUMNS.flatMap(([name, width]) => planesOf(column[name], width));
  return gzipSync(Buffer.concat([size, head, ...planes, names, blob]), { level: 9 });
}

/** The bytes of a column by significance: all lowest first. Equal high bytes then stand together and compress well. */
const planesOf = (values: readonly number[], width: number): Buffer[] =>
  Array.from({ length: width }, (_, plane) => Buffer.from(values.map((value) => (value >>> (8 * plane)) & 255)));
