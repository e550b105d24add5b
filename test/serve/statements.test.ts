/** Statements asked for by an act show that act first, and words that do it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Facets, StatementLine } from '../../src/serve/api/types.ts';
import { testApi, type TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => void (api = await testApi('sqlite')));
afterAll(() => api.remove());

test('the asked act stands first, with the words of a record that has it', async () => {
  const { acts } = (await api.get<Facets>('/facets?kind=statement')).body.data;
  let [several, moved] = [0, 0];
  for (const { key, entries } of acts) {
    const rows = (await api.get<StatementLine[]>(`/statements?act=${key}&limit=500`)).body.data;
    expect(rows, key).toHaveLength(entries);
    for (const row of rows) {
      expect(row.acts?.[0], row.id).toBe(key);
      expect(new Set(row.acts).size).toBe(row.acts!.length);
      const [record] = await api.store.records({ ids: [row.words!.record] });
      expect(record, row.id).toMatchObject({ kind: 'statement', act: { value: key } });
      if (row.acts!.length > 1) several++;
      if (row.facts['act'] !== key) moved++;
    }
  }
  expect(several).toBeGreaterThan(0);
  expect(moved).toBeGreaterThan(0);
});

test('without an act nothing is put first', async () => {
  const rows = (await api.get<StatementLine[]>('/statements?limit=20')).body.data;
  expect(rows.every((row) => row.acts === undefined && row.words !== undefined)).toBe(true);
});
