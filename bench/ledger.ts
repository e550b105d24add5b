/**
 * `npm run bench -- --ledger`: the ledger on made-up streams of 10,000, 100,000 and 1,000,000 records. Times are of the
 * processor, for the machine may be shared: those of the thread that folds, which is what a clock shows on an idle
 * machine, and those of the whole process with the engine's own threads for collecting and compiling beside them.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { addReports, createLedgerState, ledgerOf, takeDelta, trackChanges } from '../src/ledger/ledger.ts';
import { settleState } from '../src/ledger/settle.ts';
import { endOfReports } from '../src/ledger/state.ts';
import { entryOf, trucesAt } from '../src/ledger/view.ts';
import type { LedgerState } from '../src/ledger/ledger.ts';
import type { CodedReport, Ledger } from '../src/model/ledger.ts';
import { coded } from './ledger-stream.ts';

/** Records, and how often they are folded: the middle one of the runs counts. */
const SIZES = [
  [10_000, 5],
  [100_000, 3],
  [1_000_000, 1],
] as const;
/** Beyond this the whole ledger as one value is not what anybody asks for. */
const WHOLE = 100_000;
const BARS = { rate: 50_000, oneMore: 5, flat: 1.5 };
/** Records and derived state of a million need more than the engine's usual limit. */
const HEAP_MB = 8000;

/** Prints a line for each size, or for the one that `only` names, and whether the bars are met. */
export function runLedger(only?: string): void {
  const flags = ['--expose-gc', `--max-old-space-size=${HEAP_MB}`, '--max-semi-space-size=128'];
  if (!flags.every((flag) => process.execArgv.includes(flag))) {
    const args = [
      ...flags,
      join(import.meta.dirname, 'main.ts'),
      '--ledger',
      ...(only === undefined ? [] : ['--only', only]),
    ];
    process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
    return;
  }
  console.log(`Ledger, one thread, Node ${process.version}; conflicts of 1,000 records, 10 records a report`);
  for (let run = 0; run < 3; run++) folded([...coded(50_000)]); // the engine has compiled what it runs often
  const sizes = SIZES.filter(([records]) => only === undefined || String(records) === only);
  const costs = sizes.map(([records, runs]) => measure(records, runs));
  const flat = Math.max(...costs) / Math.min(...costs);
  verdict(flat <= BARS.flat, `time per record, largest over smallest: ${flat.toFixed(2)} (bar ${BARS.flat})`);
}

function verdict(isMet: boolean, text: string): void {
  console.log(`${text}${isMet ? '' : ' — short'}`);
  if (!isMet) process.exitCode = 1;
}

const inMs = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

/** Processor time so far, in milliseconds: of this thread, and of all of the process. */
const processorTime = (): { own: number; all: number } => ({
  own: inMs(process.threadCpuUsage()),
  all: inMs(process.cpuUsage()),
});

function timed(work: () => void): { own: number; all: number } {
  const start = processorTime();
  work();
  const end = processorTime();
  return { own: end.own - start.own, all: end.all - start.all };
}

function folded(reports: readonly CodedReport[]): LedgerState {
  const state = createLedgerState();
  addReports(state, reports);
  settleState(state);
  return state;
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Microseconds a record. */
function measure(records: number, runs: number): number {
  const reports = [...coded(records)];
  const before = heapUsed();
  const times: { own: number; all: number }[] = [];
  let state: LedgerState | undefined;
  for (let run = 0; run < runs; run++) {
    state = undefined;
    collect();
    times.push(timed(() => (state = folded(reports))));
  }
  const ms = middle(times.map(({ own }) => own));
  const all = middle(times.map((time) => time.all));
  const perRecord = (heapUsed() - before) / records;
  const rate = (records / ms) * 1000;
  const [entries, truces] = [state!.slots.size, state!.truces.lives.size];
  state = undefined; // two of a million are too much
  verdict(
    rate >= BARS.rate,
    `${records.toLocaleString('en')} records: folded in ${ms.toFixed(0)} ms, ${rate.toFixed(0)} records/s (bar ${BARS.rate}), with the engine's threads ${((records / all) * 1000).toFixed(0)}; ` +
      `${entries} entries, ${truces} truces; ${perRecord.toFixed(0)} bytes a record beside the records`,
  );
  oneMore(records, reports);
  if (records <= WHOLE) whole(records, reports);
  return (ms / records) * 1000;
}

/** Every entry, truce, story and due item as one value, and its hash. */
function whole(records: number, reports: readonly CodedReport[]): void {
  const state = createLedgerState();
  let ledger: Ledger | undefined;
  const { own: ms } = timed(() => {
    addReports(state, reports);
    ledger = ledgerOf(state);
  });
  const { hash, entries } = ledger!;
  console.log(
    `  the whole ledger as one value: ${ms.toFixed(0)} ms, ${((records / ms) * 1000).toFixed(0)} records/s, ${entries.length} entries, hash ${hash.slice(0, 12)}`,
  );
}

/**
 * Adds reports one at a time to a ledger of the others. Half of them are followed to their changed entries and truces,
 * the other half to all that a store has to write, stories, agenda and the new hash among it.
 */
function oneMore(records: number, reports: readonly CodedReport[]): void {
  const step = Math.floor(reports.length / 400);
  const late = new Set(reports.filter((_, index) => index % step === step - 1));
  const state = folded(reports.filter((report) => !late.has(report)));
  trackChanges(state);
  const fused: number[] = [];
  const told: number[] = [];
  for (const [index, report] of [...late].entries()) {
    const isFused = index % 2 === 0;
    const { own } = timed(() => {
      addReports(state, [report]);
      if (isFused) lookAtChanges(state);
      else takeDelta(state);
    });
    (isFused ? fused : told).push(own);
    takeDelta(state);
  }
  const [bar, all] = [spread(fused), spread(told)];
  verdict(
    bar.high <= BARS.oneMore,
    `  one more report of ${fused.length}, up to its entries and truces: ${bar.text} (bar ${BARS.oneMore}; ${records.toLocaleString('en')} records)`,
  );
  console.log(
    `  one more report of ${told.length}, up to all that a store writes, with its stories and hash: ${all.text}`,
  );
}

/** Makes the entries and truces that changed. */
function lookAtChanges(state: LedgerState): void {
  settleState(state);
  for (const slot of state.changes!.slots) if (state.slots.has(slot)) entryOf(state, slot);
  trucesAt(state, endOfReports(state)!, state.changes!.truces);
}

function spread(times: number[]): { readonly high: number; readonly text: string } {
  times.sort((a, b) => a - b);
  const high = times[Math.floor(times.length * 0.95)]!;
  return { high, text: `middle ${middle(times).toFixed(2)} ms, 95% under ${high.toFixed(2)} ms` };
}

const collect = (): void => (globalThis as unknown as { gc: () => void }).gc();

/** Heap in use after a collection. */
function heapUsed(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
