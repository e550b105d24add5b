/** The stream of changes: server-sent events, numbered, so that a browser that comes back misses nothing. */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { answerProblem, problem } from '../answers.ts';
import type { DeskSource } from '../desk-source.ts';

/** How often the store is looked at, and how often a silent line is sent. */
const LOOK_MS = 1000;
const BEAT_MS = 15_000;
/** Open streams, and changes sent at a time. */
const STREAMS = 200;
const BATCH = 200;

export interface EventStreams {
  open(context: Context): Promise<Response> | Response;
  /** Ends all streams: for a server that stops. */
  close(): void;
}

export function createEvents(desk: DeskSource, lookMs: number = LOOK_MS): EventStreams {
  const open = new Set<() => void>();
  return {
    close: () => open.forEach((end) => end()),
    open: async (context) => {
      if (open.size >= STREAMS)
        return answerProblem(context, problem('too-many-streams', 'Too many open streams. Try again later.', 503));
      const since = context.req.header('last-event-id') ?? context.req.query('since');
      let seq = since !== undefined && /^\d{1,15}$/.test(since) ? Number(since) : (await desk.marks()).changes;
      const response = streamSSE(context, async (stream) => {
        const ended = Promise.withResolvers<void>();
        const end = (): void => ended.resolve();
        const life = new AbortController();
        open.add(end);
        stream.onAbort(end);
        void ended.promise.then(() => life.abort());
        await stream.writeSSE({ event: 'hello', data: JSON.stringify({ seq }), id: String(seq) });
        let beat = performance.now();
        while (!life.signal.aborted) {
          const sent = await tell(desk, seq, stream);
          if (sent !== seq) beat = performance.now();
          seq = sent;
          if (performance.now() - beat >= BEAT_MS) {
            await stream.write(': beat\n\n');
            beat = performance.now();
          }
          await Promise.race([stream.sleep(lookMs), ended.promise]);
        }
        open.delete(end);
      });
      response.headers.set('cache-control', 'no-store');
      return response;
    },
  };
}

/** Sends what came after `seq`; a revision closes each batch. Gives the number of the last change sent. */
async function tell(
  desk: DeskSource,
  seq: number,
  stream: { writeSSE(message: { event: string; data: string; id: string }): Promise<void> },
): Promise<number> {
  const { changes, hash } = await desk.marks();
  let last = seq;
  while (last < changes) {
    const found = await desk.store.changes({ after: last, limit: BATCH });
    if (found.length === 0) break;
    for (const change of found)
      await stream.writeSSE({ event: 'change', data: JSON.stringify(change), id: String(change.seq) });
    last = found.at(-1)!.seq;
  }
  if (last !== seq)
    await stream.writeSSE({ event: 'revision', data: JSON.stringify({ revision: hash, seq: last }), id: String(last) });
  return last;
}
