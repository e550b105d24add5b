/** Finds every run of words that the gazetteer has as a place's name, longest first; whether it is one here comes later. */
import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import { WRITING } from '../../lexicon/gazetteer-pack.ts';
import type { Lexicons } from '../../lexicon/lexicons.ts';
import { CUE, type PlaceCues } from '../../lexicon/place-cues.ts';
import { asciiWord } from '../../lexicon/place-key.ts';
import type { Feature } from './features.ts';
import { CASE, GAP, type View } from './view.ts';

/** Words `[first, last]` that may name a place. */
export interface Candidate {
  readonly first: number;
  readonly last: number;
  /** Key in the gazetteer, -1 for none. */
  readonly key: number;
  /** Links of the key that count in this writing, as indices into the pack. */
  readonly links: readonly number[];
  /** Written so that it is hardly another word: "U.S.", "Conn.", or with a noun that says what it is. */
  readonly exact: boolean;
  /** The name says what it is: "Mill Street". Without links when it cannot be placed. */
  readonly feature?: Feature;
}

/** Small words inside names: "Port of Spain", "Rio de Janeiro", "Ain al-Asad". */
const INNER = new Set(
  'of and the au aux upon de del la le las los du des di da do dos al el ed ez es en on upon in sur y e van der den am an nad na bei im by under with st as ash ar az ad at ed ush'.split(
    ' ',
  ),
);
/** Words that a stop inside a name follows: "St. Louis", "U.S.". */
const BEFORE_STOP = new Set('st ft mt ste u n s e w d p k j l a h m r i v c g b'.split(' '));

/** The longest key that starts at word `at` and is written as a name. */
export function matchAt(view: View, { gazetteer, placeCues }: Lexicons, at: number): Candidate | undefined {
  const { words } = view;
  const { pack } = gazetteer;
  const norms = [asciiWord(words[at]!.norm)];
  let hash = gazetteer.hash(norms[0]!);
  const opening = gazetteer.keyAt(hash, norms, norms.length);
  if (opening < 0) return undefined;
  const longest = pack.longest[opening]!;
  let best = candidateOf(view, gazetteer, at, at, opening);
  for (let last = at + 1; last < words.length && last - at < longest; last++) {
    if (!isJoined(view, placeCues, last - 1)) break;
    const norm = asciiWord(words[last]!.norm);
    norms.push(norm);
    hash = gazetteer.hash(norm, hash);
    if (!endsName(view, placeCues, last)) continue;
    const key = gazetteer.keyAt(hash, norms, norms.length);
    if (key >= 0) best = candidateOf(view, gazetteer, at, last, key) ?? best;
  }
  return best;
}

/** Whether the name may go on after word `at`. */
function isJoined(view: View, cues: PlaceCues, at: number): boolean {
  const gap = view.gaps[at]!;
  if (gap === GAP.apostrophe) return true;
  if (gap <= GAP.hyphen) return view.cases[at + 1] !== CASE.lower || isInner(view, cues, at + 1);
  if (gap === GAP.slash) return true;
  if (gap === GAP.line) return view.text.charCodeAt(view.words[at]!.end) === 10 && view.opens[at + 1] === 0;
  return gap === GAP.stop && BEFORE_STOP.has(view.words[at]!.norm);
}

const isInner = (view: View, cues: PlaceCues, at: number): boolean => {
  const { norm } = view.words[at]!;
  return norm.length === 1 || INNER.has(norm) || isNoun(cues, norm);
};

/** A noun that names end in and that reports write small: "Gaza strip", "Black sea". */
const isNoun = (cues: PlaceCues, norm: string): boolean => ((cues.get(norm) ?? 0) & CUE['name-noun']) !== 0;

/** "Be'eri" ends in a small word after its apostrophe; a possessive does not. */
const endsName = ({ cases, gaps, words }: View, cues: PlaceCues, at: number): boolean => {
  const { norm } = words[at]!;
  return cases[at] !== CASE.lower || isNoun(cues, norm) || (gaps[at - 1] === GAP.apostrophe && norm !== 's');
};

function candidateOf(
  view: View,
  gazetteer: Gazetteer,
  first: number,
  last: number,
  key: number,
): Candidate | undefined {
  const { linkAt, linkBits } = gazetteer.pack;
  const links: number[] = [];
  let exact = false;
  for (let link = linkAt[key]!; link < linkAt[key + 1]!; link++) {
    const writing = linkBits[link]! >> 2;
    if (!isWritten(view, first, last, writing)) continue;
    links.push(link);
    exact ||= writing !== WRITING.free;
  }
  return links.length === 0 ? undefined : { first, last, key, links, exact };
}

function isWritten(view: View, first: number, last: number, writing: number): boolean {
  if (writing === WRITING.free) return true;
  const { start } = view.words[first]!;
  const { end } = view.words[last]!;
  if (writing === WRITING.dotted) return isDotted(view, first, last);
  const letters = view.text.slice(start, end);
  if (letters !== letters.toUpperCase()) return false;
  return (
    writing === WRITING.upper ||
    (first > 0 && view.gaps[first - 1] === GAP.comma && view.cases[first - 1] !== CASE.lower)
  );
}

/** "Conn." after a town, or inside a sentence: not "Mass. The priest", not "300 B.C.". */
function isDotted(view: View, first: number, last: number): boolean {
  const { text, words, gaps, cases } = view;
  if (text.charCodeAt(words[last]!.end) !== 46) return false;
  if (first > 0 && (cases[first - 1] === CASE.digit || words[first - 1]!.norm === 'century')) return false;
  if (first > 0 && gaps[first - 1] === GAP.comma && cases[first - 1] !== CASE.lower) return true;
  if (last > first && gaps[first] === GAP.stop) return true;
  const next = text.charCodeAt(words[last]!.end + 1);
  if (next === 44 || next === 41 || next === 0x2019 || next === 39) return true;
  return last + 1 < words.length && cases[last + 1] === CASE.lower && view.opens[first] === 0;
}
