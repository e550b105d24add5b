/** A truce on one card: does it hold, according to whom, since when. */
import { Link } from 'wouter';
import type { Reason } from '../../../src/model/ledger.ts';
import type { TruceLine } from '../../../src/model/lines.ts';
import { capital, day, spoken, zoned } from '../data/format.ts';
import { sidesOf } from '../data/sides.ts';
import { useView } from '../data/view.tsx';
import { useTruceWords } from '../messages/truces.ts';
import { isOver, StatusBadge } from './marks.tsx';
import { MatrixTable } from './matrix.tsx';
import { Marks } from './words.tsx';

export function TruceCard({ truce }: { readonly truce: TruceLine }) {
  const { link, zone } = useView();
  const words = useTruceWords();
  const over = isOver(truce.status);
  const from = truce.effectiveFrom;
  return (
    <article className={over ? 'card truce-card is-over' : 'card truce-card'}>
      <header>
        <h2>
          <Link href={link(`/truces/${truce.id}`)}>{spoken(truce.title, zone)}</Link>
        </h2>
        <StatusBadge status={truce.status} />
      </header>
      {over ? (
        <p className="quiet">{from === undefined ? words.noMoment : words.inForceFrom(zoned(from, zone))}</p>
      ) : (
        <Figures truce={truce} />
      )}
      <Reasons reasons={truce.reasons} />
      {!over && truce.matrix.length > 0 && (
        <MatrixTable truce={truce.id} rows={truce.matrix} sides={sidesOf(truce.parties)} />
      )}
    </article>
  );
}

/** What a person asks first: how long it has been quiet, what is alleged, since when it should hold. */
function Figures({ truce }: { readonly truce: TruceLine }) {
  const { link, zone } = useView();
  const words = useTruceWords();
  const { effectiveFrom: from, hoursQuiet: quiet } = truce;
  // Older instruments are dated by their day; its beginning is no hour that anybody agreed on
  const isDay = truce.standing && from?.endsWith('T00:00:00Z') === true;
  const count = (relation: 'during' | 'before', found: number) =>
    found === 0 ? '0' : <Link href={link(`/incidents?truce=${truce.id}&relation=${relation}`)}>{found}</Link>;
  return (
    <dl className="figures">
      {quiet !== undefined && (
        <div>
          <dd>{words.quietFor(quiet)}</dd>
          <dt>{words.withoutBreach}</dt>
        </div>
      )}
      <div>
        <dd>{count('during', truce.breaches)}</dd>
        <dt>{words.allegedDuring}</dt>
      </div>
      <div>
        <dd>{count('before', truce.before)}</dd>
        <dt>{words.allegedBefore}</dt>
      </div>
      <div className="since">
        <dd>{from === undefined ? '–' : isDay ? day(from) : zoned(from, zone)}</dd>
        <dt>{from === undefined ? words.noMoment : words.takesEffect}</dt>
      </div>
    </dl>
  );
}

export function Reasons({ reasons, most = 4 }: { readonly reasons: readonly Reason[]; readonly most?: number }) {
  const { zone } = useView();
  return (
    <ul className="reasons">
      {reasons.slice(0, most).map((reason) => (
        <li key={reason.rule + reason.text}>
          {capital(spoken(reason.text, zone))}
          <Marks evidence={reason.evidence} />
        </li>
      ))}
    </ul>
  );
}
