/** Who does an act of force, and whose they are. */
import type { ActorMention, PlaceMention } from '../../model/doc.ts';
import type { ActorRef, Slot } from '../../model/record.ts';
import { indexAt } from '../../model/span.ts';
import type { EventMention } from '../events/event.ts';
import { hasArmy } from './armies.ts';
import { isSpeakersOwn } from './branch.ts';
import { isFirstHalf } from './compound.ts';
import { countryOf, isCountryCode, type CodeContext } from './context.ts';
import { inferred } from './draft.ts';
import { isForces } from './force.ts';
import { actorSlots } from './slots.ts';
import type { Standing } from './voices.ts';

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

/** A bomb by how it comes, or an attack by what it hits. */
const BOMBING =
  /^ (?:(?:car|truck|suicide|roadside|parcel)|(?:mosque|market|train|bus|hotel|church))[ -]?(?:bomb|attack|blast)/i;

/** "XIA CAR BOMB ATTACK": a land right before such a bombing, and not as its owner, is where it was. */
const isBombedLand = (
  { doc }: CodeContext,
  { nominal, trigger }: EventMention,
  { start, end, type }: ActorMention,
): boolean =>
  nominal &&
  type === 'country' &&
  end < trigger.start &&
  BOMBING.test(doc.text.slice(end, end + 24)) &&
  !/['’]s?$/.test(doc.text.slice(start, end));

/** A country that fires does so by its forces; authorities are not its army. */
function forces(context: CodeContext, event: EventMention): Slot<ActorRef>[] {
  const { source } = event;
  const withForces = new Set(source.filter(isForces).map(({ code }) => countryOf(code)));
  const isJoint = ({ name, code }: ActorMention): boolean =>
    isCountryCode(code) && /\b(?:coalition|multinational|NATO|ISAF)\b/i.test(name);
  // "a bomber of the Front of Xia": the land that a group's name ends in
  const isInName = ({ type, start }: ActorMention): boolean =>
    type === 'country' && source.some(({ code, end }) => / (?:REB|UAF)\b/.test(code) && start - end === 1);
  const isCovered = ({ code }: ActorMention): boolean => /^[A-Z]{3}$/.test(code) && withForces.has(code);
  return actorSlots(
    source
      .filter(
        (actor) =>
          !isCovered(actor) &&
          !isInName(actor) &&
          !isOffshootsLand(context, actor) &&
          !isFirstHalf(context.doc, actor) &&
          !isBombed(context, event, actor) &&
          !isBombedLand(context, event, actor),
      )
      .map((actor) => (isJoint(actor) ? { ...actor, code: 'IGO MIL' } : actor)),
  ).map((slot) =>
    isCountryCode(slot.value.code) &&
    /^[A-Z]{3}(?: GOV)?$/.test(slot.value.code) &&
    hasArmy(slot.value.code) &&
    !/\bauthorities$/i.test(slot.value.name)
      ? inferred(
          { code: `${countryOf(slot.value.code)} MIL`, name: slot.value.name },
          'forces-of-the-country',
          ...slot.spans,
        )
      : slot,
  );
}

/** The land of the town named last before `actor`; its own where none is near. */
function nearestLand({ doc }: CodeContext, { start, code }: ActorMention): string {
  for (let at = indexAt(doc.places, start) - 1; at >= 0 && start - doc.places[at]!.end < NEAR; at--) {
    const { feature, country } = doc.places[at]!;
    if (feature?.startsWith('P') === true && !feature.startsWith('PCL') && country !== undefined) return country;
  }
  return countryOf(code);
}

/** Code units back in which a place tells where a report is. */
const NEAR = 400;

/** Nobody knows whose these are, wherever they act. */
const ANONYMOUS =
  /^(?:\w+ )?(?:armed men|attackers?|assailants?|gunm[ae]n|bombers?|kidnappers?|abductors?|hijackers?|snipers?|assassins?|hostage-takers?)$/i;

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
  const isAbroad = isBare && places.length === 0 && nearestLand(context, actor) !== country;
  const isNowhere = isBare && (ANONYMOUS.test(actor.name) || (places.length === 0 && ROAMING.test(actor.name)));
  const isElsewhere =
    places.length > 0 && places.every((place) => place.country !== undefined && place.country !== country);
  const isTellers =
    slot.value.code.endsWith(' UAF') &&
    attribution.some(({ role, code }) => role === 'speaker' && code?.startsWith(`${country} MIL`) === true);
  const speaker = attribution.find(({ role }) => role === 'speaker')?.code;
  const isOwn = actor !== undefined && isSpeakersOwn(context, actor, speaker);
  return isOwn || isNowhere || isAbroad || (isBare && (isElsewhere || isTellers))
    ? inferred({ code: `UNK${slot.value.code.slice(3)}`, name: slot.value.name }, 'home-unknown', ...slot.spans)
    : slot;
}

/** Who does it: by its forces where a country is named, and of no land where nobody knows whose they are. */
export const perpetratorsOf = (
  context: CodeContext,
  event: EventMention,
  places: readonly PlaceMention[],
  standing: Standing,
): Slot<ActorRef>[] =>
  event.source.length === 0
    ? []
    : forces(context, event).map((slot) => withoutHome(context, slot, event, places, standing));
