/** `trucewatch watch`: polls the sources and takes in what they publish, until it is stopped. */
import { currentLedger } from '../../work/refold.ts';
import type { WatchEvent } from '../../work/watch-deps.ts';
import { lexicons, print, printJson, remark, settings, situations, withStore } from '../context.ts';
import { plural } from '../text.ts';
import { readSources, stopSignal, watchInto, type SourcesOptions } from '../watching.ts';

export async function run(options: SourcesOptions & { once?: boolean }): Promise<void> {
  const sources = readSources(options);
  const signal = stopSignal();
  if (settings().contact === '')
    remark(
      'Sites are told no contact. Set TRUCEWATCH_CONTACT to your mail or web address, so that they can reach you.',
    );
  await withStore(options, async (store) => {
    const isOnce = options.once === true;
    if (!isOnce) remark(`Watching ${plural(sources.length, 'source')}   (Ctrl-C ends it; nothing is lost)`);
    const runId = await watchInto(store, sources, await lexicons(options), {
      isOnce,
      signal,
      command: isOnce ? 'watch --once' : 'watch',
      ...(options.json !== true && { onEvent: tell }),
    });
    const added = (await store.runs(50)).find(({ id }) => id === runId)?.added ?? 0;
    const health = await store.feeds.health();
    const ill = health.filter(({ isActive, error }) => isActive && error !== undefined);
    const ledger = isOnce ? await currentLedger(store, await situations()) : undefined;
    if (options.json)
      return printJson({
        added,
        waiting: health.reduce((sum, { waiting }) => sum + waiting, 0),
        troubled: ill.map(({ source, error }) => ({ url: source.url, ...error })),
        ...(ledger !== undefined && { entries: ledger.entries.length, hash: ledger.hash }),
      });
    print(`${plural(added, 'report')} added from ${plural(sources.length, 'source')}. Health: trucewatch sources`);
  });
}

/** One line an event, on standard error: they are no result. */
function tell(event: WatchEvent): void {
  if (event.type === 'report') remark(`new      ${event.headline.slice(0, 100)}   ${event.id}`);
  else if (event.error !== undefined) remark(`trouble  ${event.error.message}`);
  else if (event.type === 'poll' && event.added > 0)
    remark(`polled   ${event.url}: ${plural(event.added, 'new item')}`);
}
