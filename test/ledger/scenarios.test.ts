/**
 * Fifteen scenarios as short reports in plain words, sent the whole way from text to ledger, each with the ledger that a
 * careful reader would write. Countries and places are real so that names are known; nothing that is told here happened.
 */
import { describe, expect, test } from 'vitest';
import { agendaOf, differencesOf, entriesOf, historyOf, matrixOf, trucesOf } from '../support/sketch.ts';
import { type Told, ledgerOfTold } from '../support/told.ts';

const told = (id: string, on: string, headline: string, text: string, outlet?: string): Told => ({
  id,
  on,
  text: `${headline}\n${text}`,
  ...(outlet === undefined ? {} : { outlet }),
});

const TRUCE = told(
  'truce',
  '2023-05-02',
  'Truce on the border takes effect',
  'GENEVA, May 2 (Sample Wire) - A ceasefire between Ethiopia and Eritrea took effect at 06:00 GMT on Tuesday, the United Nations said.',
);
const SHELLING = told(
  'accusation',
  '2023-05-03',
  'Ethiopia says Eritrean guns broke ceasefire',
  'ADDIS ABABA, May 3 (Sample Wire) - Eritrean forces shelled the town of Zalambessa with artillery at 02:00 GMT on Wednesday, the Ethiopian Defence Ministry said.',
);
const DENIAL = told(
  'denial',
  '2023-05-03',
  'Eritrea denies shelling',
  "ASMARA, May 3 (Sample Wire) - Eritrea's Defence Ministry denied that Eritrean forces had shelled Zalambessa on Wednesday.",
);

test('1 opposed accusations: each side against the other, never one number', () => {
  const counter = told(
    'counter',
    '2023-05-03',
    'Eritrea blames Ethiopia',
    "ASMARA, May 3 (Sample Wire) - Ethiopian troops attacked Eritrean positions near Senafe with mortars at 04:00 GMT on Wednesday, Eritrea's Defence Ministry said.",
  );
  const ledger = ledgerOfTold([TRUCE, SHELLING, DENIAL, counter]);
  expect(entriesOf(ledger, 'agreement', 'incident')).toEqual([
    'Ceasefire from 2023-05-02T06:00Z, Eritrea and Ethiopia | third party confirms | truce',
    'Fire at Zalambessa, alleged by Ethiopia of Eritrea | one party alone | denied by ERI | accusation denial',
    'Fire near Senafe, alleged by Eritrea of Ethiopia | one party alone | counter',
  ]);
  expect(matrixOf(ledger.truces[0])).toEqual(['ERI accuses ETH: alone 1', 'ETH accuses ERI: denied 1']);
  expect(historyOf(ledger.truces[0])).toBe('announced → in force, nothing alleged → contested → broken');
  expect(ledger.truces[0]!.reasons[0]!.rule).toBe('both-sides-tell-of-fighting');
});

test('2 syndication: three outlets that carry one ministry are one origin', () => {
  const body =
    'ADDIS ABABA, May 3 - Eritrean forces shelled the town of Zalambessa with artillery in the early hours of Wednesday, the Ethiopian Defence Ministry said. The ministry said that three houses had burnt down and that nobody had been hurt in the attack, which lasted about an hour before the guns fell silent again at dawn.';
  const ledger = ledgerOfTold([
    told('wire', '2023-05-03', 'Ethiopian ministry says town came under fire', body, 'Sample Wire'),
    told('press', '2023-05-03', 'Border town shelled, ministry says', body, 'Sample Press'),
    told(
      'atlantic',
      '2023-05-03',
      'Shelling in northern Ethiopia',
      'LONDON, May 3 - Eritrean forces fired artillery at the town of Zalambessa on Wednesday, the Ethiopian Defence Ministry said in a statement.',
      'Sample Atlantic',
    ),
  ]);
  expect(entriesOf(ledger, 'incident')).toEqual([
    'Fire at Zalambessa, alleged by Ethiopia of Eritrea | one party alone | atlantic press wire',
  ]);
  const [shelling] = ledger.entries.filter(({ kind }) => kind === 'incident');
  expect(shelling!.corroboration.origins.map(({ code, outlets }) => [code, outlets.length])).toEqual([['ETH MIL', 3]]);
  expect(ledger.stories.flatMap(({ chains }) => chains.map(({ type }) => type))).toEqual(['copy']);
});

