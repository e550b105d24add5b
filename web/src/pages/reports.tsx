/** Reports as they were published, by date; two to six of them can be compared. */
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import type { ReportLine } from '../../../src/model/lines.ts';
import type { Sources } from '../../../src/serve/api/types.ts';
import { useList, usePlainApi } from '../data/answers.ts';
import { useFilters, type Filters } from '../data/filters.ts';
import { day } from '../data/format.ts';
import { publishedWhen } from '../data/times.ts';
import { useLanguage } from '../data/language.ts';
import { useView } from '../data/view.tsx';
import { useListWords } from '../messages/lists.ts';
import { Chip, Choice, DayFilter, FilterBar } from '../parts/filters.tsx';
import { ListHead } from '../parts/list-head.tsx';
import { LongList } from '../parts/long-list.tsx';
import { Failed } from '../parts/state.tsx';
import { When } from '../parts/when.tsx';

const ROW = 46;
const NAMES = ['outlet', 'language', 'from', 'to', 'story'];
/** Reports that can be compared at once. */
const MOST = 6;

export function ReportsPage() {
  const words = useListWords();
  const filters = useFilters(NAMES);
  const list = useList<ReportLine>('/reports', filters.values, false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { story } = filters.values;
  const draw = useCallback(
    (row: ReportLine) => (
      <ReportRow
        row={row}
        isChosen={chosen.includes(row.id)}
        onChoose={(id) => setChosen((before) => toggled(before, id))}
        isInStory={story !== undefined}
      />
    ),
    [chosen, story],
  );
  return (
    <div className="stack">
      <header>
        <h1>{story === undefined ? words.reports : words.storyTitle}</h1>
        <p className="lead">{words.reportsLead}</p>
      </header>
      <ReportFilters filters={filters} rows={list.rows} />
      <div className="list">
        <ListHead list={list} count={words.reportsCount}>
          <CompareLink chosen={chosen} ofStory={story === undefined ? [] : list.rows.map(({ id }) => id)} />
        </ListHead>
        {list.error !== null && <Failed error={list.error} />}
        {!(list.isReading && list.rows.length === 0) && (
          <LongList
            rows={list.rows}
            keyOf={({ id }) => id}
            height={ROW}
            label={words.reports}
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

/** Chosen reports with one more or one less; the first gives way where there are too many. */
const toggled = (before: readonly string[], id: string): readonly string[] =>
  before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(-MOST);

function ReportFilters({ filters, rows }: { readonly filters: Filters; readonly rows: readonly ReportLine[] }) {
  const words = useListWords();
  const language = useLanguage();
  const { data } = usePlainApi<Sources>('/sources');
  const outlets = (data?.outlets ?? []).flatMap(({ key, name, reports }) =>
    key === '' ? [] : [{ key: name, name, entries: reports }],
  );
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' });
  const spoken = [...new Set(rows.map((row) => row.language))].filter(isTag).toSorted();
  const field = (name: string, label: string) => ({ filters, name, label });
  const { story } = filters.values;
  return (
    <FilterBar filters={filters}>
      <Choice {...field('outlet', words.outlet)} options={outlets} />
      <Choice
        {...field('language', words.language)}
        options={spoken.map((key) => ({ key, name: names.of(key) ?? key }))}
      />
      <DayFilter {...field('from', words.from)} />
      <DayFilter {...field('to', words.to)} />
      {story !== undefined && <Chip {...field('story', words.story)} value={story} />}
    </FilterBar>
  );
}

/** A language tag that can be named. */
const isTag = (tag: string): boolean => /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(tag);

function CompareLink({ chosen, ofStory }: { readonly chosen: readonly string[]; readonly ofStory: readonly string[] }) {
  const words = useListWords();
  const { link } = useView();
  const path = (ids: readonly string[]): string => link(`/compare?reports=${ids.map(encodeURIComponent).join(',')}`);
  if (chosen.length > 1)
    return (
      <Link href={path(chosen)} className="button as-link">
        {words.compareChosen(chosen.length)}
      </Link>
    );
  if (chosen.length === 0 && ofStory.length > 1)
    return (
      <Link href={path(ofStory.slice(0, MOST))} className="button as-link">
        {words.compareAll(Math.min(MOST, ofStory.length))}
      </Link>
    );
  return <span className="quiet">{words.chooseToCompare}</span>;
}

interface ReportRowProps {
  readonly row: ReportLine;
  readonly isChosen: boolean;
  readonly onChoose: (id: string) => void;
  readonly isInStory: boolean;
}

function ReportRow({ row, isChosen, onChoose, isInStory }: ReportRowProps) {
  const { link, zone } = useView();
  const words = useListWords();
  const { value, candidates } = row.published;
  return (
    <div className={isChosen ? 'row report-row is-selected' : 'row report-row'} data-row={row.id}>
      <input
        type="checkbox"
        checked={isChosen}
        onChange={() => onChoose(row.id)}
        aria-label={words.chooseReport(row.headline)}
      />
      {value === undefined ? (
        <span
          className="when unknown"
          title={candidates.length > 1 ? words.candidates(candidates.map(day).join(', ')) : undefined}
        >
          {words.undated}
        </span>
      ) : (
        <When when={publishedWhen(value, zone)} at={value} />
      )}
      <div className="what" lang={isTag(row.language) ? row.language : undefined}>
        <Link href={link(`/reports/${encodeURIComponent(row.id)}`)}>{row.headline}</Link>
      </div>
      <span className="quiet outlet">{row.outlet ?? words.outletUnknown}</span>
      <span className="quiet story">
        {row.story !== undefined && !isInStory && (
          <Link href={link(`/reports?story=${encodeURIComponent(row.story)}`)}>{words.sameStory}</Link>
        )}
      </span>
      <span className="quiet number">{words.records(row.records)}</span>
    </div>
  );
}
