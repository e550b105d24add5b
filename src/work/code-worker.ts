/** A thread of `code --threads`: reports in, JSON lines out. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadLexicons } from '../lexicon/lexicons.ts';
import type { Report } from '../model/article.ts';
import { codedJson, codeReport } from '../pipeline.ts';

/** Path of an imported gazetteer, or nothing. */
const gazetteer = workerData as string | undefined;
const lexicons = loadLexicons(gazetteer === undefined ? {} : { gazetteer });

parentPort!.on('message', (reports: readonly Report[]) => {
  parentPort!.postMessage(reports.map((report) => JSON.stringify(codedJson(codeReport(report, lexicons)))));
});
