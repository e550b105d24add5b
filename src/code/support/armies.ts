/** Lands without an army: what fires there, or in their name, is not "its forces". */
import { countryOf } from './context.ts';

/**
 * By law or treaty none of these keeps an army, nor has since 1980: the Palestinian Territories by the Oslo accords,
 * Costa Rica and Kiribati by their constitutions, Iceland and the small states of Europe and the Pacific by choice.
 */
const WITHOUT_ARMY: ReadonlySet<string> = new Set(
  'AND CRI FSM ISL KIR LIE MCO MHL MUS NRU PLW PSE SLB SMR TUV VAT WSM'.split(' '),
);

/** Whether the land of `code` has forces of its own, so that a country that fires does so by them. */
export const hasArmy = (code: string): boolean => !WITHOUT_ARMY.has(countryOf(code));
