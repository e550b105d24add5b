/**
 * Scenarios as short reports in plain words, sent the whole way from text to ledger, each with the ledger that a careful
 * reader would write: the lives of truces (4 to 8, 13, 15 of the list). Countries and places are real so that names are known; nothing that is told here happened.
 */
import { describe, expect, test } from 'vitest';
import { differencesOf, entriesOf, historyOf, trucesOf } from '../support/sketch.ts';
import { ledgerOfTold, told } from '../support/told.ts';

test('4 a truce announced by one side only says that the other has not spoken', () => {
  const ledger = ledgerOfTold([
    told(
      'a',
      '2023-05-02',
      'Eritrea announces ceasefire',
      'ASMARA, May 2 (Sample Wire) - Eritrea declared a unilateral ceasefire with Ethiopia from 16:00 GMT on Tuesday, its Foreign Ministry said.',
    ),
  ]);
  expect(trucesOf(ledger)).toEqual([
    'Ceasefire from 2023-05-02T16:00Z, Eritrea and Ethiopia: in force, nothing alleged',
  ]);
  expect(ledger.truces[0]!.reasons.map(({ text }) => text)).toContain(
    'announced by Eritrea; no word of it from Ethiopia in these reports',
  );
});

describe('5 a truce that starts in the future', () => {
  const reports = [
    told(
      'deal',
      '2023-05-02',
      'Ethiopia and Eritrea agree on ceasefire',
      'GENEVA, May 2 (Sample Wire) - Ethiopia and Eritrea have agreed on a ceasefire that will take effect at 05:00 GMT on May 6, the Qatari Foreign Ministry said.',
    ),
    told(
      'shelling',
      '2023-05-04',
      'Shelling before the truce',
      'ADDIS ABABA, May 4 (Sample Wire) - Eritrean forces shelled Zalambessa at 03:00 GMT on Thursday, the Ethiopian Defence Ministry said.',
    ),
  ];

  test('is announced, is not broken by what comes before, and then holds', () => {
    const title = 'Ceasefire from 2023-05-06T05:00Z, Eritrea and Ethiopia';
    expect(trucesOf(ledgerOfTold(reports))).toEqual([`${title}: announced (1 before)`]);
    expect(trucesOf(ledgerOfTold(reports, '2023-05-06T12:00Z'))).toEqual([
      `${title}: in force, nothing alleged (1 before)`,
    ]);
  });
});

describe('6 a pause extended twice, then broken off', () => {
  const reports = [
    told(
      'a',
      '2023-11-23',
      'Israel and Hamas agree on humanitarian pause',
      'DOHA, November 23 (Sample Wire) - Israel and Hamas have agreed on a humanitarian pause that will begin at 05:00 GMT on November 24 and last until 05:00 GMT on November 28, the Qatari Foreign Ministry said.',
    ),
    told(
      'b',
      '2023-11-27',
      'Pause extended',
      'DOHA, November 27 (Sample Wire) - Israel and Hamas have agreed to extend the humanitarian pause until 05:00 GMT on November 30, the Qatari Foreign Ministry said on Monday.',
    ),
    told(
      'c',
      '2023-11-30',
      'Pause extended again',
      'DOHA, November 30 (Sample Wire) - Israel and Hamas agreed to extend the truce until 05:00 GMT on December 2, the Qatari Foreign Ministry said on Thursday.',
    ),
    told(
      'd',
      '2023-12-01',
      'Israel ends truce',
      'JERUSALEM, December 1 (Sample Wire) - Israel ended the truce with Hamas on Friday, the Israeli government said.',
    ),
  ];
  const endAsOf = (asOf: string) => ledgerOfTold(reports, asOf).truces[0]!.effectiveUntil;

  test('is one truce whose end moves with each extension', () => {
    expect(['2023-11-24', '2023-11-28', '2023-11-30T20:00Z'].map(endAsOf)).toEqual([
      '2023-11-28T05:00:00Z',
      '2023-11-30T05:00:00Z',
      '2023-12-02T05:00:00Z',
    ]);
    const ledger = ledgerOfTold(reports);
    expect(ledger.entries.filter(({ kind }) => kind === 'agreement').map((entry) => entry.reports)).toEqual([
      ['a', 'b', 'c', 'd'],
    ]);
    expect(differencesOf(ledger.entries[0])).toContain(
      'until update: 2023-12-02T05:00 UTC / 2023-11-30T05:00 UTC / 2023-11-28T05:00 UTC',
    );
  });

  test('runs until a party ends it', () => {
    expect(historyOf(ledgerOfTold(reports).truces[0])).toBe('announced → in force, nothing alleged → declared over');
  });
});

