/** A message (.eml, RFC 5322 and MIME) to Reports: its text, and each attachment that can be read. */
import type { Report } from '../../model/article.ts';
import { nothingBut, rejected, single, tooLarge, type ReadResult } from '../format.ts';
import { readHtml } from '../html/adapt.ts';
import type { Limits } from '../limits.ts';
import { idOfFile, optional, sha256 } from '../report.ts';

/** A file that a message carries. */
interface Attached {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

export interface ReadMail {
  readonly result: ReadResult;
  readonly attached: readonly Attached[];
}

const NESTING = { maxNestingDepth: 20, maxHeadersSize: 256_000 };

/** Reads a message. Who sent it stands as the outlet, when it was sent as the date. */
export async function readMail(bytes: Uint8Array, name: string, limits: Limits): Promise<ReadMail> {
  const email = await parse(bytes);
  if (email === undefined) return { result: nothingBut(rejected('bad-mail', name)), attached: [] };
  const attached = email.attachments.flatMap(({ filename, content, mimeType }, index) =>
    typeof content === 'string'
      ? []
      : [{ name: filename ?? `part ${index + 1}`, bytes: new Uint8Array(content), mediaType: mimeType }],
  );
  const digest = sha256(bytes);
  const report = body(email, name, limits);
  if (report === undefined) {
    // A letter that only carries a file needs no words of its own.
    const result =
      attached.length > 0 ? { reports: [], raws: [], rejected: [] } : nothingBut(rejected('bad-mail', name));
    return { result, attached };
  }
  if (report.text.length > limits.maxText)
    return { result: nothingBut(tooLarge(name, report.text.length, limits.maxText)), attached };
  // The header as sent: the parser turns it to UTC, and with that often to another day.
  const date = words(email.headers.find(({ key }) => key === 'date')?.value);
  const whole: Report = {
    ...report,
    id: idOfFile(name, digest),
    hash: digest,
    mediaType: 'message/rfc822',
    ...optional('title', words(email.subject)),
    ...(date !== undefined && { published: date, publishedFrom: 'mail date' }),
    ...optional('outlet', words(email.from?.name)),
  };
  return { result: single(whole, bytes), attached };
}

async function parse(bytes: Uint8Array) {
  try {
    const { default: PostalMime } = await import('postal-mime');
    return await PostalMime.parse(bytes, NESTING);
  } catch {
    return undefined;
  }
}

const words = (value: string | undefined): string | undefined =>
  value === undefined || value.trim() === '' ? undefined : value.trim();

/** The plain text where there is one, for it is what the writer's program shows; else the page that is sent with it. */
function body(
  email: { readonly text?: string | undefined; readonly html?: string | undefined },
  name: string,
  limits: Limits,
): Pick<Report, 'text' | 'diagnostics'> | undefined {
  if (words(email.text) !== undefined) return { text: email.text ?? '', diagnostics: [] };
  if (words(email.html) === undefined) return undefined;
  const page = readHtml({
    name,
    bytes: new TextEncoder().encode(email.html),
    mediaType: 'text/html; charset=utf-8',
    maxText: limits.maxText,
  });
  const [report] = page.reports;
  return report && { text: report.text, diagnostics: report.diagnostics, ...optional('parts', report.parts) };
}
