/**
 * Incidents that no verb of attack tells: arms are used or active, roads are mined, measures are taken in answer.
 * Who did it may stand in the sentence before, where the same account goes on.
 */
import type { ActorMention, Clause, PlaceMention, WeaponMention } from '../../model/doc.ts';
import type { ActorRef, IncidentRecord, IncidentType, Slot } from '../../model/record.ts';
import { indexAt, overlaps, type Span } from '../../model/span.ts';
import type { EventMention } from '../events/event.ts';
import type { Rule, RuleInput } from '../rule.ts';
import {
  actorsOfPhrases,
  agentsOf,
  countryOf,
  isCountryCode,
  placesIn,
  sentenceOf,
  verbOf,
  within,
  wordsIn,
  type CodeContext,
} from '../support/context.ts';
import { inferred, present, said, type Draft } from '../support/draft.ts';
import { isPrivateCrime } from '../support/field.ts';
import { isForces, isState } from '../support/force.ts';
import { isDeniedByCue, isToldClause } from '../support/reality.ts';
import { actorSlots, placeSlot } from '../support/slots.ts';
import { startSlots } from '../support/start.ts';
import { standingOf } from '../support/voices.ts';
import { isRecalled, timeOf } from '../support/when.ts';

export const armsUsed: Rule = (input) => {
  const { context } = input;
  if (context.isSport) return [];
  const drafts = context.doc.clauses.flatMap((clause) => {
    const found = actOf(context, clause);
    if (found === undefined || isTaken(input, clause) || !isToldClause(context, clause)) return [];
    const draft = draftOf(input, clause, found);
    return draft === undefined ? [] : [draft];
  });
  return drafts.length > 0 && isPrivateCrime(context.doc) ? [] : drafts;
};

interface FoundAct {
  readonly type: IncidentType;
  readonly trigger: Span;
}

const USING: ReadonlySet<string> = new Set(['use', 'employ', 'bring']);

/** What kind of act the clause tells, by its verb and what the verb has with it. */
function actOf(context: CodeContext, clause: Clause): FoundAct | undefined {
  const { doc } = context;
  const verb = verbOf(context, clause);
  const trigger = { start: doc.tokens[verb.head]!.start, end: doc.tokens[verb.head]!.end };
  const next = doc.tokens[verb.head + 1];
  // "had mined roads": the tagger takes the participle for an adjective
  if ((verb.lemma === 'have' || verb.lemma === 'be') && next?.lower === 'mined')
    return { type: 'mine', trigger: { start: trigger.start, end: next.end } };
  if (clause.role === 'gerund' || clause.role === 'participial') return undefined;
  if (USING.has(verb.lemma)) {
    const weapon = weaponIn(context, verb.voice === 'active' ? clause.objects : clause.subjects);
    return weapon === undefined ? undefined : { type: kindOf(weapon), trigger };
  }
  if (verb.lemma === 'be' && next?.lower === 'active') {
    const weapon = weaponIn(context, clause.subjects);
    return weapon === undefined
      ? undefined
      : { type: kindOf(weapon), trigger: { start: trigger.start, end: next.end } };
  }
  if (verb.lemma === 'take' && verb.voice === 'active') {
    const measures = clause.objects.map((index) => doc.phrases[index]!).find((phrase) => isAnswer(doc.text, phrase));
    return measures === undefined ? undefined : { type: 'other', trigger: { start: trigger.start, end: measures.end } };
  }
  return undefined;
}

const isAnswer = (text: string, { start, end }: Span): boolean =>
  /\b(?:retaliatory|response|responsive|reciprocal|counter) (?:measures|steps|actions?)\b/i.test(
    text.slice(start, end),
  );

const kindOf = (weapon: WeaponMention): IncidentType =>
  weapon.class === 'drone' || weapon.class === 'aircraft' ? 'air or drone' : 'fire';

function weaponIn({ doc }: CodeContext, phrases: readonly number[]): WeaponMention | undefined {
  for (const index of phrases) {
    const phrase = doc.phrases[index]!;
    const weapon = doc.weapons[indexAt(doc.weapons, phrase.start)];
    if (weapon !== undefined && overlaps(weapon, phrase)) return weapon;
  }
  return undefined;
}

/** Clauses that are an event of force already stay that. */
const isTaken = ({ context, eventsBySentence }: RuleInput, clause: Clause): boolean =>
  (eventsBySentence[clause.sentence] ?? []).some(
    ({ incident, nominal, clause: own }) =>
      incident !== undefined && !nominal && own !== undefined && context.doc.clauses[own] === clause,
  );

