/** Tables that rules look words up in: each is made once of the lexicon, or the part of it, that it depends on. */

/**
 * `make`, called once for each thing that it is given, for as long as that lives: `once(firmsIn)(lexicons.actors)`.
 * What it makes depends on that one thing alone, so that nobody gets another's table.
 */
export function once<K extends object, V extends object>(make: (from: K) => V): (from: K) => V {
  const made = new WeakMap<K, V>();
  return (from) => {
    let known = made.get(from);
    if (known === undefined) made.set(from, (known = make(from)));
    return known;
  };
}
