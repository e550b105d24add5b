/** What people do in review, by the API, on both databases: assign, make a record by hand, undo, and it survives re-coding. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decision } from '../../src/model/decision.ts';
import type { EntryLine } from '../../src/model/lines.ts';
import type { EntryDetail, ReportDetail } from '../../src/serve/api/types.ts';
import { testApi, type TestApi } from '../support/api.ts';
import { sampleReports } from '../support/samples.ts';
import { DIALECTS } from '../support/stores.ts';

describe.each(DIALECTS)('review on %s', (dialect) => {
  let api: TestApi;
  beforeAll(async () => void (api = await testApi(dialect)), 60_000);
  afterAll(() => api.remove());

  const recordsOf = async (report: string): Promise<ReportDetail> =>
    (await api.get<ReportDetail>(`/reports/${report}`)).body.data;
  const undo = async (target: string): Promise<Decision> =>
    (await api.post<Decision>('/decisions', { type: 'undo', target, why: 'a mistake' })).body.data;

  test('an entry is assigned, and stands in the queue of who is to look at it', async () => {
    const target = api.filled('{entry}');
    const { body } = await api.post<Decision>('/decisions', {
      type: 'assign',
      target,
      to: 'ana',
      why: 'she was there',
    });
    const queue = await api.get<EntryLine[]>('/review?assigned=ana');
    expect(queue.body.data.map(({ id, assigned }) => [id, assigned])).toEqual([[target, 'ana']]);
    await undo(body.data.id);
    expect((await api.get<EntryLine[]>('/review?assigned=ana')).body.data).toEqual([]);
  });

  test('a selection becomes a record and an entry, survives re-coding, and goes with its decision', async () => {
    const report = (await sampleReports())[0]!;
    const { text } = await recordsOf(report.id);
    const spans = [{ start: text.indexOf(' ') + 1, end: text.indexOf(' ') + 9 }];
    const made = await api.post<Extract<Decision, { type: 'record' }>>('/decisions', {
      type: 'record',
      target: report.id,
      kind: 'incident',
      spans,
      slots: { type: 'mine', accuser: 'FRA MIL: the observers', perpetrators: 'DEU MIL', places: 'near Goris' },
      why: 'the coder did not see it',
    });
    expect(made.status).toBe(201);
    const { record } = made.body.data;
    const isThere = async (): Promise<boolean> =>
      (await recordsOf(report.id)).records.some(({ id, rule }) => id === record.id && rule === 'by-hand');
    expect(await isThere()).toBe(true);
    const entry = (await recordsOf(report.id)).entries[record.id]!;
    const { data } = (await api.get<EntryDetail>(`/entries/${entry}`)).body;
    expect(data.line).toMatchObject({ accusers: [{ key: 'FRA' }], accused: [{ key: 'DEU' }], facts: { type: 'mine' } });
    expect(data.line.places[0]).toMatchObject({ name: 'Goris', relation: 'near', lat: expect.any(Number) });
    expect(data.quotes[0]!.pieces[0]!.marks).toEqual(spans);

    await api.store.recode(report);
    expect(await isThere()).toBe(true);
    const undone = await undo(made.body.data.id);
    expect(await isThere()).toBe(false);
    expect((await api.get(`/entries/${entry}`)).status).toBe(404);
    await undo(undone.id);
    expect(await isThere()).toBe(true);
  });

  test.each([
    [{ kind: 'incident', spans: [{ start: 0, end: 5 }], slots: {} }, /needs type/],
    [{ kind: 'incident', spans: [{ start: 0, end: 900_000 }], slots: { type: 'fire' } }, /within/],
    [{ kind: 'incident', spans: [{ start: 0, end: 5 }], slots: { type: 'tea' } }, /one of: fire/],
    [{ kind: 'incident', spans: [{ start: 0, end: 5 }], slots: { type: 'fire', colour: 'red' } }, /a slot of incident/],
    [{ spans: [{ start: 0, end: 5 }] }, /needs a kind/],
  ])('what is no record is refused with what is wanted: %j', async (fields, words) => {
    const { status, body } = await api.post('/decisions', {
      type: 'record',
      target: api.filled('{report}'),
      why: 'x',
      ...fields,
    });
    expect([status, body.detail]).toEqual([400, expect.stringMatching(words)]);
  });

  test('several decisions are all laid down or none', async () => {
    const { body } = await api.get<{ id: string }[]>('/decisions');
    const bad = await api.post('/decisions/bulk', {
      decisions: [
        { type: 'confirm', target: api.filled('{entry}'), why: 'seen' },
        { type: 'confirm', target: 'nowhere', why: 'seen' },
      ],
    });
    expect(bad.status).toBe(404);
    expect((await api.get<{ id: string }[]>('/decisions')).body.data).toEqual(body.data);
  });
});
