/** Spans compared as the packs' scorer compares them: by tokens, pairs one to one, the best first. */

export type Pair = readonly [number, number];
export type Tokens = ReadonlySet<string>;

const TOKEN = /[^\W_]+(?:['’.-][^\W_]+)*|[\p{L}\p{N}]+/gu;

/** A function that answers with the tokens that a list of spans touches. */
export function tokensIn(text: string): (spans: readonly Pair[] | undefined) => Tokens {
  const tokens = [...text.matchAll(TOKEN)].map((match) => [match.index, match.index + match[0].length] as const);
  return (spans) =>
    new Set(
      (spans ?? []).flatMap(([start, end]) =>
        tokens.filter((token) => token[1] > start && token[0] < end).map((token) => String(token[0])),
      ),
    );
}

/** Shared tokens over tokens in either. */
export function iou(one: Tokens, other: Tokens): number {
  if (one.size === 0 || other.size === 0) return 0;
  const shared = one.intersection(other).size;
  return shared / (one.size + other.size - shared);
}

/** Pairs of gold and system numbers, one to one, the best score first; scores of nothing make no pair. */
export function pairUp(gold: number, system: number, score: (g: number, s: number) => number): Map<number, number> {
  const candidates: { score: number; g: number; s: number }[] = [];
  for (let g = 0; g < gold; g++)
    for (let s = 0; s < system; s++) {
      const value = score(g, s);
      if (value > 0) candidates.push({ score: value, g, s });
    }
  candidates.sort((a, b) => b.score - a.score || a.g - b.g || a.s - b.s);
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  for (const { g, s } of candidates) {
    if (pairs.has(g) || used.has(s)) continue;
    pairs.set(g, s);
    used.add(s);
  }
  return pairs;
}

/** What lies in the spans, with its neighbours, on one line. */
export function around(text: string, spans: readonly Pair[], reach: number): string {
  const start = Math.min(...spans.map((span) => span[0]));
  const end = Math.max(...spans.map((span) => span[1]));
  const before = text.slice(Math.max(0, start - reach), start);
  return `${before}[[${text.slice(start, end)}]]${text.slice(end, end + reach)}`.replaceAll(/\s+/g, ' ');
}

export const cut = (text: string, spans: readonly Pair[] | undefined): string =>
  (spans ?? []).map(([start, end]) => text.slice(start, end).replaceAll(/\s+/g, ' ')).join(' + ') || '-';
