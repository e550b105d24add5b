/** The corroboration ladder: which steps an entry has reached, by whom, why, and who denies it. */
import { CORROBORATION_STEPS_SHOWN } from '../data/steps.ts';
import type { Corroboration } from '../../../src/model/ledger.ts';
import { capital } from '../data/format.ts';
import type { Sides } from '../data/sides.ts';
import { useEntryWords } from '../messages/entry.ts';
import { useTerms } from '../messages/terms.ts';
import { LadderPicture } from '../pictures/ladder-picture.tsx';
import { SideMark } from './marks.tsx';
import { Marks } from './words.tsx';

export interface LadderProps {
  readonly corroboration: Corroboration;
  readonly sides: Sides;
  readonly title: string;
  readonly source: string;
}

export function Ladder({ corroboration, sides, title, source }: LadderProps) {
  const words = useEntryWords();
  const terms = useTerms();
  const reachedAt = (step: string) => corroboration.reached.find((one) => one.step === step);
  const signs = (evidence: readonly { readonly record: string }[]) => {
    const records = new Set(evidence.map(({ record }) => record));
    return corroboration.origins
      .filter((origin) => origin.evidence.some(({ record }) => records.has(record)))
      .map(({ name, side }) => ({ name, kind: sides.kindOf(side) }));
  };
  return (
    <LadderPicture
      title={title}
      source={source}
      rungs={CORROBORATION_STEPS_SHOWN.map((step) => ({
        name: terms.step[step] ?? step,
        isReached: reachedAt(step) !== undefined,
        origins: signs(reachedAt(step)?.evidence ?? []),
      }))}
      deniedBy={corroboration.deniedBy.map(({ name, side }) => ({ name, kind: sides.kindOf(side) }))}
    >
      <ul className="ladder">
        {corroboration.reached.map(({ step, reason, evidence }) => (
          <li key={step}>
            <b>{terms.step[step] ?? step}.</b> {capital(reason)}
            <Marks evidence={evidence} />
          </li>
        ))}
        {corroboration.deniedBy.map((origin) => (
          <li key={origin.key}>
            <b>{words.denied}</b> {words.by} {origin.name} <SideMark kind={sides.kindOf(origin.side)} />
            <Marks evidence={origin.evidence} />
          </li>
        ))}
        {corroboration.grade !== undefined && (
          <li>
            <b>{words.graded(corroboration.grade)}</b>
          </li>
        )}
      </ul>
    </LadderPicture>
  );
}
