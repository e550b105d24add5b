/**
 * Truces: agreed, declared, in force from when, through whose mediation, extended, broken off. A wish for a truce, or
 * a call to keep one, is a statement and makes no agreement.
 */
import type { ActorMention, InstrumentMention, NounPhrase, Sentence, TimeMention } from '../../model/doc.ts';
import type { ActorRef, AgreementRecord, Slot, TimeRef } from '../../model/record.ts';
import { contains, cover, indexAt, overlaps, type Span } from '../../model/span.ts';
import type { Rule } from '../rule.ts';
import {
  agentsOf,
  clausesIn,
  countryOf,
  isCountryCode,
  timesIn,
  verbOf,
  within,
  wordsIn,
  type CodeContext,
} from '../support/context.ts';
import { inferred, present, said, type Draft } from '../support/draft.ts';
import { actorSlots, sideRef, timeSlot } from '../support/slots.ts';
import { sideOf } from '../support/adversaries.ts';
import { stageOf, type FoundStage } from '../support/truce-stage.ts';
import { FIGURATIVE, IN_FORCE, MEDIATION, stageDone, TRUCE_NOUNS } from '../support/truce-words.ts';
import { standingOf, type Standing } from '../support/voices.ts';
import { isRecalled, timeOf, timeSlotOf } from '../support/when.ts';
import { instrumentId } from './instrument.ts';
import type { Factuality } from '../../model/vocabulary.ts';

export const truce: Rule = ({ context }) => {
  if (context.isSport) return [];
  const drafts: Draft<AgreementRecord>[] = [];
  const seen = new Set<number>();
  for (const [index, phrase] of context.doc.phrases.entries()) {
    const isTruce = isTruceNoun(context, phrase);
    if (seen.has(phrase.sentence) || (!isTruce && !standsForTruce(context, phrase))) continue;
    const draft = draftOf(context, phrase, index, isTruce);
    if (draft === undefined) continue;
    seen.add(phrase.sentence);
    drafts.push(draft);
  }
  return withGrounds(context, drafts);
};

function isTruceNoun({ doc }: CodeContext, { head, start, end }: NounPhrase): boolean {
  if (!TRUCE_NOUNS.has(doc.tokens[head]!.lemma)) return false;
  return (
    !FIGURATIVE.test(doc.text.slice(start, end)) &&
    !/^\W{0,2}\s*(?:line|talks|violations?|breach)/i.test(doc.text.slice(end, end + 12))
  );
}

/** "It was agreed …", "The deal took effect …" right after a sentence that named the truce. */
function standsForTruce(context: CodeContext, { first, last, head, sentence }: NounPhrase): boolean {
  const { doc } = context;
  const own = doc.sentences[sentence]!;
  if (first !== own.first || sentence === 0) return false;
  const word = doc.tokens[head]!.lower;
  const isStandIn =
    first === last
      ? word === 'it'
      : /^(?:the|this|that)$/.test(doc.tokens[first]!.lower) && /^(?:deal|agreement|accord|arrangement)$/.test(word);
  const before = doc.sentences[sentence - 1]!;
  if (!isStandIn || before.paragraph !== own.paragraph) return false;
  return (context.phrasesBySentence[sentence - 1] ?? []).some((index) => isTruceNoun(context, doc.phrases[index]!));
}

/** What a sentence says of the truce that it names. */
function draftOf(
  context: CodeContext,
  phrase: NounPhrase,
  index: number,
  isNamed: boolean,
): Draft<AgreementRecord> | undefined {
  const { doc } = context;
  const sentence = doc.sentences[phrase.sentence]!;
  const effective = effectiveOf(context, sentence, phrase);
  const found = stageOf(context, index, sentence, effective);
  if (found === undefined || (!isNamed && effective === undefined)) return undefined;
  const { stage } = found;
  const isOver = stage === 'broken off' || stage === 'expired';
  if (isTermOfInstrument(context, found)) return undefined;
  const mediators = mediatorsOf(context, sentence);
  const declaredBy = declarersOf(context, found);
  const parties = partiesOf(context, sentence, phrase, mediators, declaredBy, stage === 'recalled');
  const dated = effective ?? datedIn(context, phrase);
  const ended = isOver ? timeOf(context, found.span, found.clause) : undefined;
  if (parties.length + mediators.length === 0 && dated === undefined && ended === undefined) return undefined;
  const clause = found.clause ?? clausesIn(context, phrase).find((one) => contains(one, phrase));
  const standing = standingOf(context, phrase, clause);
  const isOld = stage === 'recalled' || (isRecalled(context, ended ?? dated) && !isStill(context, found));
  return present({
    kind: 'agreement' as const,
    rule: 'truce',
    spans: [
      phraseSpan(phrase),
      cover([phrase, ...(effective === undefined ? [] : [effective])]),
      agreementHead(context, phrase, index),
    ].filter((span) => span !== undefined),
    attribution: standing.attribution,
    factuality: labelOf(found, standing, isOld),
    factbank: found.isPlanned === true ? ('PR+' as const) : ('CT+' as const),
    places: [],
    plover: {
      event: stage === 'declared' ? ('CONCEDE' as const) : ('AGREE' as const),
      mode: [],
      context: ['military', 'diplomatic'],
      quad: 'VC' as const,
    },
    class: isNamed
      ? said('ceasefire' as const, doc.tokens[phrase.head]!)
      : inferred('ceasefire' as const, 'the-truce-before', phraseSpan(phrase)),
    stage: said(stage, found.span),
    parties,
    mediators,
    guarantors: [],
    declaredBy: declaredBy.length > 0 ? declaredBy : announcersOf(found, standing, parties),
    document: documentOf(context, sentence),
    signed: effective === undefined && dated !== undefined ? said(dated.value, dated) : undefined,
    effectiveFrom: effective === undefined ? undefined : said(effective.value.split('/')[0]!, effective),
    effective: effective === undefined ? undefined : timeSlot(effective),
    until: untilOf(context, sentence),
    time: isOver ? timeSlotOf(ended) : effective && timeSlot(effective),
    terms: [],
    restsOn: [],
  });
}

