/** What is due, and what came of it, in lines. */
import { Link } from 'wouter';
import type { AgendaLine } from '../../../src/model/lines.ts';
import { moment, span, spoken } from '../data/format.ts';
import { useView } from '../data/view.tsx';
import { useEvidenceWords } from '../messages/evidence.ts';
import { useTerms } from '../messages/terms.ts';
import { Tag } from './marks.tsx';

export function AgendaList({ items }: { readonly items: readonly AgendaLine[] }) {
  const { zone, link } = useView();
  const words = useEvidenceWords();
  const terms = useTerms();
  if (items.length === 0) return <p className="empty">{words.nothingDue}</p>;
  return (
    <>
      {items.map((item) => (
        <div key={item.entry} className="due">
          <time dateTime={item.earliest}>
            {whenOf(item, zone, words.about) || <span className="unknown">{terms.outcome['open']}</span>}
          </time>
          <Link href={link(`/entries/${item.entry}`)}>{spoken(item.title, zone)}</Link>
          <Tag name={item.outcome}>{terms.outcome[item.outcome] ?? item.outcome}</Tag>
        </div>
      ))}
    </>
  );
}

/** A clock time that is only about keeps its "about"; a stretch of days reads as days. */
export function whenOf({ earliest, latest, due }: AgendaLine, zone: string, about: string): string {
  if (earliest === undefined) return '';
  if (due?.value.includes('T') === true) return `${due.mod === 'APPROX' ? `${about} ` : ''}${moment(earliest, zone)}`;
  return span(earliest, latest, due?.zone ?? zone);
}
