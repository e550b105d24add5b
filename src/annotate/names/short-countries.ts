/** "the North" and "the South" are Koreas in a report that names both. */
import type { Context } from './context.ts';
import { newDraft, type Draft } from './draft.ts';
import { IS, hasAt, isCapital, isTied } from './scan.ts';

const HALVES: ReadonlyMap<string, string> = new Map([
  ['north', 'PRK'],
  ['south', 'KOR'],
]);

/** Mentions of the two Koreas by direction alone. */
export function koreas(context: Context, drafts: readonly Draft[]): Draft[] {
  if (!drafts.some(({ country }) => country === 'PRK') || !drafts.some(({ country }) => country === 'KOR')) return [];
  const found: Draft[] = [];
  for (const at of context.points) {
    if (!isCapital(context, at) || !hasAt(context, at, IS.direction)) continue;
    const country = HALVES.get(context.words[at]!.norm);
    if (country === undefined || context.words[at - 1]?.norm !== 'the') continue;
    if (isTied(context, at) && isCapital(context, at + 1)) continue;
    const name = context.countries.get(country) ?? country;
    found.push(
      newDraft({ first: at, last: at, type: 'country', country, sector: '', name, key: country, basis: 'learned' }),
    );
  }
  return found;
}
