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
  csv: 'csv',
  tsv: 'csv',
  rss: 'feed',
  atom: 'feed',
  rdf: 'feed',
  nitf: 'newsml',
};

const BY_MEDIA_TYPE: Readonly<Record<string, Format>> = {
  'text/plain': 'text',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/jsonl': 'jsonl',
  'application/x-ndjson': 'jsonl',
  'application/json': 'jsonl',
  'application/feed+json': 'feed',
  'application/rss+xml': 'feed',
  'application/atom+xml': 'feed',
  'application/rdf+xml': 'feed',
  'application/vnd.iptc.g2.newsmessage+xml': 'newsml',
  'application/vnd.iptc.g2.newsitem+xml': 'newsml',
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
};

/** Openings that only one format has. Looked at with leading white space and byte order marks taken off. */
const PAGE = /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,400}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const RECORD = /^\[?\s*\{\s*"/;
const PROLOG = String.raw`^(?:<\?[^>]*>\s*)*(?:<!--[^]{0,400}?-->\s*)*(?:<!DOCTYPE[^>]{0,300}>\s*)?`;
const FEED = new RegExp(`${PROLOG}<(?:rss|feed|(?:\\w+:)?RDF)\\b`);
const NEWS = new RegExp(`${PROLOG}<(?:\\w+:)?(?:newsMessage|newsItem|nitf)\\b`);
const JSON_FEED = /"version"\s*:\s*"https?:\/\/jsonfeed\.org\//;
const NINJS = /"uri"\s*:\s*"[^"]*"/;
const NINJS_BODY = /"(?:body_text|body_xhtml|body_html|bodies|headlines?|version[Cc]reated)"\s*:/;

/** What a file begins with says more than its name, and its name more than a server's header; plain text is what is left. */
export function detectFormat(input: ReadInput): Format {
  if (input.input !== undefined) return input.input;
  const named = BY_EXTENSION[extension(input.name)];
  const told = BY_MEDIA_TYPE[mediaTypeOf(input)];
  const head = opening(input.bytes);
  if (PAGE.test(head)) return 'html';
  if (FEED.test(head)) return 'feed';
  if (NEWS.test(head)) return 'newsml';
  if (RECORD.test(head) && (named ?? told) !== 'text') return kindOfJson(head, input.bytes);
  return named ?? told ?? 'text';
}

function kindOfJson(head: string, bytes: Uint8Array): Format {
  if (JSON_FEED.test(head)) return 'feed';
  if (/"(?:text|html)"\s*:/.test(head) || (/"id"\s*:/.test(head) && !NINJS.test(head))) return 'jsonl';
  // A ninjs item may begin with a long list of what it is about.
  const more = new TextDecoder().decode(bytes.subarray(0, 65_536));
  return NINJS.test(more) && NINJS_BODY.test(more) ? 'ninjs' : 'jsonl';
}

/** The media type without parameters, in lower case. */
const mediaTypeOf = (input: Pick<ReadInput, 'mediaType'>): string =>
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
