/**
 * Finds what is known of a word by the place where it stands, without cutting it out of the text first: in reports the
 * same words come again and again, and a string made anew for each has to be hashed and compared anew by every look-up.
 */

/** Words that a table keeps: an archive has no end of names and misprints. What is full is emptied. */
const MOST = 60_000;
/** Slots of an empty table; they double before half of them are taken. Few, so that those in use stay in the cache. */
const SLOTS = 1 << 12;

export type WordTable<T> = (text: string, start: number, end: number) => T;

/** A table of what `entryOf` makes of a word. It depends on the word alone, so that no report sees another. */
export function wordTable<T extends { readonly text: string }>(entryOf: (word: string) => T): WordTable<T> {
  /** Two numbers a slot: the hash, and the place of the entry, counted from 1. */
  let slots = new Int32Array(SLOTS * 2);
  let mask = SLOTS - 1;
  let entries: T[] = [];
  const put = (hash: number, place: number): void => {
    let slot = firstSlot(hash, mask);
    while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
    slots[slot * 2] = hash;
    slots[slot * 2 + 1] = place;
  };
  const resize = (size: number): void => {
    const old = slots;
    slots = new Int32Array(size * 2);
    mask = size - 1;
    for (let at = 0; at < old.length; at += 2) if (old[at + 1] !== 0) put(old[at]!, old[at + 1]!);
  };
  return (text, start, end) => {
    const hash = hashOf(text, start, end);
    let slot = firstSlot(hash, mask);
    for (let place = slots[slot * 2 + 1]!; place !== 0; place = slots[slot * 2 + 1]!) {
      if (slots[slot * 2] === hash) {
        const entry = entries[place - 1]!;
        if (stands(entry.text, text, start, end)) return entry;
      }
      slot = (slot + 1) & mask;
    }
    const entry = entryOf(interned(text.slice(start, end)));
    if (entries.length === MOST) {
      entries = [];
      slots.fill(0);
    }
    entries.push(entry);
    if (entries.length * 2 > mask) resize((mask + 1) * 2);
    put(hash, entries.length);
    return entry;
  };
}

const firstSlot = (hash: number, mask: number): number => (hash ^ (hash >>> 15)) & mask;

/** Bits of a sieve: more words than those of one lexicon would fill it. */
const SIEVE = 1 << 13;

/**
 * Tells by the hash of a word whether it can be one of `norms`: wrong only by saying yes too often, and quick, for it
 * need not look at the word itself.
 */
export function sieveOf(norms: Iterable<string>): (hash: number) => boolean {
  const marks = new Uint8Array(SIEVE);
  for (const norm of norms) marks[hashOf(norm, 0, norm.length) & (SIEVE - 1)] = 1;
  return (hash) => marks[hash & (SIEVE - 1)] === 1;
}

/** FNV-1a over UTF-16 units. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

function stands(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at++) if (word.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  return true;
}

const keys = Object.create(null) as Record<string, true>;

/**
 * The one string that the engine keeps for these letters, as it does for the names of properties: look-ups by it need
 * no comparing, and it keeps no report in memory, as a part of a long string does.
 */
export function interned(word: string): string {
  keys[word] = true;
  for (const key in keys) {
    delete keys[key];
    return key;
  }
  return word;
}
