/** Words around a place's name and what they tell of it. Used by `annotate/places`. */
import { TrucewatchError } from '../model/errors.ts';
import { readLexicon } from './load.ts';
import { fold } from './words.ts';

/** One bit for each use; a word can have several. */
export const CUE = {
  locative: 1,
  loose: 2,
  direction: 4,
  kind: 8,
  'after-kind': 16,
  saying: 32,
  institution: 64,
  street: 128,
  outlet: 256,
  club: 512,
  company: 1024,
  toward: 1 << 11,
  near: 1 << 12,
  'toward-noun': 1 << 13,
  'near-noun': 1 << 14,
  distance: 1 << 15,
  side: 1 << 16,
  skipped: 1 << 17,
  'name-noun': 1 << 18,
} as const;

type CueUse = keyof typeof CUE;

/** Bits by folded word. */
export type PlaceCues = ReadonlyMap<string, number>;

/** Reads `lexicons/en/place-cues.jsonl`; the id of an entry is its use. */
export function loadPlaceCues(): PlaceCues {
  const cues = new Map<string, number>();
  for (const { id, forms } of readLexicon('en/place-cues')) {
    const bit = CUE[id as CueUse] as number | undefined;
    if (bit === undefined)
      throw new TrucewatchError('bad-lexicon', `lexicons/en/place-cues.jsonl: "${id}" is no use of a cue.`);
    for (const form of forms) cues.set(fold(form), (cues.get(fold(form)) ?? 0) | bit);
  }
  return cues;
}
