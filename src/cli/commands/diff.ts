/** `trucewatch diff --since T`: what changed in the ledger between two moments. */
import { TrucewatchError } from '../../model/errors.ts';
import { instantOf, print, printJson, situations, withStore, type StoreOptions } from '../context.ts';

export async function run(options: StoreOptions & { since?: string }): Promise<void> {
  const { since } = options;
  if (since === undefined)
    throw new TrucewatchError('bad-option', 'diff needs a moment to look back to: --since 2022-09-13');
  await withStore(options, async (store) => {
    const { foldStore } = await import('../../work/refold.ts');
    const { diffLedgers } = await import('../../pipeline.ts');
    const config = await situations();
    const before = await foldStore(store, config, { asOf: instantOf(since) });
    const after = await foldStore(store, config, options.asOf === undefined ? {} : { asOf: instantOf(options.asOf) });
    const changes = diffLedgers(before, after);
    if (options.json) return printJson(changes);
    print(
      changes.length === 0 ? 'Nothing changed.' : changes.map((change) => `${change.type}  ${change.text}`).join('\n'),
    );
  });
}
