/** Records of a web archive, one after the other (WARC/1.0 and 1.1, iipc.github.io/warc-specifications). */
import type { ByteStream } from '../byte-stream.ts';

export interface WarcRecord {
  readonly type: string;
  readonly uri?: string;
  /** When the copy was made. */
  readonly date?: string;
  /** `application/http; msgtype=response`, or the type of the content itself. */
  readonly contentType: string;
  /** The content; undefined where it is larger than the limit, or cut short by the end of the file. */
  readonly content?: Uint8Array;
  readonly length: number;
  /** Where in the unpacked archive the record begins. */
  readonly offset: number;
}

const LINE = 65_536;
const MOST_HEADERS = 200;
const WANTED = new Set(['response', 'resource', 'conversion']);
const decoder = new TextDecoder();

/** The records that hold something published; others are stepped over. Damage is stepped over to the next record. */
export async function* warcRecords(stream: ByteStream, maxContent: number): AsyncGenerator<WarcRecord> {
  for (;;) {
    const offset = stream.position;
    const line = await stream.line(LINE);
    if (line === undefined) return;
    if (!isVersion(line)) continue;
    const headers = await headersOf(stream);
    const length = Number(headers.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0) continue;
    const type = headers.get('warc-type')?.toLowerCase() ?? '';
    if (!WANTED.has(type) || length > maxContent) {
      await stream.skip(length);
      if (WANTED.has(type)) yield { ...told(headers, type), length, offset };
      continue;
    }
    const content = await stream.take(length);
    yield { ...told(headers, type), ...(content.length === length && { content }), length, offset };
  }
}

const isVersion = (line: Uint8Array): boolean =>
  line[0] === 87 && line[1] === 65 && line[2] === 82 && line[3] === 67 && line[4] === 47;

async function headersOf(stream: ByteStream): Promise<Map<string, string>> {
  const headers = new Map<string, string>();
  let last = '';
  for (let count = 0; count < MOST_HEADERS; count++) {
    const line = await stream.line(LINE);
    if (line === undefined || line.length === 0) break;
    const text = decoder.decode(line);
    const colon = text.indexOf(':');
    if (/^\s/.test(text) && last !== '') headers.set(last, `${headers.get(last) ?? ''} ${text.trim()}`);
    else if (colon > 0) {
      last = text.slice(0, colon).trim().toLowerCase();
      headers.set(last, text.slice(colon + 1).trim());
    }
  }
  return headers;
}

function told(headers: ReadonlyMap<string, string>, type: string) {
  const uri = headers.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1');
  const date = headers.get('warc-date');
  return {
    type,
    contentType: headers.get('content-type') ?? '',
    ...(uri !== undefined && { uri }),
    ...(date !== undefined && { date }),
  };
}
