/** Parts what was read into what passes the relevance gate and what does not. */
import type { Report } from '../../model/article.ts';
import type { Dropped, ReadResult } from '../format.ts';
import { optional } from '../report.ts';
import { judge, type GateWidth, type Verdict } from './gate.ts';

/** The result with the reports that pass; the others are named. Order is kept. */
export function gated(result: ReadResult, name: string, width: GateWidth): ReadResult {
  const reports: Report[] = [];
  const raws: Uint8Array[] = [];
  const dropped: Dropped[] = [...(result.dropped ?? [])];
  for (const [index, report] of result.reports.entries()) {
    const verdict = judge(report, width);
    if (verdict.passes) {
      reports.push(report);
      raws.push(result.raws[index]!);
    } else dropped.push(told(report, name, verdict));
  }
  return { ...result, reports, raws, dropped };
}

const told = (report: Report, name: string, { language, points, needed, terms }: Verdict): Dropped => ({
  name,
  id: report.id,
  hash: report.hash,
  ...optional('url', report.url),
  ...optional('title', report.title),
  language,
  points,
  needed,
  terms,
});
