/** Between whom a truce is, and who helped to reach it: named, agreeing, or the sides that the report sets against each other. */
import type { ActorMention, Clause, NounPhrase, Sentence } from '../../model/doc.ts';
import type { ActorRef, Slot } from '../../model/record.ts';
import type { Span } from '../../model/span.ts';
import { sideOf } from './adversaries.ts';
import { agentsOf, clausesIn, countryOf, isCountryCode, verbOf, within, wordsIn, type CodeContext } from './context.ts';
import { inferred } from './draft.ts';
import { actorSlots, sideRef } from './slots.ts';
import { MEDIATION, stageDone } from './truce-words.ts';

/** "with X mediation", "X-brokered", "mediated by X": actors on either side of the word, in the same phrase or the next. */
export function mediatorsOf(context: CodeContext, sentence: Sentence): Slot<ActorRef>[] {
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
export function partiesOf(
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
  const withPartner = asParty(partnersOf(context, phrase, sentence));
  if (withPartner.length > 1) return withPartner;
  const agreeing = clausesIn(context, phrase)
    .filter((clause) => holds(context, clause, phrase))
    .flatMap((clause) => [clause, ...(isRecalledOnly ? [] : ruling(context, clause))])
    .filter((clause) => /^(?:agreed|in force)$/.test(stageDone(verbOf(context, clause).lemma) ?? ''))
    .flatMap((clause) => agentsOf(context, clause));
  const agreed = asParty(agreeing);
  if (agreed.length > 1) return agreed;
  const isOneSided =
    / (?:unilateral|unilaterally|one-sided) /.test(wordsIn(context, sentence)) ||
    declaredBy.some(({ value }) => / (?:REB|SEP|INS|UAF|REL|PTY|OPP)\b/.test(value.code));
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

/** Whether the clause has the truce as its object, subject or argument. */
const holds = ({ doc }: CodeContext, { objects, subjects, obliques }: Clause, { start }: NounPhrase): boolean =>
  [...objects, ...subjects, ...obliques.map(({ phrase }) => phrase)].some(
    (index) => doc.phrases[index]!.start === start,
  );

/** "agreed to extend the truce", "agreed for soldiers to monitor it": the clause that an infinitive hangs on. */
const ruling = ({ doc }: CodeContext, { role, parent }: Clause): Clause[] =>
  role === 'infinitive' && parent !== undefined ? [doc.clauses[parent]!] : [];

const RIVALS = /\b(?:rival|warring|feuding|factions|groups|clans|militias)\b/i;

/** The actors of "between A and B", up to the next comma; nobody who only owns one of them. */
function membersAfter({ doc }: CodeContext, { start, end }: Span): ActorMention[] {
  const comma = doc.text.indexOf(',', start);
  const to = Math.min(
    end,
    start + 140,
    comma < 0 || /^, [^,]{2,40} and /.test(doc.text.slice(comma, comma + 60)) ? end : comma,
  );
  const relative = doc.text.slice(start, to).search(/\s(?:which|who|that|after|to|in)\s/);
  return within(doc.actors, { start, end: relative < 0 ? to : start + relative })
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
    inferred(sideRef(context, side), 'the-parties-of-the-report', { start: phrase.start, end: phrase.end }, side),
  );
}

/** "announced a ceasefire with Y": whoever announces it, or speaks of it, and Y. */
function partnersOf(context: CodeContext, phrase: NounPhrase, sentence: Sentence): ActorMention[] {
  const { doc } = context;
  if (!/^ with\b/.test(doc.text.slice(phrase.end, phrase.end + 5))) return [];
  const partner = within(doc.actors, { start: phrase.end, end: Math.min(sentence.end, phrase.end + 60) })[0];
  if (partner === undefined) return [];
  const own = clausesIn(context, phrase)
    .filter((clause) => clause.start <= phrase.start)
    .flatMap((clause) => agentsOf(context, clause))
    .find((actor) => sideOf(actor) !== undefined && sideOf(actor) !== sideOf(partner));
  return own === undefined
    ? []
    : [{ ...own, code: isCountryCode(own.code) && !/ REB\b/.test(own.code) ? countryOf(own.code) : own.code }, partner];
}
