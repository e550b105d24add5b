/** What must hold for any reports and decisions, in any order: the ledger is a function of the set. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type LedgerState,
  addDecision,
  addReports,
  createLedgerState,
  foldLedger,
  ledgerOf,
  removeReport,
  setDecisions,
  takeDelta,
  trackChanges,
} from '../../src/ledger/ledger.ts';
import type { Decision } from '../../src/model/decision.ts';
import type {
  AgendaItem,
  Changed,
  CodedReport,
  CoverageDay,
  Entry,
  Ledger,
  LedgerDelta,
  Story,
  Truce,
} from '../../src/model/ledger.ts';
import { someDecisions, someReports } from '../support/arbitrary-ledger.ts';

const RUNS = { numRuns: 150 };

const world = someReports(12).chain((reports) =>
  fc.record({
    reports: fc.constant(reports),
    decisions: someDecisions(reports),
    shuffled: fc.shuffledSubarray(reports, { minLength: reports.length }),
    cuts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 }),
    absent: fc.subarray(reports),
  }),
);

/** Adds in batches of the given sizes and looks at the ledger in between, as a desk does. */
function addInBatches(state: LedgerState, reports: readonly CodedReport[], cuts: readonly number[]): void {
  let at = 0;
  for (let turn = 0; at < reports.length; turn++) {
    const size = cuts[turn % cuts.length]!;
    addReports(state, reports.slice(at, at + size));
    if (turn % 2 === 0) ledgerOf(state);
    at += size;
  }
}

const fold = (reports: readonly CodedReport[], decisions: readonly Decision[]): Ledger =>
  foldLedger({ reports, decisions });

/** What differs between two ledgers, so that a failure names it; nothing when their hashes agree. */
function unlike(a: Ledger, b: Ledger): Partial<Record<keyof Ledger, unknown>> {
  if (a.hash === b.hash) return {};
  const keys = Object.keys(a) as (keyof Ledger)[];
  const differing = keys.filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
  return Object.fromEntries(differing.map((key) => [key, [a[key], b[key]]]));
}

test('the order of arrival changes nothing', () => {
  fc.assert(
    fc.property(world, ({ reports, shuffled, decisions }) => {
      expect(unlike(fold(shuffled, decisions.toReversed()), fold(reports, decisions))).toEqual({});
    }),
    RUNS,
  );
});

test('batches, looks in between and late decisions change nothing', () => {
  fc.assert(
    fc.property(world, ({ reports, shuffled, decisions, cuts }) => {
      const state = createLedgerState();
      const half = Math.ceil(shuffled.length / 2);
      addInBatches(state, shuffled.slice(0, half), cuts);
      for (let n = 1; n <= decisions.length; n++) {
        setDecisions(state, decisions.slice(0, n));
        if (n % 2 === 0) ledgerOf(state);
      }
      addInBatches(state, shuffled.slice(half), cuts);
      expect(unlike(ledgerOf(state), fold(reports, decisions))).toEqual({});
    }),
    RUNS,
  );
});

test('reading a report twice changes nothing', () => {
  fc.assert(
    fc.property(world, ({ reports, shuffled, decisions, cuts }) => {
      const state = createLedgerState({ decisions });
      addInBatches(state, reports, cuts);
      addInBatches(state, shuffled, cuts);
      expect(unlike(ledgerOf(state), fold(reports, decisions))).toEqual({});
    }),
    RUNS,
  );
});

test('removing reports removes exactly what they contributed', () => {
  fc.assert(
    fc.property(world, ({ reports, absent, decisions, cuts }) => {
      const state = createLedgerState({ decisions });
      addInBatches(state, reports, cuts);
      for (const [index, { card }] of absent.entries()) {
        removeReport(state, card.id);
        if (index % 2 === 0) ledgerOf(state);
      }
      const left = reports.filter((report) => !absent.includes(report));
      expect(unlike(ledgerOf(state), fold(left, decisions))).toEqual({});
    }),
    RUNS,
  );
});

