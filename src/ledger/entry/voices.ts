/** Who stands behind an entry: origins that do not lean on each other, each with its side, outlets and evidence. */
import type { Bundle } from '../bundle.ts';
import type { Evidence, Origin } from '../../model/ledger.ts';
import type { ActorRef, CodedRecord, RecordKind, Slot } from '../../model/record.ts';
import { type Item, outletKeyOf } from '../item.ts';
import { byText, foldName, isKnown, isSubset, sortedSet } from '../keys.ts';
import type { SideBook } from '../sides.ts';
import type { Withdrawal } from '../stories/retractions.ts';
import type { Situation } from '../../model/ledger.ts';

/** What weighing needs to know beyond the records of one entry. */
export interface Weighing {
  readonly sides: SideBook;
  /** The outlet that published the report's text first, when others copied it. */
  firstOutlet(report: string): string | undefined;
  /** What takes a report back; undefined where nothing was taken back at all, which is nearly always. */
  readonly withdrawalOf: ((report: string) => Withdrawal | undefined) | undefined;
}

/** The sides of the thing itself, by the situation that it belongs to. */
export interface Frame {
  readonly situation: Situation | undefined;
  readonly at: number | undefined;
  /** Sides that are said to have done it. */
  readonly accused: readonly string[];
  /** Sides that the records themselves name as having a stake in it. */
  readonly parties: readonly string[];
  /** These and all other sides of the conflict: none of them is a third party. */
  readonly interested: readonly string[];
  /** True for kinds that accuse nobody and ask for no confirmation: whoever tells of a meeting tells of it. */
  readonly isPlain: boolean;
}

export const evidenceOf = (item: Item): Evidence => ({
  report: item.card.id,
  record: item.uid,
  spans: item.record.spans,
});

function addActors(found: ActorRef[], slots: readonly (Slot<ActorRef> | undefined)[]): void {
  for (const slot of slots) if (slot !== undefined && isKnown(slot.value)) found.push(slot.value);
}

interface Stakes {
  readonly accused: ActorRef[];
  readonly others: ActorRef[];
}

/** Adds the actors that have a stake in a record. */
function addStakes({ accused, others }: Stakes, record: CodedRecord): void {
  switch (record.kind) {
    case 'incident':
      addActors(accused, record.perpetrators);
      addActors(others, record.targets);
      return addActors(others, [record.accuser]);
    case 'agreement':
      // A mediator that announces a truce is no party to it
      return addActors(others, record.parties.length > 0 ? record.parties : record.declaredBy);
    case 'toll':
      return addActors(others, [record.side]);
    case 'request':
      return addActors(others, [record.requester, record.addressee]);
    case 'statement':
    case 'meeting':
    case 'plan':
    case 'observation':
    case 'mechanism':
    case 'event':
      return;
    default:
      record satisfies never;
  }
}

const PLAIN: ReadonlySet<RecordKind> = new Set(['meeting', 'plan', 'statement', 'mechanism', 'event']);

/** The frame of an entry; `pair` are further actors that tell its situation, such as those who accuse each other. */
export function frameOf(bundle: Bundle, book: SideBook): Frame {
  const stakes: Stakes = { accused: [], others: [] };
  for (const { record } of bundle.items) addStakes(stakes, record);
  const { accused, others } = stakes;
  const all = others.length === 0 ? accused : [...accused, ...others];
  const at = bundle.items.find((item) => item.when !== undefined)?.when?.lo ?? bundle.items[0]?.pub?.lo;
  // A truce is of the conflict between its parties; whoever speaks of it may be a party of another one
  const between = bundle.kind === 'agreement' ? all : undefined;
  const situation = book.situationOf(all, at, between) ?? book.situationOf(voicesOf(bundle), at, between);
  const side = (actor: ActorRef): string => book.sideOf(actor, at, situation);
  const parties = sortedSet(all.map(side));
  return {
    situation,
    at,
    accused: sortedSet(accused.map(side)),
    parties,
    isPlain: PLAIN.has(bundle.kind),
    interested: situation === undefined ? parties : sortedSet([...parties, ...situation.sides.map(({ key }) => key)]),
  };
}

function voicesOf({ items }: Bundle): ActorRef[] {
  const voices: ActorRef[] = [];
  for (const { voice } of items) if (!voice.own && isKnown(voice)) voices.push(voice);
  return voices;
}

/** Side of the voice behind a record. */
export function sideOfVoice(item: Item, frame: Frame, book: SideBook): string {
  const { code, name, side } = item.voice;
  return code === '' || (item.voice.own && side.startsWith('outlet:'))
    ? side
    : book.sideOf({ code, name: item.voice.own ? '' : name }, frame.at, frame.situation);
}

interface Heard {
  readonly first: Item;
  readonly side: string;
  readonly outlets: Set<string>;
  readonly evidence: Evidence[];
}

/** "The Defence Ministry", whose country nobody tells, is no second voice beside the one defence ministry that says the same. */
function joinBareNames(found: Map<string, Heard>): void {
  for (const [id, bare] of found) {
    const { code, name } = bare.first.voice;
    if (!code.startsWith('UNK ')) continue;
    const words = foldName(name).split(' ');
    const named = [...found.values()].filter(
      ({ first: { voice } }) =>
        isKnown(voice) && voice.code.slice(4) === code.slice(4) && isSubset(words, foldName(voice.name).split(' ')),
    );
    const [whole] = named;
    if (whole === undefined || named.length > 1) continue;
    for (const outlet of bare.outlets) whole.outlets.add(outlet);
    whole.evidence.push(...bare.evidence);
    found.delete(id);
  }
}

/** Origins of `items`, by voice: an outlet's own word counts once for all its copies, and not beside its own source. */
export function originsOf(items: readonly Item[], frame: Frame, weighing: Weighing): Origin[] {
  const sourced = new Set(items.filter((item) => !item.voice.own).map((item) => item.card.id));
  const found = new Map<string, Heard>();
  for (const item of items) {
    if (item.voice.own && sourced.has(item.card.id)) continue;
    const first = item.voice.own ? weighing.firstOutlet(item.card.id) : undefined;
    const id = first === undefined ? item.voice.key : `outlet:${first}`;
    let origin = found.get(id);
    if (origin === undefined) {
      origin = { first: item, side: sideOfVoice(item, frame, weighing.sides), outlets: new Set(), evidence: [] };
      found.set(id, origin);
    }
    origin.outlets.add(outletKeyOf(item.card));
    origin.evidence.push(evidenceOf(item));
  }
  if (found.size > 1) joinBareNames(found);
  return [...found]
    .map(([key, { first, side, outlets, evidence }]): Origin => ({
      key,
      code: first.voice.code,
      name: first.voice.name,
      side,
      outlets: sortedSet(outlets),
      evidence,
    }))
    .sort((a, b) => byText(a.key, b.key));
}
