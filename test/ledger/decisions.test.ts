/** What analysts lay down: it holds by its evidence, stands in the order in which it was laid down, and can be undone. */
import { describe, expect, test } from 'vitest';
import { recordAt, standingDecisions } from '../../src/ledger/decisions.ts';
import { foldLedger } from '../../src/ledger/ledger.ts';
import type { Anchor, Decision } from '../../src/model/decision.ts';
import type { CodedReport } from '../../src/model/ledger.ts';
import { agreement, incident, report, toll } from '../support/ledger.ts';
import { entriesOf, matrixOf } from '../support/sketch.ts';

const names = { KIR: 'Kiribati', TUV: 'Tuvalu' };
const KIR = 'KIR MIL: Defence Ministry';
const shelling = (place: string, hour: string) =>
  incident({ says: KIR, by: ['TUV MIL'], on: ['KIR'], places: [place], time: `2019-05-03T${hour}:00Z` });

const reports = [
  report('a', '2019-05-02', [agreement({ parties: ['KIR', 'TUV'], effective: '2019-05-01T06:00Z' })]),
  report('b', '2019-05-04', [shelling('Alba', '02'), shelling('Dora', '10')]),
  report('c', '2019-05-04', [shelling('Alba', '02'), toll({ says: KIR, side: 'KIR: Kiribati', killed: 5 })]),
];

const anchor = (id: string, index: number): Anchor => {
  const { card, records } = reports.find((one) => one.card.id === id)!;
  return { report: card.id, kind: records[index]!.kind, spans: records[index]!.spans };
};

let count = 0;
const base = (): Pick<Decision, 'id' | 'at' | 'by' | 'why'> => ({
  id: `d${++count}`,
  at: `2019-06-01T00:00:${String(count).padStart(2, '0')}Z`,
  by: 'Ada',
  why: 'read again',
});

const fold = (decisions: readonly Decision[], of: readonly CodedReport[] = reports) =>
  foldLedger({ names, reports: of, decisions });

describe('a decision', () => {
  test('rejects an incident: it stays readable and counts no more', () => {
    const ledger = fold([{ ...base(), type: 'reject', target: anchor('b', 1) }]);
    const [one, other] = ledger.entries.filter((entry) => entry.kind === 'incident');
    expect([one!.review, other!.review]).toEqual(['unreviewed', 'rejected']);
    expect(matrixOf(ledger.truces[0])).toEqual(['KIR accuses TUV: alone 1']);
  });

  test('grades an entry, and repetition does not', () => {
    const grade = { ...base(), type: 'grade', target: anchor('b', 0), grade: 'B2' } as const;
    expect(fold([grade]).entries.find((entry) => entry.kind === 'incident')!.corroboration.grade).toBe('B2');
    expect(fold([]).entries.find((entry) => entry.kind === 'incident')!.corroboration.grade).toBeUndefined();
  });

  test('corrects a slot, and the coded value stays beside it', () => {
    const ledger = fold([{ ...base(), type: 'correct', target: anchor('c', 1), slot: 'killed', value: { best: 6 } }]);
    const killed = ledger.entries.find((entry) => entry.kind === 'toll')!.slots.find((slot) => slot.name === 'killed')!;
    expect(killed.readings.map(({ label, evidence }) => [label, evidence[0]!.rule?.replace(/\d+/, 'N')])).toEqual([
      ['6', 'decision-dN'],
      ['5', 'before-correction'],
    ]);
  });

  test('corrects what fusion goes by', () => {
    const place = { name: 'Alba', key: 'alba', relation: 'at' } as const;
    const time = { value: '2019-05-03T02:00Z' };
    const ledger = fold([
      { ...base(), type: 'correct', target: anchor('b', 1), slot: 'places', value: [place] },
      { ...base(), type: 'correct', target: anchor('b', 1), slot: 'time', value: time },
    ]);
    expect(entriesOf(ledger, 'incident')).toEqual([
      'Fire at Alba, alleged by Kiribati of Tuvalu | one party alone | b c',
    ]);
  });

  test('merges two entries, with the analyst as the reason', () => {
    const merge = { ...base(), type: 'merge', target: anchor('b', 1), other: anchor('c', 0) } as const;
    const [entry, ...others] = fold([merge]).entries.filter(({ kind }) => kind === 'incident');
    expect(others).toEqual([]);
    expect(entry!.records).toHaveLength(3);
    expect(entry!.joins.map((join) => join.rule)).toContain('decision-merge');
    expect(entry!.decisions).toEqual([merge.id]);
  });

  test('says which side an actor belongs to', () => {
    const proxy = report('p', '2019-05-05', [
      incident({ says: KIR, by: ['FJI REB: Reef Front'], places: ['Esta'], time: '2019-05-04T02:00Z' }),
    ]);
    const side = (code: string, key: string): Decision => ({
      ...base(),
      type: 'side',
      code,
      side: key,
      situation: 'war',
    });
    const decisions = [side('KIR', 'KIR'), side('TUV', 'TUV'), side('FJI REB', 'TUV')];
    const all = [...reports, proxy];
    expect(matrixOf(fold([], all).truces[0])).toEqual(['KIR accuses TUV: alone 2']);
    expect(matrixOf(fold(decisions, all).truces[0])).toEqual(['KIR accuses TUV: alone 3']);
  });

  test('on two kinds, or on evidence that is gone, waits in the queue', () => {
    const lost = { report: 'gone', kind: 'incident', spans: [{ start: 0, end: 9 }] } as const;
    const confirm = { ...base(), type: 'confirm', target: lost } as const;
    const merge = { ...base(), type: 'merge', target: anchor('b', 0), other: anchor('c', 1) } as const;
    expect(fold([confirm, merge]).unattached).toEqual([confirm.id, merge.id]);
  });
});

