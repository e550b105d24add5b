/** Ways of reading a ledger: as of a date, explained, compared with an earlier one, hashed. */
import { describe, expect, test } from 'vitest';
import {
  addReports,
  createLedgerState,
  diffLedgers,
  explainEntry,
  foldLedger,
  hashLedger,
  ledgerOf,
  statusAt,
} from '../../src/ledger/ledger.ts';
import type { CodedRecord } from '../../src/model/record.ts';
import { agreement, incident, meeting, report } from '../support/ledger.ts';

const names = { KIR: 'Kiribati', TUV: 'Tuvalu' };
const KIR = 'KIR MIL: Defence Ministry';
const truce = agreement({ says: 'NOR GOV: Ministry', parties: ['KIR', 'TUV'], effective: '2019-05-01T06:00Z' });
const fire = { by: ['TUV MIL'], on: ['KIR'], places: ['Alba'], time: '2019-05-03T02:00Z' };
const reports = [
  report('a', '2019-05-01', [truce], { captured: '2019-05-01T08:00:00Z' }),
  report('b', '2019-05-03', [incident({ says: KIR, ...fire })], { captured: '2019-05-09T08:00:00Z' }),
  report('c', '2019-05-04', [incident({ says: 'TUV MIL: Ministry', factuality: 'denied', ...fire })], {
    captured: '2019-05-04T09:00:00Z',
  }),
  report('d', '2019-05-04', [meeting({ body: 'Lagoon Council', form: 'session', start: '2019-05-06' })], {
    captured: '2019-05-04T09:30:00Z',
  }),
  report('x', '', [incident({ says: KIR, by: ['TUV MIL'] })]),
];
const at = (asOf: string, asOfBy: 'report' | 'capture' = 'report') => foldLedger({ names, reports }, { asOf, asOfBy });
const told = (ledger: ReturnType<typeof at>) => [...new Set(ledger.entries.flatMap((entry) => entry.reports))].sort();

