/** The status of a truce at any instant up to the ledger's own moment, by everything the ledger knows of it. */
import type { Ledger, StatusChange } from '../model/ledger.ts';
import { instant } from './time.ts';

/**
 * Status and reasons at `at`, by the time of what happened. What was known on a day is another question: fold as of
 * that day. Undefined for an unknown truce; `proposed` or `announced` before its first change.
 */
export function statusAt(ledger: Ledger, truceId: string, at: string): StatusChange | undefined {
  const truce = ledger.truces.find((one) => one.id === truceId);
  const moment = instant(at);
  if (truce === undefined || moment === undefined) return undefined;
  const past = truce.history.filter((change) => change.at === undefined || Date.parse(change.at) <= moment);
  return past.at(-1) ?? { status: 'announced', reasons: [] };
}
