/** Serves the built desk: hashed assets for ever, the page itself for every address that is no asset. */
import { readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { Context } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Answers with a file below `root`, or with its `index.html`. */
export function staticFile(context: Context, root: string): Response {
  const path = normalize(decodeURIComponent(context.req.path)).replace(/^(?:\.\.[/\\])+/, '');
  const isAsset =
    path.startsWith('/assets/') && statSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true;
  const file = join(root, isAsset ? path : 'index.html');
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const cache = isAsset ? 'public, max-age=31536000, immutable' : 'no-cache';
  return context.body(new Uint8Array(readFileSync(file)), 200, { 'content-type': type, 'cache-control': cache });
}
