/** Words of agreements that name none: gatherings of parties, kinds of deals, what firms make and sign, members of an alliance. */
import type { ActorEntry } from '../../lexicon/actors.ts';
import type { LexiconEntry } from '../../lexicon/load.ts';
import type { ActorMention, Doc, InstrumentMention } from '../../model/doc.ts';
import { indexAt, type Span } from '../../model/span.ts';
import { sentenceOf, wordsIn, type CodeContext } from './context.ts';
import { once } from './once.ts';

/** Whether `mention` is no certain agreement between sides. */
export const isNoInstrument = (context: CodeContext, mention: InstrumentMention): boolean =>
  isKind(context, mention) ||
  isOfFirm(context, mention) ||
  isGathering(context, mention) ||
  isMembers(context, mention);

function isKind(context: CodeContext, mention: InstrumentMention): boolean {
  const { doc } = context;
  const { name, date, start, end, parties } = mention;
  return (
    SEVERAL.test(doc.text.slice(start, end)) ||
    (date === undefined && MANNERS.test(doc.text.slice(start, end))) ||
    (parties.length < 2 && AT_HOME.test(doc.text.slice(start, end))) ||
    DEALING.test(doc.text.slice(end, end + 10)) ||
    (name === undefined && parties.length === 0 && WEEKDAYS.test(doc.text.slice(start, end))) ||
    (name !== undefined &&
      date === undefined &&
      (KINDS.test(name) || BARE_DEAL.test(name) || isLooseDeal(name)) &&
      !isDealOfPlace(context, mention))
  );
}

/** "broke palace protocol": a way to behave. */
const MANNERS = /^[A-Z]\w+ protocol$/;
/** "past ceasefire agreements" */
const SEVERAL =
  /^(?:(?:all|the|any|such) )?(?:past|previous|earlier|several|other|various|many|most|these|those|similar)\b.*\b(?:agreements|accords|treaties|pacts|deals|protocols|conventions)\b/i;
/** "deal talk", "deal makers": what markets make of deals, and no deal. */
const DEALING = /^ (?:talks?|fever|mak(?:er|ers|ing)|flow|rumou?rs?)\b/;
/**
 * "the year-end budget deal", "the league's collective bargaining agreement": between parties of a house, a firm and its
 * men, an owner and a user. Two states may have one on taxes or debts.
 */
const AT_HOME =
  /\b(?:budget|spending|tax|debt|collective[ -]bargaining|wage|pay|salary|plea|record|recording|film|television|sponsorship|endorsement|merger|takeover|licen[cs]ing|rental|lease|non-?disclosure|prenuptial)\b.*\b(?:agreements?|deals?|pacts?|accords?)\b/i;
/** "Thursday's agreement": of whom, on what? */
const WEEKDAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]s /i;

/** "free trade agreements and regional trade arrangements", "immunity deals". */
const KINDS =
  /^(?:the )?(?:(?:free|fair|regional|bilateral|multilateral|trade|investment|economic|partnership|and|or)\b\W*)+(?:agreements|arrangements|treaties|pacts|deals|accords)\b|\bdeals$/i;
/** "the Rask deal": too little to tell what was agreed. */
const BARE_DEAL = /^(?:the |an? )?[A-Z]\w+ deal$/;

/** "the so-called real estate deal": a deal is an agreement of sides where its matter is one of theirs. */
const isLooseDeal = (name: string): boolean =>
  /\bdeal$/.test(name) &&
  !/\b(?:nuclear|peace|trade|arms|weapons|border|gas|oil|water|brexit|climate|disarmament|power-sharing|security|fishing|grain|prisoners?|swap|land|defen[cs]e|military|bases?)\b/i.test(
    name,
  );

/** "the Sochi deal", "the Minsk deals": agreements of sides go by where they were made, outside sport. */
function isDealOfPlace({ doc, lexicons, isSport }: CodeContext, mention: InstrumentMention): boolean {
  const first = isSport ? undefined : firstName(doc, mention);
  const deal = / deals?$/.exec(doc.text.slice(mention.start, mention.end));
  if (first === undefined || deal === null || !/^the /i.test(doc.text.slice(mention.start, first.start))) return false;
  const end = mention.start + deal.index;
  const actor = mentionAt(doc.actors, first);
  return (
    mentionAt(doc.places, first)?.end === end ||
    (actor?.type === 'country' && actor.end === end) ||
    seatNames(lexicons.metonyms).has(doc.text.slice(first.start, end))
  );
}

/**
 * "last year's Nokia deal", "Friday's agreement between Nokia and its workers", "a 2003 Honda Accord": what a firm signs
 * or makes. Two states may agree on a firm.
 */
