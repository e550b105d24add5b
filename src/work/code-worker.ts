/** A thread of `code --threads`: reports in, JSON lines out. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadLexicons } from '../lexicon/lexicons.ts';
import type { Report } from '../model/article.ts';
import { codedJson, codeReports } from '../pipeline.ts';

/** Path of an imported gazetteer, or nothing. */
const gazetteer = workerData as string | undefined;
const lexicons = loadLexicons(gazetteer === undefined ? {} : { gazetteer });

parentPort!.on('message', (reports: readonly Report[]) => {
  const lines = Array.from(codeReports(reports, lexicons), (coded) => JSON.stringify(codedJson(coded)));
  parentPort!.postMessage(lines);
});
