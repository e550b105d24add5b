/**
 * Finds what is known of a word by the place where it stands, without cutting it out of the text first: in reports the
 * same words come again and again, and a string made anew for each has to be hashed and compared anew by every look-up.
 */

/** Words that a table keeps: an archive has no end of names and misprints. What is full is emptied. */
const MOST = 60_000;
const SLOTS = 1 << 17;

export type WordTable<T> = (text: string, start: number, end: number) => T;

/** A table of what `entryOf` makes of a word. It depends on the word alone, so that no report sees another. */
export function wordTable<T>(entryOf: (word: string) => T): WordTable<T> {
  const slots = new Int32Array(SLOTS);
  const hashes = new Int32Array(MOST + 1);
  let words: string[] = [''];
  let entries: T[] = [];
  return (text, start, end) => {
    const hash = hashOf(text, start, end);
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (let at = slots[slot]!; at !== 0; at = slots[slot]!) {
      if (hashes[at] === hash && stands(words[at]!, text, start, end)) return entries[at - 1]!;
      slot = (slot + 1) & (SLOTS - 1);
    }
    const word = interned(text.slice(start, end));
    const entry = entryOf(word);
    if (words.length > MOST) {
      slots.fill(0);
      [words, entries] = [[''], []];
      return entry;
    }
    slots[slot] = words.length;
    hashes[words.length] = hash;
    words.push(word);
    entries.push(entry);
    return entry;
  };
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
