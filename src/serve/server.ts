/** The desk's server: the API and the built pages on one address. */
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { TrucewatchError } from '../model/errors.ts';
import { tokenOnly } from './access.ts';
import { answerError } from './answers.ts';
import type { DeskSource } from './desk-source.ts';
import { createEvents, type EventStreams } from './api/events.ts';
import { api } from './api/mount.ts';
import { rateLimit } from './rate-limit.ts';
import { ownHostOnly, secureHeaders } from './security.ts';
import { staticFile } from './static-files.ts';

export interface AppOptions {
  readonly source: DeskSource;
  /** Folder of the built desk; without it only the API answers. */
  readonly webRoot?: string;
  /** Address that is listened on: decides which Host headers are ours. */
  readonly host?: string;
  /** Checks every answer against its schema; for tests and development. */
  readonly isChecked?: boolean;
  readonly events?: EventStreams;
  /** Who does not know it is let in nowhere. */
  readonly token?: string;
  /** Requests a minute of one client address; those of this machine are not counted. */
  readonly perMinute?: number;
}

export interface ServerOptions extends AppOptions {
  readonly host: string;
  readonly port: number;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Ports that are tried after a taken one. */
const TRIES = 50;

/** The whole application; tests call `app.request` without a socket. */
export function createApp(options: AppOptions): Hono {
  const { source, webRoot, host = '127.0.0.1', isChecked = false, events, token, perMinute } = options;
  const app = new Hono();
  app.use(secureHeaders);
  app.use(ownHostOnly(host));
  if (perMinute !== undefined) app.use(rateLimit({ perMinute }));
  if (token !== undefined) app.use(tokenOnly(token));
  app.route('/api/v1', api({ desk: source, events: events ?? createEvents(source), isChecked }));
  if (webRoot !== undefined) app.get('*', (context) => staticFile(context, webRoot));
  app.onError((error, context) => answerError(context, error));
  return app;
}

/** Listens on `port`, or on the next free one. Throws `port-taken` when fifty in a row are taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const events = options.events ?? createEvents(options.source);
  const listener = getRequestListener(createApp({ ...options, events }).fetch);
  for (let port = options.port; port < options.port + TRIES; port++) {
    const server = createServer((request, response) => void listener(request, response));
    if (!(await listens(server, port, options.host))) continue;
    const address = server.address();
    const actual = typeof address === 'object' && address !== null ? address.port : port;
    const name = options.host.includes(':') ? `[${options.host}]` : options.host;
    return { url: `http://${name}:${actual}`, port: actual, close: () => closed(server, events) };
  }
  throw new TrucewatchError('port-taken', `Ports ${options.port} to ${options.port + TRIES - 1} are all taken`);
}

async function listens(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(port, host, () => resolve(true));
  });
}

async function closed(server: Server, events: EventStreams): Promise<void> {
  events.close();
  server.closeAllConnections();
  await new Promise<void>((resolve) => void server.close(() => resolve()));
}
