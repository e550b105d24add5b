/** What rows of the gazetteer are and how they lie to each other: kinds, distances, what lies in what. */
import { KIND, type Pack } from '../../lexicon/gazetteer-pack.ts';
import type { Candidate } from './match.ts';

/** States are listed with states of one country, countries with countries. */
export function isAlike(pack: Pack, a: number, b: number): boolean {
  const kind = pack.kind[a]!;
  if (kind !== pack.kind[b]!) return false;
  if (kind === KIND.country) return true;
  return (kind === KIND.state || kind === KIND.county) && pack.country[a] === pack.country[b];
}

/** Whether a place lies in another by country, state or distance; `chosen` is the other's row so far, -1 for none. */
export function liesIn(pack: Pack, row: number, outer: Candidate, chosen: number): boolean {
  if (chosen >= 0 && isInside(pack, row, chosen)) return true;
  for (let i = 0; i < outer.links.length && i < 12; i++)
    if (isInside(pack, row, pack.linkRow[outer.links[i]!]!)) return true;
  return false;
}

function isInside(pack: Pack, row: number, outer: number): boolean {
  if (row === outer) return false;
  const kind = pack.kind[outer]!;
  if (kind === KIND.country) return pack.country[row] === pack.country[outer];
  const inState = pack.admin1[row] === pack.admin1[outer] && pack.admin1[row] !== 0;
  if (kind === KIND.state) return inState;
  if (kind === KIND.county) return inState && kmBetween(pack, row, outer) < 70;
  return (
    (kind === KIND.area || kind === KIND.nature) &&
    pack.country[row] === pack.country[outer] &&
    kmBetween(pack, row, outer) < 400
  );
}

/** Of each whole degree of latitude, from the south pole. */
const COSINE = Float64Array.from({ length: 181 }, (_, degree) => Math.cos(((degree - 90) * Math.PI) / 180));

/** Distance on a plane with the right width at that latitude: good to a few per cent, which is all that is asked. */
export function kmBetween(pack: Pack, a: number, b: number): number {
  const dy = (pack.lat[a]! - pack.lat[b]!) / 1e4;
  let dx = (pack.lon[a]! - pack.lon[b]!) / 1e4;
  if (dx > 180) dx -= 360;
  else if (dx < -180) dx += 360;
  dx *= COSINE[Math.round(pack.lat[a]! / 1e4) + 90]!;
  return Math.sqrt(dx * dx + dy * dy) * 111.2;
}
