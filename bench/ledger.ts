/** `npm run bench -- --ledger`: the ledger on made-up streams of 10,000, 100,000 and 1,000,000 records. */
import { addReports, createLedgerState, ledgerOf, takeChanges, trackChanges } from '../src/ledger/ledger.ts';
import { settleState } from '../src/ledger/settle.ts';
import type { CodedReport } from '../src/model/ledger.ts';
import { coded } from './ledger-stream.ts';

const SIZES = [10_000, 100_000, 1_000_000];
/** Beyond this the whole ledger as one value is not what anybody asks for. */
const WHOLE = 100_000;
const BARS = { rate: 50_000, oneMore: 5, flat: 1.5 };

interface Measure {
  readonly records: number;
  readonly foldMicros: number;
}

/** Prints a line for each size and whether the bars are met. */
export function runLedger(): void {
  console.log(`Ledger, one thread, Node ${process.version}; conflicts of 1,000 records, 10 records a report`);
  foldOnce([...coded(20_000)]); // warm up
  const measures = SIZES.map((records) => measure(records));
  const costs = measures.map(({ foldMicros }) => foldMicros);
  const flat = Math.max(...costs) / Math.min(...costs);
  console.log(`time per record, largest over smallest: ${flat.toFixed(2)} (bar ${BARS.flat})`);
  process.exitCode = flat <= BARS.flat ? process.exitCode : 1;
}

function foldOnce(reports: readonly CodedReport[]): number {
  const start = performance.now();
  const state = createLedgerState();
  addReports(state, reports);
  settleState(state);
  return performance.now() - start;
}

function measure(records: number): Measure {
  const reports = [...coded(records)];
  const input = heapUsed();
  const start = performance.now();
  const state = createLedgerState();
  addReports(state, reports);
  settleState(state);
  const ms = performance.now() - start;
  const perRecord = (heapUsed() - input) / records;
  const rate = (records / ms) * 1000;
  console.log(
    `${records.toLocaleString('en')} records: folded in ${ms.toFixed(0)} ms, ${rate.toFixed(0)} records/s (bar ${BARS.rate}); ` +
      `${state.slots.size} entries, ${state.truces.lives.size} truces; ${perRecord.toFixed(0)} bytes a record beside the records`,
  );
  if (rate < BARS.rate) process.exitCode = 1;
  const oneMore = oneMoreReport(reports);
  console.log(
    `  one more report: median ${oneMore.median.toFixed(2)} ms, 95% under ${oneMore.high.toFixed(2)} ms (bar ${BARS.oneMore})`,
  );
  if (oneMore.high > BARS.oneMore) process.exitCode = 1;
  if (records <= WHOLE) whole(reports, records);
  return { records, foldMicros: (ms / records) * 1000 };
}

/** Every entry, truce, story and due item as one value, and its hash. */
function whole(reports: readonly CodedReport[], records: number): void {
  const start = performance.now();
  const state = createLedgerState();
  addReports(state, reports);
  const { hash, entries } = ledgerOf(state);
  const ms = performance.now() - start;
  console.log(
    `  the whole ledger as one value: ${ms.toFixed(0)} ms, ${((records / ms) * 1000).toFixed(0)} records/s, ${entries.length} entries, hash ${hash.slice(0, 12)}`,
  );
}

/** Adds a hundred reports one at a time to a ledger of the others, each up to its changed entries and truces. */
function oneMoreReport(reports: readonly CodedReport[]): { median: number; high: number } {
  const late = reports.filter((_, index) => index % Math.floor(reports.length / 100) === 7).slice(0, 100);
  const state = createLedgerState();
  const held = new Set(late);
  addReports(
    state,
    reports.filter((report) => !held.has(report)),
  );
  trackChanges(state);
  const times = late.map((report) => {
    const start = performance.now();
    addReports(state, [report]);
    takeChanges(state);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1]!, high: times[Math.floor(times.length * 0.95)]! };
}

/** Heap in use, after a collection where Node was started with `--expose-gc`. */
function heapUsed(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}
