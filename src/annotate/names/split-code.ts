/** Actor codes as the readers of names take them apart. */

const NON_STATE = new Set(['EUR', 'NGO', 'UNO']);

/** Splits an actor code into its country or prefix and its sectors; of two prefixes the narrower one stays: "IGO UNO". */
export function splitCode(code: string): { country: string; sector: string } {
  const second = code.slice(4, 7);
  const from = NON_STATE.has(second) ? 4 : 0;
  return { country: code.slice(from, from + 3), sector: code.slice(from + 4) };
}
