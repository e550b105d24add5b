/** Meetings: calls, sessions, summits, talks, visits; planned or held, where, when, of whom, asked for by whom. */
import type { ActorMention, Clause, NounPhrase, PlaceMention, Sentence, TimeMention } from '../../model/doc.ts';
import type { ActorRef, MeetingForm, MeetingRecord, MeetingStatus, Slot } from '../../model/record.ts';
import { contains, cover, indexAt, overlaps, type Span } from '../../model/span.ts';
import type { Factuality } from '../../model/vocabulary.ts';
import type { EventMention } from '../events/event.ts';
import { ploverOf } from '../events/plover.ts';
import type { Rule } from '../rule.ts';
import {
  actorsOfPhrases,
  clausesIn,
  isCountryCode,
  placesIn,
  sentenceOf,
  timesIn,
  verbOf,
  within,
  wordsIn,
  type CodeContext,
} from '../support/context.ts';
import { inferred, present, said, type Draft } from '../support/draft.ts';
import { calledOff, fateOf } from '../support/called-off.ts';
import { formOf, NOUNS, type FoundForm } from '../support/meeting-words.ts';
import { actorSlots, timeSlot } from '../support/slots.ts';
import { standingOf } from '../support/voices.ts';
import { isRecalled } from '../support/when.ts';

export const meeting: Rule = ({ context, events }) => {
  const drafts: Draft<MeetingRecord>[] = [];
  const taken: Span[] = [];
  const told = new Set<string>();
  for (const event of [...calledOff(context), ...events]) {
    if (event.type !== 'CONSULT' || event.negated || taken.some((span) => overlaps(span, event.trigger))) continue;
    const draft = draftOf(context, event);
    if (draft === undefined || isTwice(context, draft, told)) continue;
    taken.push(event.trigger, ...draft.spans.slice(0, 1));
    drafts.push(draft);
  }
  return drafts;
};

/** "the summit, hosted by X, ended": two verbs of one sentence, one meeting. */
function isTwice(
  { doc }: CodeContext,
  { spans, body, participants }: Draft<MeetingRecord>,
  told: Set<string>,
): boolean {
  const who =
    body?.value ??
    participants
      .map(({ value }) => `${value.code} ${value.name}`)
      .toSorted()
      .join('|');
  const key = `${indexAt(doc.sentences, spans[0]!.start)} ${who}`;
  if (told.has(key)) return true;
  told.add(key);
  return false;
}

function draftOf(context: CodeContext, event: EventMention): Draft<MeetingRecord> | undefined {
  const { doc } = context;
  const sentence = sentenceOf(context, event.trigger);
  const noun = nounOf(context, event, sentence);
  const clause = clauseOf(context, event);
  const form = formOf(
    wordsIn(context, sentence),
    wordsIn(context, event.trigger),
    noun === undefined ? undefined : doc.tokens[noun.head]!.lemma,
  );
  const people = participantsOf(context, event, sentence);
  const body = bodyOf(context, noun, clause);
  if (form === undefined || (people.length < 2 && body === undefined)) return undefined;
  const span = cover([event.trigger, ...(noun === undefined ? [] : [noun]), ...(body === undefined ? [] : body.spans)]);
  const { attribution, factuality, factbank } = standingOf(context, event.trigger, clause);
  const fate = clause === undefined ? undefined : fateOf(context, clause);
  const time =
    fate?.time ??
    timesIn(context, clause ?? sentence).find(isPoint) ??
    timesIn(context, sentence).find((one) => isPoint(one) && one.start > event.trigger.start);
  const place = placeOf(context, clause ?? sentence, event);
  const status =
    fate === undefined
      ? statusOf(context, event, clause, factuality, sentence)
      : inferred(fate.status, 'status-by-verb', event.trigger);
  return present({
    kind: 'meeting' as const,
    rule: 'meeting',
    spans: [span],
    attribution,
    factuality: labelOf(factuality, status.value, isRecalled(context, time)),
    factbank,
    places: [],
    plover: ploverOf(event),
    ...formSlots(form, event.trigger),
    status,
    body,
    participants: actorSlots(people),
    participantNames: namesOf(people),
    place: place === undefined ? undefined : said(place.name, place),
    ...startAndEnd(time),
    approximate: time?.mod === 'APPROX' ? said(true, time) : undefined,
    closed: closedOf(context, sentence),
    requestedBy: requestedBy(context, sentence) ?? askedForAfter(context, sentence),
  });
}

function labelOf(factuality: Factuality, status: MeetingStatus, isOld: boolean): Factuality {
  if (isOld) return 'recalled';
  const isComing = status === 'planned' || status === 'tentative';
  return isComing && (factuality === 'asserted' || factuality === 'alleged') ? 'planned' : factuality;
}

const isPoint = ({ type, value }: TimeMention): boolean => (type === 'TIME' || type === 'DATE') && /^\d{4}/.test(value);

