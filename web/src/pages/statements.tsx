/** Statements: who said what to whom, each with the words that it rests on. */
import { useCallback } from 'react';
import { Link } from 'wouter';
import type { Facets, StatementLine } from '../../../src/serve/api/types.ts';
import { useApi, useList } from '../data/answers.ts';
import { useFilters, type Filters } from '../data/filters.ts';
import type { Sides } from '../data/sides.ts';
import { toldWhen } from '../data/times.ts';
import { useView } from '../data/view.tsx';
import { useListWords } from '../messages/lists.ts';
import { useTerms } from '../messages/terms.ts';
import { Chip, Choice, DayFilter, FilterBar, optionsOf, termed, WordsFilter } from '../parts/filters.tsx';
import { ListHead } from '../parts/list-head.tsx';
import { LongList } from '../parts/long-list.tsx';
import { SideMark, Tag } from '../parts/marks.tsx';
import { Quote } from '../parts/quotes.tsx';
import { Failed } from '../parts/state.tsx';
import { useSides } from '../parts/use-sides.ts';

const ROW = 132;
const MORE = ['from', 'to', 'sort'];
const BY_LINK = ['accuser', 'accused', 'party', 'story', 'report', 'truce', 'factuality'] as const;
const NAMES = ['speaker', 'addressee', 'act', 'q', ...MORE, ...BY_LINK];

export function StatementsPage() {
  const words = useListWords();
  const filters = useFilters(NAMES);
  const sides = useSides();
  const draw = useCallback((row: StatementLine) => <Statement row={row} sides={sides} />, [sides]);
  const list = useList<StatementLine>('/statements', { sort: '-time', ...filters.values });
  return (
    <div className="stack">
      <header>
        <h1>{words.statements}</h1>
        <p className="lead">{words.statementsLead}</p>
      </header>
      <StatementFilters filters={filters} isCounted={list.rows.length > 0 || !list.isReading} />
      <div className="list">
        <ListHead list={list} count={words.statementsCount} />
        {list.error !== null && <Failed error={list.error} />}
        {!(list.isReading && list.rows.length === 0) && (
          <LongList
            rows={list.rows}
            keyOf={({ id }) => id}
            height={ROW}
            label={words.statements}
            hasMore={list.hasMore}
            onEnd={list.fetchMore}
          >
            {draw}
          </LongList>
        )}
      </div>
    </div>
  );
}

function StatementFilters({ filters, isCounted }: { readonly filters: Filters; readonly isCounted: boolean }) {
  const words = useListWords();
  const terms = useTerms();
  const { data: facets } = useApi<Facets>(isCounted ? '/facets' : undefined, { kind: 'statement' });
  const field = (name: string, label: string) => ({ filters, name, label });
  return (
    <FilterBar
      filters={filters}
      moreNames={MORE}
      more={
        <>
          <DayFilter {...field('from', words.from)} />
          <DayFilter {...field('to', words.to)} />
          <Choice
            {...field('sort', words.sort)}
            options={optionsOf(words.sorts).slice(1, 4)}
            any={words.sorts['-time']!}
          />
        </>
      }
    >
      <Choice {...field('speaker', words.speaker)} options={facets?.speakers} isExpected />
      <WordsFilter {...field('addressee', words.addressee)} hint={words.addresseeHint} />
      <Choice {...field('act', words.act)} options={termed(facets?.acts ?? [], terms.act)} isExpected />
      <WordsFilter {...field('q', words.words)} />
      {BY_LINK.map((name) => {
        const value = filters.values[name];
        return value === undefined ? null : <Chip key={name} {...field(name, words[name])} value={value} />;
      })}
    </FilterBar>
  );
}

function Statement({ row, sides }: { readonly row: StatementLine; readonly sides: Sides }) {
  const { link, zone } = useView();
  const words = useListWords();
  const terms = useTerms();
  const { speaker, addressee, act } = row.facts;
  return (
    <article className="statement" data-row={row.id}>
      <div className="statement-head">
        <h2>
          <SideMark kind={sides.kindOf(row.accusers[0]?.key)} />
          <Link href={link(`/entries/${row.id}`)}>{speaker ?? row.accusers[0]?.name ?? terms.unknown}</Link>
        </h2>
        {(row.acts ?? (act === undefined ? [] : [act])).map((one) => (
          <Tag key={one}>{terms.act[one] ?? one}</Tag>
        ))}
        {addressee !== undefined && (
          <span className="quiet">
            {words.saysTo} {addressee}
          </span>
        )}
        {row.review !== 'unreviewed' && <Tag name={row.review}>{terms.review[row.review]}</Tag>}
        <time className="quiet">{toldWhen(row, zone)}</time>
      </div>
      {row.words === undefined ? <p className="empty">{words.noWords}</p> : <Quote quote={row.words} />}
    </article>
  );
}
