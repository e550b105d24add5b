/** The life of truces: scenarios of a few short reports with the expected ledger written out. */
import { describe, expect, test } from 'vitest';
import { foldLedger, statusAt } from '../../src/ledger/ledger.ts';
import { agreement, incident, observation, report, statement, toll } from '../support/ledger.ts';
import { entriesOf, historyOf, matrixOf, trucesOf } from '../support/sketch.ts';

const names = { KIR: 'Kiribati', TUV: 'Tuvalu', NOR: 'Norway' };
const KIR = 'KIR MIL: Defence Ministry of Kiribati';
const TUV = 'TUV MIL: Defence Ministry of Tuvalu';
const NOR = 'NOR GOV: Foreign Ministry';
const parties = ['KIR', 'TUV'];

describe('a truce announced by one side only', () => {
  const reports = [
    report('a', '2019-05-02', [
      agreement({ says: 'KIR GOV: Security Council', stage: 'agreed', parties, effective: '2019-05-02T16:00Z' }),
    ]),
    report('b', '2019-05-03', [observation({ says: KIR, period: '2019-05-02/2019-05-03' })]),
  ];

  test('is in force, with a note that the other side has said nothing and that quiet was seen by one side', () => {
    const ledger = foldLedger({ names, reports }, { asOf: '2019-05-03T20:00Z' });
    expect(trucesOf(ledger)).toEqual([
      'Ceasefire from 2019-05-02T16:00Z, Kiribati and Tuvalu: in force, nothing alleged',
    ]);
    expect(ledger.truces[0]!.reasons.map((reason) => reason.rule)).toEqual([
      'effect-stated',
      'announced-by-one-side',
      'no-violations-observed',
    ]);
    expect(ledger.truces[0]!.reasons[1]!.text).toBe(
      'announced by Kiribati; no word of it from Tuvalu in these reports',
    );
    expect(ledger.truces[0]!.hoursQuiet).toBe(28);
  });

  test('shows the silence of the other side as a gap', () => {
    const ledger = foldLedger({ names, reports }, { asOf: '2019-05-04' });
    expect(ledger.truces[0]!.gaps).toEqual([
      { side: 'KIR', from: '2019-05-04', until: '2019-05-04' },
      { side: 'TUV', from: '2019-05-02', until: '2019-05-04' },
    ]);
  });

  test('loses the note when the other side confirms it', () => {
    const other = report('c', '2019-05-03', [
      agreement({ says: 'TUV GOV: President', stage: 'in force', parties, effective: '2019-05-02T16:00Z' }),
    ]);
    const ledger = foldLedger({ names, reports: [...reports, other] }, { asOf: '2019-05-04' });
    expect(ledger.truces[0]!.reasons.map((reason) => reason.rule)).not.toContain('announced-by-one-side');
    expect(ledger.entries.find((entry) => entry.kind === 'agreement')!.corroboration.step).toBe('other party admits');
    expect(ledger.truces[0]!.reaffirmedBy.map((origin) => origin.side)).toEqual(['TUV']);
  });
});

describe('a truce that starts in the future', () => {
  const reports = [
    report('a', '2019-05-02', [agreement({ says: NOR, stage: 'agreed', parties, effective: '2019-05-06T05:00Z' })]),
    report('b', '2019-05-04', [
      incident({ says: KIR, by: ['TUV MIL'], on: ['KIR'], places: ['Alba'], time: '2019-05-04T03:00Z' }),
    ]),
  ];
  const at = (asOf: string) => foldLedger({ names, reports }, { asOf }).truces[0]!;

  test('is announced until it takes effect, then in force', () => {
    expect(at('2019-05-03').status).toBe('announced');
    expect(at('2019-05-03').hoursQuiet).toBeUndefined();
    expect(at('2019-05-06T05:00Z').status).toBe('in force, nothing alleged');
  });

  test('is not broken by what was done before', () => {
    const ledger = foldLedger({ names, reports }, { asOf: '2019-05-07' });
    expect(ledger.truces[0]!.before).toHaveLength(1);
    expect(ledger.truces[0]!.breaches).toEqual([]);
    const [act] = ledger.entries.filter((entry) => entry.kind === 'incident');
    expect(act!.links).toEqual([
      {
        type: 'not against',
        entry: ledger.truces[0]!.id,
        reason:
          'the act is put at 2019-05-04T03:00:00Z, 50 hours before this truce took effect at 2019-05-06T05:00:00Z: it is not a breach of it',
      },
    ]);
  });
});

