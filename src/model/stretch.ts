/** How a length of time is told to people. */

/** Hours from which a length is told in days. */
const IN_DAYS = 48;

/** Whole hours up to two days, then whole days: `stretchOf(240)` is 10 days. Rounds down. */
export const stretchOf = (hours: number): { readonly count: number; readonly unit: 'hour' | 'day' } =>
  hours < IN_DAYS ? { count: Math.floor(hours), unit: 'hour' } : { count: Math.floor(hours / 24), unit: 'day' };
