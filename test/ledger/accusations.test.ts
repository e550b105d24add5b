/** Who accuses whom, who stands behind it, who denies it: scenarios of a few short reports with the ledger written out. */
import { describe, expect, test } from 'vitest';
import { foldLedger } from '../../src/ledger/ledger.ts';
import type { Entry, Situation } from '../../src/model/ledger.ts';
import { agreement, incident, observation, report, statement } from '../support/ledger.ts';
import { differencesOf, entriesOf, matrixOf, trucesOf } from '../support/sketch.ts';

const names = { KIR: 'Kiribati', TUV: 'Tuvalu', NOR: 'Norway' };
const KIR = 'KIR MIL: Defence Ministry of Kiribati';
const TUV = 'TUV MIL: Defence Ministry of Tuvalu';
const MISSION = 'IGO: Lagoon Monitoring Mission';
const truce = agreement({ says: 'NOR GOV: Foreign Ministry', parties: ['KIR', 'TUV'], effective: '2019-05-01T06:00Z' });

describe('opposed accusations', () => {
  const ledger = foldLedger({
    names,
    reports: [
      report('a', '2019-05-02', [truce]),
      report('b', '2019-05-04', [
        incident({ says: KIR, by: ['TUV MIL'], on: ['KIR'], places: ['Alba'], time: '2019-05-03T22:00Z' }),
        incident({ says: KIR, by: ['KIR MIL'], places: ['Dora'], time: '2019-05-03T23:00Z', factuality: 'denied' }),
      ]),
      report('c', '2019-05-04', [
        incident({ says: TUV, by: ['KIR MIL'], on: ['TUV'], places: ['Dora'], time: '2019-05-03T23:00Z' }),
        incident({ says: TUV, by: ['TUV MIL'], places: ['Alba'], time: '2019-05-03T22:00Z', factuality: 'denied' }),
      ]),
    ],
  });

  test('stay two, each denied by the other side and confirmed by nobody', () => {
    expect(entriesOf(ledger, 'incident')).toEqual([
      'Fire at Alba, alleged by Kiribati of Tuvalu | one party alone | denied by TUV | b c',
      'Fire at Dora, alleged by Tuvalu of Kiribati | one party alone | denied by KIR | b c',
    ]);
  });

  test('count by accuser and accused, never as one number', () => {
    expect(trucesOf(ledger)).toEqual(['Ceasefire from 2019-05-01T06:00Z, Kiribati and Tuvalu: contested (2 breach)']);
    expect(matrixOf(ledger.truces[0])).toEqual(['KIR accuses TUV: denied 1', 'TUV accuses KIR: denied 1']);
  });
});

describe('syndication', () => {
  const shelling = { by: ['TUV MIL'], on: ['KIR'], places: ['Alba'], time: '2019-05-03T22:00Z' };
  const shingles = Array.from({ length: 40 }, (_, index) => index * 7919);

  test('three outlets that carry one ministry are one origin', () => {
    const ledger = foldLedger({
      names,
      reports: ['One', 'Two', 'Three'].map((outlet) =>
        report(outlet, '2019-05-04', [incident({ says: KIR, ...shelling })], { outlet }),
      ),
    });
    expect(entriesOf(ledger, 'incident')).toEqual([
      'Fire at Alba, alleged by Kiribati of Tuvalu | one party alone | One Three Two',
    ]);
    expect(ledger.entries[0]!.corroboration.origins.map((origin) => origin.outlets)).toEqual([['one', 'three', 'two']]);
  });

  test('a copy of an outlet that saw it is no second outlet', () => {
    const own = (outlet: string, copied: readonly number[]) =>
      report(outlet, '2019-05-04', [incident(shelling)], { outlet, shingles: copied });
    const fold = (second: readonly number[]) =>
      foldLedger({ names, reports: [own('First', shingles), own('Second', second)] }).entries[0]!.corroboration;
    expect(fold(shingles).origins).toHaveLength(1);
    expect(fold(shingles.map((hash) => hash + 1)).origins).toHaveLength(2);
  });

  test("an agency of a party's state is no second voice of it", () => {
    const ledger = foldLedger({
      names,
      reports: [
        report('ministry', '2019-05-04', [incident({ says: KIR, ...shelling })], { outlet: 'Free Press' }),
        report('agency', '2019-05-04', [incident(shelling)], { outlet: 'State Agency', affiliation: 'KIR GOV' }),
      ],
    });
    expect(entriesOf(ledger, 'incident')).toEqual([
      'Fire at Alba, alleged by Kiribati of Tuvalu | one party alone | agency ministry',
    ]);
  });

  test('two bodies of one side are several voices of one side', () => {
    const ledger = foldLedger({
      names,
      reports: [
        report('a', '2019-05-04', [incident({ says: KIR, ...shelling })]),
        report('b', '2019-05-04', [incident({ says: 'KIR GOV: Prime Minister', ...shelling })]),
      ],
    });
    expect(ledger.entries[0]!.corroboration.step).toBe('several voices of one side');
  });
});

