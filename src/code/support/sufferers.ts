/** Who suffers an act of force: of all whom the words near it name, those whom it hits. */
import type { ActorMention } from '../../model/doc.ts';
import type { ActorRef, Slot } from '../../model/record.ts';
import { overlaps } from '../../model/span.ts';
import type { EventMention } from '../events/event.ts';
import { isFirstHalf } from './compound.ts';
import type { CodeContext } from './context.ts';
import { isForces, isState } from './force.ts';
import { actorSlots } from './slots.ts';
import type { Standing } from './voices.ts';

/** "X's call for elections" is no target. */
const OF_WORDS =
  /^['’]s? (?:\w+ )?(?:call|decision|visit|plan|policy|speech|rule|bid|offer|claim|order|statement|demand|announcement)\b/;

/** Who suffers it: no country that only tells where, and nobody who does it. */
export function targetsOf(context: CodeContext, event: EventMention, { attribution }: Standing): Slot<ActorRef>[] {
  const { source, target, incident } = event;
  if (incident === 'build-up') return [];
  const { text } = context.doc;
  const isWhere = ({ type, start, end }: ActorMention): boolean =>
    (type === 'country' ? IN_COUNTRY : IN_PLACE).test(text.slice(Math.max(0, start - 24), start)) ||
    (type === 'country' && OF_PLACE.test(text.slice(end, end + 32)));
  const isOwner = ({ end }: ActorMention): boolean => OF_WORDS.test(text.slice(end, end + 24));
  const isTeller = (actor: ActorMention): boolean =>
    attribution.some(({ spans }) => spans.some((span) => span.start > event.trigger.start && overlaps(span, actor)));
  // A bomber dies with those whom he kills
  const isBomber = ({ start, end }: ActorMention): boolean =>
    /\bbombers?$/i.test(text.slice(start, end)) && target.length > 1;
  const keys = new Set(source.map(({ key }) => key));
  const isGround = incident === 'movement';
  return actorSlots(
    target.filter(
      (actor) =>
        !isWhere(actor) &&
        !isTeller(actor) &&
        !isBomber(actor) &&
        !isOwner(actor) &&
        !keys.has(actor.key) &&
        !isOwnSide(event, actor) &&
        !isFarSubject(context, event, actor) &&
        !isOfOtherMatter(context, event, actor) &&
        !isHouseholder(context, event, actor) &&
        !isLoot(context, event, actor) &&
        !isFirstHalf(context.doc, actor) &&
        !isBesideVerb(context, event, actor) &&
        (!isGround || isForces(actor) || isState(actor)),
    ),
  );
}

/** "he was killed by the rebels": a pronoun that would make a side hit itself means somebody else. */
const isOwnSide = ({ source }: EventMention, { basis, code }: ActorMention): boolean =>
  basis === 'coreference' &&
  / (?:MIL|REB)$/.test(code) &&
  source.some(
    (by) =>
      by.code.slice(4) === code.slice(4) && (by.code.startsWith('UNK') || by.code.slice(0, 3) === code.slice(0, 3)),
  );

const IN_COUNTRY = /\b(?:by|in|inside|across|near|around|within|from|of|off|from an?)\s(?:\w+ern\s)?$/i;
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

const HOUSE = /^['’]s? (?:\w+ )?(?:residence|house|home|villa|mansion|flat|apartment|farm|car)\b/;

/** "stormed the envoy's residence": who lives there may be its captive. */
const isHouseholder = ({ doc }: CodeContext, { sense }: EventMention, { type, end }: ActorMention): boolean =>
  (type === 'person' || type === 'role') &&
  /storm|raid|seize|enter|occupy|capture/.test(sense) &&
  HOUSE.test(doc.text.slice(end, end + 32));
