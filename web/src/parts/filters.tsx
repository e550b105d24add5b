/** Controls that narrow a list: a choice with counts, words, days, and what is chosen without a control of its own. */
import { useEffect, useState, type ReactNode } from 'react';
import type { FacetValue } from '../../../src/serve/api/types.ts';
import type { Filters } from '../data/filters.ts';
import { useListWords } from '../messages/lists.ts';
import './lists.css';

/** Pause after the last key before a list is asked again, in milliseconds. */
const PAUSE = 250;

export function FilterBar({
  filters,
  children,
  more,
  moreNames = [],
}: {
  readonly filters: Filters;
  readonly children: ReactNode;
  /** Filters that are asked for less often, folded away. */
  readonly more?: ReactNode;
  readonly moreNames?: readonly string[];
}) {
  const words = useListWords();
  const used = moreNames.filter((name) => filters.values[name] !== undefined).length;
  return (
    <section className="filter-bar no-print" aria-label={words.filters}>
      <div className="filter-row">
        {children}
        {filters.isAny && (
          <button type="button" className="button plain" onClick={filters.clear}>
            {words.clear}
          </button>
        )}
      </div>
      {more !== undefined && (
        <details open={used > 0}>
          <summary>
            {words.moreFilters}
            {used > 0 && ` (${used})`}
          </summary>
          <div className="filter-row">{more}</div>
        </details>
      )}
    </section>
  );
}

interface FieldProps {
  readonly filters: Filters;
  readonly name: string;
  readonly label: string;
}

interface ChoiceProps extends FieldProps {
  /** Undefined while they are being read. */
  readonly options: readonly FacetOption[] | undefined;
  readonly any?: string;
  /** There will be options: the control stands there before they do. */
  readonly isExpected?: boolean;
}

/** One of several values; how many entries each has stands behind it. */
export function Choice({ filters, name, label, options = [], any, isExpected = false }: ChoiceProps) {
  const words = useListWords();
  const chosen = filters.values[name] ?? '';
  const isKnown = chosen === '' || options.some(({ key }) => key === chosen);
  if (options.length === 0 && chosen === '' && !isExpected) return null;
  return (
    <label className="field">
      <span>{label}</span>
      <select value={chosen} onChange={(event) => filters.set(name, event.target.value)}>
        <option value="">{any ?? words.any}</option>
        {!isKnown && <option value={chosen}>{chosen}</option>}
        {options.map(({ key, name: shown, entries }) => (
          <option key={key} value={key}>
            {entries === undefined ? shown : `${shown} (${entries})`}
          </option>
        ))}
      </select>
    </label>
  );
}

export type FacetOption = Pick<FacetValue, 'key' | 'name'> & { readonly entries?: number };

/** Facets whose keys are terms, called as the reader's language has it. */
export const termed = (facets: readonly FacetOption[], terms: Readonly<Record<string, string>>): FacetOption[] =>
  facets.map((facet) => ({ ...facet, name: terms[facet.key] ?? facet.name }));

/** Terms without counts. */
export const optionsOf = (terms: Readonly<Record<string, string>>): FacetOption[] =>
  Object.entries(terms).map(([key, name]) => ({ key, name }));

/** Free words; the list follows when the typing pauses. */
export function WordsFilter({ filters, name, label, hint }: FieldProps & { readonly hint?: string }) {
  const asked = filters.values[name] ?? '';
  const [text, setText] = useState(asked);
  const [before, setBefore] = useState(asked);
  if (asked !== before) {
    setBefore(asked);
    setText(asked);
  }
  const { set } = filters;
  useEffect(() => {
    if (text.trim() === asked) return undefined;
    const timer = setTimeout(() => set(name, text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text, asked, name, set]);
  return (
    <label className="field words-filter">
      <span>{label}</span>
      <input type="search" value={text} placeholder={hint} onChange={(event) => setText(event.target.value)} />
    </label>
  );
}

export function DayFilter({ filters, name, label }: FieldProps) {
  const value = filters.values[name] ?? '';
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="date"
        value={/^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? ''}
        onChange={(event) => filters.set(name, event.target.value)}
      />
    </label>
  );
}

/** A filter that came by a link and has no control here: named, and to be taken away. */
export function Chip({ filters, name, label, value }: FieldProps & { readonly value: string }) {
  const words = useListWords();
  return (
    <span className="filter-chip">
      <span className="quiet">{label}</span> {value}
      <button type="button" onClick={() => filters.set(name, undefined)} aria-label={words.without(label, value)}>
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <path d="M2 2l6 6M8 2l-6 6" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </button>
    </span>
  );
}
