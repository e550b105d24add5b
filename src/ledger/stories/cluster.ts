/** Reports of one happening: clusters over days, with updates, corrections and copies of one report chained. */
import type { ReportCard, Story } from '../../model/ledger.ts';
import { byText } from '../keys.ts';
import { chainsOf } from './chains.ts';
import { clusterTexts } from './group.ts';

/** The stories of coded reports: `clusterStories(coded).find((story) => story.reports.includes(id))`. */
export const clusterStories = (reports: Iterable<{ readonly card: ReportCard }>): Story[] =>
  storiesOf([...reports].map(({ card }) => card));

/** The stories of all reports, each report in one. */
export function storiesOf(cards: readonly ReportCard[]): Story[] {
  const ordered = cards.toSorted((a, b) => byText(a.id, b.id));
  const groups = clusterTexts(
    ordered.map(({ features, published }) => ({
      features,
      ...(published.value === undefined ? {} : { published: published.value }),
    })),
  );
  return groups.map((members) => storyOf(members.map((index) => ordered[index]!))).sort((a, b) => byText(a.id, b.id));
}

const byPublication = (a: ReportCard, b: ReportCard): number =>
  byText(a.published.value ?? '9', b.published.value ?? '9') || byText(a.id, b.id);

function storyOf(cards: readonly ReportCard[]): Story {
  const [first, ...rest] = cards.toSorted(byPublication);
  return {
    id: `story-${first!.id}`,
    reports: [first!, ...rest].map((card) => card.id),
    headline: first!.headline,
    chains: chainsOf([first!, ...rest]),
  };
}
