/** Tolls: who says how many of whose people were killed, wounded, captured or are missing. */
import type { ActorMention, Clause, QuantityMention, Sentence, StatementMention } from '../../model/doc.ts';
import type { ActorRef, Count, Slot, TollRecord, Voice } from '../../model/record.ts';
import { contains, type Span } from '../../model/span.ts';
import type { Rule } from '../rule.ts';
import {
  agentsOf,
  clausesIn,
  countryOf,
  isCountryCode,
  sentenceOf,
  verbOf,
  within,
  type CodeContext,
} from '../support/context.ts';
import { inferred, present, said, type Draft } from '../support/draft.ts';
import { actorSlot } from '../support/slots.ts';
import { standingOf } from '../support/voices.ts';
import { isRecalled, timeOf, timeSlotOf } from '../support/when.ts';

type Fate = 'killed' | 'wounded' | 'captured' | 'missing' | 'killedOrMissing';

const FATES: readonly (readonly [Fate, RegExp])[] = [
  ['killedOrMissing', /\b(?:dead|killed|died) (?:or|and) (?:went |gone )?missing\b/i],
  [
    'killed',
    /\b(?:killed|dead|died|die|deaths?|fatalities|slain|lost their lives|killing|kills|claimed the lives|lives)\b/i,
  ],
  ['wounded', /\b(?:wounded|injured|hurt|injuries|wounding|injuring|wounds)\b/i],
  ['captured', /\b(?:captured|prisoners?(?: of war)?|taken prisoner|captives|taken captive|seized)\b/i],
  ['missing', /\b(?:missing|unaccounted for|disappeared)\b/i],
];

/** Cheap look before the patterns: what one of them could match, with other words around it or cut off. */
const GATE = new RegExp(FATES.map(([, { source }]) => source.replaceAll('\\b', '')).join('|'), 'i');

export const toll: Rule = ({ context }) => {
  const { doc } = context;
  const drafts: Draft<TollRecord>[] = [];
  for (const sentence of doc.sentences) {
    if (within(doc.quantities, sentence).length === 0 || !GATE.test(doc.text.slice(sentence.start, sentence.end)))
      continue;
    const counts = countsOf(context, sentence);
    if (counts.length > 0) drafts.push(draftOf(context, sentence, counts, drafts));
  }
  return withSides(drafts);
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
  let isSplit = false;
  for (const quantity of within(doc.quantities, sentence)) {
    // "forty-two of the dead … and eight in the border guard": the rest of the sentence splits the same toll
    isSplit ||= isPart(doc.text, quantity, sentence) && found.length === 0;
    if (isSplit || !isOfPeople(quantity) || isPart(doc.text, quantity, sentence)) continue;
    const fate = fateNear(doc.text, quantity, sentence);
    if (fate !== undefined && !found.some((other) => other.fate === fate.fate)) found.push({ quantity, ...fate });
  }
  return found;
}

const THINGS =
  /^(?:times?|years?|days?|weeks?|months?|hours?|percent|per cent|kilomet\w+|km|miles?|met(?:re|er)s?|houses?|homes?|buildings?|vehicles?|tanks?|shells?|rockets?|missiles?|places?|villages?|towns?|dollars?|points?|rounds?|aircraft|planes?|drones?|votes?|seats?|countries|bodies of)$/;
const isOfPeople = ({ unit }: QuantityMention): boolean => unit === undefined || !THINGS.test(unit);

/** "forty-two of the dead", "how many of the 30", ", 42 of the army and eight …": a part of a toll is no toll of its own. */
function isPart(text: string, { start, end }: QuantityMention, sentence: Sentence): boolean {
  const before = text.slice(Math.max(sentence.start, start - 24), start);
  const after = text.slice(Math.max(start, end - 16), Math.min(sentence.end, end + 24));
  return (
    /\bof (?:the|those|these|its|their) (?:dead|killed|victims|fallen|casualties|wounded|missing|\d)|^\W*(?:\S+ )?of (?:them|those|whom)\b/i.test(
      after,
    ) ||
    /\b(?:of the|how many of(?: the)?|among the|including|of whom)\s+$/i.test(before) ||
    (/[,;(]\s*$|\band\s+$/.test(before) &&
      /^\S*\s*of the (?:army|border|police|navy|air|state|ministry|national)/i.test(
        text.slice(start, start + 60).replace(/^[\w-]+\s/, ''),
      ))
  );
}

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

function draftOf(
  context: CodeContext,
  sentence: Sentence,
  counts: readonly Counted[],
  before: readonly Draft<TollRecord>[],
): Draft<TollRecord> {
  const { doc } = context;
  const first = counts[0]!;
  const clause = clausesIn(context, sentence).find((one) => contains(one, first.word));
  const { attribution, factuality, factbank, statement } = standingOf(context, first.quantity, clause);
  const speaker = statement === undefined ? undefined : doc.statements[statement];
  const giver = giverOf(context, clause);
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
    counter: counterOf(speaker, giver, attribution),
    side:
      sideOf(context, counts, attribution.find(({ role }) => role === 'speaker')?.code) ??
      sideOfGiver(giver) ??
      sideBefore(first, speaker, before),
    who:
      first.quantity.unit === undefined || /^(?:dead|deaths?|lives|fatalities|casualties)$/.test(first.quantity.unit)
        ? undefined
        : said(first.quantity.unit, first.quantity.unitSpan!),
    period: timeSlotOf(time),
  });
}