/** "the statement by which the leaders announced a ceasefire": what an instrument lays down is a term of it. */
const isTermOfInstrument = ({ doc }: CodeContext, { clause }: FoundStage): boolean => {
  if (clause?.role !== 'relative' || clause.antecedent === undefined || MEDIATION.test(doc.verbs[clause.verb]!.lemma))
    return false;
  const antecedent = doc.phrases[clause.antecedent]!;
  const mention = doc.instruments[indexAt(doc.instruments, antecedent.start)];
  return (
    mention !== undefined &&
    (overlaps(mention, antecedent) || (mention.dateSpan !== undefined && overlaps(mention.dateSpan, antecedent)))
  );
};

function labelOf({ isPlanned }: FoundStage, { attribution }: Standing, isOld: boolean): Factuality {
  if (isPlanned === true) return 'planned';
  if (isOld) return 'recalled';
  return attribution.some(({ role }) => role === 'speaker') ? 'alleged' : 'asserted';
}

/** "holding since 1991", "has been in force since May": an old truce that stands. */
function isStill({ doc }: CodeContext, { stage, clause }: FoundStage): boolean {
  if (stage !== 'in force' || clause === undefined) return false;
  const { tense, perfect, form } = doc.verbs[clause.verb]!;
  return tense === 'present' || perfect || form === 'gerund';
}

/** "the February 2002 truce": the date inside its own phrase. */
const datedIn = (context: CodeContext, phrase: NounPhrase): TimeMention | undefined =>
  timesIn(context, phrase).find(({ type, value }) => type === 'DATE' && /^\d{4}/.test(value));

/** "until midnight on Friday". */
function untilOf(context: CodeContext, sentence: Sentence): Slot<TimeRef> | undefined {
  const { text } = context.doc;
  const found = timesIn(context, sentence).find(
    ({ start, value }) =>
      /^\d{4}/.test(value) &&
      /\b(?:until|till|through|expires? (?:on|at))\W*(?:the )?$/i.test(text.slice(Math.max(0, start - 16), start)),
  );
  return found && timeSlot(found);
}

/** A party that tells of a truce as agreed or in force announces it. */
function announcersOf(
  { stage, clause }: FoundStage,
  { attribution }: Standing,
  parties: readonly Slot<ActorRef>[],
): Slot<ActorRef>[] {
  const voice = attribution.find(({ role }) => role === 'speaker');
  if (voice?.code === undefined || clause === undefined || (stage !== 'agreed' && stage !== 'in force')) return [];
  if (/ (?:JRN|CVL|MED|EDU|BUS)\b/.test(voice.code)) return [];
  const isOwn = parties.some(({ value }) => countryOf(value.code) === countryOf(voice.code!));
  return isOwn ? [inferred({ code: voice.code, name: voice.name }, 'party-that-announces-it', ...voice.spans)] : [];
}

const RESTS =
  /\b(?:in accordance with|in line with|under|based on|on the basis of|as laid down in|pursuant to|provided for by|as provided by)\b/i;

