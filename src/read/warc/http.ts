/** Takes an HTTP answer as archives keep it apart: status, type, and the body with its codings undone. */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { latin1 } from '../decode.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  /** Undefined when it cannot be decoded, or is larger than the limit. */
  readonly body?: Uint8Array;
}

/** The answer in `bytes`; undefined when they do not begin like one. */
export function parseAnswer(bytes: Uint8Array, maxBody: number): HttpAnswer | undefined {
  const { head, bodyFrom } = headOf(bytes);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(head)?.[1];
  if (status === undefined) return undefined;
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/).slice(1)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const raw = bytes.subarray(bodyFrom);
  const chunked = /chunked/i.test(headers.get('transfer-encoding') ?? '');
  const whole = chunked ? (dechunked(raw) ?? raw) : raw;
  const body = decoded(whole, headers.get('content-encoding') ?? '', maxBody);
  return {
    status: Number(status),
    contentType: headers.get('content-type') ?? '',
    ...(body !== undefined && { body }),
  };
}

const LONGEST_HEAD = 65_536;
const [NEWLINE, RETURN] = [10, 13];

function headOf(bytes: Uint8Array): { readonly head: string; readonly bodyFrom: number } {
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < LONGEST_HEAD; at = bytes.indexOf(NEWLINE, at + 1)) {
    const next = bytes[at + 1] === RETURN ? at + 2 : at + 1;
    if (bytes[next] === NEWLINE) return { head: latin1(bytes, at), bodyFrom: next + 1 };
  }
  return { head: latin1(bytes, LONGEST_HEAD), bodyFrom: bytes.length };
}

/** Archives often keep the header but have joined the chunks already: then the body is no list of chunks. */
function dechunked(bytes: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const lineEnd = bytes.indexOf(10, at);
    if (lineEnd < 0 || lineEnd - at > 40) return undefined;
    const size = /^([0-9a-f]{1,8})\s*(?:;.*)?\r?$/i.exec(latin1(bytes.subarray(at, lineEnd), 40))?.[1];
    if (size === undefined) return undefined;
    const count = Number.parseInt(size, 16);
    if (count === 0) break;
    parts.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + count));
    length += Math.min(count, bytes.length - lineEnd - 1);
    at = lineEnd + 1 + count;
    if (bytes[at] === 13) at++;
    if (bytes[at] === 10) at++;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Body with its content codings undone; as it is where it has none of them, for archives undo them too. */
function decoded(bytes: Uint8Array, codings: string, maxOutputLength: number): Uint8Array | undefined {
  let body: Uint8Array | undefined = bytes;
  for (const coding of codings.toLowerCase().split(',').reverse()) {
    if (body === undefined) return undefined;
    body = undo(body, coding.trim(), maxOutputLength);
  }
  return body;
}

function undo(bytes: Uint8Array, coding: string, maxOutputLength: number): Uint8Array | undefined {
  const options = { maxOutputLength };
  try {
    if (coding === 'gzip' || coding === 'x-gzip')
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, options) : bytes;
    if (coding === 'deflate')
      return (bytes[0] ?? 0) % 16 === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
    if (coding === 'zstd') return bytes[0] === 0x28 && bytes[1] === 0xb5 ? zstdDecompressSync(bytes, options) : bytes;
    if (coding === 'br') return brotliOrPlain(bytes, maxOutputLength);
    return bytes;
  } catch {
    return undefined;
  }
}

/** Brotli has no mark to know it by: markup that begins like markup was decoded before. */
function brotliOrPlain(bytes: Uint8Array, maxOutputLength: number): Uint8Array {
  return /^\s*</.test(latin1(bytes, 64)) ? bytes : brotliDecompressSync(bytes, { maxOutputLength });
}
