/** Counts of filters are kept in step with the entries: whatever comes and goes, they say what a list would find. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deskSource } from '../../src/cli/desk-source.ts';
import { openSqliteStore, STORE_FILE } from '../../src/store/open.ts';
import type { CountedFilter } from '../../src/store/projection/facets.ts';
import type { Projection } from '../../src/store/projection/projection.ts';
import type { RecordKind } from '../../src/model/record.ts';
import { sampleReports, storeReports } from '../support/samples.ts';
import { DIALECTS, testFolder, testStore, type TestStore } from '../support/stores.ts';

const FILTERS: readonly CountedFilter[] = ['accuser', 'accused', 'speaker', 'act', 'place', 'step', 'type'];
const KINDS: readonly (RecordKind | undefined)[] = [undefined, 'incident', 'statement', 'agreement'];

type Facets = Record<string, { value: string; entries: number }[]>;

async function facetsOf(projection: Projection): Promise<Facets> {
  const found: Facets = {};
  for (const kind of KINDS)
    for (const filter of FILTERS) found[`${kind} ${filter}`] = await projection.facet(filter, kind, 1000);
  return found;
}

/** As many as a list of that value has. */
async function expectListed(projection: Projection): Promise<void> {
  for (const kind of KINDS)
    for (const filter of FILTERS) {
      const values = await projection.facet(filter, kind, 1000);
      expect(values.map(({ entries }) => entries)).toEqual(
        values.map(({ entries }) => entries).toSorted((a, b) => b - a),
      );
      for (const { value, entries } of values) {
        const { rows } = await projection.entries({
          terms: [[filter, value]],
          ...(kind !== undefined && { kind }),
          limit: 1000,
        });
        expect(rows.length, `${kind} ${filter} ${value}`).toBe(entries);
      }
    }
}

/** An entry for each value, and each has it. */
async function expectSamples(projection: Projection): Promise<void> {
  const keys = (await projection.facet('place', undefined, 1000)).map(({ value }) => value);
  const samples = await projection.samples('place', [...keys, 'no such place']);
  expect([...samples.keys()].toSorted()).toEqual(keys.toSorted());
  for (const [key, id] of samples) {
    const [line] = await projection.lines([id]);
    expect(line!.places.map((place) => place.key)).toContain(key);
  }
}

describe.each(DIALECTS)('facets in %s', (dialect) => {
  let opened: TestStore;
  beforeEach(async () => void (opened = await testStore(dialect)));
  afterEach(() => opened.remove());

  test('follow reports and decisions, and what is undone', async () => {
    const { store } = opened;
    const reports = await sampleReports();
    const desk = await deskSource(store);
    await storeReports(store, reports.slice(0, 8));
    await desk.marks();
    const early = await facetsOf(store.projection);
    await expectListed(store.projection);
    await storeReports(store, reports.slice(8));
    await expectListed((await desk.view()).projection);
    const before = await facetsOf(store.projection);
    expect(before).not.toEqual(early);
    await expectSamples(store.projection);
    const { rows } = await store.projection.entries({ kind: 'incident', sort: 'priority', limit: 4 });
    const [decision] = await desk.decide([{ type: 'reject', target: rows[0]!.id, why: 'another war' }]);
    const [merge] = await desk.decide([{ type: 'merge', target: rows[1]!.id, other: rows[2]!.id, why: 'one night' }]);
    await expectListed(store.projection);
    expect(await facetsOf(store.projection)).not.toEqual(before);
    for (const one of [merge!, decision!]) await desk.decide([{ type: 'undo', target: one.id, why: 'a slip' }]);
    expect(await facetsOf(store.projection)).toEqual(before);
  });
});

test('a store from before the counts is counted when it is opened', async () => {
  const folder = testFolder();
  const store = await openSqliteStore(folder.path);
  await storeReports(store, await sampleReports());
  await (await deskSource(store)).marks();
  const kept = await facetsOf(store.projection);
  await store.close();
  const db = new DatabaseSync(join(folder.path, STORE_FILE));
  db.exec('drop table entry_counts; pragma user_version = 5');
  db.close();
  const again = await openSqliteStore(folder.path);
  expect(await facetsOf(again.projection)).toEqual(kept);
  await again.close();
  folder.remove();
});
