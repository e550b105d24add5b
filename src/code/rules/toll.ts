/** Tolls: who says how many of whose people were killed, wounded, captured or are missing. */
import type { ActorMention, QuantityMention, Sentence } from '../../model/doc.ts';
import type { ActorRef, Count, Slot, TollRecord } from '../../model/record.ts';
import { contains, type Span } from '../../model/span.ts';
import type { Rule } from '../rule.ts';
import { clausesIn, countryOf, isCountryCode, sentenceOf, within, type CodeContext } from '../support/context.ts';
import { inferred, present, said, type Draft } from '../support/draft.ts';
import { actorSlot } from '../support/slots.ts';
import { standingOf } from '../support/voices.ts';
import { isRecalled, timeOf, timeSlotOf } from '../support/when.ts';

type Fate = 'killed' | 'wounded' | 'captured' | 'missing' | 'killedOrMissing';

const FATES: readonly (readonly [Fate, RegExp])[] = [
  ['killedOrMissing', /\b(?:dead|killed|died) or missing\b/i],
  [
    'killed',
    /\b(?:killed|dead|died|die|deaths?|fatalities|slain|lost their lives|killing|kills|claimed the lives|lives)\b/i,
  ],
  ['wounded', /\b(?:wounded|injured|hurt|injuries|wounding|injuring|wounds)\b/i],
  ['captured', /\b(?:captured|prisoners?(?: of war)?|taken prisoner|captives|taken captive|seized)\b/i],
  ['missing', /\b(?:missing|unaccounted for|disappeared)\b/i],
];

export const toll: Rule = ({ context }) => {
  const drafts: Draft<TollRecord>[] = [];
  for (const sentence of context.doc.sentences) {
    const counts = countsOf(context, sentence);
    if (counts.length > 0) drafts.push(draftOf(context, sentence, counts));
  }
  return drafts;
};

interface Counted {
  readonly fate: Fate;
  readonly quantity: QuantityMention;
  readonly word: Span;
}

/** How far, in code units, the word of fate may stand from the number. */
const REACH_AFTER = 90;
const REACH_BEFORE = 40;

/** Each quantity of people with the nearest word that tells what became of them; one number a fate. */
function countsOf(context: CodeContext, sentence: Sentence): Counted[] {
  const { doc } = context;
  const found: Counted[] = [];
  for (const quantity of within(doc.quantities, sentence)) {
    if (!isOfPeople(quantity)) continue;
    const fate = fateNear(doc.text, quantity, sentence);
    if (fate !== undefined && !found.some((other) => other.fate === fate.fate)) found.push({ quantity, ...fate });
  }
  return found;
}

const THINGS =
  /^(?:times?|years?|days?|weeks?|months?|hours?|percent|per cent|kilomet\w+|km|miles?|met(?:re|er)s?|houses?|homes?|buildings?|vehicles?|tanks?|shells?|rockets?|missiles?|places?|villages?|towns?|dollars?|points?|rounds?|aircraft|planes?|drones?|votes?|seats?|countries|bodies of)$/;
const isOfPeople = ({ unit }: QuantityMention): boolean => unit === undefined || !THINGS.test(unit);

function fateNear(text: string, quantity: QuantityMention, sentence: Sentence): { fate: Fate; word: Span } | undefined {
  const own = text.slice(quantity.start, Math.min(sentence.end, quantity.end + REACH_AFTER)).split(/[;]/)[0]!;
  const from = Math.max(sentence.start, quantity.start - REACH_BEFORE);
  const before = text.slice(from, quantity.start);
  let best: { fate: Fate; word: Span; distance: number } | undefined;
  for (const [fate, pattern] of FATES) {
    const after = pattern.exec(own);
    const ahead = pattern.exec(before);
    const candidates = [
      after === null
        ? undefined
        : {
            at: quantity.start + after.index,
            length: after[0].length,
            distance: Math.max(0, quantity.start + after.index - quantity.end),
          },
      ahead === null || !/^(?:killed|killing|kills|wounded|wounding|injured|injuring|captured|dead)/i.test(ahead[0])
        ? undefined
        : { at: from + ahead.index, length: ahead[0].length, distance: quantity.start - from - ahead.index + 6 },
    ];
    for (const candidate of candidates) {
      if (candidate !== undefined && (best === undefined || candidate.distance < best.distance))
        best = {
          fate,
          word: { start: candidate.at, end: candidate.at + candidate.length },
          distance: candidate.distance,
        };
    }
    if (fate === 'killedOrMissing' && best !== undefined) break;
  }
  return best;
}

function draftOf(context: CodeContext, sentence: Sentence, counts: readonly Counted[]): Draft<TollRecord> {
  const { doc } = context;
  const first = counts[0]!;
  const clause = clausesIn(context, sentence).find((one) => contains(one, first.word));
  const { attribution, factuality, factbank, statement } = standingOf(context, first.quantity, clause);
  const speaker = statement === undefined ? undefined : doc.statements[statement];
  const time = timeOf(context, first.word, clause);
  const slots = Object.fromEntries(
    counts.map(({ fate, quantity, word }) => [fate, said(countOf(quantity), quantity, word)]),
  ) as Partial<Record<Fate, Slot<Count>>>;
  return present({
    kind: 'toll' as const,
    rule: 'toll',
    spans: [first.quantity, ...counts.map(({ word }) => word)].map(({ start, end }) => ({ start, end })),
    attribution,
    factuality: isRecalled(context, time) ? ('recalled' as const) : factuality,
    factbank,
    places: [],
    ...slots,
    counter:
      speaker?.speaker === undefined
        ? undefined
        : said({ code: speaker.speaker.code, name: speaker.speaker.name }, ...speaker.source),
    side: sideOf(context, counts, speaker?.speaker?.code),
    who: first.quantity.unit === undefined ? undefined : said(first.quantity.unit, first.quantity.unitSpan!),
    period: timeSlotOf(time),
  });
}

const countOf = ({ low, best, high }: QuantityMention): Count => ({
  ...(low !== undefined && { low }),
  ...(best !== undefined && { best }),
  ...(high !== undefined && { high }),
});

/** Whose losses: the actor inside the counted phrase, its neighbour ("of its servicemen" is the speaker's), else unknown. */
function sideOf(
  context: CodeContext,
  counts: readonly Counted[],
  speaker: string | undefined,
): Slot<ActorRef> | undefined {
  const { doc } = context;
  for (const { quantity, word } of counts) {
    const inside = within(doc.actors, { start: quantity.start, end: Math.max(quantity.end, word.end) }).find(
      ({ code }) => isCountryCode(code) || /REB|SEP|INS/.test(code),
    );
    if (inside !== undefined) return actorSlot(sideActor(inside));
    const own =
      /\b(?:its|our|their) (?:\w+ ){0,2}(?:soldiers|servicemen|troops|personnel|military|army|fighters|men|citizens|forces)\b/i.exec(
        doc.text.slice(quantity.start, sentenceOf(context, quantity).end),
      );
    if (own !== null && speaker !== undefined)
      return inferred({ code: countryOf(speaker), name: countryOf(speaker) }, 'own-losses-of-the-speaker', {
        start: quantity.start + own.index,
        end: quantity.start + own.index + own[0].length,
      });
  }
  return undefined;
}

const sideActor = (actor: ActorMention): ActorMention =>
  isCountryCode(actor.code) ? { ...actor, code: countryOf(actor.code) } : actor;
