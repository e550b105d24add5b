/** One time axis: what one side alleges above it, the other below, truces and meetings marked, reports by side beneath. */
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { CoverageDay, Entry, Ledger, Truce } from '../../../src/model/ledger.ts';
import { clock, day, moment } from '../data/format.ts';
import { accuserOf, type Sides } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { layout, MARGIN, type Layout, WIDTH } from './timeline-scale.ts';
import { SideMark } from './marks.tsx';

const AXIS = 130;
const STRIP = 232;
const HEIGHT = 270;

export function Timeline({
  ledger,
  sides,
  truce,
}: {
  readonly ledger: Ledger;
  readonly sides: Sides;
  readonly truce?: Truce;
}) {
  const { zone } = useView();
  const incidents = useMemo(() => incidentsOf(ledger, truce), [ledger, truce]);
  const plan = useMemo(() => layout(ledger, incidents), [ledger, incidents]);
  if (plan === undefined) return <p className="empty">Nothing with a time yet.</p>;
  const name = `Timeline from ${day(new Date(plan.from).toISOString())} to ${day(new Date(plan.to).toISOString())}`;
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label={name}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="picture timeline" role="group" aria-label={name}>
          {ledger.truces.map((one, row) => (
            <TruceBand key={one.id} truce={one} plan={plan} current={one.id === truce?.id} row={row % 3} />
          ))}
          <text x={MARGIN} y="14" className="dim">
            {sides.a === undefined ? 'first side' : sides.nameOf(sides.a)} says, of the other
          </text>
          <text x={MARGIN} y="226" className="dim">
            {sides.b === undefined ? 'second side' : sides.nameOf(sides.b)} says, of the other
          </text>
          <path d={`M${MARGIN} ${AXIS}H${WIDTH - MARGIN}`} className="axis" />
          {plan.days.map(({ at, x }) => (
            <g key={at}>
              <path d={`M${x} ${AXIS - 5}v10`} className="axis" />
              <text x={x + 5} y={AXIS + 17} className="dim">
                {day(new Date(at).toISOString()).replace(/ \d{4}$/, '')}
              </text>
            </g>
          ))}
          <Incidents incidents={incidents} plan={plan} sides={sides} zone={zone} />
          <Meetings ledger={ledger} plan={plan} zone={zone} />
          <Coverage days={ledger.coverage} plan={plan} sides={sides} />
        </svg>
      </div>
      <div className="legend">
        <span>
          <SideMark kind="a" /> alleged by {sides.a === undefined ? 'one side' : sides.nameOf(sides.a)}
        </span>
        <span>
          <SideMark kind="b" /> by {sides.b === undefined ? 'the other' : sides.nameOf(sides.b)}
        </span>
        <span>
          <svg viewBox="0 0 14 14" aria-hidden="true">
            <path d="M1 13L7 1l6 12z" className="hollow line-a" />
          </svg>
          denied
        </span>
        <span>
          <SideMark kind="third" /> meeting, third party
        </span>
      </div>
      <TimelineTable incidents={incidents} sides={sides} zone={zone} />
    </>
  );
}

function incidentsOf(ledger: Ledger, truce: Truce | undefined): readonly Entry[] {
  const all = ledger.entries.filter(
    (entry) =>
      entry.kind === 'incident' &&
      entry.earliest !== undefined &&
      !entry.factuality.every((label) => label === 'recalled'),
  );
  if (truce === undefined) return all;
  const ids = new Set([...truce.breaches, ...truce.before]);
  const own = all.filter(({ id }) => ids.has(id));
  return own.length > 0 ? own : all;
}

function TruceBand({
  truce,
  plan,
  current,
  row,
}: {
  readonly truce: Truce;
  readonly plan: Layout;
  readonly current: boolean;
  /** Labels of neighbours stand below each other. */
  readonly row: number;
}) {
  const { link } = useView();
  const from = truce.effectiveFrom === undefined ? undefined : Date.parse(truce.effectiveFrom);
  if (from === undefined || from < plan.from || from > plan.to) return null;
  const ended = truce.status === 'broken' || truce.status === 'superseded' || truce.status === 'expired';
  const x = plan.x(from);
  const end = truce.effectiveUntil === undefined ? plan.to : Math.min(plan.to, Date.parse(truce.effectiveUntil));
  return (
    <g>
      <rect
        x={x}
        y="22"
        width={Math.max(0, plan.x(end) - x)}
        height="192"
        className={ended ? 'truce-span ended' : 'truce-span'}
      />
      <path d={`M${x} 22V214`} className={ended ? 'truce-line ended' : 'truce-line'} />
      <Link href={link(`/truces/${truce.id}`)}>
        <text x={x + 6} y={36 + row * 14} className={current ? 'strong' : ''}>
          truce {clock(truce.effectiveFrom!, 'UTC')} UTC{ended ? `, ${truce.status}` : ''}
        </text>
      </Link>
    </g>
  );
}

