/** Lists that several pages show: what is due, where reports differ, entries in a table. */
import { Link } from 'wouter';
import type { AgendaItem, Difference, Entry } from '../../../src/model/ledger.ts';
import { capital, moment } from '../data/format.ts';
import { useView } from '../data/view.tsx';
import { Tag } from './marks.tsx';
import { Words } from './words.tsx';

export function AgendaList({ items }: { readonly items: readonly AgendaItem[] }) {
  const { zone, link } = useView();
  if (items.length === 0) return <p className="empty">Nothing is announced.</p>;
  return (
    <>
      {items.map((item) => (
        <div key={item.entry} className="due">
          <time dateTime={item.earliest}>
            {item.earliest === undefined ? <span className="unknown">no date given</span> : dueText(item, zone)}
          </time>
          <Link href={link(`/entries/${item.entry}`)}>{item.title}</Link>
          <Tag name={item.outcome}>{item.outcome}</Tag>
        </div>
      ))}
    </>
  );
}

/** A stretch of days reads as days; a clock time that is only about keeps its "about". */
function dueText({ earliest, due }: AgendaItem, zone: string): string {
  if (due !== undefined && !due.value.includes('T')) return due.value.replace('/', ' to ');
  return `${due?.mod === 'APPROX' ? 'about ' : ''}${moment(earliest, zone)}`;
}

const KINDS: Readonly<Record<Difference['type'], string>> = {
  contradiction: 'open difference',
  update: 'later replaces earlier',
  naming: 'one thing, several names',
  precision: 'one is more exact',
};

/** Slots in which not the reports differ but our codings of them. */
const CODINGS: ReadonlySet<string> = new Set(['acled', 'type', 'stage', 'form', 'what', 'status', 'who', 'act']);

export function Differences({ entries }: { readonly entries: readonly Entry[] }) {
  const { link } = useView();
  const rows = entries.flatMap((entry) =>
    entry.differences
      .filter(({ type, slot }) => type !== 'precision' && !CODINGS.has(slot))
      .map((difference) => ({ entry, difference })),
  );
  if (rows.length === 0) return <p className="empty">The reports do not contradict each other here.</p>;
  return (
    <div className="scroll">
      <table>
        <tbody>
          {rows.map(({ entry, difference }) => (
            <tr key={`${entry.id}${difference.slot}${difference.type}`}>
              <td className="quiet">
                <Link href={link(`/entries/${entry.id}`)}>{entry.title}</Link>
                <div>{difference.slot}</div>
              </td>
              <td>
                {difference.readings.map((reading, index) => (
                  <span key={reading.label}>
                    {index > 0 && (difference.type === 'update' ? ' → ' : ' · ')}
                    <b>
                      <Words evidence={reading.evidence}>{reading.label}</Words>
                    </b>
                  </span>
                ))}
                <div className="quiet">
                  {KINDS[difference.type]}: {difference.reason}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function EntryTable({
  entries,
  base = '/entries',
}: {
  readonly entries: readonly Entry[];
  readonly base?: string;
}) {
  const { zone, link } = useView();
  if (entries.length === 0) return <p className="empty">Nothing of this kind in the ledger.</p>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Entries">
      <table>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Corroboration</th>
            <th scope="col" className="number">
              Reports
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id} data-row={entry.id}>
              <td className="when">{moment(entry.earliest ?? entry.firstReported, zone)}</td>
              <td>
                <Link href={link(`${base}/${entry.id}`)}>{entry.title}</Link>
                {entry.review !== 'unreviewed' && <Tag>{entry.review}</Tag>}
              </td>
              <td className="quiet">
                {capital(entry.corroboration.step)}
                {entry.corroboration.deniedBy.length > 0 &&
                  `; denied by ${entry.corroboration.deniedBy.map(({ name }) => name).join(', ')}`}
              </td>
              <td className="number">{entry.reports.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
