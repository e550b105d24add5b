/** `npm run bench`: speed and memory of the coder; `-- --quality` the packs, `-- --ledger` the ledger. */
import { parseArgs } from 'node:util';
import { runQuality } from './quality.ts';
import { runSpeed } from './speed.ts';

const { values } = parseArgs({
  options: {
    quality: { type: 'boolean', default: false },
    ledger: { type: 'boolean', default: false },
    packs: { type: 'string', default: '../shared/bench' },
    only: { type: 'string' },
  },
});

if (values.ledger) (await import('./ledger.ts')).runLedger();
else if (values.quality) process.exitCode = runQuality(values.packs, values.only) ? 0 : 1;
else {
  await runSpeed(values.packs);
  runQuality(values.packs, values.only);
}
