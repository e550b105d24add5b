/**
 * Writes the golden files of the exports: reads and folds the bundled samples, keeps them as a bundle, and makes every
 * format from that bundle. Run with `node scripts/build-golden-exports.ts` and read the diff.
 */
import { createWriteStream, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportAs } from '../src/export/export-as.ts';
import { loadLexicons } from '../src/lexicon/lexicons.ts';
import { openSqliteStore } from '../src/store/open.ts';
import { ingest } from '../src/work/ingest.ts';
import { bytesOf, FROZEN, frozenSource, GOLDEN, lent } from '../test/support/export.ts';
import { GOLDEN_EXPORTS } from '../test/support/golden-exports.ts';

/** A moment after the last sample, so that a run of today gives what a run of tomorrow does. */
const CAPTURED = '2022-09-23T00:00:00Z';
const SAMPLES = join(import.meta.dirname, '../examples/reports');

mkdirSync(GOLDEN, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'trucewatch-golden-'));
const store = await openSqliteStore(folder);
try {
  await store.startRun({ id: 'golden', started: CAPTURED, coder: 'golden', command: 'golden' });
  const inputs = globSync('*', { cwd: SAMPLES })
    .sort()
    .map((name) => ({
      name: basename(name),
      async *open() {
        yield readFileSync(join(SAMPLES, name));
      },
    }));
  await ingest(inputs, { store, lexicons: loadLexicons(), captured: CAPTURED, run: 'golden' });
  const { body } = await exportAs('bundle', await lent(store));
  await pipeline(Readable.from(body), createWriteStream(FROZEN));
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

const source = await frozenSource();
for (const [file, format, options] of GOLDEN_EXPORTS) {
  const bytes = await bytesOf(await exportAs(format, source, options));
  writeFileSync(join(GOLDEN, file), bytes);
  process.stdout.write(`${file} ${bytes.length}\n`);
}
