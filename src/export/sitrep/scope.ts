/** What a situation report is about: the stretch of time, and the truces, entries and agenda that belong to it. */
import { TrucewatchError } from '../../model/errors.ts';
import type { AgendaItem, Entry, Ledger, Truce } from '../../model/ledger.ts';
import { edge, selectEntries, standing, truceOf } from '../select.ts';
import type { SitrepOptions } from '../source.ts';

export interface SitrepScope {
  /** Instants, half-open. */
  readonly from: string;
  readonly to: string;
  readonly since?: string;
  readonly truce?: Truce;
  readonly truces: readonly Truce[];
  readonly entries: readonly Entry[];
  readonly agenda: readonly AgendaItem[];
}

const DAY = 86_400_000;

/**
 * The period asked for; without one, the last day of the ledger. Truces are those that stand or ended within the
 * period. Throws `bad-option` for a period that ends before it begins or a ledger without any time.
 */
export function scopeOf(ledger: Ledger, options: SitrepOptions): SitrepScope {
  const end = edge(options.to, 1) ?? edge(ledger.asOf, 1);
  if (end === undefined)
    throw new TrucewatchError(
      'bad-option',
      'The ledger holds nothing with a date. Name a period with --from and --to.',
    );
  const begin = edge(options.from, 0) ?? end - DAY;
  if (begin >= end)
    throw new TrucewatchError('bad-option', `The period ends before it begins (${options.from} to ${options.to}).`);
  const [from, to] = [begin, end].map((at) => new Date(at).toISOString()) as [string, string];
  const truce = truceOf(ledger, options);
  return {
    from,
    to,
    ...(options.since !== undefined && { since: options.since }),
    ...(truce !== undefined && { truce }),
    truces: truce === undefined ? ledger.truces.filter((one) => isOfPeriod(one, begin, end)) : [truce],
    entries: standing(selectEntries(ledger, { ...options, from, to })).filter(
      (entry) => !entry.factuality.every((label) => label === 'recalled'),
    ),
    agenda: ledger.agenda.filter((item) => isNear(item, begin)),
  };
}

/** A truce that ended before the period began is history. */
function isOfPeriod({ history, effectiveFrom }: Truce, begin: number, end: number): boolean {
  if (effectiveFrom !== undefined && Date.parse(effectiveFrom) >= end)
    return history.some(({ at }) => at !== undefined && Date.parse(at) < end);
  const last = history.at(-1);
  const isOver = last !== undefined && ['superseded', 'expired', 'declared over'].includes(last.status);
  return !isOver || last.at === undefined || Date.parse(last.at) >= begin;
}

/** What is due or was due within the period, and what is open. */
const isNear = ({ outcome, latest }: AgendaItem, begin: number): boolean =>
  latest === undefined ? outcome === 'open' : Date.parse(latest) >= begin;