interface MarkProps {
  readonly incidents: readonly Entry[];
  readonly plan: Layout;
  readonly sides: Sides;
  readonly zone: string;
}

/** A mark an incident; marks of one hour stand beside each other, never on each other. */
function Incidents({ incidents, plan, sides, zone }: MarkProps) {
  const { link } = useView();
  const taken = new Map<string, number>();
  return (
    <g>
      {incidents.map((entry) => {
        const kind = sides.kindOf(accuserOf(entry));
        const slot = Math.round(plan.x(Date.parse(entry.earliest!)) / 16);
        const row = taken.get(`${kind}${slot}`) ?? 0;
        taken.set(`${kind}${slot}`, row + 1);
        const x = slot * 16 - 7;
        const up = kind !== 'b';
        const y = up ? AXIS - 26 - row * 17 : AXIS + 26 + row * 17;
        const shape =
          kind === 'third' ? `M${x} ${y}h13v13h-13z` : up ? `M${x} ${y + 14}l7-14 7 14z` : `M${x} ${y}l7 14 7-14z`;
        const denied = entry.corroboration.deniedBy.length > 0;
        return (
          <Link
            key={entry.id}
            href={link(`/incidents/${entry.id}`)}
            aria-label={`${entry.title}, ${moment(entry.earliest, zone)}`}
          >
            <path d={shape} className={denied ? `hollow line-${kind}` : `fill-${kind}`}>
              <title>{`${entry.title}\n${moment(entry.earliest, zone)}${denied ? ', denied' : ''}`}</title>
            </path>
          </Link>
        );
      })}
    </g>
  );
}

function Meetings({ ledger, plan, zone }: { readonly ledger: Ledger; readonly plan: Layout; readonly zone: string }) {
  const { link } = useView();
  const meetings = ledger.entries.filter((entry) => entry.kind === 'meeting' && entry.earliest !== undefined);
  return (
    <g>
      {meetings.map((entry) => {
        const at = Date.parse(entry.earliest!);
        if (at < plan.from || at > plan.to) return null;
        return (
          <Link
            key={entry.id}
            href={link(`/entries/${entry.id}`)}
            aria-label={`${entry.title}, ${moment(entry.earliest, zone)}`}
          >
            <rect x={plan.x(at) - 4} y={AXIS - 4} width="8" height="8" className="fill-third">
              <title>{`${entry.title}\n${moment(entry.earliest, zone)}`}</title>
            </rect>
          </Link>
        );
      })}
    </g>
  );
}

/** Days with reports from each side: a gap is silence of the sources, not peace. */
function Coverage({
  days,
  plan,
  sides,
}: {
  readonly days: readonly CoverageDay[];
  readonly plan: Layout;
  readonly sides: Sides;
}) {
  const width = plan.x(plan.from + 86_400_000) - plan.x(plan.from) - 2;
  const rows = [sides.a, sides.b].filter((side) => side !== undefined);
  if (days.length === 0 || rows.length === 0) return null;
  return (
    <g>
      <text x={MARGIN} y={STRIP + 12} className="dim">
        reports from each side
      </text>
      {rows.map((side, row) =>
        days
          .filter((one) => one.side === side && one.reports > 0)
          .map((one) => {
            const at = Date.parse(`${one.day}T00:00:00Z`);
            if (at < plan.from || at > plan.to) return null;
            return (
              <rect
                key={`${side}${one.day}`}
                x={plan.x(at)}
                y={STRIP + 2 + row * 13}
                width={Math.max(2, width)}
                height="9"
                rx="1"
                className={row === 0 ? 'fill-a' : 'fill-b'}
                opacity="0.75"
              >
                <title>{`${sides.nameOf(side)}, ${one.day}: ${one.reports} reports of ${one.origins} origins`}</title>
              </rect>
            );
          }),
      )}
    </g>
  );
}

function TimelineTable({ incidents, sides, zone }: Omit<MarkProps, 'plan'>) {
  const { link } = useView();
  return (
    <details className="as-table">
      <summary>as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Alleged by</th>
            <th scope="col">What</th>
            <th scope="col">Denied</th>
          </tr>
        </thead>
        <tbody>
          {incidents.map((entry) => (
            <tr key={entry.id}>
              <td className="when">{moment(entry.earliest, zone)}</td>
              <td>{sides.nameOf(accuserOf(entry) ?? 'unknown')}</td>
              <td>
                <Link href={link(`/incidents/${entry.id}`)}>{entry.title}</Link>
              </td>
              <td>{entry.corroboration.deniedBy.map(({ name }) => name).join(', ') || 'no'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