describe('beyond the accusation', () => {
  const shelling = { by: ['TUV MIL'], on: ['KIR'], places: ['Alba'], time: '2019-05-03T22:00Z' };
  const alleged = report('a', '2019-05-04', [truce, incident({ says: KIR, ...shelling })]);

  test('the other side admits it', () => {
    const ledger = foldLedger({
      names,
      reports: [alleged, report('b', '2019-05-05', [incident({ says: TUV, accuser: '', ...shelling })])],
    });
    expect(ledger.entries.find((entry) => entry.kind === 'incident')!.corroboration.step).toBe('other party admits');
    expect(matrixOf(ledger.truces[0])).toEqual(['KIR accuses TUV: admitted 1']);
    expect(ledger.truces[0]!.status).toBe('broken');
  });

  test('a third party confirms it', () => {
    const ledger = foldLedger({
      names,
      reports: [alleged, report('b', '2019-05-05', [incident({ says: MISSION, accuser: '', ...shelling })])],
    });
    expect(matrixOf(ledger.truces[0])).toEqual(['KIR accuses TUV: confirmed 1']);
    expect(ledger.truces[0]!.reasons.map((reason) => reason.rule)).toContain('breach-confirmed');
  });

  test('a monitor verifies it in so many words', () => {
    const seen = { id: 'seen', says: MISSION, accuser: '', ...shelling };
    const ledger = foldLedger({
      names,
      reports: [
        alleged,
        report('b', '2019-05-05', [incident(seen), statement({ says: MISSION, act: 'confirm', about: ['seen'] })]),
      ],
    });
    expect(ledger.entries.find((entry) => entry.kind === 'incident')!.corroboration.step).toBe('verified');
  });
});

describe('a denied denial', () => {
  const shelling = { by: ['TUV MIL'], places: ['Alba'], time: '2019-05-03T22:00Z' };
  const ledger = foldLedger({
    names,
    reports: [
      report('a', '2019-05-04', [incident({ says: KIR, on: ['KIR'], ...shelling })]),
      report('b', '2019-05-05', [incident({ says: TUV, factuality: 'denied', ...shelling })]),
      report('c', '2019-05-06', [incident({ says: KIR, factuality: 'denied', ...shelling })]),
    ],
  });

  test('leaves the accusation denied by the accused only', () => {
    expect(entriesOf(ledger, 'incident')).toEqual([
      'Fire at Alba, alleged by Kiribati of Tuvalu | one party alone | denied by TUV | a b c',
    ]);
  });
});

describe('a monitor contradicts itself and corrects', () => {
  const seen = { says: MISSION, period: '2019-05-03', places: ['Alba'] };
  const ledger = foldLedger({
    names,
    reports: [
      report('first', '2019-05-04T08:00Z', [observation({ ...seen, finding: 'none observed' })]),
      report('second', '2019-05-04T15:00Z', [observation({ ...seen, finding: 'observed' })], {
        slugs: ['CORRECTS'],
      }),
    ],
  });

  test('is one observation whose finding was corrected, with both readings kept', () => {
    expect(entriesOf(ledger, 'observation')).toEqual([
      'Lagoon Monitoring Mission: observed at Alba | third party confirms | first second',
    ]);
    expect(differencesOf(ledger.entries[0])).toEqual(['finding update: observed / none observed']);
  });
});

