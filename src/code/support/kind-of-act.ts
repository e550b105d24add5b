/** What kind of act an event is where its verb alone would say another: roads blocked, bombs laid by hand, men captured. */
import type { EventMention } from '../events/event.ts';
import { within, wordsIn, type CodeContext } from './context.ts';
import { isForces } from './force.ts';

/** `event` with the kind of incident that its words together tell. */
export function withKind(context: CodeContext, event: EventMention): EventMention {
  // A road that demonstrators block is a protest, one that troops block an obstruction
  if (event.incident === undefined && event.mode.includes('obstruct') && event.source.some(isForces))
    return { ...event, incident: 'obstruction' };
  if (event.incident === 'air or drone' && isLaidByHand(context, event)) return { ...event, incident: 'mine' };
  if (event.incident === 'movement' && isOfMen(context, event)) return { ...event, incident: 'detention' };
  return event;
}

/** "militants bombed a court": rebels and gunmen have no aircraft, unless the sentence names one. */
const isLaidByHand = (context: CodeContext, { source, extent }: EventMention): boolean =>
  source.length > 0 &&
  source.every(({ code }) => / (?:REB|UAF)$/.test(code)) &&
  !within(context.doc.weapons, extent).some(({ class: kind }) => kind === 'drone' || kind === 'aircraft') &&
  !/ (?:air|aerial|airstrikes?|planes?|jets?|helicopters?|drones?) /.test(wordsIn(context, extent));

const MEN: ReadonlySet<string> = new Set(
  `captain commander crew fighter guerrilla gunman insurgent leader man member militant officer pilot pirate policeman
  prisoner raider rebel sailor separatist soldier suspect terrorist troop`.split(/\s+/),
);

/** "captured 14 insurgents": men, not ground. */
const isOfMen = ({ doc }: CodeContext, { targetPhrases, trigger }: EventMention): boolean =>
  /^(?:captur|seiz)/i.test(doc.text.slice(trigger.start, trigger.end)) &&
  targetPhrases.length > 0 &&
  targetPhrases.every((phrase) => MEN.has(doc.tokens[doc.phrases[phrase]!.head]!.lemma));