function startAndEnd(time: TimeMention | undefined) {
  if (time === undefined) return {};
  const [start, end] = time.value.split('/') as [string, string?];
  return { time: timeSlot(time), start: said(start, time), ...(end !== undefined && { end: said(end, time) }) };
}

const formSlots = ({ form, word }: FoundForm, trigger: Span): { form: Slot<MeetingForm> } => ({
  form: word === undefined ? inferred(form, 'form-by-verb', trigger) : said(form, trigger),
});

/** "met on the sidelines of the summit" is not the summit. */
const BESIDE = /\b(?:sidelines|margins|fringes|eve|ahead) of\s*$/i;

/** The noun of the meeting: the event's own, or the object of "held". */
function nounOf({ doc }: CodeContext, event: EventMention, sentence: Sentence): NounPhrase | undefined {
  const inside = within(doc.phrases, { start: sentence.start, end: sentence.end })
    .filter(({ head }) => NOUNS.has(doc.tokens[head]!.lemma))
    .filter(({ start }) => !BESIDE.test(doc.text.slice(Math.max(0, start - 24), start)));
  return (
    inside.find((phrase) => overlaps(phrase, event.trigger)) ??
    inside.find((phrase) => contains(event.extent, phrase) && !event.nominal)
  );
}

function clauseOf(context: CodeContext, event: EventMention): Clause | undefined {
  if (event.clause !== undefined) return context.doc.clauses[event.clause];
  const around = clausesIn(context, event.trigger).filter((clause) => contains(clause, event.trigger));
  return around.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
}

const BOTH =
  /\b(?:both|the two|the)\s+(?:presidents|leaders|prime ministers|ministers|foreign ministers|heads of state)\b/i;

/** "Minister A and President B met": the parser may take only the second for the subject. */
function withPartner({ doc }: CodeContext, persons: readonly ActorMention[]): readonly ActorMention[] {
  const [only] = persons;
  if (only === undefined || persons.length > 1) return persons;
  const before = doc.actors.slice(Math.max(0, indexAt(doc.actors, only.start) - 3), indexAt(doc.actors, only.start));
  const partner = before.findLast(({ type, key }) => type === 'person' && key !== only.key);
  const isJoined =
    partner !== undefined &&
    /^ and(?: \p{Lu}[\p{L}-]+| the| \p{L}+){0,4} $/u.test(doc.text.slice(partner.end, only.start));
  return isJoined ? [partner, only] : persons;
}

/** Sides of the event; "both presidents" are the last two that the report named. */
function participantsOf(context: CodeContext, event: EventMention, sentence: Sentence): ActorMention[] {
  const subjects =
    event.nominal || event.clause === undefined
      ? []
      : actorsOfPhrases(context, context.doc.clauses[event.clause]!.subjects);
  const persons = subjects.filter(({ type }) => type === 'person');
  const keys = new Set<string>();
  const own = [...withPartner(context, persons), ...event.source, ...event.target]
    .filter(({ key }) => !keys.has(key) && keys.add(key))
    .filter(({ type, code }) => type === 'person' || type === 'role' || isCountryCode(code));
  const people = own.filter(({ type }) => type === 'person');
  const found = people.length >= 2 ? people : own;
  if (new Set(found.map(({ key }) => key)).size >= 2) return found;
  const both = BOTH.exec(context.doc.text.slice(sentence.start, sentence.end));
  if (both === null) return found;
  const office = both[0].split(/\s+/).at(-1)!.replace(/s$/i, '').toLowerCase();
  const hasOffice = (actor: ActorMention): boolean =>
    office === 'leader' || actor.office?.toLowerCase().includes(office) === true;
  const { actors } = context.doc;
  const last: ActorMention[] = [];
  for (let at = indexAt(actors, sentence.start + both.index); at >= 0 && last.length < 2; at--) {
    const actor = actors[at];
    if (actor === undefined || actor.type !== 'person' || actor.end > sentence.start + both.index) continue;
    if (hasOffice(actor) && last[0]?.key !== actor.key) last.unshift(actor);
  }
  return last;
}

function namesOf(people: readonly ActorMention[]): Slot<string>[] {
  const seen = new Set<string>();
  return people
    .filter(({ type, key }) => type === 'person' && !seen.has(key) && seen.add(key))
    .map((person) => said(person.name, person));
}

const ORGANISED = new Set(['organisation', 'group']);

const HOLDS: ReadonlySet<string> = new Set(
  'hold meet convene open gather discuss confer assemble sit call chair begin start end close schedule'.split(' '),
);

