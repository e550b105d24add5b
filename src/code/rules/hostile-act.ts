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
import { actorSlots, placeSlot } from '../support/slots.ts';
import { standingOf, type Standing } from '../support/voices.ts';
import { startSlots } from '../support/start.ts';
import { isBackground } from '../support/background.ts';
import { isSpeakersOwn, withBranches } from '../support/branch.ts';
import { isLongPast, timeOf } from '../support/when.ts';
import { ploverOf } from '../events/plover.ts';
import { isActOfForce, isForces, isState } from '../support/force.ts';
import { quotedShare } from '../support/quoted.ts';
import { isPrivateCrime } from '../support/field.ts';
import { lossesIn } from '../support/losses.ts';
import { realityOf, type Reality } from '../support/reality.ts';
import { contains, indexAt, overlaps, type Span } from '../../model/span.ts';

export const hostileAct: Rule = ({ context, events }) => {
  if (context.isSport) return [];
  const drafts: Draft<IncidentRecord>[] = [];
  for (const found of events) {
    const event = asBlockade(found);
    if (event.incident === undefined) continue;
    const draft = draftOf(context, withoutTeller(context, withBranches(context, event)));
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts.length > 0 && isPrivateCrime(context.doc) ? [] : drafts;
};

/** A road that demonstrators block is a protest, one that troops block an obstruction. */
const asBlockade = (event: EventMention): EventMention =>
  event.incident === undefined && event.mode.includes('obstruct') && event.source.some(isForces)
    ? { ...event, incident: 'obstruction' }
    : event;

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
  const standing = standingOf(context, event.trigger, clause);
  const time = timeOf(context, event.trigger, clause);
  const isOld = isLongPast(context, time) || (time === undefined && isBackground(context, event, clause));
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
    perpetrators:
      event.source.length === 0
        ? []
        : forces(context, event).map((slot) => withoutHome(context, slot, event, places, standing)),
    targets: targetsOf(context, event, standing),
    weapons: weaponSlots(weapons),
    losses: lossesIn(context, event, extent),
    breaks: breaksOf(context, event),
    ...startSlots(context, time, places, standing),
  });
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

