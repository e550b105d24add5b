/** Words a second of each stage and of the whole coder on one thread, with wink-nlp and compromise in the same run; memory. */
import nlp from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import {
  codeDoc,
  codeReport,
  codeReports,
  loadLexicons,
  parseArticle,
  readReports,
  segment,
  STEPS,
  type Doc,
  type Report,
} from '../src/index.ts';
import { codeInThreads } from '../src/work/threads.ts';
import { countWords, readPack, sampleTexts, type PackDocument } from './packs.ts';

const now = (): number => performance.now();

export async function runSpeed(folder: string): Promise<void> {
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
  wholeCoder(reports, words);
  besideOthers(documents, reports);
  stages(reports, words);
  byLength(documents);
  await byThreads(documents, words);
}

function reportOf({ id, text, published }: PackDocument): Report {
  const line = JSON.stringify({ id, text, published });
  return readReports({ name: 'bench.jsonl', bytes: new TextEncoder().encode(line), mediaType: 'application/jsonl' })
    .reports[0]!;
}

/** Passes over all reports: the engine has compiled what it runs often after the second. */
const PASSES = 4;

/** Reports one by one, as somebody waits for each, and in batches, as archives and folders are read. */
function wholeCoder(reports: readonly Report[], words: number): void {
  const lexicons = loadLexicons();
  let slowest = { id: '', ms: 0 };
  let records = 0;
  let peak = 0;
  const ways: Record<string, () => void> = {
    'one by one': () => {
      records = 0;
      for (const [index, report] of reports.entries()) {
        const before = now();
        records += codeReport(report, lexicons).records.length;
        const ms = now() - before;
        if (slowest.ms < ms) slowest = { id: report.id, ms };
        if (index % 50 === 0) peak = Math.max(peak, process.memoryUsage.rss());
      }
    },
    'in batches': () => {
      let index = 0;
      for (const _ of codeReports(reports, lexicons))
        if (index++ % 50 === 0) peak = Math.max(peak, process.memoryUsage.rss());
    },
  };
  for (const [way, read] of Object.entries(ways))
    for (let pass = 1; pass <= PASSES; pass++) {
      const [own, start] = [process.threadCpuUsage(), now()];
      read();
      const [ownMs, wallMs] = [inMs(process.threadCpuUsage(own)), now() - start];
      console.log(
        `whole coder     ${rateOf(words, ownMs)} words/s of the thread's time, ${rateOf(words, wallMs)} by the clock, ${way}, pass ${pass}`,
      );
    }
  console.log(
    `                ${records} records, slowest report ${slowest.ms.toFixed(0)} ms (${slowest.id}), peak memory ${(peak / 1e6).toFixed(0)} MB`,
  );
}

/** Documents of one turn, three of the coder's batches: short, so that a busy moment of the machine hits all three alike. */
const TURN = 96;
/** Compromise is slow: it reads every tenth document of a turn. */
const SPARSE = 10;

/**
 * The coder, wink-nlp and compromise in turns, after each has read everything once: the engine has compiled what all three
 * run often. Rates and ratios are of the one thread's own processor time, which is what a clock shows on an idle machine;
 * beside it the time of the whole process, with the engine's threads that compile and collect.
 */
function besideOthers(documents: readonly PackDocument[], reports: readonly Report[]): void {
  const lexicons = loadLexicons();
  const each = (read: (at: number) => void) => (turn: readonly number[]) => turn.forEach(read);
  const readers = {
    'whole coder': {
      every: 1,
      read: (turn: readonly number[]) => {
        for (const _ of codeReports(
          turn.map((at) => reports[at]!),
          lexicons,
        ));
      },
    },
    'wink-nlp': {
      every: 1,
      read: ((read) => each((at) => read(documents[at]!.text)))(winkReader()),
    },
    compromise: {
      every: SPARSE,
      read: each((at) => void nlp(documents[at]!.text).json({ terms: { tags: true } })),
    },
  };
  const meters = new Map(Object.keys(readers).map((name) => [name, newMeter()]));
  for (const isWarm of [false, true])
    for (let from = 0; from < documents.length; from += TURN)
      for (const [name, { every, read }] of Object.entries(readers)) {
        const turn: number[] = [];
        for (let at = from; at < Math.min(from + TURN, documents.length); at += every) turn.push(at);
        const texts = turn.map((at) => documents[at]!.text);
        measure(isWarm ? meters.get(name)! : newMeter(), texts, () => read(turn));
      }
  for (const [name, meter] of meters)
    console.log(
      `${name.padEnd(15)} ${rateOf(meter.words, meter.own)} words/s of the thread's time, ${rateOf(meter.words, meter.cpu)} of the process's, ${rateOf(meter.words, meter.wall)} by the clock, warm, in turns`,
    );
  const [coder, wink, compromise] = [...meters.values()];
  console.log(
    `whole coder / wink-nlp ${ratio(coder!, wink!).toFixed(2)} (bar 0.33), whole coder / compromise ${ratio(coder!, compromise!).toFixed(1)} (bar 6)`,
  );
}