/** Who gives the number: the speaker, the country that counts, or whoever the sentence names as its source. */
function counterOf(
  mention: StatementMention | undefined,
  giver: ActorMention | undefined,
  attribution: readonly Voice[],
): Slot<ActorRef> | undefined {
  if (mention?.speaker !== undefined)
    return said({ code: mention.speaker.code, name: mention.speaker.name }, ...mention.source);
  const voice = attribution.find(({ role, code }) => role === 'speaker' && code !== undefined);
  if (voice?.code !== undefined) return said({ code: voice.code, name: voice.name }, ...voice.spans);
  return giver && actorSlot(giver);
}

const GIVES: ReadonlySet<string> = new Set('count lose mourn acknowledge admit bury'.split(' '));

/** "X counts 49 dead", "X has lost 105 soldiers": who counts its own. */
function giverOf(context: CodeContext, clause: Clause | undefined): ActorMention | undefined {
  if (clause === undefined || !GIVES.has(verbOf(context, clause).lemma)) return undefined;
  return agentsOf(context, clause).find(
    ({ code, type }) => isCountryCode(code) && (type === 'country' || type === 'organisation'),
  );
}

const sideOfGiver = (giver: ActorMention | undefined): Slot<ActorRef> | undefined =>
  giver === undefined
    ? undefined
    : inferred({ code: countryOf(giver.code), name: giver.name }, 'losses-of-who-counts', giver);

/** "he had spoken of at least 40 dead": the losses of the toll that the same voice gave before. */
function sideBefore(
  { word }: Counted,
  speaker: StatementMention | undefined,
  before: readonly Draft<TollRecord>[],
): Slot<ActorRef> | undefined {
  if (speaker?.speaker === undefined) return undefined;
  const own = countryOf(speaker.speaker.code);
  const last = before.findLast(
    ({ side, counter }) => side !== undefined && counter !== undefined && countryOf(counter.value.code) === own,
  );
  return last?.side === undefined
    ? undefined
    : inferred(last.side.value, 'side-of-the-toll-before', word, ...last.side.spans);
}

const FATE_SLOTS = ['killed', 'wounded', 'captured', 'missing', 'killedOrMissing'] as const;

/** A toll without a side takes that of another toll of the report with the same number. */
function withSides(drafts: readonly Draft<TollRecord>[]): Draft<TollRecord>[] {
  const known = drafts.filter(({ side }) => side !== undefined);
  return drafts.map((draft) => {
    if (draft.side !== undefined) return draft;
    const same = known.find((other) => FATE_SLOTS.some((fate) => isSame(draft[fate], other[fate])));
    return same === undefined
      ? draft
      : {
          ...draft,
          side: inferred(same.side!.value, 'same-number-in-the-report', draft.spans[0]!, ...same.side!.spans),
        };
  });
}

const isSame = (a: Slot<Count> | undefined, b: Slot<Count> | undefined): boolean =>
  a !== undefined && b !== undefined && (a.value.best ?? a.value.low) === (b.value.best ?? b.value.low);

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
    const ahead = actorAhead(context, quantity);
    if (ahead !== undefined) return actorSlot(sideActor(ahead));
    const own =
      /\b(?:its|our|their) (?:\w+ ){0,2}(?:soldiers|servicemen|troops|personnel|military|army|fighters|men|citizens|forces|side|own|losses)\b/i.exec(
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

/** "put the number of X's soldiers killed at 49": those of whom the sentence speaks right before the number. */
function actorAhead({ doc }: CodeContext, { start }: QuantityMention): ActorMention | undefined {
  const before =
    /([^.;,]{3,60}) (?:killed|dead|wounded|injured|captured|missing) (?:at|to|had reached|reached|is|was|stands at|rose to)\s+$/i.exec(
      doc.text.slice(Math.max(0, start - 80), start),
    );
  if (before === null) return undefined;
  return within(doc.actors, { start: start - before[0].length, end: start }).findLast(({ code }) =>
    isCountryCode(code),
  );
}

const sideActor = (actor: ActorMention): ActorMention =>
  isCountryCode(actor.code) ? { ...actor, code: countryOf(actor.code) } : actor;
