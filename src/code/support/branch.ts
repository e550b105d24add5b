/** Whose armed people a mention means where its words leave it open: ranks that police and armies share, a speaker's own forces. */
import { roleAt } from '../../lexicon/persons.ts';
import type { ActorMention, Doc } from '../../model/doc.ts';
import { indexAt } from '../../model/span.ts';
import type { EventMention } from '../events/event.ts';
import { hasArmy } from './armies.ts';
import { countryOf, type CodeContext } from './context.ts';
import { personsById } from './persons.ts';

/** Ranks of armies that police forces have as well. */
const SHARED_RANK =
  /\b(?:Sgt|Sergeant|Cpl|Corporal|Lt|Lieutenant|Capt|Captain|Maj|Major|Col|Colonel|Gen|General|Brig|Brigadier|Officer)\b/i;

/** The same as nouns. */
const RANK_ALONE = /:(?:officers?|sgt|sergeants?|corporals?|lieutenants?|captains?|capt)$/;

/** Code units before a name in which its rank stands. */
const RANK_REACH = 28;

/** Sentences back in which a report says whose rank it is. */
const NEAR = 2;

/** `event` with policemen where a rank alone had made them soldiers, and without a land for forces that have none here. */
export function withBranches(context: CodeContext, event: EventMention): EventMention {
  const { doc } = context;
  const isMeant = (actor: ActorMention): boolean => isMilitary(actor) || isArmedMan(actor);
  if (!event.source.some(isMeant) && !event.target.some(isMeant)) return event;
  const recoded = (actor: ActorMention): ActorMention => {
    if (isArmedMan(actor)) return ofNamedGroup(doc, actor);
    if (!isMilitary(actor)) return actor;
    if (actor.type === 'person' && isRebelLeader(context, actor))
      return { ...actor, code: `${countryOf(actor.code)} REB` };
    const leaders = leadersOf(doc, actor);
    if (leaders !== undefined) return { ...actor, code: leaders.code };
    if (isRankedPolice(doc, actor)) return { ...actor, code: `${countryOf(actor.code)} COP` };
    if (actor.type === 'person' || actor.basis === 'coreference') return actor;
    if (isOfRebels(doc, actor)) return { ...actor, code: `${countryOf(actor.code)} REB` };
    if (isOfCreed(doc, actor)) return { ...actor, code: `${countryOf(actor.code)} UAF` };
    if (isBomber(doc, actor)) return { ...actor, code: 'UNK UAF' };
    const owner = ownerOf(doc, actor);
    if (owner !== undefined) return { ...actor, code: `${countryOf(owner.code)} MIL` };
    return isLandless(doc, actor) ? { ...actor, code: `${landOf(doc, actor)} MIL` } : actor;
  };
  return { ...event, source: event.source.map(recoded), target: event.target.map(recoded) };
}

/** "General Juma's men": a rank of old makes no soldier of whom the lexicon knows as a rebel on that day. */
function isRebelLeader({ doc, lexicons }: CodeContext, { key, code }: ActorMention): boolean {
  const person = personsById(lexicons.persons).get(key);
  if (person === undefined) return false;
  return roleAt(person, doc.article.published.value).code === `${countryOf(code)} REB`;
}

/** "the rebel 7th and 8th brigades" */
const isOfRebels = ({ text }: Doc, { start }: ActorMention): boolean =>
  /\b(?:rebel|insurgent|mutinous|breakaway) (?:(?:and|the|[\dA-Z][\w-]*) ){0,5}$/.test(
    text.slice(Math.max(0, start - 40), start),
  );

/** Armed people by what they fight for, which is not their state: a faith, a land of their own, another government. */
const OF_CREED =
  /\b(?:Islamic|Islamist|jihadist|jihadi|separatist|secessionist|opposition|anti-government) (?:forces|troops|units|fighters|soldiers)$/i;

/** "Islamist forces": those of a creed are no state's. */
const isOfCreed = ({ text }: Doc, { start, end, type }: ActorMention): boolean =>
  type === 'group' && OF_CREED.test(text.slice(Math.max(0, start - CREED_REACH), end));

const CREED_REACH = 20;

const isArmedMan = ({ type, basis, code, key }: ActorMention): boolean =>
  type === 'group' && basis === 'lexicon' && code.endsWith(' UAF') && ARMED_MEN.test(key);

const ARMED_MEN = /(?:bombers?|gunm[ae]n|fighters?|militants?|attackers?|snipers?|squads?)$/;

/** "an Army of God (AOG) suicide bomber": whoever is named right before armed men is whose they are. */
function ofNamedGroup({ text, actors }: Doc, actor: ActorMention): ActorMention {
  const at = indexAt(actors, actor.start);
  const group = actors
    .slice(Math.max(0, at - IN_BRACKETS), at)
    .findLast(
      ({ code, type, end }) =>
        code.endsWith(' REB') &&
        type === 'organisation' &&
        /^ (?:\([^()]{1,40}\) )?(?:(?:suicide|suspected|car|truck) ){0,2}$/.test(text.slice(end, actor.start)),
    );
  if (group === undefined) return actor;
  const { code, name, key, type } = group;
  return { ...actor, code, name, key, type };
}

/** Mentions back, for words in the brackets may be taken for somebody. */
const IN_BRACKETS = 3;

/** Armed people of nobody in particular, and the words before them that tell that somebody has them. */
const BARE_TROOPS = /^(?:troops|forces|soldiers|fighters|men|units)$/;
const HAVING = /\b(?:with|its|their|his|her|whose) $/;

/** "the rebels left with troops", "the rebels and their men": bare troops are those of the rebels just named in the sentence. */
function leadersOf({ text, actors, sentences }: Doc, actor: ActorMention): ActorMention | undefined {
  const own = actor.basis === 'coreference' && actor.evidence !== undefined ? actor.evidence : actor;
  if (
    actor.type !== 'group' ||
    !BARE_TROOPS.test(text.slice(own.start, own.end)) ||
    !HAVING.test(text.slice(Math.max(0, own.start - 8), own.start))
  )
    return undefined;
  const { start } = sentences[indexAt(sentences, own.start)]!;
  let at = indexAt(actors, own.start) - 1;
  while (actors[at]?.type === 'country' || actors[at]?.type === 'outlet') at--;
  const before = actors[at];
  return before !== undefined && before.start >= start && before.code.endsWith(' REB') ? before : undefined;
}

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
