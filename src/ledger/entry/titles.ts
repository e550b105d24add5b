/** One line for people about an entry, from the readings that are shown first. */
import type { Bundle } from '../bundle.ts';
import type { LedgerSlot, Origin, Reading } from '../../model/ledger.ts';
import type { IncidentType, MeetingForm } from '../../model/record.ts';
import { byText } from '../keys.ts';
import type { SideBook } from '../sides.ts';
import { HOUR, isoOf, lengthOf, windowOf } from '../time.ts';
import { isOverruled } from './readings.ts';
import type { Frame } from './voices.ts';

const ACTS: Readonly<Record<IncidentType, string>> = {
  fire: 'Fire',
  movement: 'Movement of forces',
  'build-up': 'Build-up of forces',
  'air or drone': 'Air or drone attack',
  mine: 'Mining',
  obstruction: 'Obstruction',
  detention: 'Detention',
  other: 'Incident',
};

export interface TitleContext {
  readonly frame: Frame;
  readonly book: SideBook;
  readonly origins: readonly Origin[];
}

/** The line that stands for the entry in lists. */
export function titleOf(bundle: Bundle, slots: readonly LedgerSlot[], context: TitleContext): string {
  const read = reader(slots);
  const { frame, book } = context;
  switch (bundle.kind) {
    case 'incident':
      return incidentTitle(bundle, read, context);
    case 'agreement':
      return agreementTitle(read, frame, book);
    case 'toll':
      return `Losses of ${read.first('side') ?? 'a side not named'}: ${tollNumbers(read)}`;
    case 'request':
      return `${read.first('requester') ?? 'Somebody'} asks ${read.first('addressee') ?? 'somebody'} ${askedFor(read)}`;
    case 'meeting':
      return meetingTitle(read);
    case 'plan':
      return planTitle(read);
    case 'observation':
      return `${read.first('monitor') ?? bundle.items[0]!.voice.name}: ${read.first('finding') ?? 'observation'}${where(read)}`;
    case 'mechanism':
      return read.first('name') ?? 'Mechanism';
    case 'statement':
      return `${read.first('speaker') ?? bundle.items[0]!.voice.name}: ${read.first('act') ?? 'statement'}${toWhom(read)}`;
    case 'event':
      return `${read.all('actors') || 'Somebody'}: ${bundle.items[0]!.record.plover?.event.toLowerCase() ?? 'event'}${read.all('recipients') && ` toward ${read.all('recipients')}`}`;
    default:
      return bundle.kind satisfies never;
  }
}

interface Read {
  first(name: string): string | undefined;
  value(name: string): Reading['value'] | undefined;
  reading(name: string): Reading | undefined;
  readings(name: string): readonly Reading[];
  list(name: string): readonly string[];
  all(name: string): string;
}

function reader(slots: readonly LedgerSlot[]): Read {
  const isShown = (reading: Reading): boolean => !isOverruled(reading) && reading.withdrawn !== true;
  const named = new Map(slots.map((slot) => [slot.name, slot.readings.filter(isShown)]));
  return {
    first: (name) => named.get(name)?.[0]?.label,
    value: (name) => named.get(name)?.[0]?.value,
    reading: (name) => named.get(name)?.[0],
    readings: (name) => named.get(name) ?? [],
    list: (name) => named.get(name)?.map((reading) => reading.label) ?? [],
    all: (name) => listed([...new Set(named.get(name)?.map((reading) => reading.label))]),
  };
}

/** "Goris, Sotk and Jermuk". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Whoever of the parties says it stands first; what nobody but the reports says is told as they tell it. */
function incidentTitle(bundle: Bundle, read: Read, { frame, book, origins }: TitleContext): string {
  const act = `${ACTS[(read.first('type') ?? 'other') as IncidentType]}${where(read)}`;
  const by = listed(frame.accused.map((side) => book.nameOf(side)));
  const claims = bundle.items.filter((item) => item.record.factuality !== 'denied');
  if (claims.length === 0) return `${act}, denied by ${by || bundle.items[0]!.voice.name}`;
  const sides = [...new Set(origins.map((origin) => origin.side))].sort(byText);
  const accusers = sides.filter((side) => frame.interested.includes(side) && !frame.accused.includes(side));
  const alleged = accusers.length > 0 || claims.some((item) => item.record.factuality === 'alleged');
  if (!alleged || sides.every((side) => frame.accused.includes(side))) return by === '' ? act : `${act}, by ${by}`;
  const who = listed(accusers.map((side) => book.nameOf(side))) || origins[0]!.name;
  return `${act}, alleged by ${who}${by === '' ? '' : ` of ${by}`}`;
}

