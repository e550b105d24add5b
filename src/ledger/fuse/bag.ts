/** An index of few values a key: one value stands alone, several in an array, many in a set. Most keys hold one. */
import { NOTHING } from '../../model/lists.ts';

export type Key = string | number;

/**
 * A key for a day and a word as one number of 32 bits, which the engine looks up much faster than a string or a larger
 * number. Words of one day, and days 44 years apart, can share a key: whoever looks something up by it tests what it finds.
 */
export function dayKey(day: number, word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return keyOn(day, hash);
}

/** The same for a day and a cell of a grid. */
export const dayCell = (day: number, y: number, x: number): number =>
  keyOn(day, Math.imul(Math.imul(y, 0x9e3779b1) ^ x, 0x85ebca6b));

/** Fourteen bits of the day, eighteen of the hash. */
const keyOn = (day: number, hash: number): number => (day << 18) | (hash >>> 14);

/** Values by key. `T` must be an object that is neither an array nor a set. */
export type BagIndex<T extends object> = Map<Key, T | T[] | Set<T>>;

/** Arrays longer than this become sets, so that taking one value out stays cheap. */
const LONG = 32;

/** Puts `value` under `key`; it must not stand there already. */
export function put<T extends object>(index: BagIndex<T>, key: Key, value: T): void {
  const bag = index.get(key);
  if (bag === undefined) index.set(key, value);
  else if (bag instanceof Set) bag.add(value);
  else if (!Array.isArray(bag)) index.set(key, [bag, value]);
  else if (bag.push(value) > LONG) index.set(key, new Set(bag));
}

/** Takes `value` from under `key`. */
export function take<T extends object>(index: BagIndex<T>, key: Key, value: T): void {
  const bag = index.get(key);
  if (bag === undefined) return;
  if (bag instanceof Set) {
    bag.delete(value);
    if (bag.size === 0) index.delete(key);
    return;
  }
  if (!Array.isArray(bag)) {
    if (bag === value) index.delete(key);
    return;
  }
  const at = bag.indexOf(value);
  if (at >= 0) bag.splice(at, 1);
  if (bag.length === 0) index.delete(key);
}

/** The values under `key`. */
export function valuesAt<T extends object>(index: BagIndex<T>, key: Key): Iterable<T> {
  const bag = index.get(key);
  if (bag === undefined) return NOTHING;
  return bag instanceof Set || Array.isArray(bag) ? bag : [bag];
}

/** The one value under `key`, or undefined when there is none or more. */
export const soleAt = <T extends object>(index: BagIndex<T>, key: Key): T | undefined => {
  const bag = index.get(key);
  return bag === undefined || bag instanceof Set || Array.isArray(bag) ? undefined : bag;
};
