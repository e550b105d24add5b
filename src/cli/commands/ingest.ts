/** `trucewatch ingest`: reports into the store, then the ledger folded. */
import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Lexicons } from '../../lexicon/lexicons.ts';
import { TrucewatchError } from '../../model/errors.ts';
import type { Store } from '../../store/store.ts';
import { ingest, type IngestOptions as IngestSettings, type IngestResult, type Input } from '../../work/ingest.ts';
import { coderVersion } from '../../pipeline.ts';
import { rebuildLedger } from '../../work/refold.ts';
import { recodeOutdated } from '../../work/recode.ts';
import { isBundle } from '../bundle-file.ts';
import {
  dataFolder,
  lexicons,
  print,
  printJson,
  remark,
  settings,
  situations,
  withStore,
  type StoreOptions,
} from '../context.ts';
import { DroppedFile } from '../dropped.ts';
import { inputsOf } from '../inputs.ts';
import { progressBar } from '../progress.ts';
import { readOptions, type ReadingOptions } from '../reading-options.ts';
import { plural } from '../text.ts';

type IngestOptions = StoreOptions & ReadingOptions & { readonly recode?: boolean; readonly dropped?: string };

export async function run(paths: readonly string[], options: IngestOptions): Promise<void> {
  if (paths.length === 0 && !options.recode)
    throw new TrucewatchError('bad-option', 'ingest needs files or folders: trucewatch ingest ~/reports');
  const bundle = paths.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true && isBundle(path));
  if (bundle !== undefined)
    throw new TrucewatchError(
      'bad-option',
      `${bundle} is a bundle, no report. Read it with: trucewatch restore ${bundle}`,
    );
  const inputs = paths.length === 0 ? [] : inputsOf(paths);
  const read = readOptions(options);
  const list = new DroppedFile(options.dropped ?? join(dataFolder(options), 'dropped'));
  await withStore(options, async (store) => {
    const result = await ingestInto(store, inputs, `ingest ${paths.join(' ')}`, await lexicons(options), {
      read,
      onDropped: (one) => list.add(one),
    });
    list.close();
    const { count: recoded, failed } = options.recode
      ? await recodeOutdated(store, await lexicons(options))
      : { count: 0, failed: [] };
    const ledger = await rebuildLedger(store, await situations());
    if (options.json)
      return printJson({
        ...result,
        added: result.added.length,
        recoded,
        ...(failed.length > 0 && { failed }),
        ...(list.path !== undefined && { droppedFile: list.path }),
        entries: ledger.entries.length,
        truces: ledger.truces.length,
        hash: ledger.hash,
      });
    report(result, recoded, store.name);
    for (const { message } of failed) remark(`trucewatch: ${message}`);
    if (list.path !== undefined)
      print(`Held back by the gate: ${plural(result.dropped, 'report')}; listed in ${list.path}`);
    print(
      `The ledger now has ${plural(ledger.entries.length, 'entry', 'entries')} and ${plural(ledger.truces.length, 'truce')}. Look: trucewatch status`,
    );
  });
}

/** One run of ingest into an open store, with a progress bar where the terminal is one. */
export async function ingestInto(
  store: Store,
  inputs: readonly Input[],
  command: string,
  words: Lexicons,
  more: Pick<IngestSettings, 'read' | 'onDropped'> = {},
): Promise<IngestResult> {
  const captured = new Date().toISOString();
  const id = `${captured}-${userInfo().username}-${process.pid}`;
  await store.startRun({ id, started: captured, coder: coderVersion(words), command });
  const bar = progressBar('reading', inputs.length);
  const result = await ingest(inputs, {
    ...more,
    store,
    lexicons: words,
    captured,
    run: id,
    maxText: Number(settings().maxReport),
    onProgress: ({ inputs: done }) => bar.update(done),
  });
  bar.stop();
  await store.finishRun(id, new Date().toISOString());
  return result;
}

function report(result: IngestResult, recoded: number, store: string): void {
  print(`${plural(result.added.length, 'report')} added to ${store}; ${result.known} known already.`);
  if (recoded > 0) print(`${plural(recoded, 'report')} coded again.`);
  const waiting = Object.entries(result.uncoded).map(([language, count]) => `${language} ${count}`);
  if (waiting.length > 0)
    print(`Not coded: language (${waiting.join(', ')}). Kept and searched; coded by --recode once there are rules.`);
  if (result.rejected.length === 0) return;
  remark(`${plural(result.rejected.length, 'input')} could not be read and went to quarantine:`);
  for (const { message } of result.rejected.slice(0, 20)) remark(`  ${message}`);
  if (result.rejected.length > 20) remark(`  … and ${result.rejected.length - 20} more: trucewatch doctor`);
}