describe('re-coding', () => {
  const recoded = (shift: number): CodedReport => {
    const { card, records } = reports[1]!;
    const moved = records.map((record) => ({
      ...record,
      id: `new-${record.id}`,
      spans: record.spans.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
    }));
    return { card, records: moved };
  };

  test('keeps a decision whose words another record now carries', () => {
    const reject = { ...base(), type: 'reject', target: anchor('b', 1) } as const;
    const ledger = fold([reject], [reports[0]!, recoded(10), reports[2]!]);
    expect(ledger.entries.filter(({ review }) => review === 'rejected').map(({ records }) => records)).toEqual([
      ['new-b-incident-1'],
    ]);
    expect(ledger.unattached).toEqual([]);
  });

  test('queues a decision whose words no record carries', () => {
    const reject = { ...base(), type: 'reject', target: anchor('b', 1) } as const;
    const ledger = fold([reject], [reports[0]!, recoded(1000), reports[2]!]);
    expect(ledger.unattached).toEqual([reject.id]);
    expect(ledger.entries.every(({ review }) => review === 'unreviewed')).toBe(true);
  });
});

test('the record that shares most of the words is the one that was meant', () => {
  const records = [
    { ...reports[1]!.records[0]!, id: 'far', spans: [{ start: 0, end: 12 }] },
    { ...reports[1]!.records[0]!, id: 'near', spans: [{ start: 5, end: 30 }] },
  ];
  expect(recordAt({ report: 'b', kind: 'incident', spans: [{ start: 4, end: 30 }] }, records)?.id).toBe('near');
  expect(recordAt({ report: 'b', kind: 'toll', spans: [{ start: 4, end: 30 }] }, records)).toBeUndefined();
});

test('undoing an undo leaves the first decision standing', () => {
  const confirm = { ...base(), type: 'confirm', target: anchor('b', 0) } as const;
  const undo = { ...base(), type: 'undo', decision: confirm.id } as const;
  const again = { ...base(), type: 'undo', decision: undo.id } as const;
  expect(standingDecisions([again, confirm, undo])).toEqual([confirm]);
  expect(standingDecisions([undo, confirm])).toEqual([]);
});
