/** The samples in every format, as checked in: a change shows as a diff, and `scripts/build-golden-exports.ts` takes it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, exportAs } from '../../src/export/export-as.ts';
import type { ExportSource } from '../../src/export/source.ts';
import { SLOTS } from '../../src/ledger/entry/slots.ts';
import { LIST_SLOTS, SLOT_NAMES } from '../../src/export/tables/slot-names.ts';
import { bytesOf, frozenSource, GOLDEN } from '../support/export.ts';
import { GOLDEN_EXPORTS } from '../support/golden-exports.ts';

describe('golden files of the exports', () => {
  let source: ExportSource;
  beforeAll(async () => void (source = await frozenSource()));

  test.each(GOLDEN_EXPORTS)('%s', async (file, format, options) => {
    const made = Buffer.from(await bytesOf(await exportAs(format, source, options)));
    const kept = readFileSync(join(GOLDEN, file));
    // A difference of text is shown as text; of bytes only told
    if (file.endsWith('.parquet')) expect(made.equals(kept), 'run node scripts/build-golden-exports.ts').toBe(true);
    else expect(made.toString()).toBe(kept.toString());
  });

  test('every format of data has a golden file but the bundle, which they are made from', () => {
    const shown = new Set(GOLDEN_EXPORTS.map(([, format]) => format));
    const data = EXPORT_FORMATS.map(({ name }) => name).filter((name) => !name.startsWith('sitrep-'));
    expect(data.filter((name) => !shown.has(name))).toEqual(['bundle']);
  });
});

describe('columns of slots', () => {
  test('are the slots of the ledger, in its order', () => {
    const told = Object.fromEntries(
      Object.entries(SLOTS).map(([kind, specs]) => [kind, specs.map(({ name }) => name)]),
    );
    expect(SLOT_NAMES).toEqual(told);
  });

  test('know which slots are lists', () => {
    const lists = new Set(
      Object.values(SLOTS).flatMap((specs) => specs.filter(({ many }) => many).map(({ name }) => name)),
    );
    expect([...LIST_SLOTS].sort()).toEqual([...lists].sort());
  });
});