describe('3 a monitor contradicts itself and corrects', () => {
  const reports = [
    told(
      'truce',
      '2014-09-05',
      'Ceasefire agreed in Minsk',
      'MINSK, September 5 (Sample Wire) - Ukraine and Russia agreed on a ceasefire from 15:00 GMT on September 5, the Swiss Foreign Ministry said.',
    ),
    told(
      'quiet',
      '2014-09-07',
      'OSCE sees no violations',
      'KIEV, September 7 (Sample Wire) - The OSCE mission observed no ceasefire violations near Mariupol on September 6, the OSCE said on Sunday.',
    ),
    told(
      'corrected',
      '2014-09-08',
      'CORRECTION: OSCE reports violations',
      'KIEV, September 8 (Sample Wire) - The OSCE mission observed ceasefire violations near Mariupol on September 6, the OSCE said on Monday, correcting its report of the day before.',
    ),
  ];

  test('what it said last is shown, and what it took back stays readable', () => {
    const ledger = ledgerOfTold(reports);
    expect(entriesOf(ledger, 'observation')).toEqual([
      'OSCE: observed near Mariupol | third party confirms | corrected quiet',
    ]);
    const [observation] = ledger.entries.filter(({ kind }) => kind === 'observation');
    expect(differencesOf(observation)).toEqual(['finding update: observed / none observed']);
  });

  test('the truce is quiet by its first word and contested by its last', () => {
    const [before] = ledgerOfTold(reports, '2014-09-07').truces;
    expect(before!.status).toBe('in force, nothing alleged');
    expect(before!.reasons.map(({ rule }) => rule)).toContain('no-violations-observed');
    const [after] = ledgerOfTold(reports, '2014-09-08').truces;
    expect(after!.status).toBe('contested');
    expect(after!.reasons[0]!.rule).toBe('violations-observed');
  });
});

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

test('9 a denied denial adds no voice and takes none away', () => {
  const again = told(
    'again',
    '2023-05-04',
    'Ethiopia rejects denial',
    'ADDIS ABABA, May 4 (Sample Wire) - The Ethiopian Defence Ministry rejected the denial and said again that Eritrean forces had shelled Zalambessa on Wednesday.',
  );
  const ledger = ledgerOfTold([TRUCE, SHELLING, DENIAL, again]);
  expect(entriesOf(ledger, 'incident')).toEqual([
    'Fire at Zalambessa, alleged by Ethiopia of Eritrea | one party alone | denied by ERI | accusation again denial',
  ]);
  expect(matrixOf(ledger.truces[0])).toEqual(['ETH accuses ERI: denied 1']);
});

