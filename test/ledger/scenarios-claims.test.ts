/**
 * Scenarios as short reports in plain words, sent the whole way from text to ledger, each with the ledger that a careful
 * reader would write: claims, denials, numbers and meetings (1 to 3, 9 to 12, 14 of the list). Countries and places are real so that names are known; nothing that is told here happened.
 */
import { describe, expect, test } from 'vitest';
import { agendaOf, differencesOf, entriesOf, historyOf, matrixOf } from '../support/sketch.ts';
import { ledgerOfTold, told } from '../support/told.ts';

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
