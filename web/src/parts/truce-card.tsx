/** A truce on one card: does it hold, according to whom, since when. */
import { Link } from 'wouter';
import type { Reason } from '../../../src/model/ledger.ts';
import type { TruceLine } from '../../../src/model/lines.ts';
import { moment, offset, spoken } from '../data/format.ts';
import { sidesOf } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { useTerms } from '../messages/terms.ts';
import { useTruceWords } from '../messages/truces.ts';
import { isOver, StatusBadge } from './marks.tsx';
import { MatrixTable } from './matrix.tsx';
import { Marks } from './words.tsx';

export function TruceCard({ truce }: { readonly truce: TruceLine }) {
  const { link, zone } = useView();
  const words = useTruceWords();
  const terms = useTerms();
  const over = isOver(truce.status);
  const from = truce.effectiveFrom;
  const quiet = truce.hoursQuiet;
  return (
    <article className={over ? 'card truce-card is-over' : 'card truce-card'}>
      <header>
        <h2>
          <Link href={link(`/truces/${truce.id}`)}>{spoken(truce.title, zone)}</Link>
        </h2>
        <StatusBadge status={truce.status} />
      </header>
      <p className="quiet">
        {from === undefined ? words.noMoment : words.inForceFrom(`${moment(from, zone)} ${offset(zone, from)}`)}
        {quiet !== undefined && !over && ` · ${terms.quiet(quiet)}`}
      </p>
      <Reasons reasons={truce.reasons} />
      {!over && truce.matrix.length > 0 && (
        <MatrixTable truce={truce.id} rows={truce.matrix} sides={sidesOf(truce.parties)} />
      )}
    </article>
  );
}

export function Reasons({ reasons, most = 4 }: { readonly reasons: readonly Reason[]; readonly most?: number }) {
  const { zone } = useView();
  return (
    <ul className="reasons">
      {reasons.slice(0, most).map((reason) => (
        <li key={reason.rule + reason.text}>
          {spoken(reason.text, zone)}
          <Marks evidence={reason.evidence} />
        </li>
      ))}
    </ul>
  );
}