describe('a pause extended twice, then broken off', () => {
  const pause = { parties, effective: '2019-05-02T06:00Z' };
  const reports = [
    report('a', '2019-05-01', [agreement({ says: NOR, stage: 'agreed', until: '2019-05-04T06:00Z', ...pause })]),
    report('b', '2019-05-03', [agreement({ says: NOR, stage: 'extended', parties, until: '2019-05-06T06:00Z' })]),
    report('c', '2019-05-05', [agreement({ says: NOR, stage: 'extended', parties, until: '2019-05-09T06:00Z' })]),
    report('d', '2019-05-07', [
      agreement({
        says: 'TUV GOV: President',
        factuality: 'asserted',
        stage: 'broken off',
        parties,
        time: '2019-05-07T09:00Z',
      }),
    ]),
  ];
  const ledger = foldLedger({ names, reports }, { asOf: '2019-05-20' });

  test('is one truce with three ends, the last of which counts', () => {
    expect(entriesOf(ledger, 'agreement')).toHaveLength(1);
    const until = ledger.entries[0]!.slots.find((slot) => slot.name === 'until')!;
    expect(until.readings.map((reading) => reading.label)).toEqual([
      '2019-05-09T06:00Z',
      '2019-05-06T06:00Z',
      '2019-05-04T06:00Z',
    ]);
    expect(ledger.entries[0]!.differences.find((one) => one.slot === 'until')!.type).toBe('update');
  });

  test('runs through its statuses', () => {
    expect(historyOf(ledger.truces[0])).toBe('announced → in force, nothing alleged → declared over');
    const status = (at: string) => statusAt(ledger, ledger.truces[0]!.id, at)!.status;
    expect(status('2019-05-01T12:00Z')).toBe('announced');
    expect(status('2019-05-04T12:00Z')).toBe('in force, nothing alleged');
    expect(status('2019-05-07T08:59Z')).toBe('in force, nothing alleged');
    expect(status('2019-05-07T09:00Z')).toBe('declared over');
  });

  test('had expired at its first end, as far as was known before the first extension', () => {
    const early = foldLedger({ names, reports: reports.slice(0, 1) }, { asOf: '2019-05-05' });
    expect(early.truces[0]!.status).toBe('expired');
  });
});

describe('breaches on both sides of midnight in three zones', () => {
  const truce = agreement({ says: NOR, parties, effective: '2019-05-02T00:00 Asia/Tbilisi' });
  const act = (time: string, place: string) =>
    incident({ says: KIR, by: ['TUV MIL'], on: ['KIR'], places: [place], time });
  const ledger = foldLedger({
    names,
    reports: [
      report('a', '2019-05-01', [truce]),
      report('b', '2019-05-02', [
        act('2019-05-01T23:50 Asia/Tbilisi', 'Alba'),
        act('2019-05-02T00:10 Asia/Tbilisi', 'Brea'),
        act('2019-05-01T23:10 Europe/Moscow', 'Cori'),
        act('2019-05-01T19:50 Etc/UTC', 'Dora'),
        act('2019-05-01T20:10 Etc/UTC', 'Esta'),
      ]),
    ],
  });

  test('are told apart by the instant, whatever the clock of the teller', () => {
    const title = (id: string) => ledger.entries.find((entry) => entry.id === id)!.title;
    const [one] = ledger.truces;
    expect(one!.before.map(title)).toEqual([
      'Fire at Alba, alleged by Kiribati of Tuvalu',
      'Fire at Dora, alleged by Kiribati of Tuvalu',
    ]);
    expect(one!.breaches.map(title)).toEqual([
      'Fire at Brea, alleged by Kiribati of Tuvalu',
      'Fire at Cori, alleged by Kiribati of Tuvalu',
      'Fire at Esta, alleged by Kiribati of Tuvalu',
    ]);
  });

  test('of one night told by two clocks are one', () => {
    const other = report('c', '2019-05-02', [act('2019-05-01T23:10 Europe/Moscow', 'Brea')]);
    const told = foldLedger({
      names,
      reports: [report('b', '2019-05-02', [act('2019-05-02T00:10 Asia/Tbilisi', 'Brea')]), other],
    });
    expect(entriesOf(told, 'incident')).toEqual([
      'Fire at Brea, alleged by Kiribati of Tuvalu | one party alone | b c',
    ]);
  });
});

