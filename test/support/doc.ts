/** Makes a document out of a bare text, for tests of `annotate` and `code`. */
import { segment } from '../../src/annotate/segment.ts';
import type { Step } from '../../src/annotate/step.ts';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import type { Article } from '../../src/model/article.ts';
import type { Doc } from '../../src/model/doc.ts';
import { quote, type Span } from '../../src/model/span.ts';
import { STEPS } from '../../src/pipeline.ts';

export interface DocOptions {
  /** ISO date or instant of publication; without it the article is undated. */
  readonly published?: string;
  readonly outlet?: string;
  /** Words of the text that are its headline or deck. */
  readonly headline?: string;
  readonly deck?: string;
  /** Parts of the article that the test lays down itself. */
  readonly article?: Partial<Article>;
  /** Steps to run after `segment`; those of the pipeline when absent. */
  readonly steps?: readonly Step[];
}

/** An article around `text` without reading it: every block of lines is a paragraph unless `options` say otherwise. */
export function articleOf(text: string, options: DocOptions = {}): Article {
  const part = (words: string | undefined) =>
    words === undefined
      ? undefined
      : quote(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const headline = part(options.headline);
  const deck = part(options.deck);
  return {
    report: {
      id: 'test',
      hash: '0'.repeat(64),
      text,
      mediaType: 'text/plain',
      diagnostics: [],
      ...(options.published === undefined ? {} : { published: options.published }),
      ...(options.outlet === undefined ? {} : { outlet: options.outlet }),
    },
    text,
    slugs: [],
    chrome: [],
    paragraphs: [],
    published:
      options.published === undefined
        ? { basis: [], candidates: [] }
        : {
            value: options.published,
            precision: options.published.includes('T') ? 'minute' : 'day',
            basis: [{ rule: 'given' }],
            candidates: [options.published],
          },
    language: 'en',
    diagnostics: [],
    ...(headline === undefined ? {} : { headline }),
    ...(deck === undefined ? {} : { deck }),
    ...(options.outlet === undefined ? {} : { outlet: options.outlet }),
    ...options.article,
  };
}

/** `text` read by the steps of `annotate`. */
export function docOf(text: string, options: DocOptions = {}): Doc {
  const lexicons = loadLexicons();
  let doc = segment(articleOf(text, options), lexicons);
  for (const step of options.steps ?? STEPS.map(([, piped]) => piped)) doc = step(doc, lexicons);
  return doc;
}

/** The words of a span, or of several joined by " … ". */
export const wordsAt = (doc: Doc, spans: Span | readonly Span[]): string =>
  (Array.isArray(spans) ? (spans as readonly Span[]) : [spans as Span])
    .map((span) => doc.text.slice(span.start, span.end))
    .join(' … ');
