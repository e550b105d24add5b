/** A report's date for people: one that nobody stated says so. */
import type { Published } from '../model/article.ts';

/** Rules that read a date which stands somewhere in full; all others conclude it. */
const STATED: ReadonlySet<string> = new Set(['metadata-date', 'dateline-date', 'printed-date']);

/** @example publishedText(article.published) // '2022-09-13 (inferred)' */
export function publishedText({ value, basis }: Published): string {
  if (value === undefined) return 'undated';
  return basis.some(({ rule }) => STATED.has(rule)) ? value : `${value} (inferred)`;
}
