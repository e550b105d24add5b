/** What an agency took back is marked in lists and in no picture. */
import { expect, test } from 'vitest';
import { latestTimeline } from '../../src/serve/api/timeline.ts';
import { openMemoryProjection } from '../../src/store/projection/projection.ts';
import { ledgerOfTold, told } from '../support/told.ts';

const HEADLINE = 'Kenya says Ugandan guns fired over the border';
const CLAIM = told(
  'claim',
  '2023-05-03',
  HEADLINE,
  'NAIROBI, May 3 (Sample Wire) - Ugandan forces shelled the town of Busia with artillery at 02:00 GMT on Wednesday, the Kenyan Defence Ministry said.',
);
const NOTICE = told(
  'notice',
  '2023-05-03',
  HEADLINE,
  '(RETRACTS earlier story, the ministry made no such statement)\n\nNAIROBI, May 3 (Sample Wire) - Sample Wire has withdrawn its report on the shelling of Busia. The Kenyan Defence Ministry made no such statement.',
);

const shown = async (reports: Parameters<typeof ledgerOfTold>[0]) => {
  const projection = await openMemoryProjection(ledgerOfTold(reports), {}, []);
  const { rows } = await projection.entries({ kind: 'incident', limit: 10 });
  const { marks, days } = await latestTimeline({ projection });
  await projection.close();
  return { withdrawn: rows.map((row) => row.withdrawn), marks: marks.length, days: days.length };
};

test('a claim is drawn until it is taken back, and stays in the list', async () => {
  expect(await shown([CLAIM])).toEqual({ withdrawn: [undefined], marks: 1, days: 1 });
  const after = await shown([CLAIM, NOTICE]);
  expect(after.withdrawn.length).toBeGreaterThan(0);
  expect(after.withdrawn.every((one) => one === true)).toBe(true);
  expect([after.marks, after.days]).toEqual([0, 0]);
});
