/** What must hold of whatever the readers make, for tests with arbitrary input. */
import { decodeHTML } from 'entities';
import type { Article } from '../../src/model/article.ts';
import { isInside } from '../../src/model/span.ts';

/** Throws instead of asserting one by one, for there are hundreds of thousands. */
export function ensure(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Every span of an article lies in its text and quotes it. */
export function checkArticle(article: Article): void {
  const { text, headline, headlineSource, deck, signOff, byline, dateline, chrome, slugs, paragraphs } = article;
  for (const quote of [headline, headlineSource, deck, signOff, byline, ...chrome, ...slugs]) {
    if (quote === undefined) continue;
    ensure(isInside(text, quote), 'a quote outside the text');
    ensure(text.slice(quote.start, quote.end) === quote.text, 'a quote with other words');
  }
  let end = 0;
  for (const paragraph of paragraphs) {
    ensure(isInside(text, paragraph), 'a paragraph outside the text');
    ensure(paragraph.start >= end, 'a paragraph before the one before it');
    end = paragraph.end;
  }
  for (const span of [dateline, dateline?.placeSpan, ...(dateline?.otherPlaces ?? [])])
    ensure(span === undefined || isInside(text, span), 'a dateline outside the text');
}

const blanked = (words: string): string => words.replaceAll(/[\s\p{Cc}]/gu, ' ');

type Run = { readonly start: number; readonly end: number; readonly from: number; readonly to: number };

/** Runs follow each other; each has the characters of its source, or what its entity stands for; white space aside. */
export function checkOffsets(runs: readonly Run[], text: string, page: string | undefined): void {
  let at = 0;
  for (const run of runs) {
    ensure(run.start >= at && run.end > run.start && run.end <= text.length, 'a run out of order');
    at = run.end;
    if (page === undefined) continue;
    ensure(run.from >= 0 && run.to > run.from && run.to <= page.length, 'a run outside the page');
    const source = page.slice(run.from, run.to);
    const isLiteral = run.to - run.from === run.end - run.start;
    ensure(
      blanked(text.slice(run.start, run.end)) === blanked(isLiteral ? source : decodeHTML(source)),
      'a run with other words',
    );
  }
}
