/** A ledger that is kept live writes what a fold from nothing writes, in both databases, however reports arrive. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSituations } from '../../src/lexicon/situations.ts';
import type { Anchor, Decision } from '../../src/model/decision.ts';
import type { EntryLine } from '../../src/model/lines.ts';
import { createKeeper } from '../../src/work/keeper.ts';
import { rebuildLedger } from '../../src/work/refold.ts';
import type { Store } from '../../src/store/store.ts';
import { sampleReports, storeReports } from '../support/samples.ts';
import { DIALECTS, testStore, type TestStore } from '../support/stores.ts';

const situations = loadSituations();
const now = (): string => '2022-09-24T00:00:00Z';

/** Everything that lists are read from. */
async function seen(store: Store): Promise<unknown> {
  const { projection } = store;
  const all = { limit: 10_000 };
  return {
    head: await projection.head(),
    entries: await projection.entries(all),
    bodies: await store.entries({}),
    truces: await projection.truces(all),
    agenda: await projection.agenda(all),
    stories: await projection.stories(all),
    coverage: await projection.coverage(all),
    accusers: await projection.facet('accuser', undefined, 100),
    places: await projection.facet('place', undefined, 100),
  };
}

const decisionOn = (line: EntryLine, anchor: Anchor, type: 'confirm' | 'reject'): Decision => ({
  id: `${type}-${line.id}`.slice(0, 20),
  at: now(),
  by: 'ana',
  why: 'seen',
  type,
  target: anchor,
});

describe.each(DIALECTS)('keeper on %s', (dialect) => {
  let live: TestStore;
  let folded: TestStore;
  beforeEach(async () => {
    [live, folded] = [await testStore(dialect), await testStore(dialect)];
  });
  afterEach(async () => {
    await live.remove();
    await folded.remove();
  });

  async function anchorOf(line: EntryLine) {
    const [record] = await live.store.records({ ids: [line.record] });
    return { report: record!.report, kind: record!.kind, spans: record!.spans };
  }

  test('reports and decisions one after the other give what a fold gives', async () => {
    const reports = await sampleReports();
    const keeper = createKeeper(live.store, situations, now);
    for (const part of [reports.slice(0, 9), reports.slice(9, 10), reports.slice(10)]) {
      await storeReports(live.store, part);
      await keeper.refresh();
    }
    const { rows } = await live.store.projection.entries({ kind: 'incident', limit: 2 });
    const decisions = [
      decisionOn(rows[0]!, await anchorOf(rows[0]!), 'confirm'),
      decisionOn(rows[1]!, await anchorOf(rows[1]!), 'reject'),
    ];
    const { hash } = await keeper.decide(decisions);

    await storeReports(folded.store, reports);
    await folded.store.addDecisions(decisions);
    expect((await rebuildLedger(folded.store, situations)).hash).toBe(hash);
    expect(await seen(live.store)).toEqual(await seen(folded.store));
    expect(await live.store.ledger()).toEqual(await folded.store.ledger());
  });

  test('a preview tells what would change and keeps nothing', async () => {
    await storeReports(live.store, await sampleReports());
    const keeper = createKeeper(live.store, situations, now);
    const { hash } = await keeper.refresh();
    const before = await seen(live.store);
    const { rows } = await live.store.projection.entries({ kind: 'incident', limit: 1 });
    const decision = decisionOn(rows[0]!, await anchorOf(rows[0]!), 'reject');
    const delta = await keeper.preview([decision]);
    expect(delta.entries.changed.find(({ id }) => id === rows[0]!.id)?.review).toBe('rejected');
    expect(await seen(live.store)).toEqual(before);
    expect((await keeper.refresh()).hash).toBe(hash);
    expect((await keeper.decide([decision])).hash).toBe(delta.head.hash);
  });

  test('the first decision after a start is written as a delta', async () => {
    await storeReports(live.store, await sampleReports());
    await rebuildLedger(live.store, situations);
    const { rows } = await live.store.projection.entries({ kind: 'incident', limit: 1 });
    const decision = decisionOn(rows[0]!, await anchorOf(rows[0]!), 'confirm');
    const { changes } = await live.store.marks();
    const { hash } = await createKeeper(live.store, situations, now).decide([decision]);
    expect((await rebuildLedger(live.store, situations)).hash).toBe(hash);
    const told = await live.store.changes({ after: changes, limit: 1000 });
    expect(told.map(({ type }) => type)).toEqual(['decision', 'changed']);
  });

  test('what another process folds is taken over, and what it recodes is read anew', async () => {
    const reports = await sampleReports();
    await storeReports(live.store, reports.slice(0, 12));
    const keeper = createKeeper(live.store, situations, now);
    await keeper.refresh();
    const other = await live.reopen();
    await storeReports(other, reports.slice(12), 'run-2');
    const { hash } = await rebuildLedger(other, situations);
    expect((await keeper.refresh()).hash).toBe(hash);
    await other.recode({ ...reports[0]!, records: [] });
    await other.close();
    const after = await keeper.refresh();
    expect(after.hash).not.toBe(hash);
    expect((await rebuildLedger(live.store, situations)).hash).toBe(after.hash);
  });

  test('only what differs is written, and the log tells it', async () => {
    const reports = await sampleReports();
    await storeReports(live.store, reports.slice(0, -1));
    const keeper = createKeeper(live.store, situations, now);
    await keeper.refresh();
    const { changes } = await live.store.marks();
    await storeReports(live.store, reports.slice(-1));
    await keeper.refresh();
    const told = await live.store.changes({ after: changes, limit: 1000 });
    expect(told[0]).toMatchObject({ type: 'report', id: reports.at(-1)!.id });
    expect(told.some(({ type }) => type === 'new')).toBe(true);
    expect(told.length).toBeLessThan((await live.store.counts('')).entries / 2);
    const again = await live.store.marks();
    await rebuildLedger(live.store, situations);
    expect((await live.store.marks()).changes).toBe(again.changes);
  });
});