/** The body that meets: an organisation in the phrase of the meeting, or the subject that holds it. */
function bodyOf(
  context: CodeContext,
  noun: NounPhrase | undefined,
  clause: Clause | undefined,
): Slot<string> | undefined {
  const { doc } = context;
  const near =
    noun === undefined
      ? []
      : within(doc.actors, { start: noun.start, end: noun.end + 90 }).filter(
          ({ type, start }) =>
            ORGANISED.has(type) &&
            /^(?:\s*(?:of|by|between|the|-)?)*$/.test(
              doc.text.slice(noun.end, Math.max(noun.end, start)).replaceAll(/\b(?:of|the|by)\b/g, ''),
            ),
        );
  const subject =
    clause === undefined || !HOLDS.has(verbOf(context, clause).lemma)
      ? []
      : actorsOfPhrases(context, clause.subjects).filter(
          ({ type, code }) => ORGANISED.has(type) && !/ MIL\b/.test(code),
        );
  const found = near[0] ?? subject[0];
  return found === undefined ? undefined : said(found.name, found);
}

const TENTATIVE =
  /\b(?:being agreed|being coordinated|to be agreed|tentative|tentatively|not yet (?:been )?(?:agreed|confirmed|set))\b/i;

function statusOf(
  context: CodeContext,
  event: EventMention,
  clause: Clause | undefined,
  factuality: string,
  sentence: Sentence,
): Slot<MeetingStatus> {
  const { doc } = context;
  const next = doc.text.slice(sentence.start, Math.min(doc.text.length, sentence.end + 120));
  const words = wordsIn(context, sentence);
  if (/ (?:cancelled|canceled|called off|postponed) /.test(words))
    return inferred('cancelled', 'status-by-verb', event.trigger);
  const verb = clause === undefined ? undefined : verbOf(context, clause);
  const isComing =
    event.future ||
    factuality === 'planned' ||
    factuality === 'possible' ||
    verb?.tense === 'future' ||
    (verb?.form === 'infinitive' && !verb.perfect) ||
    / (?:planned|scheduled|due|expected|set|slated) (?:to|for|on|at|in) /.test(words);
  if (!isComing) return inferred('held', 'status-by-tense', event.trigger);
  return TENTATIVE.test(next)
    ? inferred('tentative', 'status-by-verb', event.trigger)
    : inferred('planned', 'status-by-tense', event.trigger);
}

/** A place that "in" or "at" ties to the meeting, not where somebody comes from. */
function placeOf(context: CodeContext, span: Span, event: EventMention): PlaceMention | undefined {
  const { doc } = context;
  const places = placesIn(context, span).filter(({ start }) =>
    /\b(?:in|at|hosts?|city of)\s+(?:the\s+)?(?:\p{Lu}\w+\s+)?$/u.test(doc.text.slice(Math.max(0, start - 24), start)),
  );
  return places.find(({ start }) => start > event.trigger.start) ?? places[0];
}

/** "behind closed doors", also in the sentences right after. */
function closedOf({ doc }: CodeContext, sentence: Sentence): Slot<boolean> | undefined {
  const text = doc.text.slice(sentence.start, Math.min(doc.text.length, sentence.end + 420));
  const found = /\b(?:behind closed doors|closed-door|in camera|closed (?:session|meeting))\b/i.exec(text);
  return found === null
    ? undefined
    : said(true, { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length });
}

/** "at the request of X", "X had asked for it", "convened by X". */
function requestedBy({ doc }: CodeContext, sentence: Sentence): Slot<ActorRef> | undefined {
  const text = doc.text.slice(sentence.start, sentence.end);
  const found =
    /\b(?:at the (?:request|initiative|invitation) of|requested by|convened by|called by|asked for by)\b/i.exec(text);
  if (found === null) return undefined;
  const at = sentence.start + found.index + found[0].length;
  const actor = within(doc.actors, { start: at, end: Math.min(sentence.end, at + 60) })[0];
  return actor === undefined
    ? undefined
    : said({ code: isCountryCode(actor.code) ? actor.code.slice(0, 3) : actor.code, name: actor.name }, actor);
}

const ASKED_FOR =
  /\b(?:asked for|requested|called for|initiated|convened) (?:it|the (?:meeting|session|talks|summit))\b/i;

/** "X had asked for it", in the sentence or the next two of its paragraph. */
function askedForAfter({ doc }: CodeContext, { start, paragraph }: Sentence): Slot<ActorRef> | undefined {
  const first = indexAt(doc.sentences, start);
  for (let at = first; at < Math.min(first + 3, doc.sentences.length); at++) {
    const sentence = doc.sentences[at]!;
    if (sentence.paragraph !== paragraph) return undefined;
    const found = ASKED_FOR.exec(doc.text.slice(sentence.start, sentence.end));
    if (found === null) continue;
    const end = sentence.start + found.index;
    const from = Math.max(sentence.start, doc.text.lastIndexOf(';', end));
    const actor = within(doc.actors, { start: from, end }).find(({ code }) => isCountryCode(code));
    return actor && said({ code: actor.code.slice(0, 3), name: actor.name }, actor);
  }
  return undefined;
}