test('every record stands in one entry, and every report in one story', () => {
  fc.assert(
    fc.property(world, ({ reports, decisions }) => {
      const ledger = fold(reports, decisions);
      const records = ledger.entries.flatMap((entry) => entry.records);
      expect(records.toSorted()).toEqual(reports.flatMap((report) => report.records.map(({ id }) => id)).sort());
      expect(ledger.stories.flatMap((story) => story.reports).sort()).toEqual(
        reports.map(({ card }) => card.id).sort(),
      );
      expect(new Set(ledger.entries.map((entry) => entry.id)).size).toBe(ledger.entries.length);
    }),
    RUNS,
  );
});

test('a ledger as of a day is the ledger of the reports up to it', () => {
  fc.assert(
    fc.property(world, ({ reports, decisions }) => {
      const asOf = '2019-05-05';
      const known = reports.filter(({ card }) => card.published.value !== undefined && card.published.value <= asOf);
      const then = foldLedger({ reports, decisions }, { asOf });
      const only = foldLedger({ reports: known, decisions }, { asOf });
      expect({ ...then, hash: '', undated: [] }).toEqual({ ...only, hash: '' });
    }),
    RUNS,
  );
});

/** A list as somebody keeps it who hears only what changed. */
function keeping<T>(first: readonly T[], keyOf: (one: T) => string) {
  const kept = new Map(first.map((one) => [keyOf(one), one]));
  return {
    mend({ changed, gone }: Changed<T>): void {
      expect(changed.map(keyOf).filter((key) => gone.includes(key))).toEqual([]);
      for (const key of gone) expect(kept.delete(key)).toBe(true);
      for (const one of changed) kept.set(keyOf(one), one);
    },
    /** Nothing is told that is as it was told before. */
    isNews: ({ changed }: Changed<T>): boolean =>
      changed.every((one) => JSON.stringify(kept.get(keyOf(one))) !== JSON.stringify(one)),
    all: () => [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
  };
}

const LISTS = {
  entries: ({ id }: Entry) => id,
  truces: ({ id }: Truce) => id,
  agenda: ({ entry }: AgendaItem) => entry,
  stories: ({ id }: Story) => id,
  coverage: ({ day, side }: CoverageDay) => `${day} ${side}`,
};

/** A store that is mended by deltas. */
function storeOf(ledger: Ledger) {
  const entries = keeping(ledger.entries, LISTS.entries);
  const truces = keeping(ledger.truces, LISTS.truces);
  const agenda = keeping(ledger.agenda, LISTS.agenda);
  const stories = keeping(ledger.stories, LISTS.stories);
  const coverage = keeping(ledger.coverage, LISTS.coverage);
  let brief: object = briefOf(ledger);
  return {
    mend(delta: LedgerDelta): void {
      expect({
        truces: truces.isNews(delta.truces),
        agenda: agenda.isNews(delta.agenda),
        stories: stories.isNews(delta.stories),
        coverage: coverage.isNews(delta.coverage),
      }).toEqual({ truces: true, agenda: true, stories: true, coverage: true });
      entries.mend(delta.entries);
      truces.mend(delta.truces);
      agenda.mend(delta.agenda);
      stories.mend(delta.stories);
      coverage.mend(delta.coverage);
      brief = delta.head;
    },
    held: () => ({
      ...brief,
      entries: entries.all(),
      truces: truces.all(),
      agenda: agenda.all(),
      stories: stories.all(),
      coverage: coverage.all(),
    }),
  };
}

const briefOf = ({ entries: _e, truces: _t, agenda: _a, stories: _s, coverage: _c, ...brief }: Ledger) => brief;

/** A ledger with its lists in the order of their keys. */
const byKeys = (ledger: Ledger) => storeOf(ledger).held();

test('deltas keep a store equal to the ledger, to the letter', () => {
  fc.assert(
    fc.property(world, ({ reports, shuffled, absent, decisions, cuts }) => {
      const state = createLedgerState();
      addReports(state, shuffled.slice(0, 3));
      const store = storeOf(ledgerOf(state));
      trackChanges(state);
      const steps = [
        ...decisions.map((decision) => () => addDecision(state, decision)),
        ...shuffled.slice(3).map((report) => () => addReports(state, [report])),
        ...absent.map(
          ({ card }) =>
            () =>
              removeReport(state, card.id),
        ),
      ];
      for (const [index, step] of steps.entries()) {
        step();
        if (index % (cuts[0] ?? 1) === 0) store.mend(takeDelta(state));
        if (index % 5 === 4) ledgerOf(state);
      }
      store.mend(takeDelta(state));
      const left = reports.filter((report) => !absent.includes(report));
      expect(store.held()).toEqual(byKeys(fold(left, decisions)));
    }),
    RUNS,
  );
});

test('a delta of nothing tells nothing', () => {
  fc.assert(
    fc.property(world, ({ reports, decisions }) => {
      const state = createLedgerState({ decisions });
      addReports(state, reports);
      const { hash } = ledgerOf(state);
      trackChanges(state);
      addReports(state, reports);
      const { head, entries: _, ...lists } = takeDelta(state);
      expect(head.hash).toBe(hash);
      for (const { changed, gone } of Object.values(lists)) expect([...changed, ...gone]).toEqual([]);
    }),
    RUNS,
  );
});

const pair = someReports(8)
  .map((reports) => ({
    reports,
    targets: reports.flatMap(({ card, records }) =>
      records.map((record) => ({ anchor: { report: card.id, kind: record.kind, spans: record.spans }, id: record.id })),
    ),
  }))
  .chain(({ reports, targets }) =>
    fc.record({
      reports: fc.constant(reports),
      pairs: fc.constant(
        targets.flatMap((a, index) =>
          targets.slice(index + 1).flatMap((b) => (a.anchor.kind === b.anchor.kind ? [[a, b] as const] : [])),
        ),
      ),
      at: fc.nat(),
    }),
  );

const entryOf = (ledger: Ledger, record: string): string =>
  ledger.entries.find((entry) => entry.records.includes(record))!.id;

describe('merge, split and undo', () => {
  const base = (id: string) => ({ id, at: `2019-06-01T00:00:0${id.slice(1)}Z`, by: 'desk', why: 'one thing' });

  const check = (
    then: (reports: CodedReport[], merge: Decision, split: Decision, ids: [string, string]) => void,
  ): void => {
    fc.assert(
      fc.property(pair, ({ reports, pairs, at }) => {
        if (pairs.length === 0) return;
        const [a, b] = pairs[at % pairs.length]!;
        then(
          reports,
          { ...base('d1'), type: 'merge', target: a.anchor, other: b.anchor },
          { ...base('d2'), type: 'split', target: a.anchor, other: b.anchor },
          [a.id, b.id],
        );
      }),
      RUNS,
    );
  };

  test('merge makes one entry of two', () =>
    check((reports, merge, _, [a, b]) => {
      const ledger = fold(reports, [merge]);
      expect(entryOf(ledger, a)).toBe(entryOf(ledger, b));
    }));

  test('split makes two of one', () =>
    check((reports, _, split, [a, b]) => {
      const ledger = fold(reports, [split]);
      expect(entryOf(ledger, a)).not.toBe(entryOf(ledger, b));
    }));

  test('merge then split restores what the merge joined', () =>
    check((reports, merge, split, [a, b]) => {
      const before = fold(reports, []);
      if (entryOf(before, a) === entryOf(before, b)) return;
      const groups = (ledger: Ledger) => ledger.entries.map((entry) => entry.records.toSorted().join(' ')).sort();
      expect(groups(fold(reports, [merge, split]))).toEqual(groups(before));
    }));

  test('undo restores the ledger to the letter', () =>
    check((reports, merge) => {
      const undo: Decision = { ...base('d3'), type: 'undo', decision: merge.id };
      expect(unlike(fold(reports, [merge, undo]), fold(reports, []))).toEqual({});
    }));

  test('an undone undo leaves the decision standing', () =>
    check((reports, merge) => {
      const undo: Decision = { ...base('d3'), type: 'undo', decision: merge.id };
      const again: Decision = { ...base('d4'), type: 'undo', decision: undo.id };
      expect(unlike(fold(reports, [merge, undo, again]), fold(reports, [merge]))).toEqual({});
    }));
});
