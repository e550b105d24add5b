/** The bundled sample reports, coded once for all tests of a file. */
import { join } from 'node:path';
import { inputsOf } from '../../src/cli/inputs.ts';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import { codeReport, readSource } from '../../src/pipeline.ts';
import type { NewReport, Store } from '../../src/store/store.ts';
import { newReport } from '../../src/work/ingest.ts';

export const SAMPLES = join(import.meta.dirname, '../../examples/reports');
export const CAPTURED = '2022-09-23T10:00:00Z';

let coded: Promise<readonly NewReport[]> | undefined;

/** Every sample report as it goes into a store, in order of id. */
export function sampleReports(): Promise<readonly NewReport[]> {
  coded ??= codeSamples();
  return coded;
}

async function codeSamples(): Promise<readonly NewReport[]> {
  const lexicons = loadLexicons();
  const found: NewReport[] = [];
  for (const input of inputsOf([SAMPLES]))
    for await (const { reports, raws } of readSource({ name: input.name, source: input.open(), limits: {} }))
      for (const [at, report] of reports.entries())
        found.push(newReport(codeReport(report, lexicons), raws[at]!, input.name, { captured: CAPTURED, lexicons }));
  return found;
}

/** Stores reports as one run would. */
export async function storeReports(store: Store, reports: readonly NewReport[], run = 'run-1'): Promise<void> {
  if (!(await store.runs()).some(({ id }) => id === run))
    await store.startRun({ id: run, started: CAPTURED, coder: 'test', command: 'test' });
  await store.addReports(run, reports, []);
}
