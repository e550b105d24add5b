/**
 * Scenarios of reports that their agency took back, sent the whole way from text to ledger. Countries and places are
 * real so that names are known; nothing that is told here happened.
 */
import { describe, expect, test } from 'vitest';
import { explanationText } from '../../src/cli/explanation-text.ts';
import { isRetraction } from '../../src/ledger/stories/retractions.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import { diffLedgers, explainEntry } from '../../src/pipeline.ts';
import { entriesOf, historyOf, trucesOf } from '../support/sketch.ts';
import { coded, ledgerOfTold, told } from '../support/told.ts';

const TRUCE = told(
  'truce',
  '2023-05-02',
  'Truce on the border takes effect',
  'GENEVA, May 2 (Sample Wire) - A ceasefire between Ethiopia and Eritrea took effect at 06:00 GMT on Tuesday, the United Nations said.',
);
const HEADLINE = 'Ethiopia says Eritrean guns broke ceasefire';
const CLAIM = told(
  'claim',
  '2023-05-03',
  HEADLINE,
  'ADDIS ABABA, May 3 (Sample Wire) - Eritrean forces shelled the town of Zalambessa with artillery at 02:00 GMT on Wednesday, the Ethiopian Defence Ministry said. Six soldiers were killed, the ministry said.',
);
const NOTICE = told(
  'notice',
  '2023-05-03',
  HEADLINE,
  '(RETRACTS earlier story, the ministry made no such statement)\n\nADDIS ABABA, May 3 (Sample Wire) - Sample Wire has withdrawn its report on the shelling of the town of Zalambessa. The Ethiopian Defence Ministry made no such statement.',
);

const entryLike = (ledger: Ledger, title: string) => ledger.entries.find((entry) => entry.title.startsWith(title))!;

test('a claim that its only agency took back stays readable and breaks nothing', () => {
  const before = ledgerOfTold([TRUCE, CLAIM]);
  expect(trucesOf(before)).toEqual(['Ceasefire from 2023-05-02T06:00Z, Eritrea and Ethiopia: contested (1 breach)']);
  const after = ledgerOfTold([TRUCE, CLAIM, NOTICE]);
  expect(entriesOf(after, 'incident', 'toll')).toEqual([
    'Fire at Zalambessa, alleged by Ethiopia of Eritrea (withdrawn) | one party alone | claim',
    'Losses of soldiers: 6 killed (withdrawn) | one party alone | claim',
  ]);
  expect(trucesOf(after)).toEqual([
    'Ceasefire from 2023-05-02T06:00Z, Eritrea and Ethiopia: in force, nothing alleged',
  ]);
  expect(historyOf(after.truces[0])).toBe('announced → in force, nothing alleged');
  const { corroboration, withdrawn, slots } = entryLike(after, 'Fire');
  expect([corroboration.origins, corroboration.reached, corroboration.deniedBy]).toEqual([[], [], []]);
  expect(withdrawn).toMatchObject([{ by: 'notice', reason: expect.stringContaining('Sample Wire took it back') }]);
  expect(slots.find(({ name }) => name === 'places')!.readings.map(({ label }) => label)).toEqual(['Zalambessa']);
});

test('another agency that tells it for itself is not taken back with it', () => {
  const other = told(
    'other',
    '2023-05-03',
    'Shelling reported in northern Ethiopia',
    'NAIROBI, May 3 (Sample Press) - Eritrean troops fired artillery at Ethiopian troops in the town of Zalambessa at 02:00 GMT on Wednesday, the African Union mission said.',
    'Sample Press',
  );
  const ledger = ledgerOfTold([TRUCE, CLAIM, NOTICE, other]);
  expect(entriesOf(ledger, 'incident')).toEqual([
    'Fire at Zalambessa, alleged by African Union of Eritrea | third party confirms | claim other',
  ]);
  const { corroboration, withdrawn, records } = entryLike(ledger, 'Fire');
  expect(corroboration.origins.map(({ name }) => name)).toEqual(['African Union']);
  expect([withdrawn!.flatMap((one) => one.records).length, records.length]).toEqual([1, 2]);
  expect(ledger.truces[0]!.breaches).toHaveLength(1);
});

test('copies of the text are taken back with it, what is printed after the notice is not', () => {
  const body =
    'ADDIS ABABA, May 3 - Eritrean forces shelled the town of Zalambessa with artillery at 02:00 GMT on Wednesday, the Ethiopian Defence Ministry said. The ministry said that three houses had burnt down and that nobody had been hurt in the attack, which lasted about an hour before the guns fell silent again at dawn.';
  const wire = told('wire', '2023-05-03', HEADLINE, body);
  const copy = told('copy', '2023-05-03', 'Border town shelled, ministry says', body, 'Sample Press');
  const late = told('late', '2023-05-05', 'Border town shelled', body, 'Sample Atlantic');
  const ledger = ledgerOfTold([TRUCE, wire, copy, late, NOTICE]);
  const { withdrawn } = entryLike(ledger, 'Fire');
  expect(withdrawn!.map(({ reason }) => reason.replace(/: “.*/s, ''))).toEqual([
    'a copy of what Sample Wire took back',
    'Sample Wire took it back',
  ]);
  expect(entryLike(ledger, 'Fire').corroboration.origins.flatMap(({ outlets }) => outlets)).toEqual([
    'sample-atlantic',
  ]);
});

