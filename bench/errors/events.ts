/** Differences in events: the type, the quad class, and the sides of the main event. */
import type { Compare, Line } from './differences.ts';
import { cut, iou, type Pair, tokensIn } from './spans.ts';

const QUAD: Readonly<Record<string, number>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 2,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  SANCTION: 3,
  PROTEST: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};
const SIDES = ['source', 'target'] as const;

export const quadErrors: Compare = (gold, system) => {
  const main = system.events?.[0];
  const quad = main ? (QUAD[main.type] ?? main.quad ?? 0) : 0;
  if (quad === gold.quad) return [];
  return [
    { kind: `${gold.quad} as ${quad}`, gold: String(gold.quad), system: show(gold.text, main), words: gold.text },
  ];
};

export const actorErrors: Compare = (gold, system) => {
  const within = tokensIn(gold.text);
  const main = system.events?.[0];
  return SIDES.flatMap((side) => {
    const spans: Pair[] = (main?.[side] ?? []).filter((one: Line) => one.start !== undefined).map(pairOf);
    const golden = within(gold[side]);
    const found = within(spans);
    if (golden.size === 0 && found.size === 0) return [];
    const kind = golden.size === 0 ? 'gold has none' : found.size === 0 ? 'missed' : 'extent or other';
    if (kind === 'extent or other' && iou(golden, found) >= 0.99) return [];
    const row = { gold: cut(gold.text, gold[side]), system: show(gold.text, main), words: gold.text };
    return [{ kind: `${side}: ${kind}`, ...row }];
  });
};

export const eventErrors: Compare = (gold, system) => {
  const right: string[] = [gold.event, ...(gold.otherEvents ?? [])];
  const events: Line[] = system.events ?? [];
  const best = events.find(({ type }) => type === gold.event) ?? events[0];
  const kinds: string[] = [];
  if (!events.some(({ type }) => right.includes(type))) kinds.push('type');
  const pool = (of: Line): Line[] => [...(of?.source ?? []), ...(of?.target ?? [])];
  for (const side of SIDES) {
    const golden: string[] = (gold.reciprocal ? pool(gold) : gold[side]).map(({ code }: Line) => country(code));
    const found: string[] = (gold.reciprocal ? pool(best) : (best?.[side] ?? [])).map(({ code }: Line) =>
      country(code),
    );
    if (golden.length > 0 && !golden.some((code) => found.includes(code))) kinds.push(side);
  }
  if (kinds.length === 0) return [];
  const sides = SIDES.map((side) =>
    gold[side].map(({ code, sector, actorText }: Line) => `${code}/${sector} ${actorText}`).join(' + '),
  );
  return [
    {
      kind: kinds.join(' '),
      gold: `${gold.event} ${sides.join(' -> ')}`,
      system: events.map((event) => show(gold.text, event)).join(' || ') || '-',
      words: gold.text,
    },
  ];
};

const pairOf = ({ start, end }: Line): Pair => [start, end];

/** Countries as the scorer compares them: the United Nations and the European Union count as organisations. */
function country(code: string): string {
  const three = code.replaceAll(/[^A-Z]/g, '').slice(0, 3);
  return three === 'UNO' || three === 'EUR' ? 'IGO' : three;
}

function show(text: string, event: Line): string {
  if (event === undefined) return 'no event';
  const side = (list: Line[]): string =>
    list.map((one) => `${one.code} ${one.start === undefined ? '' : cut(text, [pairOf(one)])}`).join(' + ') || '-';
  return `${event.type} [${cut(text, event.trigger ? [event.trigger] : undefined)}] ${side(event.source)} -> ${side(event.target)}`;
}
