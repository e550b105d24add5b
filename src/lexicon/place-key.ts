/** Spells place names the way the gazetteer looks them up: lower-case ASCII words with one space between. */
import { wordsOf } from './words.ts';

const LETTERS: Readonly<Record<string, string>> = {
  ə: 'e',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ŋ: 'n',
  ŧ: 't',
  ʻ: '',
  ʼ: '',
  ʾ: '',
  ʿ: '',
  '‘': '',
  '’': '',
};
const ASCII = /^[\0-\x7f]*$/;

/** One folded word in ASCII: "əsgəran" becomes "esgeran". Letters of other scripts stay. */
export function asciiWord(norm: string): string {
  if (ASCII.test(norm)) return norm;
  let spelt = '';
  for (const letter of norm) spelt += LETTERS[letter] ?? letter;
  return spelt;
}

/** The key of a name: "Port-au-Prince" becomes "port au prince"; '' when no Latin letter is left of it. */
export function placeKey(name: string): string {
  const key = wordsOf(name.replaceAll(/[‘’ʻʼʾʿ`´]/gu, "'"))
    .map((word) => asciiWord(word.norm))
    .join(' ');
  return ASCII.test(key) ? key : '';
}