test('7 breaches on both sides of midnight in three zones are told apart by the instant', () => {
  const ledger = ledgerOfTold([
    told(
      'truce',
      '2020-11-09',
      'Armenia and Azerbaijan agree on ceasefire',
      'MOSCOW, November 9 (Sample Wire) - Armenia and Azerbaijan agreed on a ceasefire from 00:00 Moscow time on November 10, the Russian Foreign Ministry said.',
    ),
    told(
      'yerevan',
      '2020-11-10',
      'Accusations around midnight',
      'YEREVAN, November 10 (Sample Wire) - Azerbaijani forces shelled Goris at 00:50 Yerevan time on November 10, the Armenian Defence Ministry said. Azerbaijani forces shelled Jermuk at 01:10 Yerevan time on November 10, it said.',
    ),
    told(
      'baku',
      '2020-11-10',
      'Accusations from Baku',
      'BAKU, November 10 (Sample Wire) - Armenian forces shelled Lachin at 23:40 Moscow time on November 9, the Azerbaijani Defence Ministry said. Armenian forces shelled Kalbajar at 21:15 GMT on November 9, it said.',
    ),
  ]);
  const [truce] = ledger.truces;
  const titles = (ids: readonly string[]) => ids.map((id) => ledger.entries.find((entry) => entry.id === id)!.title);
  expect(truce!.effectiveFrom).toBe('2020-11-09T21:00:00Z');
  expect(titles(truce!.before)).toEqual([
    'Fire at Lachin, alleged by Azerbaijan of Armenia',
    'Fire at Goris, alleged by Armenia of Azerbaijan',
  ]);
  expect(titles(truce!.breaches)).toEqual([
    'Fire at Jermuk, alleged by Armenia of Azerbaijan',
    'Fire at Kalbajar, alleged by Azerbaijan of Armenia',
  ]);
});

test('8 two truces in two places of one war: each act bears on the truce of its place', () => {
  const ledger = ledgerOfTold([
    told(
      'truces',
      '2016-02-27',
      'Local truces in Syria',
      'GENEVA, February 27 (Sample Wire) - Syria and the Free Syrian Army agreed on a ceasefire in Homs from 06:00 GMT on February 28, the United Nations said. Syria and the Free Syrian Army agreed on a ceasefire in Aleppo from 06:00 GMT on March 2, the United Nations said.',
    ),
    told(
      'shelling',
      '2016-03-01',
      'Shelling in Homs and Aleppo',
      'DAMASCUS, March 1 (Sample Wire) - Rebels of the Free Syrian Army shelled Homs at 10:00 GMT on March 1, the Syrian army said. Rebels of the Free Syrian Army shelled Aleppo at 11:00 GMT on March 1, the Syrian army said.',
    ),
  ]);
  expect(trucesOf(ledger)).toEqual([
    'Ceasefire in Homs from 2016-02-28T06:00Z, Syria under Assad and its allies and Armed opposition: contested (1 breach)',
    'Ceasefire in Aleppo from 2016-03-02T06:00Z, Syria under Assad and its allies and Armed opposition: announced (1 before)',
  ]);
});

test('13 an act before the effective time is no breach, and the ledger says by how much', () => {
  const ledger = ledgerOfTold([
    told(
      'truce',
      '2022-09-13',
      'Ceasefire takes effect',
      'MOSCOW, September 13 (Sample Wire) - A ceasefire between Armenia and Azerbaijan has been in effect since 09:00 Moscow time on September 13, the Russian Foreign Ministry said.',
    ),
    told(
      'night',
      '2022-09-13',
      'Armenia tells of shelling at night',
      'YEREVAN, September 13 (Sample Wire) - Azerbaijani forces shelled Goris at 00:05 local time on Tuesday, the Armenian Defence Ministry said.',
    ),
  ]);
  expect(trucesOf(ledger)).toEqual([
    'Ceasefire from 2022-09-13T06:00Z, Armenia and Azerbaijan: in force, nothing alleged (1 before)',
  ]);
  const [shelling] = ledger.entries.filter(({ kind }) => kind === 'incident');
  expect(shelling!.links.map(({ type, reason }) => [type, reason])).toEqual([
    [
      'not against',
      'the act is put at 2022-09-12T20:05:00Z, 10 hours before this truce took effect at 2022-09-13T06:00:00Z: it is not a breach of it',
    ],
  ]);
});

test('15 a report dated a year late that recalls the truce makes no second one', () => {
  const ledger = ledgerOfTold([
    told(
      'then',
      '2022-09-13',
      'Ceasefire takes effect',
      'MOSCOW, September 13 (Sample Wire) - A ceasefire between Armenia and Azerbaijan took effect at 09:00 Moscow time on September 13, the Russian Foreign Ministry said.',
    ),
    told(
      'later',
      '2023-09-13',
      'A year after the fighting',
      'YEREVAN, September 13 (Sample Wire) - Armenia and Azerbaijan agreed on a ceasefire in September 2022, and Armenian Prime Minister Nikol Pashinyan recalled it on Wednesday.',
    ),
  ]);
  expect(entriesOf(ledger, 'agreement')).toEqual([
    'Ceasefire from 2022-09-13T06:00Z, Armenia and Azerbaijan | third party confirms | later then',
  ]);
  expect(ledger.truces.map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2022-09-13T06:00:00Z']);
});
