/** Losses over time, a picture for each losing side: every count as its report gives it, never summed. */
import type { Entry } from '../../../src/model/ledger.ts';
import type { Count } from '../../../src/model/record.ts';
import type { EntryLine, ReportLine } from '../../../src/model/lines.ts';
import type { EntryDetail } from '../../../src/serve/api/types.ts';
import { useApi, useList } from '../data/answers.ts';
import { shortDay, zoned } from '../data/format.ts';
import type { Sides } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { useTruceWords } from '../messages/truces.ts';
import { TollSeries, type LossKind, type TollPoint } from '../pictures/toll-series.tsx';
import { readerPath } from './words.tsx';

const LOSSES: readonly LossKind[] = ['killed', 'wounded', 'missing', 'captured', 'killedOrMissing'];
/** Pictures on one page. */
const MOST = 3;

export function Tolls({ source, sides }: { readonly source: string; readonly sides: Sides }) {
  const words = useTruceWords();
  const { rows } = useList<EntryLine>('/entries', { kind: 'toll', limit: 20 });
  const shown = rows.filter(({ facts }) => facts['side'] !== undefined).slice(0, MOST);
  if (shown.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.tolls}</h2>
      {shown.map(({ id }) => (
        <TollOf key={id} id={id} source={source} sides={sides} />
      ))}
    </section>
  );
}

export function TollOf({ id, source, sides }: { readonly id: string; readonly source: string; readonly sides: Sides }) {
  const { zone, link } = useView();
  const words = useTruceWords();
  const { data } = useApi<EntryDetail>(`/entries/${encodeURIComponent(id)}`, { evidence: 50 });
  if (data === undefined) return null;
  const points = pointsOf(data.entry, data.reports, sides, (at) => zoned(at, zone)).map((point) => ({
    ...point,
    href: link(point.href),
  }));
  const side = data.entry.slots.find(({ name }) => name === 'side')?.readings[0]?.value;
  const name = typeof side === 'string' ? sides.nameOf(side) : data.line.title;
  return (
    <>
      <h3>{name}</h3>
      <TollSeries title={words.tollsOf(name)} source={source} side={name} points={points} formatDay={shortDay} />
    </>
  );
}

/** A point for each count of each report, at the day of the report. */
function pointsOf(
  entry: Entry,
  reports: readonly ReportLine[],
  sides: Sides,
  when: (at: string) => string,
): TollPoint[] {
  const dates = new Map(reports.map(({ id, published }) => [id, published.value]));
  const counters = entry.slots.find(({ name }) => name === 'counter')?.readings ?? [];
  const counterOf = (record: string) => counters.find(({ evidence }) => evidence.some((one) => one.record === record));
  const points = LOSSES.flatMap((loss) =>
    (entry.slots.find(({ name }) => name === loss)?.readings ?? []).flatMap(({ value, evidence, withdrawn }) =>
      evidence.flatMap((one): TollPoint[] => {
        const date = dates.get(one.report);
        if (date === undefined || typeof value !== 'object' || withdrawn === true) return [];
        const counter = counterOf(one.record);
        return [
          {
            id: `${loss}${one.report}${JSON.stringify(value)}`,
            href: readerPath(one),
            at: Date.parse(date),
            when: when(date),
            ...(counter !== undefined && { counter: counter.label }),
            kind: sides.kindOf(typeof counter?.value === 'string' ? counter.value : undefined),
            loss,
            ...(value as Count),
          },
        ];
      }),
    ),
  );
  return [...new Map(points.map((point) => [point.id, point])).values()];
}
