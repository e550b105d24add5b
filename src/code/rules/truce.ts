/**
 * Truces: agreed, declared, in force from when, through whose mediation, extended, broken off. A wish for a truce, or
 * a call to keep one, is a statement and makes no agreement.
 */
import type { ActorMention, NounPhrase, Sentence, TimeMention } from '../../model/doc.ts';
import type { ActorRef, AgreementRecord, AgreementStage, Slot } from '../../model/record.ts';
import { contains, cover, indexAt, type Span } from '../../model/span.ts';
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
import { IN_FORCE, MEDIATION, stageOfVerb, TRUCE_NOUNS, WISHED } from '../support/truce-words.ts';
import { standingOf } from '../support/voices.ts';

export const truce: Rule = ({ context }) => {
  const drafts: Draft<AgreementRecord>[] = [];
  const seen = new Set<number>();
  for (const [index, phrase] of context.doc.phrases.entries()) {
    if (!TRUCE_NOUNS.has(context.doc.tokens[phrase.head]!.lemma) || seen.has(phrase.sentence)) continue;
    const draft = draftOf(context, phrase, index);
    if (draft === undefined) continue;
    seen.add(phrase.sentence);
    drafts.push(draft);
  }
  return drafts;
};

/** What a sentence says of the truce that it names. */
function draftOf(context: CodeContext, phrase: NounPhrase, index: number): Draft<AgreementRecord> | undefined {
  const { doc } = context;
  const sentence = doc.sentences[phrase.sentence]!;
  const effective = effectiveOf(context, sentence, phrase);
  const stage = stageOf(context, sentence, phrase, effective);
  if (stage === undefined) return undefined;
  const mediators = mediatorsOf(context, sentence);
  const parties = partiesOf(context, sentence, phrase, mediators);
  if (parties.length === 0 && effective === undefined) return undefined;
  const clause = clausesIn(context, phrase).find((one) => contains(one, phrase));
  const { attribution, factuality, factbank } = standingOf(context, phrase, clause);
  const evidence = cover([phrase, ...(effective === undefined ? [] : [effective])]);
  return present({
    kind: 'agreement' as const,
    rule: 'truce',
    spans: [phraseSpan(phrase), evidence, agreementHead(context, phrase, index)].filter((span) => span !== undefined),
    attribution,
    factuality: stage.stage === 'proposed' ? ('requested' as const) : factuality,
    factbank,
    places: [],
    plover: {
      event: stage.stage === 'declared' ? ('CONCEDE' as const) : ('AGREE' as const),
      mode: [],
      context: ['military', 'diplomatic'],
      quad: 'VC' as const,
    },
    class: said('ceasefire' as const, doc.tokens[phrase.head]!),
    stage: said(stage.stage, stage.span),
    parties,
    mediators,
    guarantors: [],
    declaredBy: stage.stage === 'declared' ? declarersOf(context, phrase) : [],
    document: documentOf(context, sentence),
    effectiveFrom: effective === undefined ? undefined : said(effective.value.split('/')[0]!, effective),
    effective: effective === undefined ? undefined : timeSlot(effective),
    time: effective === undefined ? undefined : timeSlot(effective),
    terms: [],
    restsOn: [],
  });
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
  /\b(?:from|since|at|as of|starting|beginning|effective|until|on|effect|force|observed|after)\W*(?:the|about|approximately)?\W*$/i;

/** The moment from which it holds: a time of the sentence that a word like "from" or "took effect at" leads in. */
function effectiveOf(context: CodeContext, sentence: Sentence, phrase: NounPhrase): TimeMention | undefined {
  const { doc } = context;
  const words = wordsIn(context, sentence);
  const times = timesIn(context, sentence).filter(
    ({ type, value }) => (type === 'TIME' || type === 'DATE') && /^\d{4}-\d\d-\d\d/.test(value),
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

function stageOf(
  context: CodeContext,
  sentence: Sentence,
  phrase: NounPhrase,
  effective: TimeMention | undefined,
): { stage: AgreementStage; span: Span } | undefined {
  const { doc } = context;
  const words = wordsIn(context, sentence);
  const verbs = clausesIn(context, phrase)
    .map((clause) => verbOf(context, clause))
    .filter(({ form, head }) => form !== 'infinitive' || Math.abs(head - phrase.head) < 6)
    .toSorted((a, b) => Math.abs(a.head - phrase.head) - Math.abs(b.head - phrase.head));
  const near = verbs.find(({ lemma, head }) => stageOfVerb(lemma) !== undefined && Math.abs(head - phrase.head) <= 12);
  const inForce = IN_FORCE.exec(words);
  if (inForce !== null) return { stage: 'in force', span: effective ?? phraseSpan(phrase) };
  const before = wordsIn(context, { start: Math.max(sentence.start, phrase.start - 60), end: phrase.end });
  if (near === undefined)
    return effective !== undefined && !WISHED.test(before) ? { stage: 'agreed', span: effective } : undefined;
  if (WISHED.test(before) || near.modal !== undefined) return undefined;
  const stage = near.negated ? undefined : stageOfVerb(near.lemma)!;
  return stage === undefined || stage === 'proposed'
    ? undefined
    : { stage, span: doc.verbs.includes(near) ? { start: near.start, end: near.end } : phraseSpan(phrase) };
}

/** "with X mediation", "X-brokered", "mediated by X": actors on either side of the word, in the same phrase or the next. */
function mediatorsOf(context: CodeContext, sentence: Sentence): Slot<ActorRef>[] {
  const { doc } = context;
  const tokens = doc.tokens.slice(sentence.first, sentence.last + 1).filter(({ lower }) => MEDIATION.test(lower));
  const found = tokens.flatMap((token) => {
    const before = within(doc.actors, { start: Math.max(sentence.start, token.start - 30), end: token.end });
    const after = within(doc.actors, { start: token.end, end: Math.min(sentence.end, token.end + 40) });
    const isBy = /^\W*(?:by|of|from|through)\b/.test(doc.text.slice(token.end, token.end + 12));
    return isBy ? after.slice(0, 2) : before.slice(-1);
  });
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
  if (between >= 0 && between < 40) {
    const named = asParty(
      within(doc.actors, {
        start: phrase.end + between,
        end: Math.min(sentence.end, phrase.end + between + 120),
      }).slice(0, 3),
    );
    if (named.length > 1) return named;
  }
  const agreeing = clausesIn(context, phrase)
    .filter((clause) => stageOfVerb(verbOf(context, clause).lemma) === 'agreed')
    .flatMap((clause) => agentsOf(context, clause));
  const agreed = asParty(agreeing);
  if (agreed.length > 1) return agreed;
  return partiesOfReport(context, phrase, mediators);
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

const declarersOf = (context: CodeContext, phrase: NounPhrase): Slot<ActorRef>[] =>
  actorSlots(
    clausesIn(context, phrase)
      .filter((clause) => stageOfVerb(verbOf(context, clause).lemma) === 'declared')
      .flatMap((clause) => agentsOf(context, clause)),
  );

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
