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
  takeChanges,
  takeDelta,
  trackChanges,
} from '../../src/ledger/ledger.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { CodedReport, Ledger, LedgerHead } from '../../src/model/ledger.ts';
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

test('changes mend a copy of the ledger', () => {
  fc.assert(
    fc.property(world, ({ reports, absent, decisions, cuts }) => {
      const state = createLedgerState({ decisions });
      addReports(state, reports.slice(0, 4));
      trackChanges(state);
      const before = ledgerOf(state);
      const entries = new Map(before.entries.map(({ story: _, ...entry }) => [entry.id, entry]));
      const truces = new Set(before.truces.map((truce) => truce.id));
      const mend = (): void => {
        const changes = takeChanges(state);
        for (const id of changes.gone) entries.delete(id);
        for (const id of changes.goneTruces) truces.delete(id);
        for (const entry of changes.entries) entries.set(entry.id, entry);
        for (const truce of changes.truces) truces.add(truce.id);
      };
      for (let at = 4; at < reports.length; at += cuts[0]!) {
        addReports(state, reports.slice(at, at + cuts[0]!));
        mend();
      }
      for (const { card } of absent) removeReport(state, card.id);
      mend();
      const after = ledgerOf(state);
      const plain = after.entries.map(({ story: _, ...entry }) => entry);
      expect([...entries.values()].sort(byId)).toEqual(plain.sort(byId));
      if (after.asOf === undefined) return;
      expect([...truces].sort()).toEqual(after.truces.map(({ id }) => id).sort());
    }),
    RUNS,
  );
});

test('deltas keep a store equal to the ledger, to the letter', () => {
  fc.assert(
    fc.property(world, ({ reports, shuffled, absent, decisions, cuts }) => {
      const state = createLedgerState();
      addReports(state, shuffled.slice(0, 3));
      const { entries: first, ...rest } = ledgerOf(state);
      trackChanges(state);
      const kept = new Map(first.map((entry) => [entry.id, entry]));
      let head: LedgerHead = rest;
      const mend = (): void => {
        const delta = takeDelta(state);
        expect(delta.gone.filter((id) => delta.entries.some((entry) => entry.id === id))).toEqual([]);
        for (const id of delta.gone) expect(kept.delete(id)).toBe(true);
        for (const entry of delta.entries) kept.set(entry.id, entry);
        ({ head } = delta);
      };
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
        if (index % (cuts[0] ?? 1) === 0) mend();
      }
      mend();
      const left = reports.filter((report) => !absent.includes(report));
      const { entries, ...whole } = fold(left, decisions);
      expect(head).toEqual(whole);
      expect([...kept.values()].sort(byId)).toEqual(entries.toSorted(byId));
    }),
    RUNS,
  );
});

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

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
