/** The message catalogue: a file of words for each part of the desk, in every language of the interface. */
import { stretchOf } from '../../../src/model/stretch.ts';
import { useLanguage, type Language } from '../data/language.ts';

/**
 * A hook that gives the words of one part in the reader's language. Russian must have every key of English, and
 * nothing else: the types refuse a catalogue that has not.
 */
export function messages<Words extends object>(words: {
  readonly en: Words;
  readonly ru: NoInfer<Words>;
}): () => Words {
  const all: Readonly<Record<Language, Words>> = words;
  return () => all[useLanguage()];
}

/** "1 report", "2 reports". */
export const english = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** "1 сообщение", "2 сообщения", "5 сообщений". */
export function russian(count: number, one: string, few: string, many: string): string {
  const [last, lastTwo] = [count % 10, count % 100];
  if (last === 1 && lastTwo !== 11) return `${count} ${one}`;
  return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? `${count} ${few}` : `${count} ${many}`;
}

/** "26 hours", "10 days". */
export function englishStretch(hours: number): string {
  const { count, unit } = stretchOf(hours);
  return english(count, unit);
}

/** "26 часов", "10 дней". */
export function russianStretch(hours: number): string {
  const { count, unit } = stretchOf(hours);
  return unit === 'hour' ? russian(count, 'час', 'часа', 'часов') : russian(count, 'день', 'дня', 'дней');
}

/** Terms by their key; what the catalogue lacks is undefined. */
export const named = (terms: Readonly<Record<string, string>>): Readonly<Record<string, string>> => terms;
