/** In which order the readings of a difference are shown. */
import type { Difference } from '../../../src/model/ledger.ts';

/** Whether the reason names both readings of an update: "Sample North said 49 first and 105 later". */
export const isTold = ({ type, readings, reason }: Difference): boolean =>
  type === 'update' && readings.length === 2 && readings.every(({ label }) => reason.includes(label));

/** What was replaced before what replaced it, as the reason names them; else as the ledger weighs them. */
export const inTheirOrder = (difference: Difference): Difference['readings'] =>
  isTold(difference)
    ? difference.readings.toSorted((a, b) => difference.reason.indexOf(a.label) - difference.reason.indexOf(b.label))
    : difference.readings;
