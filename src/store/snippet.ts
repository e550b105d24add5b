/** The words around a hit, with what was found marked: the same for both databases. */

/** Words before the first hit, and in all. */
const BEFORE = 8;
const WORDS = 24;

const fold = (word: string): string => word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/**
 * About twenty-four words of the text around the first place where the most of `terms` stand; found words stand between
 * U+0002 and U+0003. The last term may be the beginning of a word.
 */
export function snippetOf(text: string, terms: readonly string[]): string {
  const wanted = terms.map(fold);
  const last = wanted.at(-1) ?? '';
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word], at, all) => ({ word, start: all[at]!.index }));
  const hits = words.flatMap(({ word }, at) => {
    const folded = fold(word);
    const term = wanted.findIndex((one) => one === folded);
    if (term >= 0) return [{ at, term }];
    return last !== '' && folded.startsWith(last) ? [{ at, term: wanted.length - 1 }] : [];
  });
  const first = bestStart(hits);
  const from = Math.max(0, first - BEFORE);
  const shown = words.slice(from, from + WORDS);
  if (shown.length === 0) return text.slice(0, 160);
  const found = new Set(hits.map(({ at }) => at));
  const end = shown.at(-1)!;
  let cut = '';
  let at = from === 0 ? 0 : shown[0]!.start;
  for (const [index, { word, start }] of shown.entries()) {
    cut += text.slice(at, start) + (found.has(from + index) ? `\u0002${word}\u0003` : word);
    at = start + word.length;
  }
  const isEnd = end.start === words.at(-1)!.start;
  return `${from === 0 ? '' : '…'}${cut}${isEnd ? text.slice(at) : '…'}`;
}

/** The hit from which on the most different terms stand within one snippet. */
function bestStart(hits: readonly { readonly at: number; readonly term: number }[]): number {
  let best = { at: 0, terms: 0 };
  for (const [index, { at }] of hits.entries()) {
    const near = new Set<number>();
    for (let next = index; next < hits.length && hits[next]!.at < at + WORDS - BEFORE; next++)
      near.add(hits[next]!.term);
    if (near.size > best.terms) best = { at, terms: near.size };
  }
  return best.at;
}
