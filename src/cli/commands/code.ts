/** `trucewatch code`: reports in, JSONL out, nothing stored. */
import { existsSync } from 'node:fs';
import { TrucewatchError } from '../../model/errors.ts';
import type { Report } from '../../model/article.ts';
import { clusterStories, codedJson, codeReports, readSource, type Coded, type ReadOptions } from '../../pipeline.ts';
import { chunksOf } from '../../work/chunks.ts';
import { codeInThreads } from '../../work/threads.ts';
import { gazetteerFile, lexicons, remark, settings } from '../context.ts';
import { inputsOf } from '../inputs.ts';
import { plural } from '../text.ts';
import { readOptions, type ReadingOptions } from '../reading-options.ts';
import { recordText } from '../record-text.ts';

interface CodeOptions extends ReadingOptions {
  readonly json?: boolean;
  readonly stories?: boolean;
  readonly threads?: string;
}

export async function run(files: readonly string[], options: CodeOptions): Promise<void> {
  const read = readOptions(options);
  const threads = threadsOf(options.threads);
  const reports = readAll(files.length === 0 ? ['-'] : files, read);
  if (options.stories) return codeWithStories(reports, options);
  if (threads > 1) return codeInThreads(reports, threads, write, gazetteerInUse());
  const words = await lexicons();
  for await (const chunk of chunksOf(reports))
    for (const coded of codeReports(chunk, words)) await write(output(coded, options));
}

/** Path of the imported gazetteer, for threads that load lexicons of their own. */
function gazetteerInUse(): string | undefined {
  const file = gazetteerFile({});
  return existsSync(file) ? file : undefined;
}

function threadsOf(text = '1'): number {
  const threads = Number(text);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64)
    throw new TrucewatchError('bad-option', `--threads takes a number from 1 to 64, not "${text}".`);
  return threads;
}

/** Reports one after the other; what cannot be read is said on standard error and makes the exit code 1. */
async function* readAll(files: readonly string[], read: ReadOptions): AsyncIterable<Report> {
  const limits = { maxText: Number(settings().maxReport) };
  let held = 0;
  for (const one of inputsOf(files)) {
    const { name } = one;
    for await (const { reports, rejected, dropped = [] } of readSource({
      ...read,
      name,
      source: one.open(),
      limits,
    })) {
      yield* reports;
      held += dropped.length;
      if (rejected.length > 0) process.exitCode = 1;
      for (const { message } of rejected) remark(`trucewatch: ${message}`);
    }
  }
  if (held > 0) remark(`trucewatch: the gate held back ${plural(held, 'report')}; ingest --dropped lists them.`);
}

/** The clusters are taken over the whole input, so nothing can be printed before all is read. */
async function codeWithStories(reports: AsyncIterable<Report>, options: CodeOptions): Promise<void> {
  const coded: Coded[] = [];
  const words = await lexicons();
  for await (const chunk of chunksOf(reports)) coded.push(...codeReports(chunk, words));
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
  if (!process.stdout.write(`${line}\n`))
    await new Promise<void>((resolve) => void process.stdout.once('drain', () => resolve()));
}
