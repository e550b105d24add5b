/** Builds archives, messages and documents in memory, for tests of the readers that unpack them. */
import { deflateRawSync, gzipSync } from 'node:zlib';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A source that gives the bytes in pieces of `size`. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** One record of a web archive. */
export function warcRecord(type: string, headers: Readonly<Record<string, string>>, content: Uint8Array): Uint8Array {
  const lines = Object.entries({ 'WARC-Type': type, ...headers, 'Content-Length': String(content.length) });
  const head = `WARC/1.0\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return joinBytes(bytesOf(head), content, bytesOf('\r\n\r\n'));
}

/** A page in a web archive, as its server sent it. */
export function warcPage(
  uri: string,
  body: Uint8Array,
  head = 'Content-Type: text/html; charset=utf-8',
  status = '200 OK',
): Uint8Array {
  const answer = joinBytes(bytesOf(`HTTP/1.1 ${status}\r\n${head}\r\n\r\n`), body);
  return warcRecord(
    'response',
    {
      'WARC-Target-URI': uri,
      'WARC-Date': '2020-05-05T08:00:00Z',
      'Content-Type': 'application/http; msgtype=response',
    },
    answer,
  );
}

/** A TAR archive; sizes and sums in octal. */
export function tarOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [name, content] of Object.entries(files)) {
    const header = new Uint8Array(512);
    const put = (text: string, at: number): void => header.set(bytesOf(text), at);
    put(name, 0);
    put('0000644\0', 100);
    put(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    put('        ', 148);
    put('0', 156);
    put('ustar\u000000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    parts.push(header, content, new Uint8Array((512 - (content.length % 512)) % 512));
  }
  return joinBytes(...parts, new Uint8Array(1024));
}

/** A ZIP archive, each file deflated; `claim` overwrites the size that the directory gives for it. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>, claim?: number): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const nameBytes = bytesOf(name);
    const fields = [20, 0x800, 8, 0, 0];
    const sizes = [0, packed.length, claim ?? content.length];
    const local = joinBytes(
      uint(4, 0x04034b50),
      uint(2, ...fields),
      uint(4, ...sizes),
      uint(2, nameBytes.length, 0),
      nameBytes,
      packed,
    );
    directory.push(
      joinBytes(
        uint(4, 0x02014b50),
        uint(2, 20, ...fields),
        uint(4, ...sizes),
        uint(2, nameBytes.length, 0, 0, 0, 0),
        uint(4, 0, offset),
        nameBytes,
      ),
    );
    parts.push(local);
    offset += local.length;
  }
  const list = joinBytes(...directory);
  const count = directory.length;
  return joinBytes(
    ...parts,
    list,
    uint(4, 0x06054b50),
    uint(2, 0, 0, count, count),
    uint(4, list.length, offset),
    uint(2, 0),
  );
}

function uint(size: 2 | 4, ...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * size));
  for (const [index, value] of values.entries()) {
    if (size === 2) view.setUint16(index * 2, value, true);
    else view.setUint32(index * 4, value, true);
  }
  return new Uint8Array(view.buffer);
}

export const gzip = (bytes: Uint8Array): Uint8Array => new Uint8Array(gzipSync(bytes));

/** A PDF with these lines on each of its pages: `[x, y, size, words]`. */
export function pdfOf(
  pages: readonly (readonly (readonly [number, number, number, string])[])[],
  title = '',
): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Title (${title}) >>`,
  ];
  const kids: string[] = [];
  for (const lines of pages) {
    const stream = lines
      .map(
        ([x, y, size, words]) =>
          `BT /F1 ${size} Tf ${x} ${y} Td (${words.replaceAll(/[()\\]/g, String.raw`\$&`)}) Tj ET`,
      )
      .join('\n');
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${objects.length} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return bytesOf(text + table);
}
