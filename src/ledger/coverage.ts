/** Which days have a report that carries a side's voice, and how many bodies of it spoke: silence is not peace. */
import { keyOfDay } from '../model/coverage-key.ts';
import type { CoverageDay } from '../model/ledger.ts';
import type { Item } from './item.ts';
import { byText } from './keys.ts';
import type { SideBook } from './sides.ts';
import { dayOf } from './time.ts';

interface Heard {
  readonly side: string;
  readonly day: string;
  readonly voices: string[];
}

export interface Coverage {
  /** By report: whom it lets speak. */
  readonly reports: Map<string, readonly Heard[]>;
  /** By side and day: the reports. */
  readonly days: Map<string, Map<string, string[]>>;
  /** Days of sides, as `keyOfDay` names them, that changed since somebody last asked; undefined while nobody does. */
  touched: Set<string> | undefined;
}

export const createCoverage = (): Coverage => ({ reports: new Map(), days: new Map(), touched: undefined });

/** Takes the voices of one report in. Undated reports and outlets' own words count for no side. */
export function addCoverage(coverage: Coverage, items: readonly Item[], book: SideBook): void {
  const heard: Heard[] = [];
  let today: string | undefined;
  for (const { pub, voice } of items) {
    if (pub === undefined || voice.own || voice.code === '') continue;
    const side = book.sideOf(voice, pub.lo, book.situationOf([voice], pub.lo));
    const known = heard.find((one) => one.side === side);
    if (known === undefined) heard.push({ side, day: (today ??= dayOf(pub.lo)), voices: [voice.key] });
    else if (!known.voices.includes(voice.key)) known.voices.push(voice.key);
  }
  if (heard.length === 0) return;
  const report = items[0]!.card.id;
  coverage.reports.set(report, heard);
  for (const { side, day } of heard) {
    coverage.touched?.add(keyOfDay({ day, side }));
    let days = coverage.days.get(side);
    if (days === undefined) coverage.days.set(side, (days = new Map()));
    const reports = days.get(day);
    if (reports === undefined) days.set(day, [report]);
    else reports.push(report);
  }
}

/** Takes one report out again. */
export function dropCoverage(coverage: Coverage, report: string): void {
  for (const { side, day } of coverage.reports.get(report) ?? []) {
    coverage.touched?.add(keyOfDay({ day, side }));
    const days = coverage.days.get(side);
    const reports = days?.get(day);
    reports?.splice(reports.indexOf(report), 1);
    if (reports?.length === 0) days!.delete(day);
    if (days?.size === 0) coverage.days.delete(side);
  }
  coverage.reports.delete(report);
}

/** Days on which a side was heard. */
export const daysOf = (coverage: Coverage, side: string): { has(day: string): boolean } =>
  coverage.days.get(side) ?? NO_DAYS;

const NO_DAYS: ReadonlySet<string> = new Set();

/** All days and sides with reports, in order. */
export function coverageDays(coverage: Coverage): CoverageDay[] {
  const found: CoverageDay[] = [];
  for (const [side, days] of coverage.days) for (const day of days.keys()) found.push(coverageOf(coverage, side, day)!);
  return found.sort((a, b) => byText(a.day, b.day) || byText(a.side, b.side));
}

/** One day of one side; undefined when no report of it carries the side's voice. */
export function coverageOf(coverage: Coverage, side: string, day: string): CoverageDay | undefined {
  const reports = coverage.days.get(side)?.get(day);
  if (reports === undefined) return undefined;
  const voices = new Set<string>();
  for (const report of reports)
    for (const heard of coverage.reports.get(report)!)
      if (heard.side === side) for (const voice of heard.voices) voices.add(voice);
  return { day, side, reports: reports.length, origins: voices.size };
}
