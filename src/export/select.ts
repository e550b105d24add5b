/** Which entries an export holds: those of a truce, a kind, a stretch of time. */
import { TrucewatchError } from '../model/errors.ts';
import { type Entry, isWithdrawn, type Ledger, type Truce } from '../model/ledger.ts';
import type { RecordKind } from '../model/record.ts';
import type { Factuality } from '../model/vocabulary.ts';
import type { ExportOptions } from './source.ts';

/** The entries asked for, in the order of the ledger. Throws `unknown-id` for a truce that is not there. */
export function selectEntries(ledger: Ledger, options: ExportOptions): readonly Entry[] {
  const truce = truceOf(ledger, options);
  const belongs = truce === undefined ? () => true : ofTruce(truce, ledger);
  const from = edge(options.from, 0);
  const to = edge(options.to, 1);
  return ledger.entries.filter(
    (entry) =>
      (options.kind === undefined || entry.kind === options.kind) && belongs(entry) && isWithin(entry, from, to),
  );
}

/** Entries that stand: what people rejected, or agencies took back, is no event for anybody else. */
export const standing = (entries: readonly Entry[]): readonly Entry[] =>
  entries.filter((entry) => entry.review !== 'rejected' && !isWithdrawn(entry));

/** How somebody holds an act that is said to have happened; what is only denied, feared or called for is no event. */
const HAPPENED: ReadonlySet<Factuality> = new Set(['asserted', 'alleged', 'recalled']);

/** False for an act that nobody says happened. */
export const isToldAsEvent = ({ kind, factuality }: Entry): boolean =>
  kind !== 'incident' || factuality.some((one) => HAPPENED.has(one));

/** Kinds that are something on the ground or between parties; words alone are left to other formats. */
const ON_THE_GROUND: ReadonlySet<RecordKind> = new Set([
  'agreement',
  'incident',
  'toll',
  'observation',
  'request',
  'meeting',
]);

/** Standing entries for maps and tables of events: of the kind asked for, else of those that are more than words. */
export const eventsOn = (ledger: Ledger, options: ExportOptions): readonly Entry[] =>
  standing(selectEntries(ledger, options)).filter(
    (entry) => isToldAsEvent(entry) && (options.kind !== undefined || ON_THE_GROUND.has(entry.kind)),
  );

/** The truce that was asked for, by its id or the only one that begins so. */
export function truceOf(ledger: Ledger, { truce }: ExportOptions): Truce | undefined {
  if (truce === undefined) return undefined;
  const found = ledger.truces.filter(({ id }) => id === truce || (truce.length >= 4 && id.startsWith(truce)));
  const exact = found.find(({ id }) => id === truce) ?? (found.length === 1 ? found[0] : undefined);
  if (exact === undefined) throw new TrucewatchError('unknown-id', truce);
  return exact;
}

/** What a truce names or is linked to, and the meetings and plans of its parties or of the reports that tell of it. */
function ofTruce(truce: Truce, ledger: Ledger): (entry: Entry) => boolean {
  const ids = idsOf(truce);
  const reports = new Set(ledger.entries.find(({ id }) => id === truce.id)?.reports);
  const isParty = (value: unknown): boolean =>
    typeof value === 'string' && truce.parties.includes(value.split(' ')[0]!);
  const isDue = ({ kind, slots, reports: own }: Entry): boolean =>
    (kind === 'meeting' || kind === 'plan') &&
    (own.some((report) => reports.has(report)) ||
      slots.some(({ name, readings }) => WHO.has(name) && readings.some(({ value }) => isParty(value))));
  return (entry) => ids.has(entry.id) || entry.links.some((link) => link.entry === truce.id) || isDue(entry);
}

/** Slots of meetings and plans that hold actors. */
const WHO: ReadonlySet<string> = new Set(['participants', 'requestedBy', 'who', 'promisedBy']);

const idsOf = (truce: Truce): ReadonlySet<string> =>
  new Set([
    truce.id,
    ...truce.breaches,
    ...truce.before,
    ...truce.uncertain,
    ...truce.restsOn,
    ...truce.reasons.flatMap((reason) => reason.entries),
    ...(truce.supersededBy === undefined ? [] : [truce.supersededBy]),
    ...(truce.supersedes === undefined ? [] : [truce.supersedes]),
  ]);

/** An entry without a time of its own counts by the dates of its reports; without those only where no time is asked for. */
function isWithin(entry: Entry, from: number | undefined, to: number | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  const begin = edge(entry.earliest ?? entry.firstReported, 0);
  const end = edge(entry.latest ?? entry.lastReported, 1);
  if (begin === undefined || end === undefined) return false;
  return (to === undefined || begin < to) && (from === undefined || end > from || (end === begin && end >= from));
}

/** Milliseconds of an instant, or of the begin (0) or end (1) of a date in UTC. Throws `bad-option`. */
export function edge(text: string | undefined, days: 0 | 1): number | undefined {
  if (text === undefined) return undefined;
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text))
      return Temporal.PlainDate.from(text).add({ days }).toZonedDateTime('UTC').epochMilliseconds;
    if (/^\d{4}(?:-\d{2})?$/.test(text)) {
      const month = Temporal.PlainYearMonth.from(text.length === 4 ? `${text}-01` : text);
      const next = days === 0 ? month : month.add(text.length === 4 ? { years: 1 } : { months: 1 });
      return next.toPlainDate({ day: 1 }).toZonedDateTime('UTC').epochMilliseconds;
    }
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch (cause) {
    throw new TrucewatchError(
      'bad-option',
      `"${text}" is no date and no instant. Write 2022-09-15 or 2022-09-15T12:00Z.`,
      cause,
    );
  }
}
