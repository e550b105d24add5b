/** `npm run bench`: speed and memory of the coder; `-- --quality` the packs, `-- --errors PACK` their errors, `-- --ledger` the ledger, `-- --warc` a web archive, `-- --watch` a day of feeds, `-- --gate` the relevance gate, `-- --api` the API. */
import { parseArgs } from 'node:util';
import { runQuality } from './quality.ts';
import { runSpeed } from './speed.ts';

const { values } = parseArgs({
  options: {
    quality: { type: 'boolean', default: false },
    ledger: { type: 'boolean', default: false },
    warc: { type: 'boolean', default: false },
    pages: { type: 'string', default: '100000' },
    watch: { type: 'boolean', default: false },
    feeds: { type: 'string', default: '200' },
    items: { type: 'string', default: '20000' },
    gate: { type: 'boolean', default: false },
    api: { type: 'boolean', default: false },
    records: { type: 'string', default: '1000000' },
    store: { type: 'string' },
    packs: { type: 'string', default: '../shared/bench' },
    only: { type: 'string' },
    halves: { type: 'boolean', default: false },
    errors: { type: 'string' },
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: 'a' },
    half: { type: 'string' },
    kind: { type: 'string' },
  },
});

if (values.ledger) (await import('./ledger.ts')).runLedger(values.only);
else if (values.warc) await (await import('./warc.ts')).runWarc(Number(values.pages));
else if (values.watch) await (await import('./watch/day.ts')).runWatch(Number(values.feeds), Number(values.items));
else if (values.gate) (await import('./gate.ts')).runGate(values.packs);
else if (values.api) {
  const { runApi } = await import('./api.ts');
  const { records, store } = values;
  process.exitCode = (await runApi({ records: Number(records), ...(store !== undefined && { store }) })) ? 0 : 1;
} else if (values.errors !== undefined) {
  const { packs, errors: pack, seed, kind } = values;
  const half = values.half === 'even' || values.half === 'odd' ? values.half : undefined;
  const { runErrors } = await import('./errors.ts');
  runErrors({ packs, pack, seed, kind, half, count: Number(values.count) });
} else if (values.quality) process.exitCode = runQuality(values.packs, values.only, values.halves) ? 0 : 1;
else {
  await runSpeed(values.packs);
  runQuality(values.packs, values.only);
}
