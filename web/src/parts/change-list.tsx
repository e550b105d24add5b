/** Changes of the ledger in lines: what is new, what changed, which status is another now. */
import { Link } from 'wouter';
import type { ChangeLine } from '../../../src/model/lines.ts';
import { spoken, zoned } from '../data/format.ts';
import { useView } from '../data/view.tsx';
import { useSourceWords } from '../messages/sources.ts';
import { useTerms } from '../messages/terms.ts';
import { Tag } from './marks.tsx';

export function ChangeList({
  changes,
  isDated = false,
}: {
  readonly changes: readonly ChangeLine[];
  readonly isDated?: boolean;
}) {
  const { link, zone } = useView();
  const terms = useTerms();
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={change.seq}>
          <Tag name={change.type}>{terms.change[change.type] ?? change.type}</Tag>
          <span>
            <ChangeText change={change} path={pathOf(change)} link={link} zone={zone} />
            {change.after !== undefined && (
              <span className="quiet">
                {' '}
                {change.before === undefined ? '' : `${nameOf(terms, change.before)} → `}
                {nameOf(terms, change.after)}
              </span>
            )}
          </span>
          {isDated && <time className="quiet">{zoned(change.at, zone)}</time>}
        </li>
      ))}
    </ul>
  );
}

const nameOf = (terms: ReturnType<typeof useTerms>, key: string): string =>
  terms.status[key] ?? terms.outcome[key] ?? key;

interface ChangeTextProps {
  readonly change: ChangeLine;
  readonly path: string | undefined;
  readonly link: (path: string) => string;
  readonly zone: string;
}

function ChangeText({ change, path, link, zone }: ChangeTextProps) {
  const words = useSourceWords();
  const written = change.type === 'rebuilt' ? /^(\d+) entries written$/.exec(change.text)?.[1] : undefined;
  const text = written === undefined ? spoken(change.text, zone) : words.rebuilt(written);
  return path === undefined ? <>{text}</> : <Link href={link(path)}>{text}</Link>;
}

function pathOf({ type, id, kind }: ChangeLine): string | undefined {
  if (type === 'report') return `/reports/${encodeURIComponent(id)}`;
  if (type === 'status') return `/truces/${id}`;
  if (type === 'gone' || type === 'decision' || type === 'rebuilt') return undefined;
  return kind === 'incident' ? `/incidents/${id}` : `/entries/${id}`;
}
