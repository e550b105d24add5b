/** Entries of one kind: filtered by what stands in the address, any number of them. */
import { useCallback } from 'react';
import { Link } from 'wouter';
import type { EntryLine } from '../../../src/model/lines.ts';
import type { RecordKind } from '../../../src/model/record.ts';
import type { TruceDetail } from '../../../src/serve/api/types.ts';
import { useApi, useList, type List } from '../data/answers.ts';
import { useFilters, type Filters } from '../data/filters.ts';
import { spoken } from '../data/format.ts';
import { useView } from '../data/view.tsx';
import { useListWords } from '../messages/lists.ts';
import { useTerms } from '../messages/terms.ts';
import { EntryFilters, ENTRY_FILTERS } from '../parts/entry-filters.tsx';
import { EntryRow } from '../parts/entry-rows.tsx';
import { ListHead } from '../parts/list-head.tsx';
import { LongList } from '../parts/long-list.tsx';
import { Failed } from '../parts/state.tsx';
import { useSides } from '../parts/use-sides.ts';

const ROW = 46;
/** What the list of one truce can be narrowed by. */
const OF_TRUCE = ['relation', 'accuser', 'accused', 'standing'];

export function EntriesPage({ kind }: { readonly kind: RecordKind }) {
  const filters = useFilters(ENTRY_FILTERS);
  const words = useListWords();
  const terms = useTerms();
  const list = useList<EntryLine>(...askedFor(kind, filters));
  const truce = filters.values['truce'];
  return (
    <div className="stack">
      <header>
        <h1>{terms.kinds[kind] ?? kind}</h1>
        {truce === undefined ? <p className="lead">{words.leads[kind]}</p> : <TruceName id={truce} filters={filters} />}
      </header>
      <EntryFilters kind={kind} filters={filters} isCounted={list.rows.length > 0 || !list.isReading} />
      <div className="list">
        <ListHead list={list} count={words.entries} />
        {list.error !== null && <Failed error={list.error} />}
        <Rows list={list} label={terms.kinds[kind] ?? kind} />
      </div>
    </div>
  );
}

/** The list of one truce knows how each incident stands to it; all other lists are asked of the ledger. */
function askedFor(kind: RecordKind, { values }: Filters): [path: string, parameters: Record<string, string>] {
  const { truce, relation, ...rest } = values;
  if (truce === undefined) return ['/entries', { sort: '-time', ...rest, kind }];
  if (relation === undefined) return ['/entries', { sort: '-time', ...rest, truce, kind }];
  const own = OF_TRUCE.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]));
  return [`/truces/${encodeURIComponent(truce)}/entries`, Object.fromEntries(own) as Record<string, string>];
}

function Rows({ list, label }: { readonly list: List<EntryLine>; readonly label: string }) {
  const sides = useSides();
  const draw = useCallback((row: EntryLine) => <EntryRow row={row} sides={sides} />, [sides]);
  if (list.isReading && list.rows.length === 0) return null;
  return (
    <LongList
      rows={list.rows}
      keyOf={({ id }) => id}
      height={ROW}
      label={label}
      hasMore={list.hasMore}
      onEnd={list.fetchMore}
    >
      {draw}
    </LongList>
  );
}

function TruceName({ id, filters }: { readonly id: string; readonly filters: Filters }) {
  const { link, zone } = useView();
  const words = useListWords();
  const { data } = useApi<TruceDetail>(`/truces/${encodeURIComponent(id)}`);
  const relations = { during: words.during, before: words.before, uncertain: words.uncertain };
  const relation = filters.values['relation'] as keyof typeof relations | undefined;
  return (
    <p className="lead">
      <Link href={link(`/truces/${encodeURIComponent(id)}`)}>
        {data === undefined ? id : spoken(data.truce.title, zone)}
      </Link>
      {relation !== undefined && `: ${relations[relation] ?? relation}`}
    </p>
  );
}
