/** Reads a person's name word by word: initials, particles, double names, editor's brackets, surnames in capitals. */
import type { Context } from './context.ts';
import type { PersonName } from './draft.ts';
import { GAP, IS, SHAPE, hasAt, isCapital, isTied } from './scan.ts';

const LONGEST = 7;
/** What no name goes over, unless the word is a given name too: "Minister Ana Prelic Tuesday". */
const STOPS = IS.calendar | IS.country | IS.outlet | IS.office | IS.title | IS.actor | IS.adjective | IS.body;

/** The name that starts at word `from`, which must be capitalised or a particle before a capital. */
export function readPersonName(context: Context, from: number): PersonName | undefined {
  const parts: string[] = [];
  const written: string[] = [];
  let at = from;
  let last = -1;
  while (at < context.words.length && parts.length < LONGEST && context.tokens[at]! >= 0) {
    const size = partAt(context, at, parts.length === 0);
    if (size === 0) break;
    addPart(context, parts, written, at, size);
    last = at + size - 1;
    if (!joinsNext(context, last)) break;
    at = last + 1;
  }
  if (last < 0 || parts.every((part) => part.length < 2)) return undefined;
  return { first: from, last, parts, written };
}

/** How many words of the text make one part of the name at `at`: "al-Assad" and "O'Neill" are one; 0 for none. */
function partAt(context: Context, at: number, opening: boolean): number {
  const hit = context.hits[at];
  const norm = context.words[at]!.norm;
  if (hasAt(context, at, IS.particle) && !startsName(context, at)) {
    const next = at + 1;
    const gap = context.gaps[at]!;
    if (gap !== GAP.space && gap !== GAP.hyphen && gap !== GAP.apostrophe) return 0;
    if (next >= context.words.length || context.tokens[next]! < 0) return 0;
    const rest = partAt(context, next, false);
    return rest === 0 ? 0 : rest + 1;
  }
  if (!isCapital(context, at)) return 0;
  const bits = hit?.bits ?? 0;
  if ((bits & STOPS) !== 0 && (bits & (IS.given | IS.person | IS.weakGiven)) === 0) {
    if (!isLoose(bits) || hit!.last > at) return 0;
    return opening || !isTied(context, at) || !isCapital(context, at + 1) ? 1 : 0;
  }
  if ((bits & IS.opener) !== 0 && bits === IS.opener) return 0;
  if (context.shapes[at] === SHAPE.upper && !isShouted(context, at, opening, bits)) return 0;
  if (hit !== undefined && (bits & IS.person) !== 0 && hit.last > at) return hit.last - at + 1;
  return norm.length === 0 ? 0 : doubled(context, at);
}

/** A capital that is a title or office elsewhere and no country, day or organisation: "Major" in "John Major". */
const isLoose = (bits: number): boolean =>
  (bits & (IS.country | IS.calendar | IS.outlet | IS.actor | IS.adjective)) === 0;

const startsName = (context: Context, at: number): boolean =>
  isCapital(context, at) &&
  context.gaps[at] !== GAP.hyphen &&
  context.gaps[at] !== GAP.apostrophe &&
  !hasAt(context, at, IS.particle);

/** "Kim Jong-un", "Jean-Pierre", "O'Neill", "Ja'afari": what hyphens and apostrophes tie is one part. */
function doubled(context: Context, at: number): number {
  let last = at;
  while (last - at < 3) {
    const gap = context.gaps[last]!;
    const next = last + 1;
    if (gap === GAP.hyphen && next < context.words.length && !LED.has(context.words[next]!.norm)) last = next;
    else if (gap === GAP.apostrophe && isInsideName(context, next)) last = next;
    else break;
  }
  return last - at + 1;
}

const LED = new Set(['led', 'backed', 'era', 'style', 'born', 'ordered', 'appointed', 'mediated', 'brokered', 'old']);
const ENDINGS = new Set(['s', 't', 'll', 're', 've', 'd', 'm']);

const isInsideName = (context: Context, at: number): boolean => {
  const word = context.words[at];
  return word !== undefined && !ENDINGS.has(word.norm) && (isCapital(context, at) || word.end - word.start > 2);
};

/** Surnames in capitals ("Vladimir PETROV"), not acronyms ("Ana Prelic EU"). */
function isShouted(context: Context, at: number, opening: boolean, bits: number): boolean {
  if ((bits & (IS.person | IS.given)) !== 0) return true;
  const { start, end } = context.words[at]!;
  return !opening && end - start >= 3 && (bits & (IS.actor | IS.outlet)) === 0;
}

function joinsNext(context: Context, last: number): boolean {
  const next = last + 1;
  if (next >= context.words.length || context.sentences[last] !== context.sentences[next]) return false;
  const gap = context.gaps[last]!;
  if (gap === GAP.space || gap === GAP.bracket) return true;
  return gap === GAP.stop && (context.shapes[last] === SHAPE.letter || hasAt(context, last, IS.suffix));
}

function addPart(context: Context, parts: string[], written: string[], at: number, size: number): void {
  const from = context.words[at]!.start;
  const to = context.words[at + size - 1]!.end;
  const hit = context.hits[at];
  if (hit !== undefined && hit.last === at + size - 1 && hit.last > at && (hit.bits & IS.person) !== 0) {
    for (let i = hit.first; i <= hit.last; i++) {
      parts.push(context.words[i]!.norm);
      written.push(context.text.slice(context.words[i]!.start, context.words[i]!.end));
    }
    return;
  }
  let norm = '';
  for (let i = at; i < at + size; i++) norm += (i > at ? '-' : '') + context.words[i]!.norm;
  parts.push(norm);
  written.push(calmed(context.text.slice(from, to)));
}

/** "PETROV" is written "Petrov" in a canonical name. */
const calmed = (word: string): string =>
  word.length > 3 && word === word.toUpperCase() && !word.includes('.') ? word[0]! + word.slice(1).toLowerCase() : word;

/** A lone word in capitals as a name, in case the report names somebody so: "MBURU TO MEET". */
export const shoutedName = (context: Context, at: number): PersonName => {
  const { start, end, norm } = context.words[at]!;
  return { first: at, last: at, parts: [norm], written: [calmed(context.text.slice(start, end))] };
};

/** The name for reading: parts as written, with an initial's stop put back. */
export const displayName = (name: PersonName): string =>
  name.written.map((part) => (part.length === 1 ? `${part}.` : part)).join(' ');

/** The part that people are called by alone: the last one that is no suffix. */
export function surnameOf(name: Pick<PersonName, 'parts'>): string {
  const { parts } = name;
  const last = parts.at(-1)!;
  return parts.length > 1 && SUFFIXES.has(last) ? parts.at(-2)! : last;
}

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
