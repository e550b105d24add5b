/**
 * Room for archives. Folding a ledger holds all its records, and the engine gives a process some 4 GB of heap whatever the
 * machine has, unless it is told so when it starts: a store that is too large for that starts the same command anew.
 */
import { totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';

const MB = 2 ** 20;
/** Measured: folding and keeping 1,000,000 records of 100,000 reports took 7.2 GB at its peak. */
const BYTES_A_RECORD = 8_000;
const BASE = 300 * MB;
/** Of what there is, the rest of the machine keeps a part. */
const MOST_OF_MACHINE = 0.8;
const HEAP_OPTION = '--max-old-space-size';

/** Megabytes of young generation: with so much in the old one each collection of it takes 12 ms, so there should be few. */
const YOUNG = '--max-semi-space-size=128';

/**
 * Megabytes of heap to ask for, for a store of so many records; undefined where `limit` does, or where the machine has
 * no more than that. All in bytes but the result.
 */
export function heapFor(records: number, limit: number, machine: number): number | undefined {
  const needed = BASE + records * BYTES_A_RECORD;
  const most = machine * MOST_OF_MACHINE;
  if (needed <= limit || most <= limit) return undefined;
  return Math.floor(Math.min(needed, most) / MB);
}

/** The store whose records need the room, and how people are told. */
export interface Tenant {
  readonly records: number;
  readonly close: () => Promise<void>;
  readonly say: (text: string) => void;
}

/**
 * Starts this command anew with a larger heap where a store of so many records needs it, and does not return then: the
 * store is closed before, as nothing of this process is tidied up after. Whoever has set the heap themselves is left
 * alone, and so is Windows, where a process cannot be replaced: there it is said.
 */
export async function giveRoom({ records, close, say }: Tenant): Promise<void> {
  const heap = heapFor(records, getHeapStatistics().heap_size_limit, machineMemory());
  const isSet = [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].some((flags) => flags.includes(HEAP_OPTION));
  if (heap === undefined || isSet) return;
  if (process.platform === 'win32' || process.execve === undefined) {
    say(`This archive may need ${heap} MB of memory to fold. Set NODE_OPTIONS=${HEAP_OPTION}=${heap} if it runs out.`);
    return;
  }
  const room = [`${HEAP_OPTION}=${heap}`, YOUNG];
  const args = [process.execPath, ...process.execArgv, ...room, ...process.argv.slice(1)];
  await close();
  process.execve(process.execPath, args, process.env);
}

/** What this process may use of the machine: a container may have less than there is. */
function machineMemory(): number {
  const allowed = process.constrainedMemory();
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
}
