/** How a row of the coverage is named where rows are compared, written or taken out: "2022-09-13 ARM". */
import type { CoverageDay } from './ledger.ts';

type DayOfSide = Pick<CoverageDay, 'day' | 'side'>;

/** Code units of an ISO date. */
const DAY = 'YYYY-MM-DD'.length;

export const keyOfDay = ({ day, side }: DayOfSide): string => `${day} ${side}`;

/** The day and the side that `keyOfDay` made `key` of. */
export const dayOfKey = (key: string): DayOfSide => ({ day: key.slice(0, DAY), side: key.slice(DAY + 1) });
