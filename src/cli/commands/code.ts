/** `trucewatch code`: reports in, JSONL out, nothing stored. */
import { TrucewatchError } from '../../model/errors.ts';
import type { Report } from '../../model/article.ts';
import { loadLexicons } from '../../lexicon/lexicons.ts';
import { clusterStories, codedJson, codeReport, readReports, type Coded } from '../../pipeline.ts';
import { codeInThreads } from '../../work/threads.ts';
import { remark, settings } from '../context.ts';
import { inputsOf } from '../inputs.ts';
import { recordText } from '../record-text.ts';

interface CodeOptions {
  readonly input?: string;
  readonly json?: boolean;
  readonly stories?: boolean;
  readonly threads?: string;
}

const FORMATS: Readonly<Record<string, 'text/plain' | 'text/html' | 'application/jsonl'>> = {
  text: 'text/plain',
  html: 'text/html',
  jsonl: 'application/jsonl',
};

export async function run(files: readonly string[], options: CodeOptions): Promise<void> {
  const mediaType = options.input === undefined ? undefined : FORMATS[options.input];
  if (options.input !== undefined && mediaType === undefined)
    throw new TrucewatchError('bad-option', `--input takes text, html or jsonl, not "${options.input}".`);
  const threads = Number(options.threads ?? 1);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64)
    throw new TrucewatchError('bad-option', `--threads takes a number from 1 to 64, not "${options.threads}".`);
  const reports: Report[] = [];
  let rejects = 0;
  for (const input of inputsOf(files.length === 0 ? ['-'] : files)) {
    const read = readReports({
      name: input.name,
      bytes: await input.bytes(),
      maxText: Number(settings().maxReport),
      ...(mediaType !== undefined && { mediaType }),
    });
    reports.push(...read.reports);
    rejects += read.rejected.length;
    for (const { message } of read.rejected) remark(`trucewatch: ${message}`);
  }
  if (rejects > 0) process.exitCode = 1;
  if (options.stories) return codeWithStories(reports, options);
  if (threads > 1) return codeInThreads(reports, threads, (line) => write(line));
  for (const report of reports) await write(output(codeReport(report, loadLexicons()), options));
}

/** The clusters are taken over the whole input, so nothing can be printed before all is read. */
async function codeWithStories(reports: readonly Report[], options: CodeOptions): Promise<void> {
  const coded = reports.map((report) => codeReport(report, loadLexicons()));
  const stories = clusterStories(coded.map(({ card, records }) => ({ card, records })));
  const storyOf = new Map(stories.flatMap((story) => story.reports.map((report) => [report, story.id] as const)));
  for (const one of coded) await write(output(one, options, storyOf.get(one.article.report.id)));
}

function output(coded: Coded, options: CodeOptions, story?: string): string {
  if (options.json) return JSON.stringify({ ...codedJson(coded), ...(story !== undefined && { story }) });
  const { text, report } = coded.article;
  return [report.id, ...coded.records.map((record) => recordText(record, text))].join('\n\n');
}

/** Waits when the reader is slower than we are, so that memory stays flat. */
async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}
