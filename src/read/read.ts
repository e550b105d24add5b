/** Bytes to Reports: tells the format and hands over to its reader. The first stage of the pipeline. */
import { detectFormat } from './detect.ts';
import { nothingBut, rejected, type Format, type ReadInput, type ReadResult } from './format.ts';
import { readCsv } from './csv/adapt.ts';
import { readFeedFile } from './feed/adapt.ts';
import { readHtml } from './html/adapt.ts';
import { readJsonl } from './jsonl/adapt.ts';
import { readNewsml } from './newsml/adapt.ts';
import { readNinjs } from './ninjs/adapt.ts';
import { isSitemap } from './sitemap/parse.ts';
import { readText } from './text/adapt.ts';

export type { Format, ReadInput, ReadResult, Rejected } from './format.ts';
export { DEFAULT_MAX_TEXT, FORMATS } from './format.ts';

const READERS: Readonly<Record<Format, (input: ReadInput) => ReadResult>> = {
  text: readText,
  html: readHtml,
  jsonl: readJsonl,
  feed: readFeedFile,
  csv: readCsv,
  ninjs: readNinjs,
  newsml: readNewsml,
};

/** Endings of the files that `readReports` reads, with the dot. */
export const READABLE_EXTENSIONS: ReadonlySet<string> = new Set(
  '.txt .text .html .htm .xhtml .jsonl .ndjson .json .csv .tsv .xml .rss .atom .rdf .nitf'.split(' '),
);

/** Endings of what only `readSource` reads, for it has to be unpacked or waited for. */
export const SOURCE_EXTENSIONS: ReadonlySet<string> = new Set('.gz .tgz .tar .zip .warc .eml .pdf'.split(' '));
const ARCHIVES = new Set('.gz .tgz .tar .zip .warc'.split(' '));

const endingOf = (name: string): string => /\.[a-z0-9]{1,6}$/i.exec(name)?.[0].toLowerCase() ?? '';

/** Whether a file within an archive is looked at by its name; pictures, styles and programs are not. */
export function isReadable(name: string): boolean {
  const ending = endingOf(name);
  return ending === '' || READABLE_EXTENSIONS.has(ending) || ending === '.eml' || ending === '.pdf';
}

export const isArchive = (name: string): boolean => ARCHIVES.has(endingOf(name));

/**
 * Every report in `bytes`, and every part that is none, with the reason. Throws nothing, whatever the bytes are.
 * @example readReports({ name: 'a/kabul-0412.txt', bytes }).reports[0].id // 'kabul-0412'
 */
export function readReports(input: ReadInput): ReadResult {
  if (input.bytes.length === 0) return nothingBut(rejected('empty-input', input.name));
  // An address list has words in it that would be coded as if somebody had said them.
  if (input.input === undefined && isSitemap(input.bytes)) return nothingBut(rejected('is-a-sitemap', input.name));
  return READERS[detectFormat(input)](input);
}