interface Meter {
  words: number;
  /** Milliseconds of this thread, of the process, and of the clock. */
  own: number;
  cpu: number;
  wall: number;
}

const newMeter = (): Meter => ({ words: 0, own: 0, cpu: 0, wall: 0 });
const rateOf = (words: number, ms: number): string => ((words / ms) * 1000).toFixed(0);
const ratio = (a: Meter, b: Meter): number => a.words / a.own / (b.words / b.own);

function measure(meter: Meter, texts: readonly string[], work: () => void): void {
  const [own, cpu, wall] = [process.threadCpuUsage(), process.cpuUsage(), now()];
  work();
  meter.own += inMs(process.threadCpuUsage(own));
  meter.cpu += inMs(process.cpuUsage(cpu));
  meter.wall += now() - wall;
  for (const text of texts) meter.words += countWords(text);
}

const inMs = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

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

/** Reads a text with wink-nlp: sentences and tags. */
function winkReader(): (text: string) => void {
  const wink = winkNLP(winkModel, ['sbd', 'pos']);
  // oxlint-disable-next-line typescript/unbound-method -- wink hands its readers over as plain functions
  const { pos } = wink.its;
  return (text) => {
    const doc = wink.readDoc(text);
    doc.sentences().out();
    doc.tokens().out(pos);
  };
}

/** Cost per word must not grow with the length of a report. */
function byLength(documents: readonly PackDocument[]): void {
  const lexicons = loadLexicons();
  const all = documents.map(({ text }) => text).join('\n\n');
  for (const size of [1_000, 10_000, 100_000, 1_000_000]) {
    const runs = Math.min(1000, Math.floor(2_000_000 / size));
    const texts = Array.from({ length: runs }, (_, run) => all.slice(run * size, (run + 1) * size));
    const reports = texts.map((text) => reportOf({ id: 'length', text }));
    for (const report of reports) codeReport(report, lexicons); // warm up
    const meter = newMeter();
    // All of one length in one measurement: the processor's time of a thread is counted in ticks
    measure(meter, texts, () => {
      for (const report of reports) codeReport(report, lexicons);
    });
    console.log(
      `  reports of ${String(size).padStart(7)} characters: ${((meter.own * 1000) / meter.words).toFixed(2)} µs a word`,
    );
  }
}

/** Passes of each thread before its code is compiled for good, and all of them: what lies between is measured. */
const START = 6;
const LONG = 9;
/** How the engine compiles a thread's code is a matter of luck, so new threads are measured once more. */
const ROUNDS = 2;

/** Words a second of one thread and of two, each of which has read as much before: what a long run gets. */
async function byThreads(documents: readonly PackDocument[], words: number): Promise<void> {
  const spent = new Map([
    [1, 0],
    [2, 0],
  ]);
  for (let round = 0; round < ROUNDS; round++)
    for (const threads of spent.keys())
      spent.set(threads, spent.get(threads)! + (await longRun(documents, threads)) / threads);
  const [one, two] = [...spent.values()].map((ms) => (words * 1000 * (LONG - START) * ROUNDS) / ms) as [number, number];
  console.log(
    `threads         one ${one.toFixed(0)} words/s, two ${two.toFixed(0)}: ${(two / one).toFixed(2)} times (bar 1.8)`,
  );
}

/** Milliseconds that so many new threads take for their last passes. */
async function longRun(documents: readonly PackDocument[], threads: number): Promise<number> {
  const [first, last] = [START, LONG].map((passes) => passes * threads * documents.length);
  let lines = 0;
  let [from, to] = [0, 0];
  await codeInThreads(again(documents, LONG * threads), threads, async () => {
    lines++;
    if (lines === first) from = now();
    if (lines === last) to = now();
  });
  return to - from;
}

async function* again(documents: readonly PackDocument[], copies: number): AsyncIterable<Report> {
  for (let copy = 0; copy < copies; copy++) for (const document of documents) yield reportOf(document);
}
