/**
 * Truces: agreed, declared, in force from when, through whose mediation, extended, broken off. A wish for a truce, or
 * a call to keep one, is a statement and makes no agreement.
 */
import type { Clause, InstrumentMention, NounPhrase, PlaceMention, Sentence, TimeMention } from '../../model/doc.ts';
import type { ActorRef, AgreementRecord, Slot, TimeRef } from '../../model/record.ts';
import { contains, cover, indexAt, overlaps, type Span } from '../../model/span.ts';
import type { Rule } from '../rule.ts';
import {
  agentPhrases,
  agentsOf,
  clausesIn,
  countryOf,
  placesIn,
  timesIn,
  verbOf,
  wordsIn,
  type CodeContext,
} from '../support/context.ts';
import { inferred, present, said, type Draft } from '../support/draft.ts';
import { isNoInstrument } from '../support/no-instrument.ts';
import { actorSlots, placeSlot, timeSlot } from '../support/slots.ts';
import { isDeniedByCue } from '../support/reality.ts';
import { sideOf } from '../support/adversaries.ts';
import { mediatorsOf, partiesOf } from '../support/truce-parties.ts';
import { stageOf, type FoundStage } from '../support/truce-stage.ts';
import { FIGURATIVE, IN_FORCE, isHalt, MEDIATION, TRUCE_NOUNS } from '../support/truce-words.ts';
import { standingOf, type Standing } from '../support/voices.ts';
import { isRecalled, timeOf, timeSlotOf } from '../support/when.ts';
import { instrumentId } from './instrument.ts';
import type { Factuality } from '../../model/vocabulary.ts';

export const truce: Rule = ({ context }) => {
  if (context.isSport) return [];
  const drafts: Draft<AgreementRecord>[] = [];
  const seen = new Set<number>();
  const { phrases } = context.doc;
  for (let index = 0; index < phrases.length; index++) {
    const phrase = phrases[index]!;
    const isTruce = isTruceNoun(context, phrase);
    if (seen.has(phrase.sentence) || (!isTruce && !standsForTruce(context, phrase))) continue;
    const draft = draftOf(context, phrase, index, isTruce);
    if (draft === undefined) continue;
    seen.add(phrase.sentence);
    drafts.push(draft);
  }
  return withGrounds(context, drafts);
};

function isTruceNoun({ doc }: CodeContext, phrase: NounPhrase): boolean {
  const { head, start, end } = phrase;
  const { lemma } = doc.tokens[head]!;
  if (!TRUCE_NOUNS.has(lemma) && !isHalt(lemma, doc.text, phrase)) return false;
  return (
    !FIGURATIVE.test(doc.text.slice(start, end)) &&
    !OF_KIN.test(doc.text.slice(Math.max(0, start - OWNER_REACH), start)) &&
    !/^\W{0,2}\s*(?:line|talks|violations?|breach)/i.test(doc.text.slice(end, end + 12))
  );
}

