/**
 * Where the names of a report could lie together, before any of them is placed: every reading of a name gives its state
 * and its corner of the map a share, the larger the fewer readings the name has. "Gainesville", "Lindsay" and "Cooke
 * County" are each in several states, but only Texas has all three.
 */
import type { Pack } from '../../lexicon/gazetteer-pack.ts';

/** Readings of one name. `sure` is how likely it is a place at all. */
export interface Name {
  readonly key: number;
  readonly links: readonly number[];
  readonly sure: number;
}

export interface Company {
  /** What the other names of the report add up to around a row, for the name `key`. */
  state(row: number, key: number): number;
  corner(row: number, key: number): number;
}

const MOST = 60;
/** Cells of the map are so many degrees wide. */
const CELL = 1e4;

/** Sums up the readings of `names`; each key counts once. */
export function companyOf(names: readonly Name[], pack: Pack): Company {
  const states = new Map<number, number>();
  const cells = new Map<number, number>();
  const own = new Map<number, { states: Map<number, number>; cells: Map<number, number> }>();
  for (const { key, links, sure } of names) {
    if (own.has(key) || links.length === 0) continue;
    const mine = {
      states: sharesOf(links, (row) => pack.admin1[row]!, pack, sure),
      cells: sharesOf(links, (row) => cellOf(pack, row), pack, sure),
    };
    own.set(key, mine);
    addAll(states, mine.states);
    addAll(cells, mine.cells);
  }
  const near = new Map<number, number>();
  return {
    state: (row, key) => (states.get(pack.admin1[row]!) ?? 0) - (own.get(key)?.states.get(pack.admin1[row]!) ?? 0),
    corner: (row, key) => {
      const cell = cellOf(pack, row);
      let all = near.get(cell);
      if (all === undefined) near.set(cell, (all = around(cells, cell)));
      return all - around(own.get(key)?.cells, cell);
    },
  };
}

/** An equal share for each state or cell that a reading lies in; country-wide readings have no corner. */
function sharesOf(
  links: readonly number[],
  of: (row: number) => number,
  pack: Pack,
  sure: number,
): Map<number, number> {
  const shares = new Map<number, number>();
  for (let i = 0; i < links.length && i < MOST; i++) {
    const row = pack.linkRow[links[i]!]!;
    if (pack.admin1[row] !== 0) shares.set(of(row), 0);
  }
  for (const part of shares.keys()) shares.set(part, sure / (1 + Math.log2(shares.size)));
  return shares;
}

function addAll(sum: Map<number, number>, shares: ReadonlyMap<number, number>): void {
  for (const [part, share] of shares) sum.set(part, (sum.get(part) ?? 0) + share);
}

const WIDTH = 1024;
const cellOf = (pack: Pack, row: number): number =>
  (Math.floor(pack.lat[row]! / CELL) + 90) * WIDTH + Math.floor(pack.lon[row]! / CELL) + 180;

/** A cell and the eight around it. */
function around(cells: ReadonlyMap<number, number> | undefined, cell: number): number {
  if (cells === undefined) return 0;
  let sum = 0;
  for (let dy = -WIDTH; dy <= WIDTH; dy += WIDTH)
    for (let dx = -1; dx <= 1; dx++) sum += cells.get(cell + dy + dx) ?? 0;
  return sum;
}
