/** What is due, and what came of it, in lines. */
import { Link } from 'wouter';
import type { AgendaLine } from '../../../src/model/lines.ts';
import { spoken } from '../data/format.ts';
import { dueWhen } from '../data/times.ts';
import { useView } from '../data/view.tsx';
import { useEvidenceWords } from '../messages/evidence.ts';
import { useTerms } from '../messages/terms.ts';
import { Tag } from './marks.tsx';
import { When } from './when.tsx';

export function AgendaList({ items }: { readonly items: readonly AgendaLine[] }) {
  const { zone, link } = useView();
  const words = useEvidenceWords();
  const terms = useTerms();
  if (items.length === 0) return <p className="empty">{words.nothingDue}</p>;
  return (
    <>
      {items.map((item) => (
        <div key={item.entry} className="due">
          <Due item={item} />
          <Link href={link(`/entries/${item.entry}`)}>{spoken(item.title, zone)}</Link>
          <Tag name={item.outcome}>{terms.outcome[item.outcome] ?? item.outcome}</Tag>
        </div>
      ))}
    </>
  );
}

function Due({ item }: { readonly item: AgendaLine }) {
  const { zone } = useView();
  const words = useEvidenceWords();
  const terms = useTerms();
  const when = dueWhen(item, zone, words.about);
  if (when === undefined) return <span className="when unknown">{terms.outcome['open']}</span>;
  return <When when={when} at={item.earliest} />;
}
