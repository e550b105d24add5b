/** Language of a text. English is told by its commonest words; only what is not English costs a real detector. */
import { createRequire, findPackageJSON } from 'node:module';
import { wordTable } from '../../lexicon/word-table.ts';
import type { Span } from '../../model/span.ts';

const COMMON = new Set(
  'the of and to in that is was for on with by from at as his her he it said has have had were are be been not who they their will this which after its but an or'.split(
    ' ',
  ),
);
/** Words that no other language written in Latin letters uses all the time. */
const TELLING = new Set(
  'the and that with said from was were have has had been which their after will they this of'.split(' '),
);
const WORDS_READ = 90;
/** Enough for so many words. */
const CHARACTERS_COUNTED = 900;
/** Enough for the detector, whose cost grows with the length. */
const CHARACTERS_DETECTED = 600;
const CHARACTERS_READ = 1200;
/** Fewer words than this decide nothing, unless the script does. */
const FEWEST = 6;

interface Detector {
  detect(text: string): { language: string; isReliable(): boolean };
}

let detector: Detector | undefined;

/** BCP 47 tag of what stands in `spans`, `und` when it is too short to tell. */
export function languageOf(text: string, spans: readonly Span[]): string {
  const sample = sampleOf(text, spans);
  const { read, common, telling } = countWords(sample.slice(0, CHARACTERS_COUNTED));
  if (read >= FEWEST && common >= read * 0.2 && telling >= read * 0.07) return 'en';
  if (read < FEWEST && !/[^\p{Script=Latin}\P{L}]{6}/u.test(sample)) return 'und';
  detector ??= loadDetector();
  const found = detector.detect(sample.slice(0, CHARACTERS_DETECTED));
  if (found.language === '') return 'und';
  return found.isReliable() || read >= 40 ? found.language : 'und';
}

/** How many of the first words are common in English, and how many tell it. */
function countWords(text: string): { read: number; common: number; telling: number } {
  const counts = { read: 0, common: 0, telling: 0 };
  for (let at = 0; at < text.length && counts.read < WORDS_READ; at++) {
    const end = endOfLetters(text, at);
    if (end === at) continue;
    const kind = end - at > LONGEST ? 0 : kindAt(text, at, end).kind;
    counts.read++;
    counts.common += kind & 1;
    counts.telling += kind >> 1;
    at = end;
  }
  return counts;
}

/** 1 for a common word, 2 for a telling one, 3 for both. */
const kindAt = wordTable((text) => {
  const lower = text.toLowerCase();
  return { text, kind: (COMMON.has(lower) ? 1 : 0) | (TELLING.has(lower) ? 2 : 0) };
});

/** Letters of the longest word of either kind. */
const LONGEST = Math.max(...[...COMMON, ...TELLING].map((word) => word.length));

const LETTERS = /\p{L}[\p{L}\p{M}]*/uy;

/** End of the run of letters at `at`; `at` where none begins. */
function endOfLetters(text: string, at: number): number {
  let end = at;
  let unit = text.charCodeAt(end);
  while ((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)) unit = text.charCodeAt(++end);
  if (!(unit >= 128)) return end;
  LETTERS.lastIndex = at;
  return LETTERS.test(text) ? LETTERS.lastIndex : at;
}

/**
 * The tables of the detector take 200 ms to load, so they are loaded for the first text that needs them, and then at
 * once, for this stage waits for nothing. The package offers itself to `import` only, hence the way by its folder.
 */
function loadDetector(): Detector {
  const home = findPackageJSON('eld', import.meta.url);
  if (home === undefined) throw new Error('the package eld is not installed; run npm install');
  const load = createRequire(home);
  return (load('./src/entries/static.extrasmall.js') as { eld: Detector }).eld;
}

function sampleOf(text: string, spans: readonly Span[]): string {
  let sample = '';
  for (const { start, end } of spans) {
    sample += `${text.slice(start, Math.min(end, start + CHARACTERS_READ - sample.length))} `;
    if (sample.length >= CHARACTERS_READ) break;
  }
  return sample;
}
