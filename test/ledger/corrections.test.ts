/** What people may correct, how they type it, and what a decision made of it does. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDecision } from '../../src/cli/decide.ts';
import { correctable, correctionValue, foldLedger } from '../../src/ledger/ledger.ts';
import type { DecisionRequest } from '../../src/model/decision.ts';
import { RECORD_KINDS } from '../../src/model/record.ts';
import { textParts, speakTimes } from '../../src/model/speak-times.ts';
import type { CodedRecord } from '../../src/model/record.ts';
import type { Store } from '../../src/store/store.ts';
import { incident, report, toll } from '../support/ledger.ts';

describe('a value as people type it', () => {
  test.each([
    ['toll', 'killed', '49', { best: 49 }],
    ['toll', 'killed', 49, { best: 49 }],
    ['toll', 'killed', 'at least 50', { low: 50, best: 50 }],
    ['toll', 'wounded', 'up to 60', { high: 60 }],
    ['toll', 'wounded', '50 to 60', { low: 50, high: 60 }],
    ['toll', 'side', 'KIR: Kiribati', { code: 'KIR', name: 'Kiribati' }],
    [
      'incident',
      'perpetrators',
      'TUV MIL: forces; TUV REB',
      [
        { code: 'TUV MIL', name: 'forces' },
        { code: 'TUV REB', name: 'TUV REB' },
      ],
    ],
    ['incident', 'weapons', 'mortar; drone', ['mortar', 'drone']],
    ['incident', 'type', 'fire', 'fire'],
    ['incident', 'places', 'near Alba', [{ name: 'Alba', key: 'named:alba', relation: 'near' }]],
    ['incident', 'factuality', 'denied', 'denied'],
    ['agreement', 'signed', '2020-11', '2020-11'],
    ['meeting', 'closed', 'true', true],
    ['plan', 'due', '2022-09-15', { value: '2022-09-15' }],
    [
      'incident',
      'time',
      '2022-09-13T09:00 Europe/Moscow',
      {
        value: '2022-09-13T09:00',
        zone: 'Europe/Moscow',
        zoneBasis: 'stated',
        earliest: '2022-09-13T06:00:00Z',
        latest: '2022-09-13T06:01:00Z',
      },
    ],
  ] as const)('%s %s: %j', (kind, slot, typed, value) => {
    expect(correctionValue(kind, slot, typed)).toEqual(value);
  });

  test('is taken as the JSON that records hold, too', () => {
    const time = correctionValue('incident', 'time', '2022-09-13T09:00 Europe/Moscow');
    expect(correctionValue('incident', 'time', time)).toEqual(time);
    expect(correctionValue('toll', 'killed', { low: 3, high: 5 })).toEqual({ low: 3, high: 5 });
    const places = correctionValue('incident', 'places', 'near Alba');
    expect(correctionValue('incident', 'places', places)).toEqual(places);
  });

  test.each([
    ['toll', 'killed', 'many', /a number/],
    ['toll', 'killed', -3, /a number/],
    ['toll', 'killed', {}, /a number/],
    ['incident', 'type', 'war', /one of: fire/],
    ['incident', 'time', 'yesterday', /a time/],
    ['incident', 'time', '2022-09-13T09:00 Nowhere/Town', /a time/],
    ['incident', 'perpetrators', 'Armenia', /an actor/],
    ['incident', 'id', 'x', /a slot of incident: type/],
    ['statement', 'places', 'Alba', /a slot of statement/],
  ] as const)('%s %s: %j is refused with what is wanted', (kind, slot, typed, wanted) => {
    expect(() => correctionValue(kind, slot, typed)).toThrow(wanted);
  });

  test('every kind has slots to correct', () => {
    for (const kind of RECORD_KINDS) expect(correctable(kind).length).toBeGreaterThan(2);
  });
});

describe('a request for a decision', () => {
  const reports = [
    report('a', '2019-05-04', [
      incident({ says: 'KIR MIL', by: ['TUV MIL'], places: ['Alba'], time: '2019-05-03T02:00Z' }),
      toll({ says: 'KIR MIL', side: 'KIR: Kiribati', killed: 5 }),
    ]),
    report('b', '2019-05-04', [
      incident({ says: 'KIR MIL', by: ['TUV MIL'], places: ['Alba'], time: '2019-05-03T02:00Z' }),
    ]),
  ];
  const ledger = foldLedger({ reports });
  const [shelling] = ledger.entries.filter(({ kind }) => kind === 'incident');
  const [losses] = ledger.entries.filter(({ kind }) => kind === 'toll');
  const stored = reports.flatMap(({ card, records }) => records.map((record) => ({ ...record, report: card.id })));
  // As much of a store as a request looks at: records by id, and the log
  const store = {
    records: ({ ids = [] }: { ids?: readonly string[] }) =>
      Promise.resolve(stored.filter((record: CodedRecord) => ids.includes(record.id))),
    decisions: () => Promise.resolve([]),
  } as unknown as Store;
  const decide = (request: Omit<DecisionRequest, 'why'>) => makeDecision(store, ledger, { why: 'seen', ...request });
  let zone: string | undefined;
  beforeAll(() => {
    zone = process.env['TRUCEWATCH_AUTHOR'];
    process.env['TRUCEWATCH_AUTHOR'] = 'Ada';
  });
  afterAll(() => {
    if (zone === undefined) delete process.env['TRUCEWATCH_AUTHOR'];
    else process.env['TRUCEWATCH_AUTHOR'] = zone;
  });

  test('points at the evidence of its record', async () => {
    const decision = await decide({ type: 'correct', target: losses!.id, slot: 'killed', value: 'at least 7' });
    expect(decision).toMatchObject({
      type: 'correct',
      by: 'Ada',
      target: { report: 'a', kind: 'toll', spans: reports[0]!.records[1]!.spans },
      value: { low: 7, best: 7 },
    });
    const after = foldLedger({ reports, decisions: [decision] });
    expect(after.entries.find(({ kind }) => kind === 'toll')!.title).toBe('Losses of Kiribati: at least 7 killed');
  });

  test('a split without the other record takes the target out of its entry', async () => {
    const decision = await decide({ type: 'split', target: 'b-incident-0' });
    expect(decision).toMatchObject({ target: { report: 'b' }, other: { report: 'a' } });
    const after = foldLedger({ reports, decisions: [decision] });
    expect(after.entries.filter(({ kind }) => kind === 'incident').map((entry) => entry.reports)).toEqual([
      ['a'],
      ['b'],
    ]);
  });

  test.each([
    ['a merge of two kinds', { type: 'merge', target: 'incident-a', other: 'toll-a' }, /never one entry/],
    ['a merge of one entry', { type: 'merge', target: 'a-incident-0', other: 'b-incident-0' }, /one entry already/],
    ['a merge without the other', { type: 'merge', target: 'incident-a' }, /--other/],
    ['a split of a single record', { type: 'split', target: 'toll-a' }, /nothing to take apart/],
    ['a grade that is none', { type: 'grade', target: 'toll-a', grade: 'Z9' }, /letter A to F/],
    ['a side without a situation', { type: 'side', target: 'TUV MIL', side: 'TUV' }, /situation/],
    ['a correction of nothing', { type: 'correct', target: 'toll-a' }, /Slots of toll/],
    ['what is not there', { type: 'confirm', target: 'incident-zzzz' }, /incident-zzzz/],
    ['an undo of nothing', { type: 'undo', target: 'd1' }, /d1/],
  ] as const)('%s is refused', async (_, request, message) => {
    expect(shelling!.reports).toEqual(['a', 'b']);
    await expect(decide(request)).rejects.toThrow(message);
  });
});

test('instants in a text of the ledger are told in the zone of the reader, all else stands', () => {
  const text =
    'Ceasefire from 2022-09-14T16:00Z: the act is put at 2022-09-14T04:00:00Z, as 2022-09-14T08:00 Asia/Yerevan';
  expect(textParts(text)).toEqual([
    'Ceasefire from ',
    { at: '2022-09-14T16:00:00Z' },
    ': the act is put at ',
    { at: '2022-09-14T04:00:00Z' },
    ', as 2022-09-14T08:00 Asia/Yerevan',
  ]);
  expect(speakTimes(text, (at) => `<${at.slice(11, 16)}>`)).toBe(
    'Ceasefire from <16:00>: the act is put at <04:00>, as 2022-09-14T08:00 Asia/Yerevan',
  );
});
