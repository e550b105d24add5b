/** Entries as rows: when, what, how far it is corroborated. */
import { Link } from 'wouter';
import type { EntryLine } from '../../../src/model/lines.ts';
import { spoken } from '../data/format.ts';
import type { Sides } from '../data/sides.ts';
import { happened, publishedWhen } from '../data/times.ts';
import { useView } from '../data/view.tsx';
import { useEvidenceWords } from '../messages/evidence.ts';
import { useTerms } from '../messages/terms.ts';
import { SideMark, Tag } from './marks.tsx';
import { When } from './when.tsx';

export const entryPath = ({ kind, id }: Pick<EntryLine, 'kind' | 'id'>): string =>
  kind === 'incident' ? `/incidents/${id}` : `/entries/${id}`;

interface RowsProps {
  readonly rows: readonly EntryLine[];
  readonly sides?: Sides | undefined;
}

/** A short list, all of it. */
export function EntryRows({ rows, sides }: RowsProps) {
  const words = useEvidenceWords();
  if (rows.length === 0) return <p className="empty">{words.nothing}</p>;
  return (
    <div className="rows">
      {rows.map((row) => (
        <EntryRow key={row.id} row={row} sides={sides} />
      ))}
    </div>
  );
}

export function EntryRow({ row, sides }: { readonly row: EntryLine; readonly sides?: Sides | undefined }) {
  const { zone, link } = useView();
  const words = useEvidenceWords();
  const terms = useTerms();
  const [accuser] = row.accusers;
  return (
    <div className="row entry-row" data-row={row.id}>
      <EntryWhen row={row} />
      <div>
        {sides !== undefined && row.kind === 'incident' && <SideMark kind={sides.kindOf(accuser?.key)} />}
        <Link href={link(entryPath(row))}>{spoken(row.title, zone)}</Link>
        {row.review !== 'unreviewed' && <Tag name={row.review}>{terms.review[row.review]}</Tag>}
        {row.grade !== undefined && <Tag>{row.grade}</Tag>}
      </div>
      <span className="quiet">
        {terms.step[row.step] ?? row.step}
        {row.deniedBy.length > 0 && `; ${words.deniedBy(row.deniedBy.map(({ name }) => name).join(', '))}`}
      </span>
      <span className="quiet number">{words.reports(row.reports)}</span>
    </div>
  );
}

/** When it happened; where nobody says, when it was first reported. */
function EntryWhen({ row }: { readonly row: EntryLine }) {
  const { zone } = useView();
  const words = useEvidenceWords();
  const when = happened(row, zone);
  if (when !== undefined) return <When when={when} at={row.earliest} />;
  if (row.firstReported === undefined) return <span className="when" />;
  const { shown, stated } = publishedWhen(row.firstReported, zone);
  const said = stated === undefined ? words.reported : `${words.reported}, ${stated}`;
  return <When when={{ shown, stated: said }} at={row.firstReported} />;
}
