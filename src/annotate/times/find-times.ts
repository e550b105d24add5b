/** The step of `annotate` that finds times: TIMEX3 values with a zone and the interval of instants that they can mean. */
import type { Doc } from '../../model/doc.ts';
import { overlaps } from '../../model/span.ts';
import type { Step } from '../step.ts';
import { anchorOf } from './anchor.ts';
import { findExpressions } from './find-expressions.ts';
import { mentionsOf } from './mentions.ts';
import { pairClocks } from './pair-clocks.ts';
import type { Scan } from './scan.ts';

/**
 * Fills `doc.times`. Takes words, sentences and verb groups; without verb groups, weekdays count as past and
 * months as near. An undated report keeps its times, with `X` for what only the day of the report could tell.
 */
export const findTimes: Step = (doc, { times, zones }) => {
  const { text, words } = doc;
  const scan: Scan = { text, words, times, zones };
  const anchor = anchorOf(doc.article, zones);
  const mentions = pairClocks(text, mentionsOf(doc, scan, anchor, findExpressions(scan)));
  return { ...doc, times: mentions.filter((mention) => !isChrome(doc, mention)) };
};

const isChrome = ({ article }: Doc, span: { start: number; end: number }): boolean =>
  article.chrome.some((chrome) => overlaps(chrome, span));
