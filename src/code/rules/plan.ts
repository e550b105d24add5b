/** Plans: what somebody will, may or has promised to do, with when it is due or after what. */
import type { Clause } from '../../model/doc.ts';
import type { PlanRecord, Slot } from '../../model/record.ts';
import { overlaps, type Span } from '../../model/span.ts';
import type { EventMention } from '../events/event.ts';
import type { Rule } from '../rule.ts';
import {
  actorsOfPhrase,
  clausesIn,
  countryOf,
  sentenceOf,
  textOf,
  verbOf,
  within,
  type CodeContext,
} from '../support/context.ts';
import { inferred, present, said, type Draft } from '../support/draft.ts';
import { actorSlot } from '../support/slots.ts';
import { standingOf } from '../support/voices.ts';
import { timeOf, timeSlotOf } from '../support/when.ts';

export const plan: Rule = ({ context, eventsBySentence }) => {
  const drafts: Draft<PlanRecord>[] = [];
  for (const clause of context.doc.clauses) {
    const draft = isPlan(context, eventsBySentence[clause.sentence] ?? [], clause)
      ? draftOf(context, clause)
      : dueOf(context, clause);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
};

/** Verbs that plan nothing: states, and acts that happen to one. */
const IDLE: ReadonlySet<string> = new Set(
  'be have become remain continue need lead cost depend include cause affect mean bring face see make come go get take hold meet talk confer convene say tell honour honor happen last require'.split(
    ' ',
  ),
);

/** A finite active clause that looks ahead; meetings and hostile acts are other kinds. */
function isPlan(context: CodeContext, events: readonly EventMention[], clause: Clause): boolean {
  const verb = verbOf(context, clause);
  const looksAhead =
    verb.tense === 'future' ||
    verb.modal === 'could' ||
    verb.modal === 'may' ||
    verb.modal === 'might' ||
    (verb.modal === 'would' && !verb.perfect);
  if (
    !looksAhead ||
    verb.negated ||
    verb.voice === 'passive' ||
    IDLE.has(verb.lemma) ||
    clause.role === 'relative' ||
    clause.marker === 'if'
  )
    return false;
  return !events.some(({ type, trigger }) => (type === 'CONSULT' || type === 'ASSAULT') && overlaps(verb, trigger));
}

function draftOf(context: CodeContext, clause: Clause): Draft<PlanRecord> | undefined {
  const who = clause.subjects
    .flatMap((phrase) => actorsOfPhrase(context, phrase))
    .find(({ type }) => type !== 'outlet');
  if (who === undefined) return undefined;
  const verb = verbOf(context, clause);
  const span: Span = { start: clause.start, end: lastEnd(context, clause) };
  const standing = standingOf(context, verb, clause);
  const speaker = standing.attribution.find(({ role }) => role === 'speaker');
  const promised = speaker?.code !== undefined && countryOf(speaker.code) === countryOf(who.code);
  return present({
    kind: 'plan' as const,
    rule: 'plan',
    spans: [span],
    attribution: standing.attribution,
    factuality: verb.tense === 'future' || verb.modal === 'would' ? ('planned' as const) : ('possible' as const),
    factbank: verb.tense === 'future' || verb.modal === 'would' ? ('PR+' as const) : ('PS+' as const),
    places: [],
    who: actorSlot(who),
    what: said(
      textOf(context, { start: context.doc.tokens[verb.head]!.start, end: span.end }).replaceAll(/\s+/g, ' '),
      { start: context.doc.tokens[verb.head]!.start, end: span.end },
    ),
    due: timeSlotOf(timeOf(context, verb, clause)),
    after: afterOf(context, clause),
    promisedBy:
      promised && speaker?.code !== undefined
        ? inferred({ code: speaker.code, name: speaker.name }, 'speaker-of-the-plan', ...speaker.spans)
        : undefined,
  });
}

/** "a report is due at the session in the autumn", "the findings are to be put before the leaders". */
function dueOf(context: CodeContext, clause: Clause): Draft<PlanRecord> | undefined {
  const { doc } = context;
  const verb = verbOf(context, clause);
  const subject = clause.subjects[0];
  if (verb.lemma !== 'be' || verb.tense !== 'present' || verb.negated || subject === undefined) return undefined;
  const phrase = doc.phrases[subject]!;
  const isDue = doc.tokens[verb.head + 1]?.lower === 'due';
  const passive = isDue ? undefined : clausesIn(context, clause).find((one) => isToBeDone(context, clause, one));
  if ((!isDue && passive === undefined) || MEETS.test(doc.tokens[phrase.head]!.lemma)) return undefined;
  const end = Math.max(clause.end, passive?.end ?? 0);
  const span: Span = { start: phrase.start, end: Math.min(end, sentenceOf(context, clause).end) };
  const time =
    timeOf(context, verb, passive ?? clause) ?? within(doc.times, span).find(({ value }) => /^\d{4}/.test(value));
  const bodies = within(doc.actors, span).filter(({ type }) => type === 'organisation' || type === 'country');
  const after = afterOf(context, clause);
  if (time === undefined && bodies.length === 0 && after === undefined && !FORUM.test(textOf(context, span)))
    return undefined;
  const { attribution } = standingOf(context, verb, clause);
  return present({
    kind: 'plan' as const,
    rule: 'plan-due',
    spans: [span],
    attribution,
    factuality: 'planned' as const,
    factbank: 'PR+' as const,
    places: [],
    what: said(textOf(context, span).replaceAll(/\s+/g, ' '), span),
    due: timeSlotOf(time),
    after,
  });
}

/** Meetings that are due are meetings. */
const MEETS = /^(?:meeting|session|summit|talk|visit|conference|election|vote|match|game|payment|loan|bond|baby)$/;
const FORUM = /\b(?:session|summit|meeting|parliament|council|leaders|conference|assembly)\b/i;

const isToBeDone = (context: CodeContext, clause: Clause, other: Clause): boolean =>
  other.role === 'infinitive' &&
  other.parent !== undefined &&
  context.doc.clauses[other.parent] === clause &&
  verbOf(context, other).voice === 'passive' &&
  verbOf(context, other).first - verbOf(context, clause).last <= 2;

/** The clause with the infinitives that belong to it: "will instruct the committee to inform …". */
function lastEnd(context: CodeContext, clause: Clause): number {
  const sentence = sentenceOf(context, clause);
  let { end } = clause;
  for (const other of clausesIn(context, clause)) {
    const parent = other.parent === undefined ? undefined : context.doc.clauses[other.parent];
    if (
      parent !== undefined &&
      other.role === 'infinitive' &&
      (parent === clause || (parent.parent !== undefined && context.doc.clauses[parent.parent] === clause)) &&
      other.end > end
    )
      end = other.end;
  }
  return Math.min(end, sentence.end);
}

/** "at the end of the meeting", "after the talks". */
function afterOf({ doc }: CodeContext, clause: Clause): Slot<string> | undefined {
  const from = Math.max(0, clause.start - 80);
  const found =
    /\b(?:at the end of|after|following|on completion of|once)\s+(?:the\s+)?[\w' -]{3,40}?\b(?:meeting|talks|session|summit|negotiations|conversation|visit)\b/i.exec(
      doc.text.slice(from, clause.end),
    );
  return found === null
    ? undefined
    : said(found[0], { start: from + found.index, end: from + found.index + found[0].length });
}
