/** Short report texts sent the whole way: read, annotated, coded and folded, as a scenario tells them. */
import { readCountries } from '../../src/lexicon/countries.ts';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import { loadSituations } from '../../src/lexicon/situations.ts';
import type { CodedReport, Ledger } from '../../src/model/ledger.ts';
import { codeReport, foldLedger, readReports } from '../../src/pipeline.ts';

/** A report as its outlet published it: the first line of `text` is the headline. */
export interface Told {
  readonly id: string;
  /** Date or instant of publication. */
  readonly on: string;
  readonly outlet?: string;
  readonly text: string;
}

const lexicons = loadLexicons();
const situations = loadSituations();
const names = Object.fromEntries(readCountries().map(({ code, name }) => [code, name]));

/** The report as the ledger takes it. */
export function coded({ id, on, outlet, text }: Told): CodedReport {
  const [title = '', ...body] = text.trim().split('\n');
  const line = JSON.stringify({
    id,
    title,
    text: body.join('\n').trim(),
    published: on,
    outlet: outlet ?? 'Sample Wire',
  });
  const [report] = readReports({ name: `${id}.jsonl`, bytes: new TextEncoder().encode(line) }).reports;
  const { card, records } = codeReport(report!, lexicons);
  return { card, records };
}

/** The ledger of some reports, as of a moment where one is given. */
export const ledgerOfTold = (reports: readonly Told[], asOf?: string): Ledger =>
  foldLedger({ reports: reports.map(coded), situations, names }, asOf === undefined ? {} : { asOf });

/** A report in one line: id, date, headline, text, and its outlet where that matters. */
export const told = (id: string, on: string, headline: string, text: string, outlet?: string): Told => ({
  id,
  on,
  text: `${headline}\n${text}`,
  ...(outlet === undefined ? {} : { outlet }),
});
