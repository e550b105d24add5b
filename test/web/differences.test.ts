/** Where reports differ: an arrow goes from what was said first to what was said later, and only where that is told. */
import { expect, test } from 'vitest';
import type { Difference, Reading } from '../../src/model/ledger.ts';
import { inTheirOrder, isTold } from '../../web/src/data/readings.ts';

const difference = (type: Difference['type'], labels: readonly string[], reason: string): Difference => ({
  slot: 'killed',
  type,
  readings: labels.map((label): Reading => ({ value: label, label, evidence: [] })),
  reason,
});
const shown = (one: Difference): string =>
  inTheirOrder(one)
    .map(({ label }) => label)
    .join(isTold(one) ? ' → ' : ' · ');

test.each([
  ['update', ['105', '49'], 'Sample North said 49 first and 105 later', '49 → 105'],
  ['update', ['49', 'at least 49'], 'Sample North said at least 49 first and 49 later', 'at least 49 → 49'],
  ['update', ['12', '17'], 'the outlet corrected 17 to 12', '17 → 12'],
  ['update', ['fire', 'none'], 'fire was taken back; none stands', 'fire → none'],
  ['update', ['105', '49', '71'], 'Sample North said 49 first and 105 later', '105 · 49 · 71'],
  ['update', ['announced', 'signed'], 'what came later replaces what came before', 'announced · signed'],
  ['contradiction', ['50', '71'], 'both cannot hold, and neither voice has taken its word back', '50 · 71'],
] as const)('%s of %j: "%s"', (type, labels, reason, text) => {
  expect(shown(difference(type, labels, reason))).toBe(text);
});
