/** Reports of one happening, over up to two weeks: what `code --stories` shows without a ledger. */
import type { ReportCard, Story } from '../../model/ledger.ts';
import { addStoryCard, createStoryBook, storiesIn } from './book.ts';

/** The stories of coded reports: `clusterStories(coded).find((story) => story.reports.includes(id))`. */
export function clusterStories(reports: Iterable<{ readonly card: ReportCard }>): readonly Story[] {
  const book = createStoryBook();
  for (const { card } of reports) addStoryCard(book, card);
  return storiesIn(book);
}