describe('as of', () => {
  test('a date holds the reports of that day, an instant those that had begun', () => {
    expect(told(at('2019-05-03'))).toEqual(['a', 'b']);
    expect(told(at('2019-05-02T23:59Z'))).toEqual(['a']);
    expect(told(at('2019-05-04T00:01Z'))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('capture time tells what was at hand', () => {
    expect(told(at('2019-05-04', 'capture'))).toEqual(['a', 'c', 'd']);
    expect(told(at('2019-05-10', 'capture'))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('leaves out what nothing dates, and says so', () => {
    expect(at('2019-05-10').undated).toEqual(['x']);
    expect(told(foldLedger({ names, reports }))).toContain('x');
  });

  test('no moment means the end of the last report', () => {
    const ledger = foldLedger({ names, reports });
    expect([ledger.asOf, ledger.asOfBasis]).toEqual(['2019-05-05T00:00:00Z', 'last report']);
    expect([at('2019-05-04').asOf, at('2019-05-04').asOfBasis]).toEqual(['2019-05-05T00:00:00Z', 'asked']);
  });

  test('refuses a moment that is none', () => {
    expect(() => at('yesterday')).toThrow(/"yesterday" is no date/);
  });

  test('the status of a truce at an instant is told with hindsight, the ledger as of it without', () => {
    const ledger = foldLedger({ names, reports });
    const { id } = ledger.truces[0]!;
    expect(statusAt(ledger, id, '2019-05-03T03:00Z')!.status).toBe('contested');
    expect(statusAt(ledger, id, '2019-05-02T00:00Z')!.status).toBe('in force, nothing alleged');
    expect(at('2019-05-02').truces[0]!.status).toBe('in force, nothing alleged');
    expect(statusAt(ledger, 'nothing', '2019-05-02')).toBeUndefined();
  });
});

describe('an explanation', () => {
  const ledger = foldLedger({ names, reports });
  const records = new Map<string, CodedRecord>(
    reports.flatMap((one) => one.records.map((record) => [record.id, record])),
  );
  const entry = ledger.entries.find((one) => one.kind === 'incident' && one.reports.length === 2)!;
  const explained = explainEntry(ledger, records, [], entry.id);

  test('names the records, the rules that made them and the words of each slot', () => {
    expect(
      explained.records.map(({ id, rule, attribution, factuality }) => [id, rule, attribution, factuality]),
    ).toEqual([
      ['b-incident-0', 'by-hand-incident', 'Defence Ministry', 'alleged'],
      ['c-incident-0', 'by-hand-incident', 'Ministry', 'denied'],
    ]);
    expect(explained.records[0]!.slots.find(({ name }) => name === 'places')).toEqual({
      name: 'places',
      label: 'Alba',
      spans: [{ start: 0, end: 40 }],
    });
  });

  test('gives the joins, the links with titles, and the ladder', () => {
    expect(explained.joins.map(({ a, b, rule }) => [a, b, rule])).toEqual([
      ['b-incident-0', 'c-incident-0', 'incident-same-words'],
    ]);
    expect(explained.links.map(({ type, title }) => [type, title])).toEqual([
      ['bears on', 'Ceasefire from 2019-05-01T06:00Z, Kiribati and Tuvalu'],
    ]);
    expect(explained.corroboration.step).toBe('one party alone');
  });

  test('of a truce has its status and reasons', () => {
    const { truce: explainedTruce, reasons } = explainEntry(ledger, records, [], ledger.truces[0]!.id);
    expect(explainedTruce!.status).toBe('contested');
    expect(reasons.map(({ rule }) => rule)).toContain('breach-alleged');
  });

  test('of nothing is an error that says so', () => {
    expect(() => explainEntry(ledger, records, [], 'incident-none')).toThrow(/incident-none/);
  });
});

test('what changed between two moments: statuses, due items, entries', () => {
  const changes = diffLedgers(at('2019-05-02'), at('2019-05-04'));
  expect(changes.map(({ type, text }) => `${type}: ${text}`)).toEqual([
    'status: Ceasefire from 2019-05-01T06:00Z, Kiribati and Tuvalu: in force, nothing alleged → contested',
    'agenda: Session of Lagoon Council: due',
    'new: Fire at Alba, alleged by Kiribati of Tuvalu',
    'new: Session of Lagoon Council',
  ]);
  expect(diffLedgers(at('2019-05-04'), at('2019-05-04'))).toEqual([]);
});

test('what is gone and what differs is told too', () => {
  const before = at('2019-05-04');
  const state = createLedgerState({ names });
  addReports(state, reports.slice(0, 2));
  const changes = diffLedgers(before, ledgerOf(state, { asOf: '2019-05-04' }));
  expect(changes.map(({ type, details }) => [type, details])).toEqual([
    ['changed', ['1 fewer report']],
    ['gone', []],
  ]);
});

test('the hash of a ledger is that of its content, also after a round through JSON', () => {
  const ledger = at('2019-05-04');
  expect(hashLedger(ledger)).toBe(ledger.hash);
  expect(hashLedger(JSON.parse(JSON.stringify(ledger)) as typeof ledger)).toBe(ledger.hash);
  const sorted = JSON.parse(JSON.stringify(ledger, Object.keys(flat(ledger)).sort())) as typeof ledger;
  expect(hashLedger(sorted)).toBe(ledger.hash);
  const [first, ...others] = ledger.entries;
  expect(hashLedger({ ...ledger, entries: [{ ...first!, title: 'Another' }, ...others] })).not.toBe(ledger.hash);
});

/** All keys that occur anywhere in a value. */
function flat(value: unknown, found: Record<string, true> = {}): Record<string, true> {
  if (Array.isArray(value)) for (const one of value) flat(one, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) {
      found[key] = true;
      flat(one, found);
    }
  return found;
}
