/** `trucewatch sources`: what is watched and how it fares; add, remove, import and export sources. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { TrucewatchError } from '../../model/errors.ts';
import type { FeedHealth } from '../../model/feed.ts';
import { idOfSource, opmlOf, parseSources, type NamedSource } from '../../work/sources-file.ts';
import { print, printJson, withStore } from '../context.ts';
import { plural, table } from '../text.ts';
import { readSources, sourceDefaults, sourcesFile, writeSources, type SourcesOptions } from '../watching.ts';

interface Options extends SourcesOptions {
  readonly kind?: string;
  readonly match?: string;
  readonly outlet?: string;
  readonly every?: string;
}

export async function run(verb: string | undefined, what: string | undefined, options: Options): Promise<void> {
  if (verb === undefined || verb === 'list') return listHealth(options);
  if (verb === 'failed') return listFailed(options);
  if (verb === 'retry') return retryFailed(options);
  if (verb === 'log' && what !== undefined) return listFetches(what, options);
  if (verb === 'export') return exportSources(what, options);
  if (what === undefined || !['add', 'remove', 'import'].includes(verb))
    throw new TrucewatchError(
      'bad-option',
      'Call it as: trucewatch sources [list | failed | retry | log URL | add URL | remove URL | import FILE | export [FILE]]',
    );
  const before = existing(options);
  const after =
    verb === 'add' ? add(before, what, options) : verb === 'remove' ? remove(before, what) : merge(before, what);
  writeSources(options, after);
  print(
    `${plural(after.length, 'source')} in ${sourcesFile(options)} (before: ${before.length}). Watch: trucewatch watch`,
  );
}

/** The file as it stands; one that is not there yet has no sources. */
function existing(options: Options): NamedSource[] {
  const file = sourcesFile(options);
  return existsSync(file) ? parseSources(readFileSync(file, 'utf8'), file, sourceDefaults()) : [];
}

function add(before: readonly NamedSource[], url: string, { kind, match, outlet, every }: Options): NamedSource[] {
  const entry = JSON.stringify([{ url, kind, match, outlet, every }]);
  const [source] = parseSources(entry, 'the new source', sourceDefaults());
  return [...before.filter(({ id }) => id !== source?.id), ...(source === undefined ? [] : [source])];
}

function remove(before: readonly NamedSource[], url: string): NamedSource[] {
  const after = before.filter((source) => source.url !== url && source.id !== url);
  if (after.length === before.length)
    throw new TrucewatchError('bad-option', `${url} is not among the sources. List them with \`trucewatch sources\`.`);
  return after;
}

function merge(before: readonly NamedSource[], file: string): NamedSource[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new TrucewatchError('unreadable-file', file, cause);
  }
  const found = parseSources(text, file, sourceDefaults());
  const known = new Set(before.map(({ id }) => id));
  return [...before, ...found.filter(({ id }) => !known.has(id))];
}

function exportSources(file: string | undefined, options: Options): void {
  const opml = opmlOf(readSources(options));
  if (file === undefined) return print(opml);
  writeFileSync(file, opml);
  return undefined;
}

async function listHealth(options: Options): Promise<void> {
  await withStore(options, async (store) => {
    const health = await store.feeds.health();
    if (options.json) return printJson(health);
    if (health.length === 0)
      return print('Nothing has been watched yet. Add a source: trucewatch sources add https://example.org/rss');
    print(table([['state', 'source', 'last success', 'next', 'reports', 'waiting', 'failed'], ...health.map(row)]));
    for (const { source, error, movedTo, isActive } of health) {
      if (isActive && error !== undefined) print(`\n${source.url}\n  ${error.message}`);
      if (isActive && movedTo !== undefined)
        print(`\n${source.url}\n  has moved to ${movedTo}. Change the sources file.`);
    }
  });
}

const row = ({
  source,
  isActive,
  error,
  failures,
  lastSuccess,
  due,
  stored,
  waiting,
  failed,
}: FeedHealth): string[] => [
  !isActive
    ? 'resting'
    : error === undefined
      ? lastSuccess === undefined
        ? 'new'
        : 'ok'
      : `${error.key} ×${failures}`,
  source.title ?? source.url,
  lastSuccess?.slice(0, 16) ?? 'never',
  isActive ? due.slice(0, 16) : '',
  String(stored),
  String(waiting),
  String(failed),
];

/** The last polls of one source. */
async function listFetches(url: string, options: Options): Promise<void> {
  await withStore(options, async (store) => {
    const fetches = await store.feeds.fetches(idOfSource(url), 50);
    if (options.json) return printJson(fetches);
    if (fetches.length === 0)
      throw new TrucewatchError('bad-option', `${url} has not been polled. See \`trucewatch sources\`.`);
    const rows = fetches.map(({ at, outcome, items, added, bytes, ms }) => [
      at.slice(0, 19),
      outcome,
      ...[items, added, bytes, ms].map(String),
    ]);
    print(table([['at', 'outcome', 'items', 'new', 'bytes', 'ms'], ...rows]));
  });
}

async function retryFailed(options: Options): Promise<void> {
  await withStore(options, async (store) => {
    const count = await store.feeds.retryFailed(new Date().toISOString());
    print(`${plural(count, 'item')} will be tried again by the next trucewatch watch.`);
  });
}

async function listFailed(options: Options): Promise<void> {
  await withStore(options, async (store) => {
    const items = await store.feeds.failedItems(200);
    if (options.json) return printJson(items);
    if (items.length === 0) return print('No item of a source has failed.');
    for (const { url, key, error } of items) print(`${url ?? key}\n  ${error?.message ?? ''}`);
  });
}