function isOfFirm({ doc, lexicons }: CodeContext, mention: InstrumentMention): boolean {
  const isFirm = (actor: ActorMention | undefined): boolean => actor?.type === 'organisation' && isBusiness(actor);
  const others = mention.parties.filter(({ span }) => !isFirm(mentionAt(doc.actors, span)));
  if (others.length > 1) return false;
  if (others.length < mention.parties.length) return true;
  const first = firstName(doc, mention);
  if (first === undefined) return false;
  const actor = mentionAt(doc.actors, first);
  if (actor !== undefined) return isFirm(actor);
  if (mentionAt(doc.places, first) !== undefined) return false;
  // The name of a product hides its maker from whoever reads for actors
  const firms = firmNames(lexicons.actors);
  const at = indexAt(doc.tokens, first.start);
  return doc.tokens
    .slice(at, at + LONGEST_FIRM)
    .some(({ end }) => end < mention.end && firms.has(doc.text.slice(first.start, end)));
}

/** Words in the names of most firms. */
const LONGEST_FIRM = 3;

const isBusiness = ({ code }: { readonly code: string }): boolean => code.endsWith(' BUS');

const formsOf = (entries: readonly LexiconEntry[]): ReadonlySet<string> =>
  new Set(entries.flatMap(({ forms }) => forms));

/** All names of firms, and all of cities that stand for who rules there. */
const firmNames = once((actors: readonly ActorEntry[]) => formsOf(actors.filter(isBusiness)));
const seatNames = once(formsOf);

/** The first word of a mention with a capital, articles and days left out: what it is named after. */
function firstName({ tokens, times }: Doc, { start, end }: Span): Span | undefined {
  for (let at = indexAt(tokens, start); at < tokens.length && tokens[at]!.start < end; at++) {
    const token = tokens[at]!;
    if (/^\p{Lu}/u.test(token.text) && !/^(?:the|an?)$/i.test(token.text) && mentionAt(times, token) === undefined)
      return token;
  }
  return undefined;
}

/** The mention that begins with or before `span` and reaches into it. */
function mentionAt<T extends Span>(mentions: readonly T[], { start }: Span): T | undefined {
  const found = mentions[indexAt(mentions, start)];
  return found !== undefined && found.start <= start ? found : undefined;
}

/** "the former Warsaw Pact nations" */
const isMembers = ({ doc }: CodeContext, { end }: InstrumentMention): boolean =>
  /^ (?:nations?|countr(?:y|ies)|states?|members?|all(?:y|ies)|troops|forces|arm(?:y|ies)|satellites?)\b/.test(
    doc.text.slice(end, end + 12),
  );

/** Who meets in conventions whatever follows, who may, and where. */
const PARTIES = /\b(?:democrat(?:ic|s)?|republican|gop|dnc|rnc|party|nominating)(?:['’]s)?\b.*\bconvention/i;
const MEETERS =
  /\b(?:whig|labou?r|baptist|methodist|national|nomination|state|annual|constitutional|contested|brokered|summer|week|month)(?:['’]s)?\b.*\bconvention/i;
const VENUE =
  /^(?:['’]s)?,? (?:cent(?:er|re)|hall|floor|speech|speakers?|delegates?|site|stage|hotel|announcement|organi[sz]ers)\b/i;
const AT = /\bat (?:(?:the|a|an|its|his|her|their|this|last|next)\b)?\s*$/i;
const DELEGATES = / (?:delegates?|nominee|nominees|nomination|primary|primaries|caucus|caucuses) /;
/** What lawful conventions are about, and what is done with them. */
const LAW =
  /\b(?:rights|weapons|arms|torture|genocide|refugees?|climate|biodiversity|species|mines?|munitions|tax|sea|law|nuclear|chemical|biological|geneva|vienna|hague|relating|status|crimes?|ratif\w+|sign(?:ed|s|ing|atory|atories)?|acced\w+|protocol|article|treaty|treaties)\b/i;

/** "at the party's convention", "the convention center": people who meet, not a treaty. */
function isGathering(context: CodeContext, mention: InstrumentMention): boolean {
  const { text } = context.doc;
  const { start, end } = mention;
  const words = text.slice(start, end);
  if (!/\bconventions?\b/i.test(words)) return false;
  const after = text.slice(end, end + 24);
  if (
    VENUE.test(after) ||
    /\bconventions? (?:cent(?:er|re)|speaker|palace|hall|hotel)/i.test(words) ||
    AT.test(text.slice(Math.max(0, start - 12), start))
  )
    return true;
  if (PARTIES.test(words)) return true;
  if (ON.test(after) || / convention (?:on|for|against|relating|concerning|of)\b/i.test(words) || LAW.test(words))
    return false;
  if (MEETERS.test(words)) return true;
  const sentence = sentenceOf(context, mention);
  const isProper = /\bConventions?\b/.test(words) || LAW.test(text.slice(sentence.start, sentence.end));
  return (
    !isProper ||
    (DELEGATES.test(wordsIn(context, sentence)) && !PARTY_TO.test(text.slice(Math.max(0, start - 20), start)))
  );
}

const ON = /^ (?:on|for|against|relating|concerning)\b/;
const PARTY_TO = /\bpart(?:y|ies) to (?:the )?$/i;
