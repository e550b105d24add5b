/** A bundle out of one store and into another, SQLite or PostgreSQL: nothing is lost, and nothing damaged gets in. */
import { spawnSync } from 'node:child_process';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportAs } from '../../src/export/export-as.ts';
import { tarFile } from '../../src/export/bundle/tar.ts';
import type { Store } from '../../src/store/store.ts';
import { restoreBundle } from '../../src/work/bundle.ts';
import { bytesOf, lent, sourceIn } from '../support/export.ts';
import { DIALECTS, testStore, type TestStore } from '../support/stores.ts';

const FIRE =
  'GOMA, September 14. Rebels fired mortars at the town of Goma on Wednesday, the Congolese army said. \u{1F534}';
const CALM = 'NEW YORK, September 15. The United Nations called on both sides in Sudan to observe the truce.';
const REJECT = {
  hash: 'f'.repeat(64),
  origin: 'a.bin',
  key: 'binary-input',
  message: 'a.bin is not text',
  raw: new Uint8Array([1, 2, 0]),
};
const DECISION = {
  id: 'd1',
  at: '2022-09-20T12:00:00Z',
  by: 'ana',
  why: 'seen',
  type: 'undo' as const,
  decision: 'none',
};

const pairs = DIALECTS.flatMap((from) => DIALECTS.map((to) => [from, to] as const)).filter(
  ([from, to]) => from === 'sqlite' || to === 'sqlite',
);

describe.each(pairs)('a bundle from %s to %s', (from, to) => {
  let [out, into]: [TestStore, TestStore] = [] as never;
  beforeEach(async () => {
    [out, into] = [await testStore(from), await testStore(to)];
    await out.store.startRun({ id: 'r', started: '', coder: '', command: '' });
    await into.store.startRun({ id: 'r', started: '', coder: '', command: '' });
  });
  afterEach(async () => {
    await out.remove();
    await into.remove();
  });

  const filled = async (): Promise<Uint8Array> => {
    const source = await sourceIn(
      out.store,
      [
        { id: 'goma', text: FIRE, published: '2022-09-14', outlet: 'Sample Wire', url: 'https://wire.example/1' },
        { id: 'sudan', text: CALM, published: '2022-09-15' },
      ],
      [DECISION],
      [REJECT],
    );
    return bytesOf(await exportAs('bundle', source));
  };
  const restore = (bytes: Uint8Array, store: Store = into.store) =>
    restoreBundle({ store, name: 'b.tar.gz', open: () => [bytes] as never, run: 'r' });

  test('gives the same reports, bytes, records, decisions, quarantine and ledger', async () => {
    const bytes = await filled();
    const done = await restore(bytes);
    expect(done).toMatchObject({ reports: 2, known: 0, decisions: 1, rejects: 1 });
    for (const id of ['goma', 'sudan']) {
      expect(await into.store.report(id)).toEqual(await out.store.report(id));
      expect(await into.store.raw(id)).toEqual(await out.store.raw(id));
      expect(await into.store.records({ report: id })).toEqual(await out.store.records({ report: id }));
    }
    expect(await into.store.decisions()).toEqual(await out.store.decisions());
    expect(await into.store.quarantine()).toEqual(await out.store.quarantine());
    expect(await into.store.rejected(REJECT.hash)).toEqual(REJECT.raw);
    const ledgers = [(await lent(out.store)).ledger.hash, (await lent(into.store)).ledger.hash];
    expect(ledgers).toEqual([done.manifest.ledgerHash, done.manifest.ledgerHash]);
  });

  test('written again from there it is the same, byte for byte', async () => {
    const bytes = await filled();
    await restore(bytes);
    expect(Buffer.from(await bytesOf(await exportAs('bundle', await lent(into.store)))).equals(bytes)).toBe(true);
  });

  test('read twice, or into a store that has some of it, adds what is missing', async () => {
    const bytes = await filled();
    await restore(bytes);
    expect(await restore(bytes)).toMatchObject({ reports: 0, known: 2, decisions: 0, rejects: 0 });
    expect((await into.store.counts('')).reports).toBe(2);
  });
});

describe('the archive', () => {
  let out: TestStore;
  beforeEach(async () => void (out = await testStore('sqlite')));
  afterEach(() => out.remove());

  test('is whole or nothing: it takes no filter', async () => {
    const source = await sourceIn(out.store, [{ id: 'goma', text: FIRE, published: '2022-09-14' }]);
    await expect(exportAs('bundle', source, { from: '2022-09-14' })).rejects.toThrow(/a bundle is whole/);
  });

  test('damaged anywhere it leaves the store as it was', async () => {
    const source = await sourceIn(out.store, [{ id: 'goma', text: FIRE, published: '2022-09-14' }]);
    const bytes = await bytesOf(await exportAs('bundle', source));
    const archive = gunzipSync(bytes);
    const changed = Buffer.from(archive);
    changed[archive.indexOf('Rebels')] = 'P'.charCodeAt(0);
    const extra = Buffer.concat([tarFile('raw/more', new Uint8Array([1])), archive]);
    const short = bytes.slice(0, bytes.length - 400);
    const into = await testStore('sqlite');
    for (const damaged of [gzipSync(changed), gzipSync(extra), short, new Uint8Array([0x1f, 0x8b, 1])])
      await expect(
        restoreBundle({ store: into.store, name: 'b.tar.gz', open: () => [damaged] as never, run: 'r' }),
      ).rejects.toThrow(/b\.tar\.gz.* is damaged or of an unknown kind/);
    expect((await into.store.counts('')).reports).toBe(0);
    await into.remove();
  });

  test('of a newer format is refused, with the next step', async () => {
    const source = await sourceIn(out.store, [{ id: 'goma', text: FIRE, published: '2022-09-14' }]);
    const archive = gunzipSync(await bytesOf(await exportAs('bundle', source)));
    archive[archive.indexOf('"formatVersion": 1') + 17] = '2'.charCodeAt(0);
    const open = () => [gzipSync(archive)] as never;
    await expect(restoreBundle({ store: out.store, name: 'b.tar.gz', open, run: 'r' })).rejects.toThrow(
      /written by a newer trucewatch .* Upgrade/,
    );
  });

  const hasTar = spawnSync('tar', ['--version']).status === 0;

  test.skipIf(!hasTar)('is unpacked by tar, and its raw files are the bytes as received', async () => {
    const source = await sourceIn(out.store, [{ id: 'goma', text: FIRE, published: '2022-09-14' }]);
    const input = await bytesOf(await exportAs('bundle', source));
    const tar = (args: readonly string[]) => spawnSync('tar', args, { input });
    const { hash } = (await out.store.report('goma'))!;
    const listed = tar(['-tzf', '-']).stdout.toString().trim().split('\n');
    expect(listed).toEqual(
      expect.arrayContaining(['README.txt', `raw/${hash}`, 'reports/000001.jsonl', 'manifest.json']),
    );
    expect(new Uint8Array(tar(['-xzOf', '-', `raw/${hash}`]).stdout)).toEqual(await out.store.raw('goma'));
  });
});
