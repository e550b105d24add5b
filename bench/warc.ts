/**
 * A web archive of made-up pages, read, gated and coded in one streaming pass: pages and megabytes a second, peak
 * memory, and what a day of a large news crawl would cost by these figures. The archive is written once a run into a
 * temporary folder and removed.
 */
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { codeReports, loadLexicons, type Report } from '../src/index.ts';
import { readSource, type Gate } from '../src/pipeline.ts';
import { makePage } from './warc/pages.ts';

/** One day of the Common Crawl news archive: an assumption, its basis stands in docs/benchmarks.md. */
const DAY = { pages: 700_000, bytes: 96e9 };
const GATE: Gate = { width: 'wide', archivesOnly: true };
const RSS_EVERY = 200;
/** Reports that are coded together, as `ingest` does. */
const BATCH = 100;

interface Made {
  readonly file: string;
  readonly pages: number;
  /** Bytes of HTML before packing. */
  readonly html: number;
  readonly ofConflict: number;
}

export async function runWarc(pages: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'trucewatch-warc-'));
  try {
    const made = await writeArchive(join(folder, 'made.warc.gz'), pages);
    console.log(
      `${made.pages} pages, ${mega(made.html)} MB of HTML, ${mega(statSync(made.file).size)} MB packed; ${made.ofConflict} pages speak of a conflict`,
    );
    const reading = await passOver(made, { isCoded: false });
    const coding = await passOver(made, { isCoded: true });
    day(reading, coding);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const mega = (bytes: number): string => (bytes / 1e6).toFixed(0);

/** Each page a response record and a gzip member of its own, as crawlers pack them. */
async function writeArchive(file: string, pages: number): Promise<Made> {
  const out = createWriteStream(file);
  let html = 0;
  let ofConflict = 0;
  for (let index = 0; index < pages; index++) {
    const page = makePage(index);
    if (page.subject === 'conflict') ofConflict++;
    const body = Buffer.from(page.html);
    html += body.length;
    const http = Buffer.concat([
      Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'),
      body,
    ]);
    const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${page.url}\r\nWARC-Date: 2022-12-31T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`;
    const member = gzipSync(Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')]), { level: 1 });
    if (!out.write(member)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return { file, pages, html, ofConflict };
}

interface Pass {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly pages: number;
  readonly html: number;
  readonly passed: number;
  readonly records: number;
}

async function passOver({ file, html, pages }: Made, { isCoded }: { isCoded: boolean }): Promise<Pass> {
  const lexicons = loadLexicons();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  let [passed, ofConflict, dropped, records, peak, seen] = [0, 0, 0, 0, 0, 0];
  const waiting: Report[] = [];
  const codeWaiting = (): void => {
    for (const coded of codeReports(waiting.splice(0), lexicons)) records += coded.records.length;
  };
  for await (const result of readSource({
    name: file,
    source: createReadStream(file, { highWaterMark: 262_144 }),
    gate: GATE,
  })) {
    passed += result.reports.length;
    // Made-up reports of a conflict stand under that address.
    ofConflict += result.reports.filter(({ url }) => url?.includes('/world/')).length;
    dropped += result.dropped?.length ?? 0;
    if (isCoded) waiting.push(...result.reports);
    if (waiting.length >= BATCH) codeWaiting();
    if (seen++ % RSS_EVERY === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  codeWaiting();
  const { user, system } = process.cpuUsage(cpu);
  const pass = {
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (user + system) / 1e6,
    pages,
    html,
    passed,
    records,
  };
  console.log(
    `${isCoded ? 'read, gated and coded' : 'read and gated'}: ${(html / 1e6 / pass.seconds).toFixed(1)} MB/s and ${(pages / pass.seconds).toFixed(0)} pages/s by the clock, ${(html / 1e6 / pass.cpuSeconds).toFixed(1)} MB/s of processor time; ${passed} passed, ${ofConflict} of them of a conflict, ${dropped} dropped, ${records} records; peak memory ${mega(peak)} MB`,
  );
  if (passed + dropped !== pages) throw new Error(`${pages - passed - dropped} pages were lost`);
  return pass;
}

/** Reading costs by the byte, coding by the page that passed; of a day of news more may pass than of the made pages. */
function day(reading: Pass, coding: Pass): void {
  const read = (DAY.bytes / reading.html) * reading.cpuSeconds;
  const perPage = (coding.cpuSeconds - reading.cpuSeconds) / coding.passed;
  const share = coding.passed / coding.pages;
  console.log(
    `a day of ${DAY.pages} pages and ${(DAY.bytes / 1e9).toFixed(0)} GB of HTML, hours of one thread: ${hours(read)} to read and gate, ${hours(perPage * DAY.pages * share)} to code the ${(share * 100).toFixed(0)}% that pass here, ${hours(perPage * DAY.pages)} if all passed`,
  );
}

const hours = (seconds: number): string => `${(seconds / 3600).toFixed(2)} h`;
