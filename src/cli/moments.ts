/** The ledger that a command asks for: current, or as it stood at a moment. */
import { timeLabel } from '../ledger/entry/time-words.ts';
import type { AgendaItem, Entry, Ledger } from '../model/ledger.ts';
import { TrucewatchError } from '../model/errors.ts';
import { speakTimes } from '../model/speak-times.ts';
import type { Store } from '../store/store.ts';
import { instantOf, settings, situations, type StoreOptions } from './context.ts';

/** What status and agenda need, without the entries where nothing asks for them. */
export async function ledgerHead(store: Store, options: StoreOptions): Promise<Omit<Ledger, 'entries'>> {
  const fresh = options.asOf === undefined ? await store.ledgerHead() : undefined;
  return fresh ?? wholeLedger(store, options);
}

export async function wholeLedger(store: Store, options: StoreOptions): Promise<Ledger> {
  const { currentLedger, foldStore } = await import('../work/refold.ts');
  if (options.asOf === undefined) return currentLedger(store, await situations());
  return foldStore(store, await situations(), { asOf: instantOf(options.asOf) });
}

/** The beginning of an id, long enough to be typed: "incident-3f2a91". */
export const shortId = (id: string): string => id.replace(/^([a-z]+-.{6}).*$/, '$1');

/** A title or reason of the ledger with its instants in the reader's zone. */
export const spoken = (text: string): string => speakTimes(text, (instant) => moment(instant));

/** When an agenda item falls due: its hour, or the day or season as it was told. */
export function dueText({ due, earliest }: AgendaItem): string {
  if (due === undefined || /T\d/.test(due.value)) return moment(earliest);
  return timeLabel(due);
}

/** The entry with this id or the only one whose id begins so. Throws `unknown-id`. */
export function entryBy(ledger: Pick<Ledger, 'entries'>, id: string): Entry {
  const found = ledger.entries.filter((entry) => entry.id === id || (id.length >= 4 && entry.id.startsWith(id)));
  if (found.length !== 1) throw new TrucewatchError('unknown-id', id);
  return found[0]!;
}

/** An instant in the reader's zone: "13 Sep 2022, 09:00 (UTC+3)". */
export function moment(instant: string | undefined, zone = settings().zone): string {
  if (instant === undefined) return 'unknown';
  if (!instant.includes('T')) return instant;
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const offset = at.offset === '+00:00' ? 'UTC' : `UTC${at.offset.replace(/^([+-])0/, '$1').replace(/:00$/, '')}`;
  return `${at.day} ${MONTHS[at.month - 1]} ${at.year}, ${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')} ${offset}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
