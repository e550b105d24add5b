/** The filters of entries; which of them are offered goes by what the ledger has of the kind. */
import type { RecordKind } from '../../../src/model/record.ts';
import type { Facets } from '../../../src/serve/api/types.ts';
import { useApi } from '../data/answers.ts';
import type { Filters } from '../data/filters.ts';
import { useListWords } from '../messages/lists.ts';
import { useTerms } from '../messages/terms.ts';
import { Chip, Choice, DayFilter, FilterBar, optionsOf, termed, WordsFilter } from './filters.tsx';

/** Folded away unless one of them is set. */
const MORE = ['step', 'review', 'type', 'from', 'to', 'sort'] as const;
/** Come by links from other pages; shown as chips. */
const BY_LINK = ['party', 'story', 'report', 'factuality', 'assigned', 'speaker', 'addressee', 'act'] as const;

export const ENTRY_FILTERS = ['truce', 'relation', 'accuser', 'accused', 'place', 'standing', 'q', ...MORE, ...BY_LINK];

export interface EntryFiltersProps {
  readonly kind: RecordKind;
  readonly filters: Filters;
  /** Counts are asked for when the rows are there: counting a million entries must not keep the rows waiting. */
  readonly isCounted: boolean;
}

export function EntryFilters({ kind, filters, isCounted }: EntryFiltersProps) {
  const words = useListWords();
  const terms = useTerms();
  const { data: facets } = useApi<Facets>(isCounted ? '/facets' : undefined, { kind });
  const { truce, relation } = filters.values;
  const isOfTruce = truce !== undefined && relation !== undefined;
  const field = (name: string, label: string) => ({ filters, name, label });
  return (
    <FilterBar
      filters={filters}
      moreNames={MORE}
      more={isOfTruce ? undefined : <More kind={kind} filters={filters} facets={facets} />}
    >
      {!isOfTruce && <WordsFilter {...field('q', words.words)} />}
      {isOfTruce && (
        <Choice
          {...field('relation', words.relation)}
          options={optionsOf({ during: words.during, before: words.before, uncertain: words.uncertain })}
        />
      )}
      <Choice {...field('accuser', words.accuser)} options={facets?.accusers} isExpected={kind === 'incident'} />
      <Choice {...field('accused', words.accused)} options={facets?.accused} isExpected={kind === 'incident'} />
      {kind === 'incident' && <Choice {...field('standing', words.standing)} options={optionsOf(terms.standing)} />}
      {!isOfTruce && (
        <Choice {...field('place', words.place)} options={facets?.places} isExpected={kind === 'incident'} />
      )}
      {BY_LINK.map((name) => {
        const value = filters.values[name];
        return value === undefined ? null : <Chip key={name} {...field(name, words[name])} value={value} />;
      })}
    </FilterBar>
  );
}

function More({ filters, facets }: { kind: RecordKind; filters: Filters; facets: Facets | undefined }) {
  const words = useListWords();
  const terms = useTerms();
  const field = (name: string, label: string) => ({ filters, name, label });
  return (
    <>
      <Choice {...field('step', words.step)} options={termed(facets?.steps ?? [], terms.step)} />
      <Choice {...field('type', words.type)} options={facets?.types ?? []} />
      <Choice {...field('review', words.review)} options={optionsOf(terms.review)} />
      <DayFilter {...field('from', words.from)} />
      <DayFilter {...field('to', words.to)} />
      <Choice {...field('sort', words.sort)} options={optionsOf(words.sorts).slice(1)} any={words.sorts['-time']!} />
    </>
  );
}
