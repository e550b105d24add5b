/** Differences in times, entities and places: found, not found, another extent, another value. */
import type { Compare, Difference, Line } from './differences.ts';
import { around, iou, type Pair, pairUp, tokensIn } from './spans.ts';

const REACH = 110;
type Row = Omit<Difference, 'id'>;

const spanOf = (one: Line): Pair => [one.start, one.end];
const said = (text: string, one: Line, value: string): string => `${text.slice(one.start, one.end)} = ${value}`;

export const timeErrors: Compare = (gold, system) => {
  const { text } = gold;
  const touch = (a: Line, b: Line): number => {
    const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
    return shared > 0 ? shared / (a.end - a.start + b.end - b.start - shared) : 0;
  };
  const value = (one: Line): string => `${one.type} ${one.value}`;
  return compare(gold.times, system.times ?? [], touch, (g, s) => {
    if (g && s && g.value === s.value) return undefined;
    const kind = !s ? 'missed' : !g ? 'gold has none' : 'value';
    return row(kind, text, g, s, value);
  });
};

const TYPES: Readonly<Record<string, string>> = { GPE: 'Location', Place: 'Location' };
const KEPT: ReadonlySet<string> = new Set(['Person', 'Organisation', 'Location']);
const typeOf = (one: Line): string => TYPES[one.type] ?? one.type;

export const entityErrors: Compare = (gold, system) => {
  const { text } = gold;
  const kept = (list: Line[]): Line[] => list.filter((one) => KEPT.has(typeOf(one)));
  return compare(kept(gold.entities), kept(system.entities ?? []), byTokens(text), (g, s, score) => {
    if (g && s && score >= 0.5 && typeOf(g) === typeOf(s)) return undefined;
    const kind = !s ? 'missed' : !g ? 'gold has none' : score < 0.5 ? 'extent' : 'type';
    return row(kind, text, g, s, typeOf);
  });
};

export const placeErrors: Compare = (gold, system) => {
  const { text } = gold;
  const where = (one: Line): string => `${one.lat?.toFixed(2)},${one.lon?.toFixed(2)} ${one.name ?? ''}`;
  return compare(gold.places, system.places ?? [], byTokens(text), (g, s, score) => {
    if (!g || !s) return row(!s ? 'missed' : 'gold has none', text, g, s, where);
    if (score < 0.5) return row('extent', text, g, s, where);
    if (g.lat === undefined || g.lat === null || s.lat === undefined) return undefined;
    const off = kilometres(g, s);
    return off <= 161 ? undefined : row(`off by ${Math.round(off)} km`, text, g, s, where);
  });
};

function byTokens(text: string): (a: Line, b: Line) => number {
  const within = tokensIn(text);
  return (a, b) => (a.end <= b.start || b.end <= a.start ? 0 : iou(within([spanOf(a)]), within([spanOf(b)])));
}

function compare(
  gold: Line[],
  system: Line[],
  score: (a: Line, b: Line) => number,
  judge: (gold: Line, system: Line, score: number) => Row | undefined,
): Row[] {
  const pairs = pairUp(gold.length, system.length, (g, s) => score(gold[g], system[s]));
  const used = new Set(pairs.values());
  const rows = gold.map((one, g) => {
    const partner = pairs.has(g) ? system[pairs.get(g)!] : undefined;
    return judge(one, partner, partner ? score(one, partner) : 0);
  });
  rows.push(...system.map((one, s) => (used.has(s) ? undefined : judge(undefined, one, 0))));
  return rows.filter((one) => one !== undefined);
}

function row(kind: string, text: string, gold: Line, system: Line, value: (one: Line) => string): Row {
  return {
    kind,
    gold: gold ? said(text, gold, value(gold)) : '-',
    system: system ? said(text, system, value(system)) : '-',
    words: around(text, [spanOf(gold ?? system)], REACH),
  };
}

function kilometres(a: Line, b: Line): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const h =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}