describe('two truces in two places of one war', () => {
  const local = (place: string, effective: string) => agreement({ says: NOR, parties, places: [place], effective });
  const act = (place: string, time: string) =>
    incident({ says: KIR, by: ['TUV MIL'], on: ['KIR'], places: [place], time });
  const ledger = foldLedger({
    names,
    reports: [
      report('a', '2019-05-02', [
        local('Alba@10.0,20.0', '2019-05-02T06:00Z'),
        local('Dora@14.0,25.0', '2019-05-03T06:00Z'),
      ]),
      report('b', '2019-05-05', [
        act('Alba@10.0,20.0', '2019-05-04T10:00Z'),
        act('Farm=farm@10.2,20.1', '2019-05-04T11:00Z'),
        act('Dora@14.0,25.0', '2019-05-04T12:00Z'),
        act('Gulf@0.0,0.0', '2019-05-04T13:00Z'),
      ]),
    ],
  });

  test('are two, and each act bears on the truce of its place', () => {
    expect(trucesOf(ledger)).toEqual([
      'Ceasefire in Alba from 2019-05-02T06:00Z, Kiribati and Tuvalu: contested (2 breach)',
      'Ceasefire in Dora from 2019-05-03T06:00Z, Kiribati and Tuvalu: contested (1 breach)',
    ]);
    expect(ledger.truces.map((truce) => truce.places)).toEqual([['alba'], ['dora']]);
    expect(ledger.truces.map((truce) => truce.supersededBy)).toEqual([undefined, undefined]);
  });
});

describe('a truce that another replaces', () => {
  const act = (says: string, by: string, on: string, time: string, weapons: string[]) =>
    incident({ says, by: [by], on: [on], places: ['Alba'], time, weapons });
  const ledger = foldLedger({
    names,
    reports: [
      report('a', '2019-05-02', [agreement({ says: NOR, parties, effective: '2019-05-02T06:00Z' })]),
      report('b', '2019-05-03', [
        act(KIR, 'TUV MIL', 'KIR', '2019-05-02T20:00Z', ['artillery']),
        act(TUV, 'KIR MIL', 'TUV', '2019-05-03T01:00Z', ['mortar']),
      ]),
      report('c', '2019-05-04', [agreement({ says: NOR, parties, effective: '2019-05-04T16:00Z' })]),
    ],
  });

  test('was broken by the account of both sides, and is superseded', () => {
    expect(historyOf(ledger.truces[0])).toBe('announced → in force, nothing alleged → contested → broken → superseded');
    expect(ledger.truces[0]!.history.find((change) => change.status === 'broken')!.reasons.map((r) => r.rule)).toEqual([
      'both-sides-tell-of-fighting',
    ]);
    expect(matrixOf(ledger.truces[0])).toEqual(['KIR accuses TUV: alone 1', 'TUV accuses KIR: alone 1']);
  });

  test('hands over to its successor', () => {
    const [first, second] = ledger.truces;
    expect(first!.supersededBy).toBe(second!.id);
    expect(second!.supersedes).toBe(first!.id);
    expect(trucesOf(ledger)[1]).toBe(
      'Ceasefire from 2019-05-04T16:00Z, Kiribati and Tuvalu: in force, nothing alleged (2 before)',
    );
  });
});

