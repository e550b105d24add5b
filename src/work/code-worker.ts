/** A thread of `code --threads`: reports in, JSON lines out. */
import { parentPort } from 'node:worker_threads';
import { loadLexicons } from '../lexicon/lexicons.ts';
import type { Report } from '../model/article.ts';
import { codedJson, codeReport } from '../pipeline.ts';

parentPort!.on('message', (reports: readonly Report[]) => {
  parentPort!.postMessage(reports.map((report) => JSON.stringify(codedJson(codeReport(report, loadLexicons())))));
});
