/** Reads a sentence as reports have it and tells its times in short, for the phrase-book tests of `annotate/times`. */
import { parseSyntax } from '../../../src/annotate/syntax/parse-syntax.ts';
import { findTimes } from '../../../src/annotate/times/find-times.ts';
import type { Article } from '../../../src/model/article.ts';
import type { TimeMention } from '../../../src/model/doc.ts';
import { docOf } from '../../support/doc.ts';

/** A Wednesday. Every test that does not say otherwise is told on this day. */
export const WEDNESDAY = '2023-05-10';

export interface Telling {
  /** Day of the report; `null` for an undated one. */
  readonly published?: string | null;
  /** Place of the dateline, which gives the zone. */
  readonly dateline?: string;
  readonly article?: Partial<Article>;
}

/** The time mentions of `text`. */
export function mentionsIn(
  text: string,
  { published = WEDNESDAY, dateline, article = {} }: Telling = {},
): readonly TimeMention[] {
  const place = dateline === undefined ? {} : { dateline: { start: 0, end: 0, place: dateline } };
  return docOf(text, {
    ...(published === null ? {} : { published }),
    article: { ...place, ...article },
    steps: [parseSyntax, findTimes],
  }).times;
}

/** The mentions as `words = value`, with the mod behind it. */
export const timesIn = (text: string, telling: Telling = {}): string[] =>
  mentionsIn(text, telling).map(
    ({ start, end, value, mod }) => `${text.slice(start, end)} = ${value}${mod === undefined ? '' : ` ${mod}`}`,
  );

/** The interval of the only mention of `text`, as `earliest to latest`. */
export function intervalIn(text: string, telling: Telling = {}): string {
  const mentions = mentionsIn(text, telling);
  if (mentions.length !== 1) throw new Error(`${mentions.length} times in "${text}"`);
  return `${mentions[0]!.earliest} to ${mentions[0]!.latest}`;
}
