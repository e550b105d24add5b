/** `trucewatch doctor`: what is wrong is named with its next step. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Decision } from '../../src/model/decision.ts';
import { openSqliteStore } from '../../src/store/open.ts';
import { trucewatch } from '../support/cli.ts';
import { testFolder } from '../support/stores.ts';

let folder: ReturnType<typeof testFolder>;
const path = (name: string): string => join(folder.path, name);
const doctor = async () => (await trucewatch(['doctor', '--data', path('data')])).stdout;

beforeEach(() => void (folder = testFolder()));
afterEach(() => folder.remove());

const REPORT =
  'Goma shelled\n\nGOMA, May 3 (Sample Wire) - M23 rebels shelled the town of Goma with mortars on Tuesday, the Congolese army said.\n';

async function decide(decisions: readonly Decision[]): Promise<void> {
  const store = await openSqliteStore(path('data'));
  await store.addDecisions(decisions);
  await store.close();
}

test('decisions that no record carries any more are listed with what to do, until they are taken back', async () => {
  writeFileSync(path('goma.txt'), REPORT);
  await trucewatch(['ingest', path('goma.txt'), '--data', path('data')]);
  expect(await doctor()).not.toContain('decision ');
  const base = { at: '2024-05-04T00:00:00Z', by: 'ana', why: 'seen on the spot' };
  const target = { report: 'goma', kind: 'incident' } as const;
  const stands: Decision = {
    ...base,
    id: 'aaaa0000aaaa',
    type: 'confirm',
    target: { ...target, spans: [{ start: 0, end: 200 }] },
  };
  await decide([stands]);
  expect(await doctor()).toMatch(/ok +decisions +every one holds by a record/);
  const lost: Decision[] = [
    { ...base, id: 'bbbb0000bbbb', type: 'reject', target: { ...target, spans: [{ start: 9000, end: 9100 }] } },
    { ...base, id: 'cccc0000cccc', type: 'note', text: 'x', target: { ...target, report: 'gone', spans: [] } },
  ];
  await decide(lost);
  const told = await doctor();
  expect(told).toMatch(/WARNING +decisions +2 decisions of 3 hold by words that no record carries any more\./);
  expect(told).toMatch(
    /WARNING +decision +bbbb0000bb reject on incident in goma, by ana, 2024-05-04: seen on the spot/,
  );
  expect(told).toMatch(/cccc0000cc note on incident in gone/);
  expect(told).not.toContain('aaaa0000aa');
  expect(told).toContain('trucewatch review undo ID');
  await decide([
    { ...base, id: 'dddd', type: 'undo', decision: 'bbbb0000bbbb' },
    { ...base, id: 'eeee', type: 'undo', decision: 'cccc0000cccc' },
  ]);
  expect(await doctor()).toMatch(/ok +decisions/);
});