/** " toward Goris, Sotk and Jermuk": each place once, with the relation that is shown first. */
function where(read: Read): string {
  const labels = read.list('places');
  if (labels.length === 0) return '';
  const relation = /^(near|toward) /.exec(labels[0]!)?.[1] ?? 'at';
  return ` ${relation} ${listed([...new Set(labels.map((label) => label.replace(/^(?:near|toward) /, '')))])}`;
}

function agreementTitle(read: Read, frame: Frame, book: SideBook): string {
  const form = read.first('class') ?? 'agreement';
  const name = form === 'ceasefire' ? undefined : read.first('name');
  const parties = listed(frame.parties.map((side) => book.nameOf(side)));
  const places = listed([...new Set(read.list('places'))]);
  const inPlaces = form === 'ceasefire' && places !== '' ? ` in ${places}` : '';
  return `${name ?? capital(form)}${inPlaces}${dateOf(read)}${parties === '' ? '' : `, ${parties}`}`;
}

/** The hour at which it takes effect, where one is known; else the date as it was given. */
function dateOf(read: Read): string {
  const time = timeOf(read.value('effective'));
  const window = windowOf(time);
  if (time === undefined || window === undefined) return read.first('signed') ? ` of ${read.first('signed')}` : '';
  return ` from ${lengthOf(window) <= HOUR ? `${isoOf(window.lo).slice(0, 16)}Z` : time.value.slice(0, 16)}`;
}

const timeOf = (value: Reading['value'] | undefined) =>
  typeof value === 'object' && 'value' in value ? value : undefined;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const tollNumbers = (read: Read): string =>
  [
    ['killed', 'killed'],
    ['killedOrMissing', 'killed or missing'],
    ['wounded', 'wounded'],
    ['captured', 'captured'],
    ['missing', 'missing'],
  ]
    .flatMap(([slot, word]) => (read.first(slot!) === undefined ? [] : [`${read.first(slot!)} ${word}`]))
    .join(', ') || 'no number';

const askedFor = (read: Read): string => {
  const instrument = read.first('instrument');
  return `for ${read.first('what') ?? 'help'}${instrument === undefined ? '' : ` under ${instrument}`}`;
};

const FORMS: Readonly<Record<MeetingForm, string>> = {
  call: 'Call',
  'video link': 'Meeting by video link',
  session: 'Session',
  emergency: 'Emergency meeting',
  summit: 'Summit',
  visit: 'Visit',
  talks: 'Talks',
  conversation: 'Talks',
  meeting: 'Meeting',
};

function meetingTitle(read: Read): string {
  const form = FORMS[(read.first('form') ?? 'meeting') as MeetingForm];
  const who = read.first('body') ?? (read.all('participantNames') || read.all('participants'));
  return `${form}${who === '' ? '' : ` of ${who}`}${read.first('place') ? `, ${read.first('place')}` : ''}`;
}

/** "CSTO: send a mission to Armenia, due autumn 2022"; what is told in a sentence of its own stands alone. */
function planTitle(read: Read): string {
  const what = shortened(withoutDue(read) ?? 'a plan');
  const who = read.first('who');
  return `${who === undefined ? capital(what) : `${who}: ${what}`}${read.first('due') ? `, due ${read.first('due')}` : ''}`;
}

/** What is planned, up to where it tells when: "a report is to be put before them [in the autumn]". */
function withoutDue(read: Read): string | undefined {
  const what = read.reading('what');
  const [said] = what?.evidence ?? [];
  const [span] = said?.spans ?? [];
  const due = read
    .readings('due')
    .flatMap(({ evidence }) => evidence)
    .find((one) => one.record === said?.record)?.spans[0];
  if (what === undefined || span === undefined || due === undefined) return what?.label;
  if (due.start < span.start + 20 || due.end < span.end - 1 || what.label.length !== span.end - span.start)
    return what.label;
  return what.label
    .slice(0, due.start - span.start)
    .replace(/[\s,]+(?:(?:in|on|by|at|for|during|until|before)\s*)?$/, '');
}

const LONG = 90;

/** The beginning of a long text, up to a clause or word that ends before the limit. */
function shortened(text: string): string {
  if (text.length <= LONG) return text;
  const head = text.slice(0, LONG);
  const at = Math.max(head.lastIndexOf(', '), head.lastIndexOf('; '));
  return `${head.slice(0, at > LONG / 2 ? at : head.lastIndexOf(' '))} …`;
}

const toWhom = (read: Read): string => (read.all('addressees') === '' ? '' : `, to ${read.all('addressees')}`);
