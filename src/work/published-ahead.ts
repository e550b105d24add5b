/** Days of publication that cannot be: a feed whose clock is wrong dates its reports ahead of the day on which we have them. */
import type { Report } from '../model/article.ts';

/** Dates further ahead than this are no dates of publication, whatever zone they were written in. */
const AHEAD = 36 * 3_600_000;

/** The report without a date that lies ahead of its capture: a wrong clock at the outlet's end, not a fact. */
export function withoutFuture(report: Report, seen: number): Report {
  const at = report.published === undefined ? Number.NaN : Date.parse(report.published);
  if (Number.isNaN(at) || at <= seen + AHEAD) return report;
  const { published, publishedFrom: _, ...rest } = report;
  const message = `The stated day of publication (${published}) lies ahead of the day of capture; it was not used.`;
  return { ...rest, diagnostics: [...report.diagnostics, { rule: 'published-ahead', severity: 'warning', message }] };
}
