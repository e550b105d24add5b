/** The agenda as a calendar: read by ical.js, stable from one export to the next, honest about what is only announced. */
import ICAL from 'ical.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { sequenceOf } from '../../src/export/calendar/calendar.ts';
import { contentLine, textValue } from '../../src/export/calendar/content-line.ts';
import { dueTime } from '../../src/export/calendar/due-time.ts';
import { exportAs } from '../../src/export/export-as.ts';
import type { ExportOptions, ExportSource } from '../../src/export/source.ts';
import type { AgendaItem } from '../../src/model/ledger.ts';
import { foldedSource, frozenSource, textOf } from '../support/export.ts';
import { meeting, report } from '../support/ledger.ts';

async function calendarOf(source: ExportSource, options: ExportOptions = {}) {
  const text = await textOf(exportAs('ics', source, options));
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  const items = [...calendar.getAllSubcomponents('vevent'), ...calendar.getAllSubcomponents('vtodo')];
  return { text, items };
}

const valueOf = (item: ICAL.Component, name: string): string => String(item.getFirstPropertyValue(name));

describe('the samples’ agenda', () => {
  let source: ExportSource;
  beforeAll(async () => void (source = await frozenSource()));

  test('has one item for each of the ledger’s, with what RFC 5545 demands', async () => {
    const { text, items } = await calendarOf(source);
    expect(items).toHaveLength(source.ledger.agenda.length);
    expect(new Set(items.map((item) => valueOf(item, 'uid'))).size).toBe(items.length);
    for (const item of items) {
      expect(valueOf(item, 'dtstamp')).toMatch(/^\d{4}-\d\d-\d\dT/);
      expect(Number(valueOf(item, 'sequence'))).toBeGreaterThanOrEqual(0);
      expect(
        item.name === 'vevent' ? ['TENTATIVE', 'CONFIRMED', 'CANCELLED'] : ['NEEDS-ACTION', 'COMPLETED', 'CANCELLED'],
      ).toContain(valueOf(item, 'status'));
    }
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('an hour told in a zone is that instant, a day is a whole day, a season a stretch that blocks nobody', async () => {
    const { items } = await calendarOf(source);
    const find = (word: string): ICAL.Component => items.find((item) => valueOf(item, 'summary').includes(word))!;
    const council = find('Collective Security Council');
    expect((council.getFirstPropertyValue('dtstart') as ICAL.Time).toJSDate().toISOString()).toBe(
      '2022-09-13T15:30:00.000Z',
    );
    expect(valueOf(council, 'summary')).toContain('hour approximate');
    expect(valueOf(council, 'description')).toContain('about 2022-09-13T18:30 Europe/Moscow (stated)');
    const samarkand = find('Samarkand').getFirstPropertyValue('dtstart') as ICAL.Time;
    expect([samarkand.isDate, samarkand.toString()]).toEqual([true, '2022-09-15']);
    const autumn = items.find((item) => valueOf(item, 'dtstart') === '2022-09-01')!;
    expect(valueOf(autumn, 'dtend')).toBe('2022-12-01');
    expect(valueOf(autumn, 'transp')).toBe('TRANSPARENT');
  });

  test('of one truce holds what its parties and its reports announce, and nothing for strangers', async () => {
    const [, truce] = source.ledger.truces;
    const { items } = await calendarOf(source, { truce: truce!.id });
    expect(items.map((item) => valueOf(item, 'summary'))).toContainEqual(
      expect.stringContaining('Collective Security Council'),
    );
    const elsewhere = { ...truce!, parties: ['KIR', 'TUV'] };
    const entries = source.ledger.entries.map((entry) => (entry.id === truce!.id ? { ...entry, reports: [] } : entry));
    const strange = { ...source, ledger: { ...source.ledger, entries, truces: [elsewhere] } };
    expect((await calendarOf(strange, { truce: truce!.id })).items).toEqual([]);
  });

  test('with an address each item links to the desk', async () => {
    const { items } = await calendarOf(source, { url: 'https://desk.example.org/' });
    expect(valueOf(items[0]!, 'url')).toMatch(/^https:\/\/desk\.example\.org\/entries\//);
  });
});

describe('an agenda that changes', () => {
  const council = { form: 'session', body: 'Lagoon Council', status: 'planned' } as const;
  const reports = [
    report('a', '2019-05-01', [meeting({ ...council, start: '2019-05-06' })]),
    report('b', '2019-05-03', [meeting({ ...council, start: '2019-05-09' })]),
    report('c', '2019-05-07', [meeting({ ...council, start: '2019-05-09', status: 'cancelled' })]),
  ];
  const statuses = async (asOf: string) =>
    (await calendarOf(foldedSource(reports, asOf))).items.map((item) => ({
      uid: valueOf(item, 'uid'),
      status: valueOf(item, 'status'),
      sequence: Number(valueOf(item, 'sequence')),
      related: valueOf(item, 'related-to'),
    }));

  test('keeps its ids, counts up, and points to the new date of what was moved', async () => {
    const [first] = await statuses('2019-05-02');
    const [moved, anew] = await statuses('2019-05-04');
    const [, off] = await statuses('2019-05-08');
    expect(first).toMatchObject({ status: 'TENTATIVE', sequence: 0 });
    expect(moved).toMatchObject({ uid: first!.uid, status: 'CANCELLED', related: anew!.uid });
    expect(moved!.sequence).toBeGreaterThan(first!.sequence);
    expect(anew).toMatchObject({ status: 'TENTATIVE' });
    expect(off).toMatchObject({ uid: anew!.uid, status: 'CANCELLED' });
    expect(off!.sequence).toBeGreaterThan(anew!.sequence);
  });

  test('never counts down as time passes', async () => {
    let known = new Map<string, number>();
    for (let day = 1; day <= 20; day++) {
      const now = await statuses(`2019-05-${String(day).padStart(2, '0')}`);
      for (const { uid, sequence } of now) expect(sequence).toBeGreaterThanOrEqual(known.get(uid) ?? 0);
      known = new Map([...known, ...now.map(({ uid, sequence }) => [uid, sequence] as const)]);
    }
    expect(known.size).toBe(2);
  });

  test('a decision and its undoing count up too', async () => {
    const source = await frozenSource();
    const [item] = source.ledger.agenda;
    const entry = source.ledger.entries.find(({ id }) => id === item!.entry)!;
    const target = { report: entry.reports[0]!, kind: entry.kind, spans: [] };
    const base = { at: '2022-09-23T00:00:00Z', by: 'ana', why: 'seen' };
    const confirm = { ...base, id: 'd1', type: 'confirm' as const, target };
    const undo = { ...base, id: 'd2', type: 'undo' as const, decision: 'd1' };
    const at = (decisions: Parameters<typeof sequenceOf>[2]): number => sequenceOf(entry, item!, decisions);
    expect([at([confirm]) - at([]), at([confirm, undo]) - at([confirm])]).toEqual([1, 1]);
  });
});

describe('parts of a calendar', () => {
  test('any text comes back from a folded line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = contentLine('SUMMARY', textValue(text));
        const component = new ICAL.Component(ICAL.parse(`BEGIN:VEVENT\r\n${line}END:VEVENT\r\n`) as never);
        const plain = text.replaceAll(/\r\n|\r/g, '\n').replaceAll(/[^\P{Cc}\n]/gu, '');
        expect(component.getFirstPropertyValue('summary') ?? '').toBe(plain);
        for (const part of line.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
      }),
    );
  });

  const item = (earliest: string, latest: string, due?: AgendaItem['due']): AgendaItem => ({
    entry: 'e',
    title: 't',
    outcome: 'due',
    reasons: [],
    earliest,
    latest,
    ...(due && { due }),
  });

  test.each([
    [
      'a minute',
      item('2022-09-13T15:30:00Z', '2022-09-13T15:31:00Z', { value: '2022-09-13T18:30' }),
      { type: 'instant', start: '2022-09-13T15:30:00Z' },
    ],
    [
      'an evening',
      item('2022-09-13T13:00:00Z', '2022-09-13T20:00:00Z', { value: '2022-09-13TEV' }),
      { type: 'instant', start: '2022-09-13T13:00:00Z', end: '2022-09-13T20:00:00Z' },
    ],
    [
      'a local day',
      item('2022-09-12T20:00:00Z', '2022-09-13T20:00:00Z', { value: '2022-09-13', zone: 'Asia/Yerevan' }),
      { type: 'days', start: '2022-09-13', end: '2022-09-14' },
    ],
  ])('%s', (_, due, time) => expect(dueTime(due)).toEqual(time));

  test('no time', () => expect(dueTime({ entry: 'e', title: 't', outcome: 'open', reasons: [] })).toBeUndefined());
});
