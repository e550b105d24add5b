/** Words of agreements that name none: gatherings of parties, kinds of deals, a make of car, the members of an alliance. */
import type { InstrumentMention } from '../../model/doc.ts';
import { sentenceOf, wordsIn, type CodeContext } from './context.ts';

/** Whether `mention` is no certain agreement between sides. */
export const isNoInstrument = (context: CodeContext, mention: InstrumentMention): boolean =>
  isKind(context, mention) || isGathering(context, mention) || isMembers(context, mention);

const isKind = ({ doc }: CodeContext, { name, date, start, end, parties }: InstrumentMention): boolean =>
  SEVERAL.test(doc.text.slice(start, end)) ||
  (date === undefined && MANNERS.test(doc.text.slice(start, end))) ||
  (name === undefined && parties.length === 0 && WEEKDAYS.test(doc.text.slice(start, end))) ||
  (name !== undefined &&
    (/\bHonda\b/.test(name) ||
      (date === undefined && (KINDS.test(name) || BARE_DEAL.test(name) || isLooseDeal(name)))));

/** "broke palace protocol": a way to behave. */
const MANNERS = /^[A-Z]\w+ protocol$/;
/** "past ceasefire agreements" */
const SEVERAL =
  /^(?:(?:all|the|any|such) )?(?:past|previous|earlier|several|other|various|many|most|these|those|similar)\b.*\b(?:agreements|accords|treaties|pacts|deals|protocols|conventions)\b/i;
/** "Thursday's agreement": of whom, on what? */
const WEEKDAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]s /i;

/** "free trade agreements and regional trade arrangements", "immunity deals". */
const KINDS =
  /^(?:the )?(?:(?:free|fair|regional|bilateral|multilateral|trade|investment|economic|partnership|and|or)\b\W*)+(?:agreements|arrangements|treaties|pacts|deals|accords)\b|\bdeals$/i;
/** "the Compaq deal": too little to tell what was agreed. */
const BARE_DEAL = /^(?:the |an? )?[A-Z]\w+ deal$/;

/** "the so-called real estate deal": a deal is an agreement of sides where its matter is one of theirs. */
const isLooseDeal = (name: string): boolean =>
  /\bdeal$/.test(name) &&
  !/\b(?:nuclear|peace|trade|arms|weapons|border|gas|oil|water|brexit|climate|disarmament|power-sharing|security|fishing|grain|prisoners?|swap|land|defen[cs]e|military|bases?)\b/i.test(
    name,
  );

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
