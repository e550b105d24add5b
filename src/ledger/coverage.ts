/** Which days have a report that carries a side's voice, and how many bodies of it spoke: silence is not peace. */
import type { CoverageDay } from '../model/ledger.ts';
import type { Item } from './item.ts';
import { byText } from './keys.ts';
import type { SideBook } from './sides.ts';
import { dayOf } from './time.ts';

/** Days and sides with reports, in order. Items of undated reports count for no day. */
export function coverageOf(items: Iterable<Item>, book: SideBook): CoverageDay[] {
  const days = new Map<string, { day: string; side: string; reports: Set<string>; origins: Set<string> }>();
  for (const item of items) {
    if (item.pub === undefined || item.voice.own || item.voice.code === '') continue;
    const actor = { code: item.voice.code, name: item.voice.name };
    const side = book.sideOf(actor, item.pub.lo, book.situationOf([actor], item.pub.lo));
    const day = dayOf(item.pub.lo);
    const key = `${day} ${side}`;
    let entry = days.get(key);
    if (entry === undefined) days.set(key, (entry = { day, side, reports: new Set(), origins: new Set() }));
    entry.reports.add(item.card.id);
    entry.origins.add(item.voice.key);
  }
  return [...days]
    .sort(([a], [b]) => byText(a, b))
    .map(([, { day, side, reports, origins }]) => ({ day, side, reports: reports.size, origins: origins.size }));
}
