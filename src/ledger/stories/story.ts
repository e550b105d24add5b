/** One story from its reports: the first gives it its id and headline, chains tell what replaced or repeated what. */
import type { ReportCard, Story } from '../../model/ledger.ts';
import { byText } from '../keys.ts';
import { chainsOf } from './chains.ts';

const byPublication = (a: ReportCard, b: ReportCard): number =>
  byText(a.published.value ?? '9', b.published.value ?? '9') || byText(a.id, b.id);

/** The story of these reports, in the order of their publication. */
export function storyOf(cards: readonly ReportCard[]): Story {
  const ordered = cards.toSorted(byPublication);
  const first = ordered[0]!;
  return {
    id: `story-${first.id}`,
    reports: ordered.map((card) => card.id),
    headline: first.headline,
    chains: chainsOf(ordered),
  };
}