/** "the family's fragile truce" */
const OF_KIN = /\b(?:family|families|couple|sisters?|brothers?|parents|neighbou?rs?)['’]s? $/i;
const OWNER_REACH = 16;

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
  if (isTermOfInstrument(context, found) || isDeniedByCue(context, phrase)) return undefined;
  const mediators = mediatorsOf(context, sentence);
  const declaredBy = declarersOf(context, found);
  const parties = partiesOf(context, sentence, phrase, mediators, declaredBy, stage === 'recalled');
  const dated = effective ?? datedIn(context, phrase);
  const ended = isOver ? timeOf(context, found.span, found.clause) : undefined;
  if (parties.length + mediators.length === 0 && dated === undefined && ended === undefined) return undefined;
  const clause = found.clause ?? clausesIn(context, phrase).find((one) => contains(one, phrase));
  const standing = tellingOf(context, phrase, found, clause);
  const isOld =
    stage === 'recalled' ||
    isByResolution(context, found) ||
    (isRecalled(context, ended ?? dated ?? datedBehind(context, phrase)) && !isStill(context, found));
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
    places: placesOf(context, phrase).map(placeSlot),
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

/** "a ceasefire in Homs": where it holds, in the words right behind it; a country is no limit. */
function placesOf(context: CodeContext, { end }: NounPhrase): PlaceMention[] {
  const { text } = context.doc;
  const lead =
    /^ (?:in|at|around|near|for|covering) (?:the )?(?:\w+ )?(?:(?:city|town|province|region|area|district) of )?/.exec(
      text.slice(end, end + 60),
    );
  if (lead === null) return [];
  const first = placesIn(context, { start: end, end: end + lead[0].length + 40 }).find(
    (place) => place.start <= end + lead[0].length,
  );
  return first === undefined || first.feature?.startsWith('PCL') === true ? [] : [first];
}

/** "A and B agreed on a truce": what the deed itself says is told by whoever tells of the deed. */
function tellingOf(
  context: CodeContext,
  phrase: NounPhrase,
  { clause: own }: FoundStage,
  clause: Clause | undefined,
): Standing {
  const standing = standingOf(context, phrase, clause);
  const { doc } = context;
  const mention = standing.statement === undefined ? undefined : doc.statements[standing.statement];
  const deed = own === undefined ? undefined : verbOf(context, own);
  if (mention === undefined || deed === undefined || !mention.cue.some((cue) => overlaps(cue, deed))) return standing;
  const outer = standing.attribution.filter(
    ({ role, spans }) =>
      role === 'outlet' || !spans.some((span) => mention.source.some((source) => overlaps(source, span))),
  );
  return { ...standing, attribution: outer };
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

/** "the resolution which brokered a truce": that lies behind the resolution. */
function isByResolution({ doc }: CodeContext, { clause }: FoundStage): boolean {
  if (clause?.role !== 'relative' || clause.antecedent === undefined) return false;
  const antecedent = doc.phrases[clause.antecedent]!;
  const mention = doc.instruments[indexAt(doc.instruments, antecedent.start)];
  return mention?.class === 'resolution' && overlaps(mention, antecedent);
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

/** "the war ended in an X-brokered ceasefire on August 14": the day right behind a truce. */
const datedBehind = (context: CodeContext, { end }: NounPhrase): TimeMention | undefined =>
  timesIn(context, { start: end, end: end + DATE_REACH }).find(
    ({ value, start }) => /^\d{4}/.test(value) && /^ (?:on|of|in) $/.test(context.doc.text.slice(end, start)),
  );

/** Code units behind a truce in which its date ends. */
const DATE_REACH = 32;

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
  if (voice?.code === undefined || clause === undefined || clause.role === 'relative') return [];
  if (stage !== 'agreed' && stage !== 'in force') return [];
  if (/ (?:JRN|CVL|MED|EDU|BUS)\b/.test(voice.code)) return [];
  const isOwn = parties.some(({ value }) => countryOf(value.code) === countryOf(voice.code!));
  return isOwn ? [inferred({ code: voice.code, name: voice.name }, 'party-that-announces-it', ...voice.spans)] : [];
}

const RESTS =
  /\b(?:in accordance with|in line with|under|based on|on the basis of|as laid down in|pursuant to|provided for by|as provided by)\b/i;

/** A sentence that ties the truce to earlier instruments: the report's one truce rests on them. */
function withGrounds(context: CodeContext, drafts: readonly Draft<AgreementRecord>[]): Draft<AgreementRecord>[] {
  const { doc } = context;
  const standing = new Set(
    drafts.filter(
      ({ stage, factuality }) =>
        stage?.value !== 'broken off' && stage?.value !== 'recalled' && factuality !== 'recalled',
    ),
  );
  const starts = new Set(
    [...standing].flatMap(({ effectiveFrom }) =>
      effectiveFrom === undefined ? [] : [effectiveFrom.value.slice(0, 10)],
    ),
  );
  if (standing.size === 0 || starts.size > 1) return [...drafts];
  const grounds = doc.instruments.filter((mention) => isGround(context, mention) && !isNoInstrument(context, mention));
  if (grounds.length === 0) return [...drafts];
  const ids = [...new Set(grounds.slice(0, MOST_GROUNDS).map((mention) => instrumentId(doc, mention)))];
  return drafts.map((draft) => (standing.has(draft) ? { ...draft, restsOn: ids } : draft));
}

/** Mentions that one truce rests on: every sentence of a text may name it and them anew. */
const MOST_GROUNDS = 64;

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
  /\b(?:from|since|at|for|as of|starting|beginning|effective|on|effect|force|observed|after)\W*(?:the|about|approximately)?\W*$/i;

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

/** Who declares, extends or ends it. */
function declarersOf(context: CodeContext, { stage, clause }: FoundStage): Slot<ActorRef>[] {
  if (clause === undefined || !/^(?:declared|extended|broken off)$/.test(stage)) return [];
  const named = agentsOf(context, clause).filter(
    (actor) => sideOf(actor) !== undefined || actor.type === 'organisation',
  );
  return named.length > 0 ? actorSlots(named) : groupMeant(context, clause);
}

const GROUP: ReadonlySet<string> = new Set(['group', 'movement', 'militia', 'guerrilla', 'rebel', 'faction']);

/** "the group called off its truce": the only armed group that the report has named so far. */
function groupMeant(context: CodeContext, clause: Clause): Slot<ActorRef>[] {
  const { doc } = context;
  const phrase = agentPhrases(context, clause)
    .map((index) => doc.phrases[index]!)
    .find(({ head }) => GROUP.has(doc.tokens[head]!.lemma));
  if (phrase === undefined) return [];
  const armed = doc.actors.filter(
    ({ end, code, type }) => end <= phrase.start && / REB\b/.test(code) && type === 'organisation',
  );
  const last = armed.at(-1);
  if (last === undefined || armed.some(({ code, name }) => code !== last.code || name !== last.name)) return [];
  return [inferred({ code: last.code, name: last.name }, 'the-group-of-the-report', phraseSpan(phrase), last)];
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
