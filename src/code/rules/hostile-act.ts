/** Incidents: forces fire, move, gather, mine, block or detain, as somebody says or the outlet itself tells. */
import type { ActorMention, Clause, PlaceMention, WeaponMention } from '../../model/doc.ts';
import type { ActorRef, IncidentRecord, IncidentType, Slot } from '../../model/record.ts';
import type { EventMention } from '../events/event.ts';
import type { Rule } from '../rule.ts';
import {
  clausesIn,
  countryOf,
  isCountryCode,
  placesIn,
  sentenceOf,
  within,
  type CodeContext,
} from '../support/context.ts';
import { inferred, present, said, type Draft } from '../support/draft.ts';
import { actorSlots, placeSlot } from '../support/slots.ts';
import { standingOf, type Standing } from '../support/voices.ts';
import { startSlots } from '../support/start.ts';
import { isRecalled, timeOf } from '../support/when.ts';
import { ploverOf } from '../events/plover.ts';
import { indexAt, overlaps, type Span } from '../../model/span.ts';

export const hostileAct: Rule = ({ context, events }) => {
  const drafts: Draft<IncidentRecord>[] = [];
  for (const event of events) {
    if (event.incident === undefined || !isForce(event)) continue;
    const draft = draftOf(context, event);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
};

const ARMED = / (?:MIL|REB|UAF|SEP|INS|GOV|COP|SPY|PRM|PRE)\b/;

/** Whoever acts must be a state, its organs or an armed group: a company that attacks a law is no incident. */
const isArmed = ({ code, type }: ActorMention): boolean =>
  ARMED.test(` ${code}`) || (isCountryCode(code) && code.length === 3 && type !== 'people');

function isForce({ source, target }: EventMention): boolean {
  return source.some(isArmed) || (source.length === 0 && target.some(isArmed));
}

function draftOf(context: CodeContext, event: EventMention): Draft<IncidentRecord> | undefined {
  const { doc } = context;
  const clause = event.clause === undefined ? undefined : doc.clauses[event.clause];
  const extent = extentOf(context, event, clause);
  const places = groundOf(context, extent);
  const weapons = within(doc.weapons, extent);
  if (!isGrounded(event, places.length, weapons.length)) return undefined;
  const standing = standingOf(context, event.trigger, clause);
  const time = timeOf(context, event.trigger, clause ?? undefined);
  return present({
    kind: 'incident' as const,
    rule: event.nominal ? 'hostile-act-noun' : 'hostile-act',
    spans: [event.trigger, extent],
    ...shared(standing, event, isRecalled(context, time)),
    plover: ploverOf(event),
    places: places.map(placeSlot),
    type: typeOf(event, weapons),
    acled: acledOf(event, weapons),
    accuser: accuserOf(context, event, standing),
    perpetrators: event.source.length === 0 ? [] : forces(event),
    targets: actorSlots(event.target),
    weapons: weaponSlots(weapons),
    losses: [],
    ...startSlots(context, time, places, standing),
  });
}

function shared({ attribution, factuality, factbank }: Standing, event: EventMention, recalled: boolean) {
  if (recalled) return { attribution, factuality: 'recalled' as const, factbank };
  return event.negated
    ? { attribution, factuality: 'denied' as const, factbank: 'CT-' as const }
    : { attribution, factuality, factbank };
}

/** Something must tie the act to the world: who did it to whom, or where or with what; a bare loss is a toll. */
const isGrounded = ({ target, source }: EventMention, places: number, weapons: number): boolean =>
  source.length > 0 ? target.length > 0 || places > 0 || weapons > 0 : target.length > 0 && places + weapons > 0;

/** Places of the act: not the country inside "Xia's forces", and no country where a town is named. */
function groundOf(context: CodeContext, extent: Span): PlaceMention[] {
  const free = placesIn(context, extent).filter((place) => {
    const actor = context.doc.actors[indexAt(context.doc.actors, place.start)];
    return actor === undefined || !overlaps(actor, place);
  });
  const exact = free.filter(({ feature }) => feature !== 'A' && feature !== 'PCLI');
  const finer = free.filter(({ name, country }) => exact.length === 0 || !isCountryName(context, name, country));
  return finer;
}

const isCountryName = ({ lexicons }: CodeContext, name: string, code: string | undefined): boolean =>
  lexicons.countries.some((country) => country.code === code && country.name === name);

/** The clause with the participles that hang on it: "…, using artillery". */
function extentOf(context: CodeContext, event: EventMention, clause: Clause | undefined): Span {
  if (clause === undefined) return event.extent;
  let { end } = clause;
  for (const other of clausesIn(context, clause)) {
    const isTail =
      other.parent !== undefined &&
      context.doc.clauses[other.parent] === clause &&
      /^(?:gerund|participial)$/.test(other.role);
    if (isTail && other.end > end && other.start >= clause.start) end = other.end;
  }
  return { start: clause.start, end: Math.min(end, sentenceOf(context, clause).end) };
}

/** A country that fires does so by its forces. */
const forces = ({ source }: EventMention): Slot<ActorRef>[] =>
  actorSlots(source).map((slot) =>
    isCountryCode(slot.value.code) && slot.value.code.length === 3
      ? inferred({ code: `${slot.value.code} MIL`, name: slot.value.name }, 'forces-of-the-country', ...slot.spans)
      : slot,
  );

function typeOf(event: EventMention, weapons: readonly WeaponMention[]): Slot<IncidentType> {
  const air = weapons.find((weapon) => weapon.class === 'drone' || weapon.class === 'aircraft');
  const ground = weapons.some((weapon) => weapon.class !== 'drone' && weapon.class !== 'aircraft');
  if (event.incident === 'fire' && air !== undefined && !ground) return said('air or drone', air);
  return said(event.incident!, event.trigger);
}

/** ACLED's sub-event type. */
function acledOf(event: EventMention, weapons: readonly WeaponMention[]): Slot<string> | undefined {
  const has = (...classes: readonly string[]): WeaponMention | undefined =>
    weapons.find((weapon) => classes.includes(weapon.class));
  const air = has('drone', 'aircraft');
  const heavy = has('artillery', 'mortar', 'rocket', 'missile');
  if (event.incident === 'mine') return inferred('Remote explosive/landmine/IED', 'acled-sub-event', event.trigger);
  if (event.incident === 'detention')
    return inferred('Abduction/forced disappearance', 'acled-sub-event', event.trigger);
  if (heavy !== undefined || event.mode.includes('heavy-weapons'))
    return inferred('Shelling/artillery/missile attack', 'acled-sub-event', heavy ?? event.trigger);
  if (air !== undefined || event.incident === 'air or drone')
    return inferred('Air/drone strike', 'acled-sub-event', air ?? event.trigger);
  if (event.incident === 'fire') return inferred('Armed clash', 'acled-sub-event', event.trigger);
  return undefined;
}

/** The speaker, where somebody else than the speaker's own side is said to have done it. */
function accuserOf({ doc }: CodeContext, event: EventMention, { statement }: Standing): Slot<ActorRef> | undefined {
  const mention = statement === undefined ? undefined : doc.statements[statement];
  if (mention?.speaker === undefined || event.negated) return undefined;
  const own = countryOf(mention.speaker.code);
  if (event.source.length === 0 || event.source.every(({ code }) => countryOf(code) === own)) return undefined;
  return said({ code: mention.speaker.code, name: mention.speaker.name }, ...mention.source);
}

function weaponSlots(weapons: readonly WeaponMention[]): Slot<string>[] {
  const seen = new Set<string>();
  return weapons.filter(({ name }) => !seen.has(name) && seen.add(name)).map((weapon) => said(weapon.name, weapon));
}
