/**
 * `npm run bench -- --api`: the API of a server in a process of its own, over a store of made-up reports. Lists are asked
 * with another filter or page each time, so that no answer is a kept one; entries and truces are asked again and again.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore, STORE_FILE } from '../src/store/open.ts';
import { fillReports } from './big-store.ts';
import { load, type Load } from './load.ts';

const COMMAND = join(import.meta.dirname, '../bin/trucewatch.js');
const BARS = { entry: 3000, truce: 500, p99: 50, list: 100 };
const SECONDS = 8;
const CONNECTIONS = 16;

export interface ApiBench {
  readonly records: number;
  /** A folder with a store of an earlier run; else a temporary one is made. */
  readonly store?: string;
}

/** Prints a table; returns whether the bars are met. */
export async function runApi({ records, store }: ApiBench): Promise<boolean> {
  const folder = store ?? mkdtempSync(join(tmpdir(), 'trucewatch-bench-'));
  if (!existsSync(join(folder, STORE_FILE))) await build(folder, records);
  const server = await serve(folder);
  try {
    const { data } = await json<{ reports: number; records: number; entries: number }>(server.port, '/status');
    console.log(
      `API over ${data.reports} reports, ${data.records} records, ${data.entries} entries; Node ${process.version}`,
    );
    const lists = await measureLists(server);
    const rates = await measureLoad(server);
    console.log(`server's resident memory: ${memoryOf(server.child)} MB`);
    return lists && rates;
  } finally {
    server.child.kill();
    if (store === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function build(folder: string, records: number): Promise<void> {
  const begun = performance.now();
  await (await openSqliteStore(folder)).close();
  fillReports(folder, records);
  const filled = performance.now();
  // The command line gives itself the heap that a fold of so many records needs
  execFileSync(process.execPath, [COMMAND, 'ledger', '--rebuild', '--hash', '--data', folder]);
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(0);
  console.log(
    `store filled in ${seconds(begun, filled)} s, folded and kept in ${seconds(filled, performance.now())} s`,
  );
}

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
}

async function serve(folder: string): Promise<Running> {
  const script = join(import.meta.dirname, 'api-server.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the server ended')));
    child.stdout.on('data', (text: Buffer) => {
      const found = /127\.0\.0\.1:(\d+)/.exec(text.toString());
      if (found !== null) resolve(Number(found[1]));
    });
  });
  return { child, port };
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
async function json<T>(port: number, path: string): Promise<{ data: T; next?: string }> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as { data: T; next?: string };
}

/** A family of lists: an address for the n-th question. */
type Family = readonly [name: string, path: (n: number) => string];

const side = (n: number): string =>
  [700 + (n % 1600)].map((at) =>
    String.fromCharCode(65 + (at % 26), 65 + (Math.floor(at / 26) % 26), 65 + (Math.floor(at / 676) % 26)),
  )[0]!;
const day = (n: number): string => new Date(Date.UTC(2000, 0, 1) + (n % 3600) * 86_400_000).toISOString().slice(0, 10);

const FAMILIES: readonly Family[] = [
  ['entries by kind, from a day on', (n) => `/entries?kind=incident&from=${day(n * 37)}`],
  ['entries of one side, latest first', (n) => `/entries?accuser=${side(n)}&sort=-time`],
  ['accuser and accused', (n) => `/entries?kind=incident&accuser=${side(n * 2)}&accused=${side(n * 2 + 1)}`],
  ['two filters that nothing meets', (n) => `/entries?step=outlet%20observed&accused=${side(n)}`],
  ['two common filters', (n) => `/entries?step=one%20party%20alone&factuality=denied&from=${day(n * 11)}`],
  ['a rare with a common filter', (n) => `/entries?type=movement&factuality=denied&from=${day(n * 13)}&kind=incident`],
  [
    'entries by last report',
    (n) => `/entries?sort=-reported&kind=${['toll', 'plan', 'incident', 'statement'][n % 4]}&limit=${20 + n}`,
  ],
  ['a common filter by last report', (n) => `/entries?factuality=alleged&sort=-reported&limit=${20 + n}`],
  ['review queue', (n) => `/review?limit=${20 + n}`],
  ['words of titles', (n) => `/entries?q=${side(n)}`],
  ['a common word of titles', (n) => `/entries?q=alleged&limit=${10 + n}`],
  ['statements with words', (n) => `/statements?speaker=${side(n)}&act=urge`],
  ['statements from a day on', (n) => `/statements?from=${day(n * 7)}`],
  ['reports from a day on', (n) => `/reports?from=${day(n * 17)}&sort=published`],
  ['reports of an outlet', (n) => `/reports?outlet=outlet-${n % 12}&limit=${20 + n}`],
  ['agenda from a day on', (n) => `/agenda?from=${day(n * 5)}`],
  ['truces of a party', (n) => `/truces?party=${side(n)}`],
  ['search, a rare word', (n) => `/search?q=${n}%20conflict&limit=20`],
  ['search, a common word', (n) => `/search?q=ceasefire&limit=${10 + n}`],
  ['places', (n) => `/places?kind=incident&from=${day(n * 19)}`],
  ['coverage of a side', (n) => `/coverage?side=${side(n)}`],
];

