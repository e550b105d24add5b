/** Where reports differ: the readings side by side, each a link to its words, and what kind of difference it is. */
import { Link } from 'wouter';
import type { EntryDifference } from '../../../src/serve/api/types.ts';
import { spoken } from '../data/format.ts';
import { inTheirOrder, isTold } from '../data/readings.ts';
import { readingText } from '../data/times.ts';
import { useView } from '../data/view.tsx';
import { useEvidenceWords } from '../messages/evidence.ts';
import { useSlotName } from '../messages/slots.ts';
import { useTerms } from '../messages/terms.ts';
import { Words } from './words.tsx';

/** Slots in which not the reports differ but our codings of them. */
const CODINGS: ReadonlySet<string> = new Set(['acled', 'type', 'stage', 'form', 'what', 'status', 'who', 'act']);

/** Whether the reports contradict or correct each other there; that one is more exact is no difference. */
export const isDifference = ({ difference: { type, slot } }: Pick<EntryDifference, 'difference'>): boolean =>
  type !== 'precision' && !CODINGS.has(slot);

export function Differences({
  rows,
  isNamed = true,
}: {
  readonly rows: readonly EntryDifference[];
  readonly isNamed?: boolean;
}) {
  const { link, zone } = useView();
  const words = useEvidenceWords();
  const terms = useTerms();
  const slotName = useSlotName();
  const shown = rows.filter(isDifference);
  if (shown.length === 0) return <p className="empty">{words.noDifference}</p>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.what}>
      <table>
        <tbody>
          {shown.map(({ entry, title, difference }) => (
            <tr key={`${entry}${difference.slot}${difference.type}`}>
              <td className="quiet">
                {isNamed && <Link href={link(`/entries/${entry}`)}>{spoken(title, zone)}</Link>}
                <div>{slotName(difference.slot)}</div>
              </td>
              <td>
                {inTheirOrder(difference).map((reading, index) => (
                  <span key={reading.label}>
                    {index > 0 && (isTold(difference) ? ' → ' : ' · ')}
                    <b>
                      <Words evidence={reading.evidence}>{readingText(reading, zone)}</Words>
                    </b>
                  </span>
                ))}
                <div className="quiet">
                  {terms.difference[difference.type]}: {spoken(difference.reason, zone)}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