/** A sentence that ties the truce to earlier instruments: the report's one truce rests on them. */
function withGrounds(context: CodeContext, drafts: readonly Draft<AgreementRecord>[]): Draft<AgreementRecord>[] {
  const { doc } = context;
  const standing = drafts.filter(
    ({ stage, factuality }) =>
      stage?.value !== 'broken off' && stage?.value !== 'recalled' && factuality !== 'recalled',
  );
  const starts = new Set(
    standing.flatMap(({ effectiveFrom }) => (effectiveFrom === undefined ? [] : [effectiveFrom.value.slice(0, 10)])),
  );
  if (standing.length === 0 || starts.size > 1) return [...drafts];
  const grounds = doc.instruments.filter((mention) => isGround(context, mention));
  if (grounds.length === 0) return [...drafts];
  const ids = [...new Set(grounds.map((mention) => instrumentId(doc, mention)))];
  return drafts.map((draft) => (standing.includes(draft) ? { ...draft, restsOn: ids } : draft));
}

function isGround(context: CodeContext, { start }: InstrumentMention): boolean {
  const { doc } = context;
  const index = indexAt(doc.sentences, start);
  const own = (context.phrasesBySentence[index] ?? [])
    .map((at) => doc.phrases[at]!)
    .find((phrase) => isTruceNoun(context, phrase));
  return own !== undefined && own.end < start && RESTS.test(doc.text.slice(own.end, start));
}

const phraseSpan = ({ start, end }: NounPhrase): Span => ({ start, end });

/** "the agreement reached … on a cease-fire": the phrase that it hangs on is part of the evidence. */
function agreementHead({ doc }: CodeContext, phrase: NounPhrase, index: number): Span | undefined {
  let at = doc.phrases[index]!.parent;
  for (let depth = 0; at !== undefined && depth < 4; depth++) {
    const parent = doc.phrases[at]!;
    if (/^(?:agreement|deal|accord|arrangement|understanding)$/.test(doc.tokens[parent.head]!.lemma))
      return { start: Math.min(parent.start, phrase.start), end: Math.max(parent.end, phrase.end) };
    at = parent.parent;
  }
  return undefined;
}

const LEADS_IN =
  /\b(?:from|since|at|for|as of|starting|beginning|effective|until|on|effect|force|observed|after)\W*(?:the|about|approximately)?\W*$/i;

/** The moment from which it holds: a time of the sentence that a word like "from" or "took effect at" leads in. */
function effectiveOf(context: CodeContext, sentence: Sentence, phrase: NounPhrase): TimeMention | undefined {
  const { doc } = context;
  const words = wordsIn(context, sentence);
  const times = timesIn(context, sentence).filter(
    ({ type, value }) => (type === 'TIME' || type === 'DATE') && /^\d{4}/.test(value),
  );
  const led = times.filter(
    (time) =>
      time.start > phrase.start && LEADS_IN.test(doc.text.slice(Math.max(sentence.start, time.start - 24), time.start)),
  );
  const clock = led.find(({ value }) => value.includes('T'));
  if (clock !== undefined) return clock;
  const isFrom = (time: TimeMention): boolean =>
    /\b(?:from|since|effective|as of|starting)\W*$/i.test(
      doc.text.slice(Math.max(sentence.start, time.start - 12), time.start),
    );
  return led.find(isFrom) ?? (IN_FORCE.test(words) ? led[0] : undefined);
}

/** "with X mediation", "X-brokered", "mediated by X": actors on either side of the word, in the same phrase or the next. */
function mediatorsOf(context: CodeContext, sentence: Sentence): Slot<ActorRef>[] {
  const { doc } = context;
  const found: ActorMention[] = [];
  for (let at = sentence.first; at <= sentence.last; at++) {
    const token = doc.tokens[at]!;
    if (!MEDIATION.test(token.lower) || /^(?:brokers?|mediators?|facilitators?|sponsors?)$/.test(token.lower)) continue;
    const clause = clausesIn(context, token).find((one) => verbOf(context, one).head === at);
    if (clause !== undefined && verbOf(context, clause).voice === 'active' && clause.role !== 'participial') {
      found.push(...agentsOf(context, clause));
      continue;
    }
    const isBy = /^\W*(?:by|of|from|through)\b/.test(doc.text.slice(token.end, token.end + 12));
    found.push(
      ...(isBy
        ? within(doc.actors, { start: token.end, end: Math.min(sentence.end, token.end + 40) }).slice(0, 2)
        : within(doc.actors, { start: Math.max(sentence.start, token.start - 30), end: token.end }).slice(-1)),
    );
  }
  return actorSlots(found).map((slot) => ({
    ...slot,
    value: { ...slot.value, code: isCountryCode(slot.value.code) ? countryOf(slot.value.code) : slot.value.code },
  }));
}