const QUESTIONS = 40;

async function measureLists(server: Running): Promise<boolean> {
  const { port } = server;
  console.log('\n| list | p50 | p95 | max | processor |\n|---|---|---|---|---|');
  let isMet = true;
  for (const [name, path] of FAMILIES) {
    const times: number[] = [];
    const spent = processorTime(server);
    for (let n = 0; n < QUESTIONS; n++) {
      const begun = performance.now();
      await json(port, path(n));
      times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    const [p50, p95, max] = [0.5, 0.95, 1].map(
      (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!,
    );
    const each = (processorTime(server) - spent) / QUESTIONS;
    console.log(`| ${name} | ${ms(p50!)} | ${ms(p95!)} | ${ms(max!)} | ${ms(each)} |`);
    isMet &&= p95! < BARS.list;
  }
  const pages = await pageThrough(port);
  console.log(`| 60 pages of 100 of all incidents | ${ms(pages.p50)} | ${ms(pages.p95)} | ${ms(pages.max)} | |`);
  return isMet && pages.p95 < BARS.list;
}

async function pageThrough(port: number): Promise<{ p50: number; p95: number; max: number }> {
  const times: number[] = [];
  let after = '';
  for (let n = 0; n < 60; n++) {
    const begun = performance.now();
    const { next } = await json(port, `/entries?kind=incident&limit=100${after}`);
    times.push(performance.now() - begun);
    if (next === undefined) break;
    after = `&after=${next}`;
  }
  times.sort((a, b) => a - b);
  return {
    p50: times[Math.floor(times.length / 2)]!,
    p95: times[Math.floor(times.length * 0.95)]!,
    max: times.at(-1)!,
  };
}

const ms = (time: number): string => `${time.toFixed(1)} ms`;

async function measureLoad(server: Running): Promise<boolean> {
  const { port } = server;
  const entries = (await json<{ id: string }[]>(port, '/entries?kind=incident&sort=priority&limit=500')).data;
  const truces = (await json<{ id: string }[]>(port, '/truces?limit=200')).data;
  console.log('\n| load | requests/s | p50 | p99 | max | processor a request |\n|---|---|---|---|---|---|');
  const of = (ids: readonly { id: string }[], route: string) => (n: number) =>
    `/api/v1/${route}/${ids[n % ids.length]!.id}`;
  const one = await both(server, 'an entry, one of 500', of(entries, 'entries'), BARS.entry);
  const two = await both(server, 'a truce’s page, one of 200', of(truces, 'truces'), BARS.truce);
  return one && two;
}

/** As fast as it goes, then at half the bar. */
async function both(server: Running, name: string, path: (n: number) => string, bar: number): Promise<boolean> {
  const measured = async (words: string, rate?: number): Promise<Load> => {
    const spent = processorTime(server);
    const { port } = server;
    const options = { port, connections: CONNECTIONS, seconds: SECONDS, path };
    const result = await load(rate === undefined ? options : { ...options, rate });
    print(words, result, (processorTime(server) - spent) / result.requests);
    return result;
  };
  await first(server, name, path);
  const full = await measured(name);
  const half = await measured(`${name}, ${bar / 2} a second`, bar / 2);
  return full.perSecond >= bar && half.p99 < BARS.p99 && full.errors + half.errors === 0;
}

/** Each address once, before its answer is kept. */
async function first(server: Running, name: string, path: (n: number) => string): Promise<void> {
  const addresses = new Set(Array.from({ length: 500 }, (_, n) => path(n)));
  const spent = processorTime(server);
  const times: number[] = [];
  for (const address of addresses) {
    const begun = performance.now();
    await (await fetch(`http://127.0.0.1:${server.port}${address}`)).arrayBuffer();
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  const each = (processorTime(server) - spent) / addresses.size;
  console.log(
    `| ${name}, each for the first time | | ${ms(at(0.5))} | ${ms(at(0.99))} | ${ms(at(1))} | ${each.toFixed(3)} ms |`,
  );
}

const print = (name: string, { perSecond, p50, p99, max, errors }: Load, each: number): void =>
  console.log(
    `| ${name}${errors > 0 ? `, ${errors} errors` : ''} | ${perSecond.toFixed(0)} | ${ms(p50)} | ${ms(p99)} | ${ms(max)} | ${each.toFixed(3)} ms |`,
  );

function memoryOf({ pid }: ChildProcess): string {
  try {
    return (Number(/VmRSS:\s*(\d+)/.exec(readStatus(pid!))![1]) / 1000).toFixed(0);
  } catch {
    return 'unknown';
  }
}

/** Milliseconds of processor time that the server has used: what it costs, whoever else keeps the machine busy. */
function processorTime({ child }: Running): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const readStatus = (pid: number): string => readFileSync(`/proc/${pid}/status`, 'utf8');