/** "X's call for elections" is no target. */
const OF_WORDS =
  /^['’]s? (?:\w+ )?(?:call|decision|visit|plan|policy|speech|rule|bid|offer|claim|order|statement|demand|announcement)\b/;

/** Who suffers it: no country that only tells where, and nobody who does it. */
function targetsOf(context: CodeContext, event: EventMention, { attribution }: Standing): Slot<ActorRef>[] {
  const { source, target, incident } = event;
  if (incident === 'build-up') return [];
  const { text } = context.doc;
  const isWhere = ({ type, start, end }: ActorMention): boolean =>
    (type === 'country' ? IN_COUNTRY : IN_PLACE).test(text.slice(Math.max(0, start - 24), start)) ||
    (type === 'country' && OF_PLACE.test(text.slice(end, end + 32)));
  const isOwner = ({ end }: ActorMention): boolean => OF_WORDS.test(text.slice(end, end + 24));
  const isTeller = (actor: ActorMention): boolean =>
    attribution.some(({ spans }) => spans.some((span) => span.start > event.trigger.start && overlaps(span, actor)));
  const keys = new Set(source.map(({ key }) => key));
  const isGround = incident === 'movement';
  return actorSlots(
    target.filter(
      (actor) =>
        !isWhere(actor) &&
        !isTeller(actor) &&
        !isOwner(actor) &&
        !keys.has(actor.key) &&
        !isFarSubject(context, event, actor) &&
        !isOfOtherMatter(context, event, actor) &&
        !isHouseholder(context, event, actor) &&
        !isLoot(context, event, actor) &&
        !isModifier(context, actor) &&
        !isBesideVerb(context, event, actor) &&
        (!isGround || isForces(actor) || isState(actor)),
    ),
  );
}

const IN_COUNTRY = /\b(?:by|in|inside|across|near|around|within|from|of|off)\s(?:\w+ern\s)?$/i;
/** "the Tanzanian capital" */
const OF_PLACE = /^['’]?s? (?:\w+ )?(?:capital|city|town|village|province|region|district|coast|port)\b/;
const IN_PLACE = /\b(?:by|in|inside|around|outside|near)\s(?:the\s)?(?:\w+\s)?$/i;

/** "In the X city of T, a bomb hit a patrol": what stands before an active verb is not hit by it. */
function isBesideVerb(
  { doc }: CodeContext,
  { clause, trigger, sense, reciprocal }: EventMention,
  { end }: ActorMention,
): boolean {
  if (clause === undefined || reciprocal || end > trigger.start) return false;
  return doc.verbs[doc.clauses[clause]!.verb]!.voice === 'active' && !/under|suffer/.test(sense);
}

/** "…, attacked by X's forces": the parser's subject of a trailing participle counts only right before it. */
function isFarSubject({ doc }: CodeContext, { clause: index }: EventMention, actor: ActorMention): boolean {
  const clause = index === undefined ? undefined : doc.clauses[index];
  if (clause?.role !== 'participial' || !clause.inheritedSubject) return false;
  const verb = doc.verbs[clause.verb]!;
  return verb.voice === 'passive' && actor.end <= verb.start && verb.start - actor.end > 3;
}

const OTHER_MATTER =
  /\b(?:after|before|since|when|while|because|until|following|despite|in (?:retaliation|response|revenge|reprisal))\b/i;

/** "launched an attack after a deadline for X's troops": what stands behind a word of time or ground is not hit. */
const isOfOtherMatter = (
  { doc }: CodeContext,
  { trigger, reciprocal }: EventMention,
  { start }: ActorMention,
): boolean => !reciprocal && start > trigger.end && OTHER_MATTER.test(doc.text.slice(trigger.end, start));

/** "seized tanks and a radio", "took prisoners": what is carried off, named by a word that means people as well. */
const isLoot = ({ doc }: CodeContext, { sense }: EventMention, { start, end }: ActorMention): boolean =>
  /seize|loot|capture|take|hold/.test(sense) && LOOT.test(doc.text.slice(start, end));

const LOOT = /\b(?:radios?|tanks?|vehicles?|warships?|boats?|helicopters?|prisoners?|captives?|hostages?)$/i;

/** "al-Qaeda-linked", "Taliban-held": whose friend or ground something is, not who suffers it. */
const isModifier = ({ doc }: CodeContext, { end }: ActorMention): boolean =>
  /^-(?:linked|affiliated|inspired|backed|aligned|style|allied|trained|held|controlled|occupied)\b/.test(
    doc.text.slice(end, end + 12),
  );

const HOUSE = /^['’]s? (?:\w+ )?(?:residence|house|home|villa|mansion|flat|apartment|farm|car)\b/;

/** "stormed the envoy's residence": who lives there may be its captive. */
const isHouseholder = ({ doc }: CodeContext, { sense }: EventMention, { type, end }: ActorMention): boolean =>
  (type === 'person' || type === 'role') &&
  /storm|raid|seize|enter|occupy|capture/.test(sense) &&
  HOUSE.test(doc.text.slice(end, end + 32));

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

/** "Xia-backed forces": who stands behind them does not do it. */
const isBackers = ({ doc }: CodeContext, { end }: ActorMention): boolean =>
  /^-(?:backed|linked|inspired|trained|aligned|affiliated)\b/.test(doc.text.slice(end, end + 12));

/** "the embassy bombings": the house that stands before the noun was hit. */
const isBombed = ({ doc }: CodeContext, { nominal, trigger }: EventMention, { start, end }: ActorMention): boolean =>
  nominal &&
  end < trigger.start &&
  trigger.start - end < 3 &&
  /(?:embassy|consulate|ministry|parliament|headquarters|barracks|compound)$/i.test(doc.text.slice(start, end));

/** "the Egyptian affiliate of a group": its land is not the one that acts. */
const isOffshootsLand = ({ doc }: CodeContext, { type, end }: ActorMention): boolean =>
  type === 'country' &&
  /^ (?:affiliate|branch|wing|offshoot|cell|faction|chapter|arm)\b/.test(doc.text.slice(end, end + 12));

/** A country that fires does so by its forces. */
function forces(context: CodeContext, event: EventMention): Slot<ActorRef>[] {
  const { source } = event;
  const withForces = new Set(source.filter(isForces).map(({ code }) => countryOf(code)));
  const isJoint = ({ name, code }: ActorMention): boolean =>
    isCountryCode(code) && /\b(?:coalition|multinational|NATO|ISAF)\b/i.test(name);
  const isCovered = ({ code }: ActorMention): boolean => /^[A-Z]{3}$/.test(code) && withForces.has(code);
  return actorSlots(
    source
      .filter(
        (actor) =>
          !isCovered(actor) &&
          !isOffshootsLand(context, actor) &&
          !isBackers(context, actor) &&
          !isBombed(context, event, actor),
      )
      .map((actor) => (isJoint(actor) ? { ...actor, code: 'IGO MIL' } : actor)),
  ).map((slot) =>
    isCountryCode(slot.value.code) && /^(?!PSE)[A-Z]{3}(?: GOV)?$/.test(slot.value.code)
      ? inferred(
          { code: `${countryOf(slot.value.code)} MIL`, name: slot.value.name },
          'forces-of-the-country',
          ...slot.spans,
        )
      : slot,
  );
}

/** Nobody knows whose these are, wherever they act. */
const ANONYMOUS =
  /^(?:\w+ )?(?:attackers?|assailants?|gunm[ae]n|bombers?|kidnappers?|abductors?|hijackers?|snipers?|assassins?)$/i;

/** Movements that are at home in many lands. */
const ROAMING = /^(?:\w+ )?(?:islamists?|jihadis?|jihadists?|terrorists?|extremists?)$/i;

/** Bare "gunmen" got the report's home country; where they act elsewhere or against their teller, nobody knows whose they are. */
function withoutHome(
  context: CodeContext,
  slot: Slot<ActorRef>,
  { source }: EventMention,
  places: readonly PlaceMention[],
  { attribution }: Standing,
): Slot<ActorRef> {
  const country = countryOf(slot.value.code);
  const actor = source.find(({ code, name }) => code === slot.value.code && name === slot.value.name);
  const isBare = actor?.type === 'group' && actor.basis === 'lexicon' && / (?:UAF|REB)$/.test(actor.code);
  const isNowhere = isBare && (ANONYMOUS.test(actor.name) || (places.length === 0 && ROAMING.test(actor.name)));
  const isElsewhere =
    places.length > 0 && places.every((place) => place.country !== undefined && place.country !== country);
  const isTellers =
    slot.value.code.endsWith(' UAF') &&
    attribution.some(({ role, code }) => role === 'speaker' && code?.startsWith(`${country} MIL`) === true);
  const speaker = attribution.find(({ role }) => role === 'speaker')?.code;
  const isOwn = actor !== undefined && isSpeakersOwn(context, actor, speaker);
  return isOwn || isNowhere || (isBare && (isElsewhere || isTellers))
    ? inferred({ code: `UNK${slot.value.code.slice(3)}`, name: slot.value.name }, 'home-unknown', ...slot.spans)
    : slot;
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
