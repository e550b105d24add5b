/** Agenda: what was announced, when it is due, what came of it; as a list or by month. */
import type { AgendaLine } from '../../../src/model/lines.ts';
import { addressOf, useList } from '../data/answers.ts';
import { useFilters, type Filters } from '../data/filters.ts';
import { useView } from '../data/view.tsx';
import { useListWords } from '../messages/lists.ts';
import { useTerms } from '../messages/terms.ts';
import { AgendaList } from '../parts/agenda-list.tsx';
import { AgendaMonth } from '../parts/agenda-month.tsx';
import { Choice, DayFilter, optionsOf } from '../parts/filters.tsx';
import { Failed } from '../parts/state.tsx';
import '../parts/lists.css';

const NAMES = ['view', 'month', 'outcome', 'from', 'to'];
const PAGE = 25;

export function AgendaPage() {
  const words = useListWords();
  const terms = useTerms();
  const { asOf } = useView();
  const filters = useFilters(NAMES);
  const isMonth = filters.values['view'] === 'month';
  const field = (name: string, label: string) => ({ filters, name, label });
  return (
    <div className="stack">
      <header>
        <h1>{words.agenda}</h1>
        <p className="lead">{words.agendaLead}</p>
      </header>
      <section className="filter-bar no-print" aria-label={words.filters}>
        <div className="filter-row">
          <div className="segments" role="group" aria-label={words.showAs}>
            <button type="button" aria-pressed={!isMonth} onClick={() => filters.set('view', undefined)}>
              {words.list}
            </button>
            <button type="button" aria-pressed={isMonth} onClick={() => filters.set('view', 'month')}>
              {words.month}
            </button>
          </div>
          <Choice {...field('outcome', words.outcome)} options={optionsOf(terms.outcome)} />
          {!isMonth && (
            <>
              <DayFilter {...field('from', words.from)} />
              <DayFilter {...field('to', words.to)} />
            </>
          )}
          <a className="button as-link" href={addressOf('/calendar.ics', { as_of: asOf })} download="trucewatch.ics">
            {words.calendarFile}
          </a>
        </div>
      </section>
      {isMonth ? <AgendaMonth filters={filters} /> : <AgendaSections filters={filters} />}
    </div>
  );
}

/** What is late first, then what is to come, then the rest. */
function AgendaSections({ filters }: { readonly filters: Filters }) {
  const words = useListWords();
  const chosen = filters.values['outcome'];
  const terms = useTerms();
  if (chosen !== undefined)
    return <Section title={terms.outcome[chosen] ?? chosen} outcome={chosen} filters={filters} />;
  return (
    <>
      <Section title={words.overdue} outcome="overdue" filters={filters} isQuiet />
      <Section title={words.comingUp} outcome="due,moved" filters={filters} />
      <Section title={words.noDate} outcome="open" filters={filters} isQuiet />
      <Section title={words.closed} outcome="kept,missed,cancelled" filters={filters} />
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly outcome: string;
  readonly filters: Filters;
  /** Left out where there is nothing. */
  readonly isQuiet?: boolean;
}

function Section({ title, outcome, filters, isQuiet = false }: SectionProps) {
  const words = useListWords();
  const { from, to } = filters.values;
  const list = useList<AgendaLine>('/agenda', { outcome, from, to, limit: PAGE });
  if (list.error !== null) return <Failed error={list.error} />;
  if (list.rows.length === 0 && (isQuiet || list.isReading)) return null;
  return (
    <section className="card agenda-section">
      <h2>
        {title} <span className="quiet">{list.hasMore ? `${list.rows.length}+` : list.rows.length}</span>
      </h2>
      <AgendaList items={list.rows} />
      {list.hasMore && (
        <button type="button" className="button" onClick={list.fetchMore}>
          {words.showMore}
        </button>
      )}
    </section>
  );
}
