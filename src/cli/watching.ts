/** What `watch` and `serve --watch` need: the sources file, the way to the web as the settings have it, and a run. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { addressGuard } from '../fetch/address-guard.ts';
import { wallClock } from '../fetch/clock.ts';
import { httpTransport } from '../fetch/http-transport.ts';
import { politeClient } from '../fetch/polite-client.ts';
import type { Lexicons } from '../lexicon/lexicons.ts';
import { TrucewatchError } from '../model/errors.ts';
import { coderVersion } from '../pipeline.ts';
import { variableOf, type SettingName } from '../settings.ts';
import type { Store } from '../store/store.ts';
import { durationOf } from '../work/schedule.ts';
import { jsonOf, parseSources, type NamedSource, type SourceDefaults } from '../work/sources-file.ts';
import { watch } from '../work/watch.ts';
import type { WatchEvent } from '../work/watch-deps.ts';
import { dataFolder, settings, type StoreOptions } from './context.ts';
import { VERSION } from './version.ts';

export interface SourcesOptions extends StoreOptions {
  readonly sources?: string;
}

/** The file that is meant: the one that is named, else `sources.json` in the data folder. */
export const sourcesFile = (options: SourcesOptions): string =>
  options.sources ?? join(dataFolder(options), 'sources.json');

/** What holds for sources that do not say otherwise. */
export function sourceDefaults(): SourceDefaults {
  return { every: duration('pollEvery') / 60_000, articles: isYes('fetchArticles') };
}

/** The sources of the file. Throws `bad-sources` when there is none or nothing in it. */
export function readSources(options: SourcesOptions): NamedSource[] {
  const file = sourcesFile(options);
  const sources = existsSync(file) ? parseSources(readFileSync(file, 'utf8'), file, sourceDefaults()) : [];
  if (sources.length === 0)
    throw new TrucewatchError(
      'bad-sources',
      `${file} names nothing to watch. Add a source: trucewatch sources add https://example.org/rss`,
    );
  return sources;
}

/** Writes the sources file whole or not at all. */
export function writeSources(options: SourcesOptions, sources: readonly NamedSource[]): void {
  const file = sourcesFile(options);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, jsonOf(sources, sourceDefaults()));
  renameSync(`${file}.new`, file);
}

export interface WatchCall {
  readonly isOnce?: boolean;
  readonly signal: AbortSignal;
  readonly onEvent?: (event: WatchEvent) => void;
  readonly command: string;
}

/** Watches into an open store until `signal` is aborted; returns the id of its run. */
export async function watchInto(
  store: Store,
  sources: readonly NamedSource[],
  lexicons: Lexicons,
  { command, ...call }: WatchCall,
): Promise<string> {
  const started = new Date().toISOString();
  const run = `${started}-${userInfo().username}-${process.pid}`;
  const guard = addressGuard(words('allowAddresses'));
  const transport = httpTransport({ guard });
  const totalMs = duration('fetchTimeout');
  const { contact } = settings();
  const client = politeClient({
    transport: transport.send,
    clock: wallClock,
    userAgent: `trucewatch/${VERSION} (${contact === '' ? 'no contact given' : `+${contact}`})`,
    ...(/^[^\s@]+@[^\s@]+$/.test(contact) && { from: contact }),
    pause: duration('hostPause'),
    limits: { headMs: totalMs / 3, totalMs, maxBytes: count('maxPage') },
  });
  const rechecks = words('recheck').map((age) => durationIn('recheck', age));
  await store.startRun({ id: run, started, coder: coderVersion(lexicons), command });
  try {
    await watch({
      ...call,
      store,
      client,
      clock: wallClock,
      lexicons,
      run,
      rechecks: rechecks.sort((a, b) => a - b),
      sources,
      parallel: count('hostsAtOnce'),
      maxText: count('maxReport'),
    });
    await store.finishRun(run, new Date().toISOString());
  } finally {
    transport.close();
  }
  return run;
}

function words(name: SettingName): string[] {
  const { [name]: text } = settings();
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

const duration = (name: SettingName): number => durationIn(name, settings()[name]);

function durationIn(name: SettingName, text: string): number {
  const ms = durationOf(text);
  if (ms === undefined || ms < (name === 'hostPause' ? 0 : 1))
    throw wrongSetting(name, text, 'a time such as 90s, 15m or 6h');
  return ms;
}

function count(name: SettingName): number {
  const value = Number(settings()[name]);
  if (!Number.isInteger(value) || value < 1) throw wrongSetting(name, settings()[name], 'a whole number above 0');
  return value;
}

function isYes(name: SettingName): boolean {
  const value = settings()[name];
  if (value !== 'yes' && value !== 'no') throw wrongSetting(name, value, 'yes or no');
  return value === 'yes';
}

const wrongSetting = (name: SettingName, value: string, wanted: string): TrucewatchError =>
  new TrucewatchError('bad-option', `The setting ${name} is "${value}". Set ${variableOf(name)} to ${wanted}.`);

/** An abort signal that Ctrl-C and a polite `kill` give. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}
