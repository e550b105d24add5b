/** Differences in attributions: content not found, cut otherwise, another source, or one that the gold lacks. */
import type { Difference, Line } from './differences.ts';
import { around, cut, iou, pairUp, type Tokens, tokensIn } from './spans.ts';

const REACH = 60;
const ROLES = ['content', 'cue', 'source'] as const;
type Parts = Record<(typeof ROLES)[number], Tokens>;

/** With `quoting`, only the gold's attributions of that kind and the statements marked direct. */
export function attributionErrors(gold: Line, system: Line, quoting?: string): Omit<Difference, 'id'>[] {
  const { text } = gold;
  const within = tokensIn(text);
  const parts = (one: Line): Parts => ({
    content: within(one.content),
    cue: within(one.cue),
    source: within(one.source),
  });
  const golden: Line[] = gold.attributions;
  const statements: Line[] = system.statements ?? [];
  const g = golden.map(parts);
  const s = statements.map(parts);
  const pairs = pairUp(g.length, s.length, (i, j) => {
    const [content, cue, source] = ROLES.map((role) => iou(g[i]![role], s[j]![role])) as [number, number, number];
    return content > 0 || cue > 0 ? content * 1e6 + cue * 1e3 + source : 0;
  });
  const show = (one: Line): string => `<${cut(text, one.source)}> ${cut(text, one.cue)}: ${cut(text, one.content)}`;
  const rows: Omit<Difference, 'id'>[] = [];
  for (const [index, one] of golden.entries()) {
    if (quoting !== undefined && one.quoting !== quoting) continue;
    const partner = pairs.get(index);
    const kind = partner === undefined ? `missed ${one.quoting}` : kindOf(g[index]!, s[partner]!, one.quoting);
    if (kind !== undefined)
      rows.push({
        kind,
        gold: show(one),
        system: partner === undefined ? '-' : show(statements[partner]),
        words: around(text, [...one.content, ...one.cue], REACH),
      });
  }
  const used = new Set(pairs.values());
  for (const [index, one] of statements.entries())
    if (!used.has(index) && (quoting === undefined || one.direct))
      rows.push({
        kind: 'gold has none',
        gold: '-',
        system: show(one),
        words: around(text, [...one.content, ...one.cue], REACH),
      });
  return rows;
}

function kindOf(gold: Parts, system: Parts, quoting: string): string | undefined {
  if (iou(gold.content, system.content) < 0.5) return `content of ${quoting}`;
  const same = iou(gold.source, system.source) >= 0.5 || (gold.source.size === 0 && system.source.size === 0);
  return same ? undefined : system.source.size === 0 ? 'no source' : 'source';
}