test('10 growing tolls with a correction downwards: the last word of each counter, and who disputes it', () => {
  const count = (id: string, on: string, text: string) => told(id, on, 'Number of dead', text);
  const ledger = ledgerOfTold([
    count(
      'a',
      '2022-09-13',
      'YEREVAN, September 13 (Sample Wire) - In the clashes 49 Armenian soldiers were killed, Prime Minister Nikol Pashinyan told parliament on Tuesday.',
    ),
    count(
      'b',
      '2022-09-14',
      'YEREVAN, September 14 (Sample Wire) - In the clashes 105 Armenian soldiers were killed, Prime Minister Nikol Pashinyan said on Wednesday.',
    ),
    count(
      'c',
      '2022-09-15',
      'YEREVAN, September 15 (Sample Wire) - In the clashes 98 Armenian soldiers were killed, Prime Minister Nikol Pashinyan said on Thursday.',
    ),
    count(
      'd',
      '2022-09-15',
      'BAKU, September 15 (Sample Wire) - In the clashes 130 Armenian soldiers were killed, the Azerbaijani Defence Ministry said on Thursday.',
    ),
  ]);
  const tolls = ledger.entries.filter(({ kind }) => kind === 'toll');
  expect(tolls.map(({ title, reports }) => [title, reports])).toEqual([
    ['Losses of Armenian soldiers: 98 killed', ['a', 'b', 'c', 'd']],
  ]);
  expect(differencesOf(tolls[0])).toEqual(['killed contradiction: 98 / 130', 'killed update: 98 / 105 / 49']);
});

test('11 a meeting moved and then cancelled', () => {
  const reports = [
    told(
      'a',
      '2022-09-13',
      'CSTO council to meet',
      'MOSCOW, September 13 (Sample Wire) - The CSTO Collective Security Council will meet in Yerevan on September 20, the organization said.',
    ),
    told(
      'b',
      '2022-09-15',
      'CSTO meeting postponed',
      'MOSCOW, September 15 (Sample Wire) - The meeting of the CSTO Collective Security Council in Yerevan has been postponed to September 27, the organization said.',
    ),
    told(
      'c',
      '2022-09-22',
      'CSTO meeting cancelled',
      'MOSCOW, September 22 (Sample Wire) - The meeting of the CSTO Collective Security Council in Yerevan has been cancelled, the organization said.',
    ),
  ];
  const title = 'Meeting of CSTO Collective Security Council, Yerevan';
  const asOf = (day: string) => agendaOf(ledgerOfTold(reports, day));
  expect(asOf('2022-09-14')).toEqual([`${title}: due`]);
  expect(asOf('2022-09-16')).toEqual([`${title}: moved`, `${title}: due`]);
  expect(asOf('2022-09-23')).toEqual([`${title}: moved`, `${title}: cancelled`]);
});

test('12 what a proxy does counts for its side, by configuration', () => {
  const ledger = ledgerOfTold([
    told(
      'truce',
      '2014-09-05',
      'Ceasefire agreed in Minsk',
      'MINSK, September 5 (Sample Wire) - Ukraine and Russia agreed on a ceasefire from 15:00 GMT on September 5, the Swiss Foreign Ministry said.',
    ),
    told(
      'shelling',
      '2014-09-06',
      'Separatists shell Mariupol',
      "KIEV, September 6 (Sample Wire) - Separatists of the Donetsk People's Republic shelled Mariupol at 20:00 GMT on September 6, the Ukrainian Defence Ministry said.",
    ),
  ]);
  expect(entriesOf(ledger, 'incident')).toEqual([
    'Fire at Mariupol, alleged by Ukraine of Russia | one party alone | shelling',
  ]);
  expect(matrixOf(ledger.truces[0])).toEqual(['UKR accuses RUS: alone 1']);
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

test('14 contested place names are one place under both names', () => {
  const ledger = ledgerOfTold([
    told(
      'yerevan',
      '2022-09-15',
      'Shelling of Stepanakert',
      'YEREVAN, September 15 (Sample Wire) - Azerbaijani forces shelled Stepanakert at 10:00 GMT on Thursday, the Armenian Defence Ministry said.',
    ),
    told(
      'baku',
      '2022-09-15',
      'Baku denies fire at Khankendi',
      "BAKU, September 15 (Sample Wire) - Azerbaijan's Defence Ministry denied that its forces had shelled Khankendi at 10:00 GMT on Thursday.",
    ),
  ]);
  expect(entriesOf(ledger, 'incident')).toEqual([
    'Fire at Khankendi and Stepanakert, alleged by Armenia of Azerbaijan | one party alone | denied by AZE | baku yerevan',
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
