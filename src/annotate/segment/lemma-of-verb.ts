/** The lemma of a form that the tagger did not take for a verb: "tortured" is of "torture", "striking" of "strike". */
import type { WordModel } from './word-model.ts';

/** The first base that the vocabulary knows as a verb; the form itself where it knows none. */
export function lemmaOfVerb(lower: string, words: WordModel): string {
  const ending = ['ing', 'ed'].find((one) => lower.endsWith(one));
  if (ending === undefined) return lower;
  const stem = lower.slice(0, -ending.length);
  const bases = [`${stem}e`, stem];
  // "stopped", "denied"
  if (stem.at(-1) === stem.at(-2)) bases.push(stem.slice(0, -1));
  if (stem.endsWith('i')) bases.push(`${stem.slice(0, -1)}y`);
  return bases.find((base) => words.canBe(base, 'VERB')) ?? lower;
}
