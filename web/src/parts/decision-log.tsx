/** Decisions, the latest first, each with who, when and why, and undone at will. */
import type { Decision } from '../../../src/model/decision.ts';
import { useDecide } from '../data/answers.ts';
import { author } from '../data/author.ts';
import { zoned } from '../data/format.ts';
import { useView } from '../data/view.tsx';
import { useReviewWords } from '../messages/review.ts';
import { Tag } from './marks.tsx';

export function DecisionLog({ decisions }: { readonly decisions: readonly Decision[] }) {
  const { zone } = useView();
  const words = useReviewWords();
  const decide = useDecide();
  const undone = new Set(decisions.flatMap((one) => (one.type === 'undo' ? [one.decision] : [])));
  if (decisions.length === 0) return <p className="empty">{words.noLog}</p>;
  const by = author();
  return (
    <>
      <ul className="log">
        {decisions.map((decision) => (
          <li key={decision.id} className={undone.has(decision.id) ? 'is-undone' : ''}>
            <Tag name={decision.type}>{words.act[decision.type]}</Tag>
            <span>
              {decision.why}
              {decision.type === 'grade' && ` · ${decision.grade}`}
              {decision.type === 'correct' && ` · ${decision.slot}`}
              <span className="quiet"> {words.by(decision.by, zoned(decision.at, zone))}</span>
            </span>
            {decision.type !== 'undo' && !undone.has(decision.id) && (
              <button
                type="button"
                className="button plain"
                disabled={decide.isPending}
                onClick={() =>
                  decide.mutate({ type: 'undo', target: decision.id, why: words.undoWhy, ...(by !== '' && { by }) })
                }
              >
                {words.act.undo}
              </button>
            )}
          </li>
        ))}
      </ul>
      {decide.error !== null && (
        <p className="error" role="alert">
          {decide.error.message}
        </p>
      )}
    </>
  );
}
