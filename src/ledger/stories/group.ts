/** Groups texts into stories: reports that are alike in what is rare and near in time. A function of the set of texts. */
import type { StoryFeatures } from '../../model/ledger.ts';
import { agglomerate } from './agglomerate.ts';
import { linksOf } from './links.ts';
import { vectorsOf } from './vectors.ts';

export interface StoryText {
  readonly features: StoryFeatures;
  /** Day number; reports more than two weeks apart are never alike. */
  readonly day?: number;
}

export interface GroupOptions {
  /** Average likeness at which two groups are one story. */
  readonly threshold?: number;
  readonly days?: number;
}

/** Less alike than this counts as not alike. */
const FLOOR = 0.03;

/** Groups of indices into `texts`, which the caller gives in an order that does not depend on their arrival. */
export function groupTexts(texts: readonly StoryText[], options: GroupOptions = {}): number[][] {
  const { threshold = 0.185, days = 14 } = options;
  const corpus = vectorsOf(texts.map(({ features }) => features));
  const isNear = (a: number, b: number): boolean => {
    const [x, y] = [texts[a]!.day, texts[b]!.day];
    return x === undefined || y === undefined || Math.abs(x - y) <= days;
  };
  return agglomerate(texts.length, linksOf(corpus, FLOOR, isNear), threshold);
}
