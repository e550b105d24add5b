/** Exports, calendar and feeds under their own media types. */
import type { Context } from 'hono';
import { z } from 'zod';
import { REDACTIONS, type SitrepOptions } from '../../export/source.ts';
import { answerProblem, problem } from '../answers.ts';
import type { DeskSource } from '../desk-source.ts';
import { asOf, moment, present, range, several, word } from './parameters.ts';
import { tagOf } from './respond.ts';
import { KindSchema, opt } from './schemas/basics.ts';

/** What an export can be asked with. */
export const EXPORT_QUERY = {
  as_of: asOf,
  truce: word('Id of a truce, or the only one that begins so'),
  kind: opt(KindSchema),
  ...range,
  redact: several(REDACTIONS, 'What is withheld'),
  bom: opt(
    z.enum(['true', 'false']).meta({ description: 'A byte order mark before a table, by which Excel knows UTF-8' }),
  ),
  limit: opt(z.coerce.number().int().min(1).max(1000).meta({ description: 'Most items of a feed' })),
  language: opt(z.enum(['en', 'ru']).meta({ description: 'Language of a situation report' })),
  since: moment('A situation report also tells what changed since then'),
};

const Options = z.strictObject(EXPORT_QUERY);

const FEEDS: Readonly<Record<string, string>> = { new: 'atom', changes: 'atom-changes', due: 'atom-due' };

/** Answers with an export as a stream. Throws `bad-option` for a format that there is not. */
export async function answerExport(context: Context, desk: DeskSource, format: string): Promise<Response> {
  const parsed = Options.safeParse(context.req.query());
  if (!parsed.success) return answerProblem(context, problem('bad-request', z.prettifyError(parsed.error), 400));
  const tag = tagOf(await desk.marks());
  if (context.req.header('if-none-match')?.includes(tag)) return context.body(null, 304, { etag: tag });
  const { as_of, bom, ...rest } = parsed.data;
  const options: SitrepOptions = present({
    ...rest,
    bom: bom === undefined ? undefined : bom === 'true',
    url: ownUrl(context),
  });
  const { mediaType, filename, body } = await desk.exportAs(format, { ...options, ...present({ asOf: as_of }) });
  return context.body(ReadableStream.from(encoded(body)), 200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${filename}"`,
    'cache-control': 'no-cache',
    etag: tag,
  });
}

export function answerFeed(context: Context, desk: DeskSource, name: string): Promise<Response> | Response {
  const format = FEEDS[name.replace(/\.atom$/, '')];
  if (format === undefined || !name.endsWith('.atom'))
    return answerProblem(context, problem('unknown-route', 'Feeds are new.atom, changes.atom and due.atom.', 404));
  return answerExport(context, desk, format);
}

const ownUrl = (context: Context): string => new URL(context.req.url).origin;

async function* encoded(body: AsyncIterable<string | Uint8Array>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const part of body) yield typeof part === 'string' ? encoder.encode(part) : part;
}
