/** The file that names what is watched: JSON of our own, or OPML as other readers of feeds write it. */
import { generateOpml, parseOpml } from 'feedsmith';
import { z } from 'zod';
import { TrucewatchError } from '../model/errors.ts';
import { SOURCE_KINDS, type Source } from '../model/feed.ts';
import { sha256 } from '../pipeline.ts';
import { durationOf } from './schedule.ts';

/** What holds for a source that does not say otherwise. */
export interface SourceDefaults {
  /** Minutes between two polls. */
  readonly every: number;
  readonly articles: boolean;
}

export type NamedSource = Source & { readonly id: string };

const MINUTE = 60_000;
const interval = z
  .union([z.number().positive(), z.string().refine((text) => (durationOf(text) ?? 0) >= MINUTE)])
  .transform((value) => (typeof value === 'number' ? value : (durationOf(value) ?? 0) / MINUTE));

const ENTRY = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .refine((url) => new URL(url).username === '', 'a name and password in an address are not used'),
  kind: z.enum(SOURCE_KINDS).default('feed'),
  title: z.string().optional(),
  outlet: z.string().optional(),
  every: interval.optional(),
  articles: z.boolean().optional(),
  match: z.string().min(1).optional(),
  newest: z.int().positive().optional(),
});
type Entry = z.infer<typeof ENTRY>;

/** A source keeps its history as long as its address stays. */
export const idOfSource = (url: string): string => sha256(url).slice(0, 16);

/** The sources of a file's text, JSON or OPML; each address once. Throws `bad-sources` naming what to mend. */
export function parseSources(text: string, name: string, defaults: SourceDefaults): NamedSource[] {
  const entries = text.trimStart().startsWith('<') ? fromOpml(text, name) : fromJson(text, name);
  const sources = entries.map(({ every, articles, ...entry }) => ({
    ...(Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as Pick<
      Source,
      'url' | 'kind'
    >),
    id: idOfSource(entry.url),
    every: every ?? defaults.every,
    articles: articles ?? defaults.articles,
  }));
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}

function fromJson(text: string, name: string): Entry[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new TrucewatchError('bad-sources', `${name} is neither JSON nor OPML: ${(cause as Error).message}.`, cause);
  }
  const list = Array.isArray(value) ? value : (value as { sources?: unknown } | null)?.sources;
  if (!Array.isArray(list))
    throw new TrucewatchError(
      'bad-sources',
      `${name} has no list of sources. Write {"sources": [{"url": "https://…"}]}.`,
    );
  return list.map((item: unknown, index) => {
    const parsed = ENTRY.safeParse(typeof item === 'string' ? { url: item } : item);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? '' : ` at "${issue.path.join('.')}"`;
    throw new TrucewatchError(
      'bad-sources',
      `${name}: source ${index + 1}${where}: ${issue?.message}. Mend it; docs/watch.md lists what a source may say.`,
    );
  });
}

interface Outline {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}

function fromOpml(text: string, name: string): Entry[] {
  let outlines: readonly Outline[];
  try {
    outlines = parseOpml(text).body?.outlines ?? [];
  } catch (cause) {
    throw new TrucewatchError('bad-sources', `${name} is not OPML that can be read. Export it again.`, cause);
  }
  const entries: Entry[] = [];
  const walk = (list: readonly Outline[]): void => {
    for (const { xmlUrl, title, text: words, outlines: inner } of list) {
      const url = xmlUrl === undefined ? null : URL.parse(xmlUrl.trim());
      const label = title ?? words;
      // Other programs list folders, podcasts of their own schemes and dead ends; only feeds of the web are ours.
      if (url !== null && /^https?:$/.test(url.protocol))
        entries.push({ url: url.href, kind: 'feed', ...(label !== undefined && { title: label }) });
      if (inner !== undefined) walk(inner);
    }
  };
  walk(outlines);
  return entries;
}

/** The feeds among `sources` as OPML; listings and sitemaps have no place in it. */
export const opmlOf = (sources: readonly Source[]): string =>
  generateOpml({
    head: { title: 'trucewatch' },
    body: {
      outlines: sources
        .filter(({ kind }) => kind === 'feed')
        .map(({ url, title, outlet }) => ({
          type: 'rss',
          text: title ?? outlet ?? url,
          title: title ?? outlet ?? url,
          xmlUrl: url,
        })),
    },
  });

/** Our own form, with what is as usual left out. */
export function jsonOf(sources: readonly Source[], defaults: SourceDefaults): string {
  const entries = sources.map(({ url, kind, title, outlet, every, articles, match, newest }) => ({
    url,
    ...(kind !== 'feed' && { kind }),
    title,
    outlet,
    ...(every !== defaults.every && { every }),
    ...(articles !== defaults.articles && { articles }),
    match,
    newest,
  }));
  return `${JSON.stringify({ sources: entries }, null, 2)}\n`;
}
