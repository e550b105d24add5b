/** Pages of a web archive to Reports, in one pass, whatever its size: one record is held at a time. */
import type { ByteStream } from '../byte-stream.ts';
import { rejected, tooLarge, nothingBut, type ReadResult } from '../format.ts';
import type { Limits } from '../limits.ts';
import { readReports } from '../read.ts';
import { idOfItem } from '../records.ts';
import { optional } from '../report.ts';
import { parseAnswer } from './http.ts';
import { warcRecords, type WarcRecord } from './parse.ts';

/** Types of content that a report can stand in. Pictures, styles and scripts of the pages are stepped over. */
const READABLE =
  /^(?:text\/(?:html|plain)|application\/(?:xhtml\+xml|rss\+xml|atom\+xml|xml|json|feed\+json)|text\/xml)\b/i;

/** One result a page. Redirects, errors and what is no text are left out without a word: an archive is mostly those. */
export async function* readWarc(stream: ByteStream, name: string, limits: Limits): AsyncGenerator<ReadResult> {
  for await (const record of warcRecords(stream, limits.maxFile)) {
    const result = readRecordOf(record, `${name} ${record.uri ?? `at ${record.offset}`}`, limits);
    if (result !== undefined) yield result;
  }
}

function readRecordOf(record: WarcRecord, name: string, limits: Limits): ReadResult | undefined {
  if (record.content === undefined) {
    const isCut = record.length <= limits.maxFile;
    return nothingBut(isCut ? rejected('bad-archive', name) : tooLarge(name, record.length, limits.maxFile));
  }
  const isHttp = /^application\/http\b/i.test(record.contentType);
  const answer = isHttp ? parseAnswer(record.content, limits.maxFile) : undefined;
  if (isHttp && answer?.status !== 200) return undefined;
  const contentType = answer?.contentType ?? record.contentType;
  if (!READABLE.test(contentType)) return undefined;
  const bytes = isHttp ? answer?.body : record.content;
  if (bytes === undefined) return nothingBut(rejected('bad-archive', name, name, record.content));
  if (bytes.length === 0) return undefined;
  const {
    reports,
    raws,
    rejected: refused,
  } = readReports({ name, bytes, mediaType: contentType, maxText: limits.maxText });
  const isPage = reports.length === 1 && reports[0]?.mediaType !== 'application/jsonl';
  return {
    reports: reports.map((report) => ({
      ...report,
      ...(isPage && record.uri !== undefined && { id: idOfItem(record.uri), url: report.url ?? record.uri }),
      ...optional('captured', record.date),
    })),
    raws,
    rejected: refused,
  };
}
