/** A small HTTP load generator on raw keep-alive sockets: it costs little, so that the server has the machine to itself. */
import { connect, type Socket } from 'node:net';

export interface Load {
  readonly requests: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly errors: number;
  readonly bytes: number;
  /** Milliseconds; of paced load from when a request was due, not from when it could be sent. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

export interface LoadOptions {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly path: (n: number) => string;
  /** Requests a second; as many as the server answers when absent. */
  readonly rate?: number;
}

export async function load(options: LoadOptions): Promise<Load> {
  const run: Run = { ...options, sent: 0, bytes: 0, errors: 0, times: [], begun: 0 };
  const clients = await Promise.all(Array.from({ length: options.connections }, () => open(run)));
  run.begun = performance.now();
  const until = run.begun + options.seconds * 1000;
  await (options.rate === undefined
    ? Promise.all(clients.map((client) => flood(run, client, until)))
    : paced(run, clients, options.rate, until));
  const seconds = (performance.now() - run.begun) / 1000;
  for (const { socket } of clients) socket.destroy();
  return { ...summary(run), seconds, perSecond: run.times.length / seconds };
}

interface Run extends LoadOptions {
  sent: number;
  bytes: number;
  errors: number;
  times: number[];
  begun: number;
}

interface Client {
  readonly socket: Socket;
  /** Sends one request; settles when its answer is there. */
  ask(path: string, from: number): Promise<void>;
}

async function open(run: Run): Promise<Client> {
  const socket = connect(run.port, '127.0.0.1');
  socket.setNoDelay(true);
  await new Promise<void>((resolve, reject) => void socket.once('connect', resolve).once('error', reject));
  let pending: { from: number; done: () => void } | undefined;
  let held: Buffer = Buffer.alloc(0);
  socket.on('data', (part: Buffer) => {
    held = held.length === 0 ? part : Buffer.concat([held, part]);
    const length = lengthOf(held);
    if (length === undefined || held.length < length) return;
    run.bytes += length;
    if (held[9] !== 0x32 && held[9] !== 0x33) run.errors++; // 2xx, 3xx
    held = held.subarray(length);
    run.times.push(performance.now() - pending!.from);
    const { done } = pending!;
    pending = undefined;
    done();
  });
  return {
    socket,
    ask: (path, from) =>
      new Promise((done) => {
        pending = { from, done };
        socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${run.port}\r\nConnection: keep-alive\r\n\r\n`);
      }),
  };
}

/** Bytes of the answer that begins here, head and body, once its head is there. */
function lengthOf(held: Buffer): number | undefined {
  const end = held.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = held.toString('latin1', 0, end).toLowerCase();
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  if (length !== undefined) return end + 4 + Number(length);
  const last = held.indexOf('\r\n0\r\n\r\n', end);
  return last < 0 ? undefined : last + 7;
}

async function flood(run: Run, client: Client, until: number): Promise<void> {
  while (performance.now() < until) await client.ask(run.path(run.sent++), performance.now());
}

/** Requests fall due evenly; one that finds no free connection waits, and its wait counts. */
async function paced(run: Run, clients: readonly Client[], rate: number, until: number): Promise<void> {
  const workers = clients.map(async (client) => {
    for (;;) {
      const number = run.sent++;
      const due = run.begun + (number * 1000) / rate;
      if (due >= until) return;
      const wait = due - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      await client.ask(run.path(number), due);
    }
  });
  await Promise.all(workers);
}

function summary({ times, bytes, errors }: Run): Omit<Load, 'seconds' | 'perSecond'> {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { requests: times.length, errors, bytes, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