test('a number that was taken back contradicts nobody and is shown last', () => {
  const high = told(
    'high',
    '2023-05-04',
    'Sixty soldiers killed, ministry says',
    'ADDIS ABABA, May 4 (Sample Wire) - Sixty Ethiopian soldiers were killed on Wednesday, the Ethiopian Defence Ministry said.',
  );
  const low = told(
    'low',
    '2023-05-04',
    'Six soldiers killed, ministry says',
    'NAIROBI, May 4 (Sample Press) - The Ethiopian Defence Ministry told journalists that six Ethiopian soldiers were killed on Wednesday.',
    'Sample Press',
  );
  const notice = told(
    'notice',
    '2023-05-04',
    'MANDATORY KILL: Sixty soldiers killed, ministry says',
    'ADDIS ABABA, May 4 (Sample Wire) - Sixty Ethiopian soldiers killed: the ministry gave no such number. The item is withdrawn.',
  );
  const types = (ledger: Ledger) => entryLike(ledger, 'Losses').differences.map(({ type }) => type);
  expect(types(ledgerOfTold([high, low]))).toEqual(['contradiction']);
  const ledger = ledgerOfTold([high, low, notice]);
  expect(types(ledger)).toEqual(['update']);
  const toll = entryLike(ledger, 'Losses');
  expect(toll.title).toContain('6 killed');
  const { readings } = toll.slots.find(({ name }) => name === 'killed')!;
  expect(readings.map(({ label, withdrawn }) => [label, withdrawn])).toEqual([
    ['6', undefined],
    ['60', true],
  ]);
});

test('a truce of which the only report was taken back is none, and a meeting is not due', () => {
  const reports = [
    TRUCE,
    told(
      'talks',
      '2023-05-02',
      'Foreign ministers to meet in Djibouti',
      'GENEVA, May 2 (Sample Press) - The foreign ministers of Ethiopia and Eritrea will meet in Djibouti on Friday, the United Nations said.',
      'Sample Press',
    ),
  ];
  const notices = [
    told('n1', '2023-05-02', `RETRACTED: ${TRUCE.text.split('\n')[0]!}`, 'The border truce report is withdrawn.'),
    told(
      'n2',
      '2023-05-02',
      'Foreign ministers to meet in Djibouti',
      '(WITHDRAWS earlier item)\n\nGENEVA, May 2 (Sample Press) - The item on foreign ministers meeting in Djibouti is withdrawn.',
      'Sample Press',
    ),
  ];
  const before = ledgerOfTold(reports);
  expect([before.truces.length, before.agenda.length]).toEqual([1, 1]);
  const after = ledgerOfTold([...reports, ...notices]);
  expect([after.truces, after.agenda]).toEqual([[], []]);
});

test('people are told what was taken back, by whom, and what that changes', () => {
  const reports = [TRUCE, CLAIM, NOTICE];
  const ledger = ledgerOfTold(reports);
  const fire = entryLike(ledger, 'Fire');
  const all = reports.map(coded);
  const records = new Map(all.flatMap((report) => report.records.map((record) => [record.id, record] as const)));
  const text = explanationText(explainEntry(ledger, records, [], fire.id), new Map());
  expect(text).toContain('Taken back, and counted no more');
  expect(text).not.toContain('How well it is supported');
  expect(text).toMatch(/Sample Wire took it back: “\(RETRACTS earlier story/);
  const changes = diffLedgers(ledgerOfTold([TRUCE, CLAIM]), ledger);
  expect(changes.find(({ entry }) => entry === fire.id)!.details).toEqual(
    expect.arrayContaining([expect.stringContaining('Sample Wire took it back')]),
  );
  expect(changes[0]!.text).toContain('contested → in force, nothing alleged');
});

describe('slugs', () => {
  test.each([
    'RETRACTS',
    '(RETRACTS earlier story)',
    'MANDATORY KILL:',
    'ATTENTION - WITHDRAWS previous item ///',
    'WITHDRAWN',
    'Retraction',
  ])('%s takes a report back', (slug) => expect(isRetraction(slug)).toBe(true));

  test.each([
    'border-withdrawal-talks',
    'withdrawal-talks',
    '(Withdraws extraneous word in headline)',
    '(KILLS last graf)',
    'CORRECTS',
    'Quake-kills-twelve',
  ])('%s does not', (slug) => expect(isRetraction(slug)).toBe(false));
});
