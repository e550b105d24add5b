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
  textOf,
  type CodeContext,
} from '../support/context.ts';
import { inferred, present, said, type Draft } from '../support/draft.ts';
import { placeSlot } from '../support/slots.ts';
import { standingOf, type Standing } from '../support/voices.ts';
import { startSlots } from '../support/start.ts';
import { isBackground, isRemembered } from '../support/background.ts';
import { withBranches } from '../support/branch.ts';
import { perpetratorsOf } from '../support/doers.ts';
import { targetsOf } from '../support/sufferers.ts';
import { isLongPast, timeOf } from '../support/when.ts';
import { ploverOf } from '../events/plover.ts';
import { isActOfForce } from '../support/force.ts';
import { withKind } from '../support/kind-of-act.ts';
import { quotedShare } from '../support/quoted.ts';
import { isPrivateCrime } from '../support/field.ts';
import { lossesIn } from '../support/losses.ts';
import { realityOf, type Reality } from '../support/reality.ts';
import { contains, indexAt, overlaps, type Span } from '../../model/span.ts';

export const hostileAct: Rule = ({ context, events }) => {
  if (context.isSport) return [];
  const drafts: Draft<IncidentRecord>[] = [];
  for (const found of events) {
    const event = withKind(context, found);
    if (event.incident === undefined) continue;
    const draft = draftOf(context, withoutTeller(context, withBranches(context, event)));
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts.length > 0 && isPrivateCrime(context.doc) ? [] : drafts;
};

/** "She opened fire, the captain said": who tells it is not who did it, and the pronoun before his words is not he. */
function withoutTeller({ doc, statementsBySentence }: CodeContext, event: EventMention): EventMention {
  const { trigger, source } = event;
  const tellings = (statementsBySentence[indexAt(doc.sentences, trigger.start)] ?? [])
    .map((index) => doc.statements[index]!)
    .filter(({ content }) => content.some((span) => contains(span, trigger)));
  if (tellings.length === 0 || source.length === 0) return event;
  const isTeller = (actor: ActorMention): boolean =>
    tellings.some(
      ({ speaker, source: voice }) =>
        voice.some((span) => span.start > trigger.start && overlaps(span, actor)) ||
        (actor.basis === 'coreference' && speaker?.key === actor.key && voice.some(({ start }) => start > actor.start)),
    );
  return source.some(isTeller) ? { ...event, source: source.filter((actor) => !isTeller(actor)) } : event;
}

function draftOf(context: CodeContext, event: EventMention): Draft<IncidentRecord> | undefined {
  const { doc } = context;
  const clause = event.nominal || event.clause === undefined ? undefined : doc.clauses[event.clause];
  const extent = extentOf(context, event, clause);
  const places = groundOf(context, extent);
  const weapons = within(doc.weapons, extent);
  if (!isActOfForce(context, event, { extent, places: places.length, weapons })) return undefined;
  const reality = realityOf(context, event);
  if (reality === 'unreal') return undefined;
  const standing = withoutSelf(context, event, standingOf(context, event.trigger, clause));
  const perpetrators = perpetratorsOf(context, event, places, standing);
  const targets = targetsOf(context, event, standing);
  // An act of nobody against nobody, nowhere: nothing that another report could tell as well
  if (perpetrators.length + targets.length + places.length === 0) return undefined;
  const time = timeOf(context, event.trigger, clause);
  const isOld =
    isLongPast(context, time) ||
    isRemembered(context, event, clause) ||
    (time === undefined && isBackground(context, event, clause));
  return present({
    kind: 'incident' as const,
    rule: event.nominal ? 'hostile-act-noun' : 'hostile-act',
    spans: [event.trigger, extent],
    ...shared(standing, reality, isOld, quotedShare(doc.text, [event.trigger]) > 0),
    plover: ploverOf(event),
    places: places.map(placeSlot),
    type: typeOf(context, event, weapons),
    acled: isUnspecific(context, event) ? undefined : acledOf(event, weapons),
    accuser: accuserOf(context, event, standing, reality),
    perpetrators,
    targets,
    weapons: weaponSlots(weapons),
    losses: lossesIn(context, event, extent),
    breaks: breaksOf(context, event),
    ...startSlots(context, time, places, standing),
  });
}

/** "militants set off a bomb, they said": whoever they are, they are not the bombers. */
function withoutSelf({ doc }: CodeContext, { source, trigger }: EventMention, standing: Standing): Standing {
  const [voice, ...outer] = standing.attribution;
  const isSelf =
    voice?.role === 'speaker' &&
    voice.spans.some(({ start, end }) => start > trigger.end && /^they$/i.test(doc.text.slice(start, end))) &&
    source.some(({ code, name }) => code === voice.code && name === voice.name);
  if (!isSelf) return standing;
  return { ...standing, attribution: [{ role: 'speaker', name: 'they', spans: voice.spans }, ...outer] };
}

function shared(
  { attribution, factuality: standing, factbank }: Standing,
  reality: Reality,
  isOld: boolean,
  isQuoted: boolean,
) {
  if (reality === 'denied') return { attribution, factuality: 'denied' as const, factbank: 'CT-' as const };
  const isTold = isQuoted || standing === 'alleged' || attribution.some(({ role }) => role === 'speaker');
  const factuality = isOld ? ('recalled' as const) : isTold ? ('alleged' as const) : ('asserted' as const);
  return { attribution, factuality, factbank: factbank.startsWith('CT') ? factbank : ('CT+' as const) };
}

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

/** Senses that tell a breach and not the act. */
const UNSPECIFIC =
  /provocation|(?:breach|violate|violation|break)-(?:of-)?(?:agreement|armistice|cease-?fire|regime|truce)|(?:truce|fire)-violation/;

const isUnspecific = ({ doc }: CodeContext, { sense, trigger }: EventMention): boolean =>
  UNSPECIFIC.test(sense) ||
  (sense.startsWith('v-violate') && /cease-?fire|truce|armistice/i.test(doc.text.slice(trigger.start, trigger.end)));

/** The kind by the verb; where that only tells the harm, by the weapon that did it. */
function typeOf(context: CodeContext, event: EventMention, weapons: readonly WeaponMention[]): Slot<IncidentType> {
  const air = weapons.find((weapon) => weapon.class === 'drone' || weapon.class === 'aircraft');
  const ground = weapons.find((weapon) => weapon.class !== 'drone' && weapon.class !== 'aircraft');
  const incident = event.incident!;
  // A breach of a truce, a provocation: what was done is not said
  if (isUnspecific(context, event)) return said('other', event.trigger);
  if (incident !== 'fire' && incident !== 'other') return said(incident, event.trigger);
  if (air !== undefined && ground === undefined) return said('air or drone', air);
  if (incident === 'fire') return said(incident, event.trigger);
  if (ground?.class === 'mine' || ground?.class === 'explosive') return said('mine', ground);
  return ground === undefined ? said(incident, event.trigger) : inferred('fire', 'harm-by-arms', ground);
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

/** The speaker, where a party or an organ of a state says that somebody else did it; a witness accuses nobody. */
function accuserOf(
  { doc }: CodeContext,
  { source, target }: EventMention,
  { statement }: Standing,
  reality: Reality,
): Slot<ActorRef> | undefined {
  const mention = statement === undefined ? undefined : doc.statements[statement];
  if (mention?.speaker === undefined || reality === 'denied' || !isParty(mention.speaker.code)) return undefined;
  // people of a land are no party, and an army that tells of blows against rebels accuses nobody
  if (mention.speaker.key.endsWith(':people')) return undefined;
  const isOwnSide = / MIL\b/.test(mention.speaker.code) && source.some(({ code }) => / MIL\b/.test(code));
  if (isOwnSide && target.length > 0 && target.every(({ code }) => / (?:REB|UAF)\b/.test(code))) return undefined;
  const own = countryOf(mention.speaker.code);
  if (source.every(({ code }) => countryOf(code) === own)) return undefined;
  return said({ code: mention.speaker.code, name: mention.speaker.name }, ...mention.source);
}

const isParty = (code: string): boolean =>
  (isCountryCode(code) && /^[A-Z]{3}(?: (?:GOV|MIL|SPY|REB|UAF|SEP|PTY|PRE))?$/.test(code)) ||
  / (?:REB|SEP)\b/.test(code);

function weaponSlots(weapons: readonly WeaponMention[]): Slot<string>[] {
  const seen = new Set<string>();
  return weapons.filter(({ name }) => !seen.has(name) && seen.add(name)).map((weapon) => said(weapon.name, weapon));
}

const BREACH = /\b(?:cease-?fire|truce|armistice)\b/i;

/** "violated the ceasefire", "breach of the truce": the act is told as one against a truce. */
function breaksOf(context: CodeContext, event: EventMention): Slot<string> | undefined {
  if (!/violat|break|breach/.test(event.sense)) return undefined;
  const found = BREACH.exec(textOf(context, event.trigger));
  return found === null ? undefined : said(found[0].toLowerCase(), event.trigger);
}
