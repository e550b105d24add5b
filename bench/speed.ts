/** Words a second of each stage and of the whole coder on one thread, with wink-nlp and compromise in the same run; memory. */
import nlp from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import {
  codeDoc,
  codeReport,
  loadLexicons,
  parseArticle,
  readReports,
  segment,
  STEPS,
  type Doc,
  type Report,
} from '../src/index.ts';
import { countWords, readPack, sampleTexts, type PackDocument } from './packs.ts';

const now = (): number => performance.now();

export function runSpeed(folder: string): void {
  const wires = readPack(folder, 'wires');
  const documents = wires ?? sampleTexts(2000);
  console.log(
    `Speed on ${documents.length} ${wires === undefined ? 'copies of the bundled samples' : 'wires'}, one thread, Node ${process.version}`,
  );
  const start = now();
  const lexicons = loadLexicons();
  console.log(`lexicons loaded in ${(now() - start).toFixed(0)} ms`);
  const reports = documents.map(reportOf);
  const words = documents.reduce((sum, { text }) => sum + countWords(text), 0);
  for (const report of reports.slice(0, 200)) codeReport(report, lexicons); // warm up
  const whole = wholeCoder(reports, words);
  stages(reports, words);
  const wink = timeWink(documents, words);
  const compromise = timeCompromise(documents.slice(0, 100));
  console.log(
    `whole coder / wink-nlp ${(whole / wink).toFixed(2)} (bar 0.33), whole coder / compromise ${(whole / compromise).toFixed(1)} (bar 6)`,
  );
  byLength(documents);
}

function reportOf({ id, text, published }: PackDocument): Report {
  const line = JSON.stringify({ id, text, published });
  return readReports({ name: 'bench.jsonl', bytes: new TextEncoder().encode(line), mediaType: 'application/jsonl' })
    .reports[0]!;
}

function wholeCoder(reports: readonly Report[], words: number): number {
  const lexicons = loadLexicons();
  let slowest = { id: '', ms: 0 };
  let records = 0;
  let peak = 0;
  const start = now();
  for (const [index, report] of reports.entries()) {
    const before = now();
    records += codeReport(report, lexicons).records.length;
    const ms = now() - before;
    if (ms > slowest.ms) slowest = { id: report.id, ms };
    if (index % 50 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  const rate = (words / (now() - start)) * 1000;
  console.log(
    `whole coder     ${rate.toFixed(0)} words/s, ${records} records, slowest report ${slowest.ms.toFixed(0)} ms (${slowest.id}), peak memory ${(peak / 1e6).toFixed(0)} MB`,
  );
  return rate;
}

function stages(reports: readonly Report[], words: number): void {
  const lexicons = loadLexicons();
  const total = new Map<string, number>();
  const timed = <T>(name: string, work: () => T): T => {
    const start = now();
    const result = work();
    total.set(name, (total.get(name) ?? 0) + now() - start);
    return result;
  };
  for (const report of reports) {
    const article = timed('read', () => parseArticle(report));
    let doc: Doc = timed('segment', () => segment(article, lexicons));
    for (const [name, step] of STEPS) doc = timed(name, () => step(doc, lexicons));
    timed('code', () => codeDoc(doc, lexicons));
  }
  for (const [name, ms] of total)
    console.log(
      `  ${name.padEnd(13)} ${((words / ms) * 1000).toFixed(0).padStart(9)} words/s  ${((ms * 1000) / words).toFixed(2)} µs a word`,
    );
}

function timeWink(documents: readonly PackDocument[], words: number): number {
  const wink = winkNLP(winkModel, ['sbd', 'pos']);
  // oxlint-disable-next-line typescript/unbound-method -- wink hands its readers over as plain functions
  const { pos } = wink.its;
  for (const { text } of documents.slice(0, 200)) wink.readDoc(text);
  const start = now();
  for (const { text } of documents) {
    const doc = wink.readDoc(text);
    doc.sentences().out();
    doc.tokens().out(pos);
  }
  const rate = (words / (now() - start)) * 1000;
  console.log(`wink-nlp        ${rate.toFixed(0)} words/s (sentences + POS)`);
  return rate;
}

function timeCompromise(documents: readonly PackDocument[]): number {
  const words = documents.reduce((sum, { text }) => sum + countWords(text), 0);
  const start = now();
  for (const { text } of documents) nlp(text).json({ terms: { tags: true } });
  const rate = (words / (now() - start)) * 1000;
  console.log(`compromise      ${rate.toFixed(0)} words/s (sentences + POS)`);
  return rate;
}

/** Cost per word must not grow with the length of a report. */
function byLength(documents: readonly PackDocument[]): void {
  const lexicons = loadLexicons();
  const all = documents.map(({ text }) => text).join('\n\n');
  for (const size of [1_000, 10_000, 100_000, 1_000_000]) {
    const runs = Math.max(1, Math.floor(1_000_000 / size));
    let [words, ms] = [0, 0];
    for (let run = 0; run < Math.min(runs, 200); run++) {
      const text = all.slice(run * size, (run + 1) * size);
      const report = reportOf({ id: 'length', text });
      const start = now();
      codeReport(report, lexicons);
      ms += now() - start;
      words += countWords(text);
    }
    console.log(`  reports of ${String(size).padStart(7)} characters: ${((ms * 1000) / words).toFixed(2)} µs a word`);
  }
}
