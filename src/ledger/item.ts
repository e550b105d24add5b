/** One record as the ledger works on it: corrected by decisions, with its times as numbers and its voice resolved. */
import type { ActorRef, CodedRecord, RecordKind } from '../model/record.ts';
import type { ReportCard } from '../model/ledger.ts';
import { NOTHING } from '../model/lists.ts';
import { foldName, sideKey, sidesOf, voiceKey } from './keys.ts';
import { type Window, DAY, windowOf, windowOfLocal, windowOfValue } from './time.ts';

/** Who stands behind a record: a body that speaks, or the outlet itself. */
export interface Voicing {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  /** Side by code; a situation may say otherwise. */
  readonly side: string;
  /** True when the outlet asserts it with no source but itself. */
  readonly own: boolean;
}

export interface Item {
  /** Id of the record. */
  readonly uid: string;
  readonly kind: RecordKind;
  readonly record: CodedRecord;
  readonly card: ReportCard;
  /** When its report came out. */
  readonly pub: Window | undefined;
  /** When the thing itself was or is to be. */
  readonly when: Window | undefined;
  /** True when `when` rests on the date of the report alone. */
  readonly newsTime: boolean;
  readonly voice: Voicing;
  /** Sides that the report as a whole speaks of, for records that name none. */
  readonly parties: readonly string[];
  /** Records of its report that it points at: what a statement is about, an agreement rests on, a plan comes after. */
  to: readonly Item[];
  /** Records of its report that point at it. */
  from: readonly Item[];
  /** Where the engine keeps it. */
  node: unknown;
  /** True for the only record of a ceasefire in its report. */
  isSoleTruce: boolean;
  /** True for the meetings of a report whose headline tells of one without its body, place and time. */
  isBesideHeadline: boolean;
  /** Slots as coded, where a decision corrected them: name and old value. */
  readonly corrected: readonly { readonly slot: string; readonly was: unknown; readonly decision: string }[];
}

export const outletKeyOf = (card: ReportCard): string =>
  card.outletKey ?? (card.outlet === undefined ? `report ${card.id}` : foldName(card.outlet));

/** When the report came out, if it is dated. */
export function publicationOf(card: ReportCard): Window | undefined {
  return card.published.value === undefined ? undefined : windowOfValue(card.published.value);
}

/** The item of one record of one report. */
export function itemOf(
  record: CodedRecord,
  card: ReportCard,
  pub: Window | undefined,
  parties: readonly string[] = [],
  corrected: Item['corrected'] = NOTHING,
): Item {
  const said = saidWindow(record);
  const news = said === undefined && isNews(record) && pub !== undefined;
  return {
    uid: record.id,
    kind: record.kind,
    record,
    card,
    pub,
    when: news ? { lo: pub.lo - DAY, hi: pub.hi } : said,
    newsTime: news,
    voice: voicingOf(record, card),
    parties,
    to: NOTHING,
    from: NOTHING,
    node: undefined,
    isSoleTruce: false,
    isBesideHeadline: false,
    corrected,
  };
}

function saidWindow(record: CodedRecord): Window | undefined {
  const time = windowOf(record.time?.value);
  if (record.kind === 'incident' || record.kind === 'meeting') {
    const start = record.start?.value;
    const zone = record.kind === 'incident' ? record.startZone?.value : record.time?.value.zone;
    if (start !== undefined && time === undefined) return windowOfLocal(start, zone);
  }
  if (record.kind === 'agreement')
    return windowOf(record.effective?.value) ?? windowOfValue(record.signed?.value ?? '') ?? time;
  if (record.kind === 'plan') return windowOf(record.due?.value) ?? time;
  if (record.kind === 'observation' || record.kind === 'toll') return windowOf(record.period?.value) ?? time;
  return time;
}

/** What is told as done, without a time, is news of the day: between a day before the report and the report's own end. */
function isNews(record: CodedRecord): boolean {
  if (record.kind === 'meeting') return record.status.value === 'held' && record.factuality !== 'recalled';
  if (record.kind !== 'incident' && record.kind !== 'event' && record.kind !== 'observation') return false;
  return record.factuality !== 'recalled' && record.factuality !== 'planned' && record.factuality !== 'hypothetical';
}

/** The nearest voice that speaks; else the party that the record names as its author; else the outlet. */
function voicingOf(record: CodedRecord, card: ReportCard): Voicing {
  for (const voice of record.attribution) if (voice.role === 'speaker') return voiced(voice.code, voice.name);
  const author = authorOf(record);
  if (author !== undefined) return voiced(author.code, author.name);
  const outlet = outletKeyOf(card);
  const affiliation = card.outletAffiliation;
  return {
    key: `outlet:${outlet}`,
    code: affiliation ?? card.outletCountry ?? '',
    name: card.outlet ?? 'the report itself',
    side: affiliation === undefined ? `outlet:${outlet}` : sideKey(affiliation, ''),
    own: true,
  };
}

/** Voices come again and again; the same code and name always make the same one. */
const known = new Map<string, Map<string, Voicing>>();
const FULL = 50_000;
let kept = 0;