describe('the act of a proxy', () => {
  const situation = (until: string): Situation => ({
    id: 'lagoon',
    name: 'Lagoon war',
    derived: false,
    sides: [
      { key: 'KIR', name: 'Kiribati', codes: [{ code: 'KIR', role: 'party' }] },
      {
        key: 'TUV',
        name: 'Tuvalu',
        codes: [
          { code: 'TUV', role: 'party' },
          { code: 'KIR REB', role: 'proxy', until },
        ],
      },
    ],
  });
  const reports = [
    report('a', '2019-05-02', [truce]),
    report('b', '2019-05-04', [
      incident({ says: KIR, by: ['KIR REB: Reef Front'], places: ['Alba'], time: '2019-05-03T22:00Z' }),
    ]),
  ];

  test('bears on the truce of its patron while the configuration says so', () => {
    const ledger = foldLedger({ names, reports, situations: [situation('2019-12-31')] });
    expect(matrixOf(ledger.truces[0])).toEqual(['KIR accuses TUV: alone 1']);
    expect(entriesOf(ledger, 'incident')).toEqual([
      'Fire at Alba, alleged by Kiribati of Tuvalu | one party alone | b',
    ]);
  });

  test('bears on no truce when it acts for nobody', () => {
    for (const situations of [[], [situation('2018-12-31')]]) {
      const ledger = foldLedger({ names, reports, situations });
      expect(ledger.truces[0]!.breaches).toEqual([]);
      expect(entriesOf(ledger, 'incident')).toEqual([
        'Fire at Alba, alleged by Kiribati of armed groups of Kiribati | one party alone | b',
      ]);
    }
  });
});

describe('contested names of one place', () => {
  const at = (name: string) => ({ places: [`${name}=reef-7`], time: '2019-05-03T22:00Z' });
  const ledger = foldLedger({
    names,
    reports: [
      report('a', '2019-05-04', [incident({ says: KIR, by: ['TUV MIL'], ...at('Albabad') })]),
      report('b', '2019-05-04', [incident({ says: TUV, by: ['TUV MIL'], factuality: 'denied', ...at('Alva') })]),
    ],
  });

  test('are one place, and both wordings are kept', () => {
    expect(entriesOf(ledger, 'incident')).toEqual([
      'Fire at Albabad and Alva, alleged by Kiribati of Tuvalu | one party alone | denied by TUV | a b',
    ]);
  });
});

describe('one body under two names', () => {
  const act = (says: string) =>
    incident({ says, by: ['TUV MIL'], on: ['KIR'], places: ['Alba'], time: '2019-05-03T02:00Z' });

  test('a ministry whose country nobody tells is no second voice beside the one that is told', () => {
    const { entries } = foldLedger({
      names,
      reports: [
        report('a', '2019-05-04', [act('KIR MIL: Kiribati Defence Ministry')]),
        report('b', '2019-05-04', [act('UNK MIL: Defence Ministry')]),
      ],
    });
    const [{ corroboration }] = entries as [Entry];
    expect(corroboration.origins.map(({ name, evidence }) => [name, evidence.length])).toEqual([
      ['Kiribati Defence Ministry', 2],
    ]);
    expect(corroboration.step).toBe('one party alone');
  });

  test('where two ministries could be meant it is neither', () => {
    const { entries } = foldLedger({
      names,
      reports: [
        report('a', '2019-05-04', [act('KIR MIL: Kiribati Defence Ministry')]),
        report('b', '2019-05-04', [act('FJI MIL: Defence Ministry of Fiji'), act('UNK MIL: Defence Ministry')]),
      ],
    });
    expect(entries[0]!.corroboration.origins).toHaveLength(3);
  });

  test('a UN mission is one voice, whichever of its two codes the words gave it', () => {
    const { entries } = foldLedger({
      names,
      reports: [
        report('a', '2019-05-04', [act('IGO UNO MIL: UNMIK'), act('KIR MIL: Ministry')]),
        report('b', '2019-05-04', [act('UNO MIL: UNMIK')]),
      ],
    });
    expect(entries[0]!.corroboration.origins.map(({ name }) => name)).toEqual(['Ministry', 'UNMIK']);
  });
});
