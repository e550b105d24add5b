/** A truce on one card: does it hold, according to whom, since when. */
import { Link } from 'wouter';
import type { Ledger, Truce } from '../../../src/model/ledger.ts';
import { hours, moment, offset } from '../data/format.ts';
import { sidesOf } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { isOver, StatusBadge } from './marks.tsx';
import { Matrix } from './matrix.tsx';
import { Marks } from './words.tsx';

export function TruceCard({ truce, ledger }: { readonly truce: Truce; readonly ledger: Ledger }) {
  const { link, zone } = useView();
  const over = isOver(truce.status);
  return (
    <article className={over ? 'card truce-card is-over' : 'card truce-card'}>
      <header>
        <h2>
          <Link href={link(`/truces/${truce.id}`)}>{truce.title}</Link>
        </h2>
        <StatusBadge status={truce.status} />
      </header>
      <p className="quiet">
        {truce.effectiveFrom === undefined
          ? 'No moment of effect is stated'
          : `In force from ${moment(truce.effectiveFrom, zone)} ${offset(zone, truce.effectiveFrom)}`}
        {truce.hoursQuiet !== undefined && !over && ` · ${hours(truce.hoursQuiet)} without an alleged breach`}
      </p>
      <Reasons truce={truce} />
      {!over && truce.matrix.length > 0 && <Matrix rows={truce.matrix} sides={sidesOf(ledger, truce)} />}
    </article>
  );
}

export function Reasons({ truce }: { readonly truce: Truce }) {
  return (
    <ul className="reasons">
      {truce.reasons.map((reason) => (
        <li key={reason.rule + reason.text}>
          {reason.text}
          <Marks evidence={reason.evidence} />
        </li>
      ))}
    </ul>
  );
}