/** Named by "between"; else those who agree; else the two countries of the report that did not mediate. */
function partiesOf(
  context: CodeContext,
  sentence: Sentence,
  phrase: NounPhrase,
  mediators: readonly Slot<ActorRef>[],
  declaredBy: readonly Slot<ActorRef>[],
  isRecalledOnly: boolean,
): Slot<ActorRef>[] {
  const { doc } = context;
  const between = doc.text.slice(phrase.end, sentence.end).search(/\bbetween\b/i);
  const asParty = (actors: readonly ActorMention[]): Slot<ActorRef>[] => {
    const seen = new Set<string>();
    return actorSlots(actors.filter((actor) => sideOf(actor) !== undefined))
      .map((slot) => ({
        ...slot,
        value: {
          ...slot.value,
          code:
            isCountryCode(slot.value.code) && slot.value.code.endsWith('GOV')
              ? countryOf(slot.value.code)
              : slot.value.code,
        },
      }))
      .filter(
        ({ value }) =>
          !seen.has(value.code) &&
          seen.add(value.code) &&
          !mediators.some((mediator) => mediator.value.code === value.code),
      );
  };
  if (between >= 0 && between < 60 && !doc.text.slice(phrase.end, phrase.end + between).includes(',')) {
    const named = asParty(membersAfter(context, { start: phrase.end + between, end: sentence.end }));
    if (named.length > 1 || (named.length === 1 && RIVALS.test(doc.text.slice(phrase.end, phrase.end + between + 60))))
      return named;
  }
  const agreeing = clausesIn(context, phrase)
    .filter((clause) => /^(?:agreed|in force)$/.test(stageDone(verbOf(context, clause).lemma) ?? ''))
    .flatMap((clause) => agentsOf(context, clause));
  const agreed = asParty(agreeing);
  if (agreed.length > 1) return agreed;
  const isOneSided =
    / (?:unilateral|unilaterally|one-sided) /.test(wordsIn(context, sentence)) ||
    declaredBy.some(({ value }) => / (?:REB|SEP)\b/.test(value.code));
  if (isOneSided && declaredBy.length > 0) return [...declaredBy];
  // "rival factions" are named, or stay unnamed: they are not the two states of the report
  if (
    / (?:factions|groups|clans|tribes|militias|gangs) /.test(
      wordsIn(context, { start: phrase.end, end: Math.min(sentence.end, phrase.end + 90) }),
    )
  )
    return [];
  return isRecalledOnly ? [] : partiesOfReport(context, phrase, mediators);
}

const RIVALS = /\b(?:rival|warring|feuding|factions|groups|clans|militias)\b/i;

/** The actors of "between A and B", up to the next comma; nobody who only owns one of them. */
function membersAfter({ doc }: CodeContext, { start, end }: Span): ActorMention[] {
  const comma = doc.text.indexOf(',', start);
  const to = Math.min(
    end,
    start + 140,
    comma < 0 || /^, [^,]{2,40} and /.test(doc.text.slice(comma, comma + 60)) ? end : comma,
  );
  return within(doc.actors, { start, end: to })
    .filter((actor) => !(actor.type === 'person' && /^['’]s? /.test(doc.text.slice(actor.end, actor.end + 3))))
    .slice(0, 3);
}

/** The two sides that the report sets against each other; a mediator is none of them. */
function partiesOfReport(
  context: CodeContext,
  phrase: NounPhrase,
  mediators: readonly Slot<ActorRef>[],
): Slot<ActorRef>[] {
  const taken = new Set(mediators.map(({ value }) => value.code));
  const pair = context.adversaries.find((sides) => !sides.some((side) => taken.has(sideRef(context, side).code)));
  return (pair ?? []).map((side) =>
    inferred(sideRef(context, side), 'the-parties-of-the-report', phraseSpan(phrase), side),
  );
}

/** Who declares, extends or ends it. */
function declarersOf(context: CodeContext, { stage, clause }: FoundStage): Slot<ActorRef>[] {
  if (clause === undefined || !/^(?:declared|extended|broken off)$/.test(stage)) return [];
  return actorSlots(
    agentsOf(context, clause).filter((actor) => sideOf(actor) !== undefined || actor.type === 'organisation'),
  );
}

/** "no document was signed" is a fact about the truce. */
function documentOf({ doc }: CodeContext, sentence: Sentence): Slot<'signed' | 'none signed'> | undefined {
  for (
    let index = indexAt(doc.sentences, sentence.start);
    index < Math.min(doc.sentences.length, indexAt(doc.sentences, sentence.start) + 2);
    index++
  ) {
    const { start, end } = doc.sentences[index]!;
    const found =
      /\bno (?:\w+ )?(?:document|paper|text)s? (?:was|were|is|are|has been|had been|have been|would be|will be)? ?(?:to be )?signed\b|\bwithout (?:signing )?(?:any|a) (?:signed )?document\b/i.exec(
        doc.text.slice(start, end),
      );
    if (found !== null)
      return said('none signed', { start: start + found.index, end: start + found.index + found[0].length });
  }
  return undefined;
}