function draftOf(input: RuleInput, clause: Clause, { type, trigger }: FoundAct): Draft<IncidentRecord> | undefined {
  const { context } = input;
  const extent = { start: clause.start, end: Math.min(clause.end, sentenceOf(context, clause).end) };
  const places = groundOf(context, extent);
  const standing = standingOf(context, trigger, clause);
  const speaker = standing.attribution.find(({ role }) => role === 'speaker');
  const weapons = within(context.doc.weapons, extent);
  const perpetrators = perpetratorsOf(input, clause, type, speaker?.code);
  const time = timeOf(context, trigger, clause);
  if (perpetrators.length === 0 && (places.length === 0 || speaker === undefined)) return undefined;
  // "a gun was used": a crime's means, where no side is named
  if (perpetrators.length === 0 && weapons.every((weapon) => weapon.class === 'small arms')) return undefined;
  if (places.length === 0 && (time === undefined || time.value.length === 4) && isUsual(context, clause))
    return undefined;
  const isAccused =
    speaker?.code !== undefined &&
    isCountryCode(speaker.code) &&
    perpetrators.some(({ value }) => countryOf(value.code) !== countryOf(speaker.code!));
  const isDenied = standing.factuality === 'denied' || isDeniedByCue(context, trigger);
  return present({
    kind: 'incident' as const,
    rule: 'arms-used',
    spans: [trigger, extent],
    attribution: standing.attribution,
    factuality: labelOf(isDenied, isRecalled(context, time), speaker !== undefined),
    factbank: isDenied ? ('CT-' as const) : ('CT+' as const),
    plover: { event: 'ASSAULT' as const, mode: [], context: ['military'], quad: 'MX' as const },
    places: places.map(placeSlot),
    type: said(type, trigger),
    accuser: isAccused && !isDenied ? said({ code: speaker.code, name: speaker.name }, ...speaker.spans) : undefined,
    perpetrators,
    targets: targetsOf(context, clause, perpetrators),
    weapons: weapons.map((weapon) => said(weapon.name, weapon)),
    losses: [],
    ...startSlots(context, time, places, standing),
  });
}

/** "has been used by such groups before": what they are known for, no act. */
function isUsual(context: CodeContext, clause: Clause): boolean {
  const { tense, perfect, head } = verbOf(context, clause);
  const isGoingOn = context.doc.tokens[head]!.lower.endsWith('ing');
  return (
    tense === 'present' &&
    (!perfect || isGoingOn || / (?:before|often|in the past|previously) /.test(wordsIn(context, clause)))
  );
}

function labelOf(isDenied: boolean, isOld: boolean, isTold: boolean) {
  if (isDenied) return 'denied' as const;
  if (isOld) return 'recalled' as const;
  return isTold ? ('alleged' as const) : ('asserted' as const);
}

const groundOf = (context: CodeContext, extent: Span): PlaceMention[] =>
  placesIn(context, extent).filter((place) => {
    const actor = context.doc.actors[indexAt(context.doc.actors, place.start)];
    return (actor === undefined || !overlaps(actor, place)) && place.feature !== 'PCLI';
  });

/** Whoever the clause names; else whom the same paragraph accused last, when the speaker is of another side. */
function perpetratorsOf(
  input: RuleInput,
  clause: Clause,
  type: IncidentType,
  speaker: string | undefined,
): Slot<ActorRef>[] {
  const { context } = input;
  const own = agentsOf(context, clause).filter((actor) => isForces(actor) || isState(actor));
  if (own.length > 0) return actorSlots(own).map(asForces);
  if (speaker === undefined) return [];
  if (type === 'other') return isCountryCode(speaker) ? [ownForces(context, clause, speaker)] : [];
  const before = lastAccused(input, clause, speaker);
  return before.map((actor) => {
    const slot = asForces({ value: { code: actor.code, name: actor.name }, spans: [actor] });
    return inferred(slot.value, 'perpetrator-of-the-account', { start: actor.start, end: actor.end });
  });
}

/** "it took measures in answer": what a ministry tells of its own side. */
const ownForces = (context: CodeContext, clause: Clause, speaker: string): Slot<ActorRef> =>
  inferred(
    { code: `${countryOf(speaker)} MIL`, name: countryOf(speaker) },
    'own-side-of-the-speaker',
    verbOf(context, clause),
  );

const asForces = (slot: Slot<ActorRef>): Slot<ActorRef> =>
  /^[A-Z]{3}(?: GOV)?$/.test(slot.value.code) && isCountryCode(slot.value.code)
    ? inferred(
        { code: `${countryOf(slot.value.code)} MIL`, name: slot.value.name },
        'forces-of-the-country',
        ...slot.spans,
      )
    : slot;

/** How many sentences back an account reaches. */
const BACK = 2;

function lastAccused({ eventsBySentence }: RuleInput, clause: Clause, speaker: string): readonly ActorMention[] {
  for (let at = clause.sentence; at >= Math.max(0, clause.sentence - BACK); at--) {
    const found = (eventsBySentence[at] ?? []).findLast((event) => isAccusedBy(event, speaker, clause.start));
    if (found !== undefined) return found.source;
  }
  return [];
}

const isAccusedBy = ({ incident, source, trigger }: EventMention, speaker: string, before: number): boolean =>
  incident !== undefined &&
  trigger.start < before &&
  source.length > 0 &&
  source.every((actor) => isForces(actor) && isCountryCode(actor.code) && countryOf(actor.code) !== countryOf(speaker));

/** "against X's positions". */
function targetsOf(context: CodeContext, clause: Clause, perpetrators: readonly Slot<ActorRef>[]): Slot<ActorRef>[] {
  const phrases = clause.obliques.filter(({ preposition }) => preposition === 'against').map(({ phrase }) => phrase);
  const codes = new Set(perpetrators.map(({ value }) => countryOf(value.code)));
  return actorSlots(actorsOfPhrases(context, phrases)).filter(({ value }) => !codes.has(countryOf(value.code)));
}
