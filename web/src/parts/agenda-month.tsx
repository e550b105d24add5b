/** A month of the agenda as a calendar; on a narrow screen the days become a list. */
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { AgendaLine } from '../../../src/model/lines.ts';
import { useApi } from '../data/answers.ts';
import { addMonths, dayIn, itemsByDay, lastDayOf, weeksOf } from '../data/calendar.ts';
import type { Filters } from '../data/filters.ts';
import { city, monthName, shortDay, spoken, weekday } from '../data/format.ts';
import { useView } from '../data/view.tsx';
import { useListWords } from '../messages/lists.ts';
import { useTerms } from '../messages/terms.ts';
import { AgendaList } from './agenda-list.tsx';
import { Tag } from './marks.tsx';
import { Ready } from './state.tsx';

/** Items of one month that are asked for. */
const MOST = 500;
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** The month of the address, else the one in which the ledger stands. */
export function AgendaMonth({ filters }: { readonly filters: Filters }) {
  const { zone } = useView();
  const now = useApi<readonly AgendaLine[]>('/agenda', { limit: 1 });
  return (
    <Ready answer={now}>
      {() => (
        <Month
          month={filters.values['month'] ?? dayIn(now.envelope!.asOf ?? '2022-01-01', zone).slice(0, 7)}
          filters={filters}
        />
      )}
    </Ready>
  );
}

function Month({ month, filters }: { readonly month: string; readonly filters: Filters }) {
  const { zone } = useView();
  const words = useListWords();
  const from = new Date(Date.parse(`${month}-01T00:00:00Z`) - DAY).toISOString().slice(0, 10);
  const to = new Date(Date.parse(`${lastDayOf(month)}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
  const answer = useApi<readonly AgendaLine[]>('/agenda', {
    outcome: filters.values['outcome'],
    from,
    to,
    limit: MOST,
  });
  return (
    <section className="card agenda-section">
      <div className="month-head">
        <button type="button" className="button" onClick={() => filters.set('month', addMonths(month, -1))}>
          <span aria-hidden="true">←</span>
          <span className="hidden">{words.earlierMonth}</span>
        </button>
        <h2 aria-live="polite">{monthName(Date.parse(`${month}-01T00:00:00Z`))}</h2>
        <button type="button" className="button" onClick={() => filters.set('month', addMonths(month, 1))}>
          <span aria-hidden="true">→</span>
          <span className="hidden">{words.laterMonth}</span>
        </button>
        <span className="quiet">{words.daysIn(city(zone))}</span>
      </div>
      <Ready answer={answer}>
        {(items) => <Days items={items} month={month} today={dayIn(answer.envelope!.asOf ?? month, zone)} />}
      </Ready>
    </section>
  );
}

interface DaysProps {
  readonly items: readonly AgendaLine[];
  readonly month: string;
  readonly today: string;
}

function Days({ items, month, today }: DaysProps) {
  const { zone } = useView();
  const words = useListWords();
  const { byDay, wide } = useMemo(() => itemsByDay(items, month, zone), [items, month, zone]);
  const weekdays = Array.from({ length: 7 }, (_, index) => weekday(MONDAY + index * DAY));
  return (
    <>
      <table className="month">
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week, row) => (
            <tr key={week.find((day) => day !== undefined) ?? row}>
              {week.map((day, column) => (
                <DayCell key={day ?? column} day={day} items={byDay.get(day ?? '') ?? []} isToday={day === today} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {byDay.size === 0 && <p className="empty">{words.nothingThisMonth}</p>}
      {wide.length > 0 && (
        <>
          <h2 className="spaced">{words.wholeMonth}</h2>
          <AgendaList items={wide} />
        </>
      )}
    </>
  );
}

interface DayCellProps {
  readonly day: string | undefined;
  readonly items: readonly AgendaLine[];
  readonly isToday: boolean;
}

function DayCell({ day, items, isToday }: DayCellProps) {
  const { link, zone } = useView();
  const terms = useTerms();
  if (day === undefined) return <td className="outside" />;
  return (
    <td className={items.length === 0 ? 'no-items' : ''} {...(isToday && { 'aria-current': 'date' as const })}>
      <time dateTime={day}>
        <span className="wide-only">{Number(day.slice(8))}</span>
        <span className="narrow-only">{shortDay(Date.parse(`${day}T00:00:00Z`))}</span>
      </time>
      {items.map((item) => (
        <div key={item.entry} className="day-item">
          <Tag name={item.outcome}>{terms.outcome[item.outcome] ?? item.outcome}</Tag>{' '}
          <Link href={link(`/entries/${item.entry}`)}>{spoken(item.title, zone)}</Link>
        </div>
      ))}
    </td>
  );
}
