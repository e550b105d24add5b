/** Names that are to be withheld, by report: masks them in texts, where places must stay, and replaces them elsewhere. */
import type { Span } from '../../model/span.ts';

/** What stands for a name in titles and labels. */
export const WITHHELD = '[name withheld]';

const MASK = '█';

/** The names of one or more reports as one pattern; undefined when there are none. */
export type PrivateWords = RegExp | undefined;

/** A pattern for whole names and for family names alone, by which later mentions go. */
export function patternOf(names: Iterable<string>): PrivateWords {
  const forms = new Set<string>();
  for (const name of names) {
    forms.add(name.trim());
    const family = /\s(\p{Lu}[\p{L}\p{M}'’-]+)$/u.exec(name.trim())?.[1];
    if (family !== undefined) forms.add(family);
  }
  forms.delete('');
  if (forms.size === 0) return undefined;
  // The longest first, or "Anna" would be taken out of "Anna Petrosyan" and leave the rest
  const sorted = [...forms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const either = sorted.map((form) => RegExp.escape(form).replaceAll(/(?:\\x20|\\n|\s)+/g, '\\s+')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'gu');
}

/** The names themselves: the words of the spans. */
export const namesAt = (text: string, spans: readonly Span[]): readonly string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

/** A text of the same length in which the names are blocks, so that every span still points to its words. */
export const masked = (text: string, words: PrivateWords): string =>
  words === undefined ? text : text.replaceAll(words, (name) => name.replaceAll(/\S/g, MASK));

/** A title or label without the names. */
export const withheld = (text: string, words: PrivateWords): string =>
  words === undefined ? text : text.replaceAll(words, WITHHELD).replaceAll(REPEATED, WITHHELD);

const REPEATED = /\[name withheld\](?:\s+\[name withheld\])+/g;

/** Keys whose values tie things together: they are the same in every export. */
const IDENTIFIERS: ReadonlySet<string> = new Set([
  'id',
  'hash',
  'report',
  'record',
  'entry',
  'rule',
  'story',
  'a',
  'b',
]);

/** Every string within a value, changed; keys, numbers and identifiers stay. */
export function mapStrings<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => mapStrings(one, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, IDENTIFIERS.has(key) ? one : mapStrings(one, change)]),
  ) as T;
}
