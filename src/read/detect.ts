/** Tells the format of an input from its first bytes, then from what the sender and the file's name say. */
import type { Format, ReadInput } from './format.ts';

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'jsonl',
};

const BY_MEDIA_TYPE: Readonly<Record<string, Format>> = {
  'text/plain': 'text',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/jsonl': 'jsonl',
  'application/x-ndjson': 'jsonl',
  'application/json': 'jsonl',
};

/** Openings that only one format has. Looked at with leading white space and byte order marks taken off. */
const PAGE = /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,400}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const RECORD = /^\[?\s*\{\s*"/;

/** What a file begins with says more than its name, and its name more than a server's header; plain text is what is left. */
export function detectFormat(input: ReadInput): Format {
  if (input.input !== undefined) return input.input;
  const named = BY_EXTENSION[extension(input.name)];
  const told = BY_MEDIA_TYPE[mediaTypeOf(input)];
  const head = opening(input.bytes);
  if (PAGE.test(head)) return 'html';
  if (RECORD.test(head) && (named ?? told) !== 'text') return 'jsonl';
  return named ?? told ?? 'text';
}

/** The media type without parameters, in lower case. */
export const mediaTypeOf = (input: Pick<ReadInput, 'mediaType'>): string =>
  (input.mediaType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** The charset parameter of the media type. */
export const charsetOf = (input: Pick<ReadInput, 'mediaType'>): string | undefined =>
  /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(input.mediaType ?? '')?.[1];

function extension(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

function opening(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const label = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return new TextDecoder(label).decode(bytes.subarray(0, 2048)).trimStart();
}