describe('a report dated a year late that recalls the truce', () => {
  const ledger = foldLedger({
    names,
    reports: [
      report('a', '2019-05-02', [agreement({ says: NOR, parties, effective: '2019-05-02T06:00Z' })]),
      report('b', '2020-05-03', [
        agreement({ stage: 'recalled', factuality: 'recalled', parties }),
        toll({ says: KIR, side: 'KIR', killed: 3 }),
      ]),
    ],
  });

  test('joins the truce that was in force, and does not move its beginning', () => {
    expect(entriesOf(ledger, 'agreement')).toEqual([
      'Ceasefire from 2019-05-02T06:00Z, Kiribati and Tuvalu | third party confirms | a b',
    ]);
    expect(ledger.truces[0]!.effectiveFrom).toBe('2019-05-02T06:00:00Z');
  });
});

describe('one statement under two dates', () => {
  const joint = { class: 'joint statement', stage: 'recalled', parties: ['NOR', 'KIR', 'TUV'] } as const;
  const ledger = foldLedger({
    names,
    reports: [
      report('a', '2019-05-02', [agreement({ says: NOR, signed: '2017-03-09', ...joint })]),
      report('b', '2019-05-02', [agreement({ says: TUV, signed: '2017-03-10', ...joint })]),
      report('c', '2019-05-02', [agreement({ says: NOR, signed: '2017-03', ...joint })]),
    ],
  });

  test('is one instrument with two namings', () => {
    expect(entriesOf(ledger, 'agreement')).toHaveLength(1);
    expect(ledger.entries[0]!.joins.map((join) => join.rule)).toEqual(['agreement-two-namings', 'agreement-only-date']);
    expect(ledger.entries[0]!.differences.map(({ slot, type }) => [slot, type])).toEqual([
      ['signed', 'naming'],
      ['signed', 'precision'],
    ]);
  });
});

describe('the ceasefire, without a date', () => {
  const dated = (id: string, day: string, effective: string) =>
    report(id, day, [agreement({ says: NOR, parties, effective })]);
  const vague = (id: string, day: string) => report(id, day, [agreement({ says: TUV, stage: 'in force', parties })]);
  const two = [dated('a', '2019-05-02', '2019-05-02T06:00Z'), dated('b', '2019-06-02', '2019-06-02T06:00Z')];
  const where = (id: string, day: string) =>
    foldLedger({ names, reports: [...two, vague(id, day)] }).entries.find((entry) => entry.reports.includes(id))!
      .reports;

  test('is the one that was in force when the report came out', () => {
    expect(where('x', '2019-05-20')).toEqual(['a', 'x']);
    expect(where('x', '2019-07-20')).toEqual(['b', 'x']);
  });

  test('is left alone where it could be either', () => {
    expect(where('x', '2019-06-02')).toEqual(['x']);
  });

  test('is the one of its own report', () => {
    const own = report('own', '2019-06-02', [
      agreement({ says: NOR, parties, effective: '2019-06-02T06:00Z' }),
      statement({ says: NOR, act: 'urge', to: parties }),
      agreement({ says: NOR, factuality: 'requested' }),
    ]);
    const ledger = foldLedger({ names, reports: [two[0]!, own] });
    expect(entriesOf(ledger, 'agreement')).toHaveLength(2);
  });
});

test('one hour in two zones is one truce with a difference', () => {
  const ledger = foldLedger({
    names,
    reports: [
      report('a', '2019-05-02', [agreement({ says: NOR, parties, effective: '2019-05-02T09:00 Europe/Moscow' })]),
      report('b', '2019-05-02', [agreement({ parties, effective: '2019-05-02T09:00 Asia/Tbilisi' })]),
    ],
  });
  expect(entriesOf(ledger, 'agreement')).toHaveLength(1);
  expect(ledger.entries[0]!.differences.map(({ slot, type }) => [slot, type])).toEqual([
    ['effective', 'contradiction'],
  ]);
});
