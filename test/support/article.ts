/** Makes articles from typed texts, for tests. */
import type { Article, Report } from '../../src/model/article.ts';
import { parseArticle } from '../../src/read/article.ts';

/** A report with this text, as if it had come by JSONL. */
export const reportOf = (text: string, more: Partial<Report> = {}): Report => ({
  id: 'test',
  hash: '0'.repeat(64),
  text,
  mediaType: 'application/jsonl',
  diagnostics: [],
  ...more,
});

/** The article of a text. */
export const articleOf = (text: string, more: Partial<Report> = {}): Article => parseArticle(reportOf(text, more));

/** The words of each paragraph. */
export const paragraphsIn = (article: Article): string[] =>
  article.paragraphs.map(({ start, end }) => article.text.slice(start, end));
