/** Whose armed people a mention means where its words leave it open: ranks that police and armies share, a speaker's own forces. */
import type { ActorMention, Doc } from '../../model/doc.ts';
import { indexAt } from '../../model/span.ts';
import type { EventMention } from '../events/event.ts';
import { hasArmy } from './armies.ts';
import { countryOf, type CodeContext } from './context.ts';

/** Ranks of armies that police forces have as well. */
const SHARED_RANK =
  /\b(?:Sgt|Sergeant|Cpl|Corporal|Lt|Lieutenant|Capt|Captain|Maj|Major|Col|Colonel|Gen|General|Brig|Brigadier|Officer)\b/i;

/** The same as nouns. */
const RANK_ALONE = /:(?:officers?|sgt|sergeants?|corporals?|lieutenants?|captains?|capt)$/;

/** Code units before a name in which its rank stands. */
const RANK_REACH = 28;

/** Sentences back in which a report says whose rank it is. */
const NEAR = 2;

/** Words before a surname that are no given name. */
const TITLES =
  /^(?:mr|mrs|ms|dr|sir|lord|lady|king|queen|prince|princess|sheikh|imam|mullah|ayatollah|president|premier|prime|minister|secretary|chancellor|chairman|chief|general|gen|colonel|col|leader|senator|governor|judge|justice|pope|the|a|an)$/i;

/** "Adel Abbas" is not the Abbas whom the lexicon knows: another given name before the surname. */
export function isStranger({ text }: Doc, { type, basis, name, start, end }: ActorMention): boolean {
  if (type !== 'person' || basis !== 'lexicon') return false;
  const words = text.slice(start, end).match(/[\p{L}’'-]+/gu) ?? [];
  const given = words.slice(0, -1).filter((word) => /^\p{Lu}/u.test(word) && !TITLES.test(word));
  if (given.length === 0) return false;
  const known = name.split(/[\s-]+/).slice(0, -1);
  return known.length > 0 && !known.some((word) => word[0] === given[0]![0]);
}

/** `event` with policemen where a rank alone had made them soldiers, and without a land for forces that have none here. */
export function withBranches({ doc }: CodeContext, event: EventMention): EventMention {
  const isMeant = (actor: ActorMention): boolean => isMilitary(actor) || isStranger(doc, actor);
  if (!event.source.some(isMeant) && !event.target.some(isMeant)) return event;
  const recoded = (actor: ActorMention): ActorMention => {
    if (isStranger(doc, actor)) return { ...actor, code: 'UNK', name: doc.text.slice(actor.start, actor.end) };
    if (!isMilitary(actor)) return actor;
    if (isRankedPolice(doc, actor)) return { ...actor, code: `${countryOf(actor.code)} COP` };
    if (actor.type === 'person' || actor.basis === 'coreference') return actor;
    if (isOfRebels(doc, actor)) return { ...actor, code: `${countryOf(actor.code)} REB` };
    if (isBomber(doc, actor)) return { ...actor, code: 'UNK UAF' };
    const owner = ownerOf(doc, actor);
    if (owner !== undefined) return { ...actor, code: `${countryOf(owner.code)} MIL` };
    return isLandless(doc, actor) ? { ...actor, code: `${landOf(doc, actor)} MIL` } : actor;
  };
  return { ...event, source: event.source.map(recoded), target: event.target.map(recoded) };
}

/** "the rebel 7th and 8th brigades" */
const isOfRebels = ({ text }: Doc, { start }: ActorMention): boolean =>
  /\b(?:rebel|insurgent|mutinous|breakaway) (?:(?:and|the|[\dA-Z][\w-]*) ){0,5}$/.test(
    text.slice(Math.max(0, start - 40), start),
  );

/** "the bombers struck a market": people, where nothing in the sentence flies. */
function isBomber({ text, sentences }: Doc, { key, start }: ActorMention): boolean {
  if (!/:bombers?$/.test(key)) return false;
  const sentence = sentences[indexAt(sentences, start)]!;
  return !/\b(?:air|aircraft|jets?|planes?|warplanes?|sorties|squadrons?|[A-Z][a-z]?-\d+)\b/.test(
    text.slice(sentence.start, sentence.end),
  );
}

/** "warplanes from the X-led force": whoever is named behind a bare noun of arms. */
function ownerOf({ text, actors }: Doc, { end, type, basis }: ActorMention): ActorMention | undefined {
  if (type !== 'group' || basis !== 'lexicon' || !/^ (?:from|belonging to) /.test(text.slice(end, end + 14)))
    return undefined;
  const next = actors[indexAt(actors, end)];
  const isNear = next !== undefined && next.start - end < OWNER_REACH && !/[,;.]/.test(text.slice(end, next.start));
  return isNear && (next.type === 'country' || isMilitary(next)) ? next : undefined;
}

/** Code units between "warplanes from" and whose they are. */
const OWNER_REACH = 48;

const isMilitary = ({ code }: ActorMention): boolean => /^\w{3} MIL$/.test(code);

/** Marines without a land are those of the United States where the report speaks of that at all. */
const landOf = ({ text, actors }: Doc, { start }: ActorMention): string =>
  text.startsWith('Marine', start) && actors.some(({ code }) => countryOf(code) === 'USA') ? 'USA' : 'UNK';

/** Bare "Marines" are mostly abroad, and a bare army in a land without one is another's: the report's home tells nothing. */
const isLandless = ({ text }: Doc, { code, start, end, basis }: ActorMention): boolean =>
  basis === 'lexicon' &&
  ((!hasArmy(code) && /^(?:the )?(?:army|troops|soldiers|forces|military|tanks?)$/.test(text.slice(start, end))) ||
    /^Marines?$/.test(text.slice(start, end)));

/** "A policeman was shot. Sgt. X …": a shared rank, with or without a name, where the service named last before it is the police. */
function isRankedPolice(doc: Doc, { type, basis, key }: ActorMention): boolean {
  const isNamed = type === 'person' && basis !== 'lexicon';
  const isRank = (type === 'group' || type === 'role') && RANK_ALONE.test(key);
  if (!isNamed && !isRank) return false;
  const at = doc.actors.findIndex((other) => other.key === key);
  const first = doc.actors[at]!;
  if (isNamed && !SHARED_RANK.test(doc.text.slice(Math.max(0, first.start - RANK_REACH), first.end))) return false;
  const sentence = indexAt(doc.sentences, first.start);
  const from = doc.sentences[Math.max(0, sentence - NEAR)]!.start;
  const before = doc.actors.slice(0, at).findLast((actor) => actor.start < first.start && isService(actor));
  if (before !== undefined && before.start >= from) return isPolice(before);
  const { end } = doc.sentences[sentence]!;
  const after = doc.actors.slice(at + 1).find(isService);
  return after !== undefined && after.start < end && isPolice(after);
}

const isPolice = ({ code }: ActorMention): boolean => / COP\b/.test(code);
const isService = ({ type, code, key }: ActorMention): boolean =>
  type !== 'person' && / (?:MIL|COP)\b/.test(code) && !RANK_ALONE.test(key);

/** Whether `actor` is "our forces" of a speaker who is not coded as one of that country's: a faction's, nobody knows whose. */
export function isSpeakersOwn({ doc }: CodeContext, actor: ActorMention, speaker: string | undefined): boolean {
  if (speaker === undefined || actor.type !== 'group' || actor.basis !== 'lexicon') return false;
  const lead = doc.text.slice(Math.max(0, actor.start - 4), actor.end);
  return /\b(?:our|my)\s/i.test(lead) && countryOf(speaker) !== countryOf(actor.code);
}
