/**
 * How many people an act cost. A toll is an entry of its own and mostly a total of days; it is the cost of one act only
 * where it is counted in the words of the act: among its losses ("…, killing two"), or where the killing is the act.
 */
import type { Entry } from '../../model/ledger.ts';
import type { Count } from '../../model/record.ts';
import { contains, type Span } from '../../model/span.ts';
import { backed } from '../batch.ts';
import type { ExportRecord, ExportSource } from '../source.ts';
import { readingsOf } from '../words.ts';

/** What reports count; a bound that no report gives is absent. */
export interface Killed extends Count {
  readonly tolls: readonly string[];
}

/** One report's number of killed: where it stands, and the words of fate beside it. */
interface Counted {
  readonly toll: string;
  readonly side: string | undefined;
  readonly report: string;
  readonly count: Count;
  readonly number: Span;
  readonly fate: readonly Span[];
}

/** The killed of each incident that some toll counts; `entries` are those that stand. */
export async function killedByIncident(
  source: ExportSource,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, Killed>> {
  const counts = entries.flatMap((entry) => (entry.kind === 'toll' ? countsOf(entry) : []));
  const byReport = Map.groupBy(counts, ({ report }) => report);
  const near = entries.filter(({ kind, reports }) => kind === 'incident' && reports.some((id) => byReport.has(id)));
  const claims = new Map<Counted, Map<string, number>>();
  for await (const { entry, records } of backed(source, near))
    for (const record of records)
      for (const counted of byReport.get(record.report) ?? []) {
        const rank = rankOf(record, counted);
        if (rank !== undefined) claim(claims, counted, entry.id, rank);
      }
  const own = Map.groupBy(
    counts.filter((counted) => claims.has(counted)),
    (counted) => onlyBest(claims.get(counted)!),
  );
  return new Map([...own].flatMap(([id, told]) => (id === undefined ? [] : [[id, sumOf(told)] as const])));
}

const countsOf = (entry: Entry): Counted[] => {
  const side = readingsOf(entry, 'side')[0]?.value;
  return readingsOf(entry, 'killed').flatMap(({ value, evidence }) =>
    evidence.flatMap(({ report, spans: [number, ...fate] }) =>
      number === undefined
        ? []
        : [{ toll: entry.id, side: side as string | undefined, report, count: value as Count, number, fate }],
    ),
  );
};

/** 0 where the number stands among the losses of the act, 1 where its word of fate is the act. */
function rankOf(record: ExportRecord, { number, fate }: Counted): 0 | 1 | undefined {
  if (record.kind !== 'incident') return undefined;
  if (record.losses.some(({ spans }) => spans.some((span) => contains(span, number)))) return 0;
  const act = record.spans[0];
  return act !== undefined && fate.some((word) => word.start < act.end && act.start < word.end) ? 1 : undefined;
}

function claim(claims: Map<Counted, Map<string, number>>, counted: Counted, entry: string, rank: number): void {
  const ranks = claims.get(counted) ?? new Map<string, number>();
  ranks.set(entry, Math.min(rank, ranks.get(entry) ?? rank));
  claims.set(counted, ranks);
}

/** The incident with the best claim; none where two have an equal one, so that nobody is counted twice. */
function onlyBest(ranks: ReadonlyMap<string, number>): string | undefined {
  const best = Math.min(...ranks.values());
  const first = [...ranks].filter(([, rank]) => rank === best).map(([id]) => id);
  return first.length === 1 ? first[0] : undefined;
}

/** The count of one toll, or the sum of several that each name another side; else only which tolls they are. */
function sumOf(told: readonly Counted[]): Killed {
  const byToll = Map.groupBy(told, ({ toll }) => toll);
  const tolls = [...byToll.keys()];
  const sides = new Set(told.map(({ side }) => side));
  if (tolls.length > 1 && (sides.size < tolls.length || sides.has(undefined))) return { tolls };
  const ranges = [...byToll.values()].map((counts) => rangeOf(counts.map(({ count }) => count)));
  const sum = (bound: keyof Count): Count =>
    ranges.every((range) => range[bound] !== undefined)
      ? { [bound]: ranges.reduce((total, range) => total + range[bound]!, 0) }
      : {};
  return { tolls, ...sum('low'), ...sum('best'), ...sum('high') };
}

/** The first count is the one that the ledger shows; the bounds are of all. "At least" leaves the upper one open. */
function rangeOf(counts: readonly Count[]): Count {
  const [first] = counts;
  const best = first!.best ?? first!.low;
  const lows = counts.flatMap((count) => count.low ?? count.best ?? []);
  const highs = counts.map((count) => count.high ?? count.best);
  const isClosed = (bounds: readonly (number | undefined)[]): bounds is readonly number[] =>
    !bounds.includes(undefined);
  return {
    ...(best !== undefined && { best }),
    ...(lows.length > 0 && { low: Math.min(...lows) }),
    ...(isClosed(highs) && { high: Math.max(...highs) }),
  };
}
