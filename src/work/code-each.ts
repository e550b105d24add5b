/** Codes reports so that one over which the coder stumbles takes no other with it. */
import type { Lexicons } from '../lexicon/lexicons.ts';
import type { Report } from '../model/article.ts';
import { codeReport, codeReports, type Coded } from '../pipeline.ts';

/** How many reports are coded, and how one is. */
export interface Coders {
  readonly many: typeof codeReports;
  readonly one: typeof codeReport;
}

/** What came of one report: it coded, or why it could not be. */
export type Outcome = { readonly coded: Coded } | { readonly cause: unknown };

/** An outcome for each of `reports`, in their order: together as long as all goes well, one by one from there on. */
export function* codeEach(
  reports: readonly Report[],
  lexicons: Lexicons,
  { many, one }: Coders = { many: codeReports, one: codeReport },
): Generator<Outcome> {
  let at = 0;
  try {
    for (const coded of many(reports, lexicons)) {
      at++;
      yield { coded };
    }
  } catch {
    // Which one it was shows when each is coded alone
    for (const report of reports.slice(at)) yield outcomeOf(report, lexicons, one);
  }
}

function outcomeOf(report: Report, lexicons: Lexicons, one: Coders['one']): Outcome {
  try {
    return { coded: one(report, lexicons) };
  } catch (cause) {
    return { cause };
  }
}