function voiced(code = '', name: string): Voicing {
  let named = known.get(code);
  let voice = named?.get(name);
  if (voice !== undefined) return voice;
  if (kept++ >= FULL) {
    known.clear();
    named = undefined;
    kept = 1;
  }
  if (named === undefined) known.set(code, (named = new Map()));
  named.set(name, (voice = makeVoice(code, name)));
  return voice;
}

function makeVoice(code: string, name: string): Voicing {
  if (code !== '') return { key: voiceKey(code, name), code, name, side: sideKey(code, name), own: false };
  const key = `name:${foldName(name)}`;
  return { key, code, name, side: key, own: false };
}

function authorOf(record: CodedRecord): { readonly code: string; readonly name: string } | undefined {
  if (record.kind === 'incident') return record.accuser?.value;
  if (record.kind === 'statement') return record.speaker?.value;
  if (record.kind === 'toll') return record.counter?.value;
  if (record.kind === 'observation') return record.monitor?.value;
  return undefined;
}

/** The enemies that a report speaks of, where only one configured conflict has them. */
export type Enemies = (actors: readonly ActorRef[], at: number | undefined) => readonly string[];

/**
 * The two sides that a report speaks of, for "the ceasefire" without its parties: those of its other ceasefire
 * records, else those that accuse each other in it, else the two that are urged together, else the enemies among all
 * whom it names. Empty when unsure.
 */
export function partiesOfReport(
  records: readonly CodedRecord[],
  pub: Window | undefined,
  enemies: Enemies,
): readonly string[] {
  if (!records.some((record) => record.kind === 'agreement' && record.parties.length === 0)) return NOTHING;
  const named = records.flatMap((record) => (record.kind === 'agreement' ? [sidesOf(record.parties)] : []));
  const sure = soleSet(named) ?? soleSet(records.map(accusation)) ?? soleSet(records.map(addressed));
  return sure ?? enemies(records.flatMap(actorsIn), pub?.lo);
}

/** Everybody whom a record names. */
function actorsIn(record: CodedRecord): ActorRef[] {
  const found: ActorRef[] = [];
  for (const value of Object.values(record) as unknown[])
    for (const slot of Array.isArray(value) ? (value as unknown[]) : [value]) {
      const held = (slot as { value?: unknown } | undefined)?.value;
      if (typeof held === 'object' && held !== null && 'code' in held) found.push(held as ActorRef);
    }
  return found;
}

const accusation = (record: CodedRecord): string[] =>
  record.kind === 'incident' && record.accuser !== undefined ? sidesOf([...record.perpetrators, record.accuser]) : [];

const addressed = (record: CodedRecord): string[] =>
  record.kind === 'statement' && record.act.value !== 'inform' ? sidesOf(record.addressees) : [];

/** The only set of two among `sets`; undefined when there is none or several. */
function soleSet(sets: readonly string[][]): readonly string[] | undefined {
  const pairs = sets.filter((set) => set.length === 2);
  const [first] = pairs;
  return first !== undefined && pairs.every((pair) => pair.join() === first.join()) ? first : undefined;
}

/** Order of items within an entry: by publication, report and record, so that the first is the same for every arrival. */
export function byItem(a: Item, b: Item): number {
  const time = (a.pub?.lo ?? Infinity) - (b.pub?.lo ?? Infinity);
  if (time !== 0 && !Number.isNaN(time)) return time;
  if (a.card.id !== b.card.id) return a.card.id < b.card.id ? -1 : 1;
  return a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0;
}

/** Tells the items of one report of each other: what their records point at, and whether one is the only truce. */
export function connectItems(items: readonly Item[]): void {
  const truces = items.filter(({ record }) => record.kind === 'agreement' && record.class.value === 'ceasefire');
  if (truces.length === 1) truces[0]!.isSoleTruce = true;
  const meetings = items.filter(({ kind }) => kind === 'meeting');
  if (meetings.length > 1 && meetings.some(isBareHeadline)) for (const item of meetings) item.isBesideHeadline = true;
  if (!items.some(({ record }) => pointsOf(record).length > 0)) return;
  const byId = new Map(items.map((item) => [item.uid, item]));
  for (const item of items) {
    const targets = pointsOf(item.record)
      .flatMap((uid) => byId.get(uid) ?? [])
      .filter((target) => target !== item);
    if (targets.length === 0) continue;
    item.to = targets;
    for (const target of targets) target.from = [...target.from, item];
  }
}

/** A headline says in few words what its report tells in full: "Aide says council to meet by video". */
export const isBareHeadline = ({ record, card }: Item): boolean =>
  record.kind === 'meeting' &&
  (record.status.value === 'planned' || record.status.value === 'tentative') &&
  record.body === undefined &&
  record.place === undefined &&
  record.start === undefined &&
  record.time === undefined &&
  record.participantNames.length < 2 &&
  card.headlineSpan !== undefined &&
  record.spans.every(({ start, end }) => start >= card.headlineSpan!.start && end <= card.headlineSpan!.end);

function pointsOf(record: CodedRecord): readonly string[] {
  if (record.kind === 'statement') return record.about;
  if (record.kind === 'agreement') return record.restsOn;
  return record.kind === 'plan' && record.after !== undefined ? [record.after.value] : NOTHING;
}
