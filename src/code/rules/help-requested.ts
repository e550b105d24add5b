/** Requests: who asks whom for help, under which instrument, and whether it was decided, sent, received, granted. */
import type { ActorMention, InstrumentMention } from '../../model/doc.ts';
import type { ActorRef, RequestRecord, RequestStatus, Slot } from '../../model/record.ts';
import { cover, indexAt, type Span } from '../../model/span.ts';
import type { EventMention } from '../events/event.ts';
import { ploverOf } from '../events/plover.ts';
import type { Rule } from '../rule.ts';
import {
  clausesIn,
  countryOf,
  isCountryCode,
  sentenceOf,
  verbOf,
  within,
  wordsIn,
  type CodeContext,
} from '../support/context.ts';
import { inferred, present, said, type Draft } from '../support/draft.ts';
import { actorSlot } from '../support/slots.ts';
import { standingOf } from '../support/voices.ts';

export const helpRequested: Rule = ({ context, events }) => [
  ...firstInSentence(context, events.filter(isHelp)).flatMap((event) => draftsOf(context, event)),
  ...events.flatMap((event) => atRequest(context, event)),
];

/** "to request help … to invoke the treaty" is one request, told twice. */
function firstInSentence({ doc }: CodeContext, events: readonly EventMention[]): EventMention[] {
  const seen = new Set<number>();
  return events.filter(({ trigger }) => {
    const sentence = indexAt(doc.sentences, trigger.start);
    return !seen.has(sentence) && seen.add(sentence);
  });
}

/** "At the request of X, a meeting of body Y will be held": X has asked Y, and Y has answered. */
function atRequest(context: CodeContext, event: EventMention): Draft<RequestRecord>[] {
  const { doc } = context;
  const requester = event.source[0];
  if (event.type !== 'REQUEST' || !event.nominal || requester === undefined) return [];
  const sentence = sentenceOf(context, event.trigger);
  const before = doc.text.slice(Math.max(sentence.start, event.trigger.start - 16), event.trigger.start);
  if (!/\bat (?:the|its|his|her|their) (?:urgent )?$/i.test(before)) return [];
  const after = within(doc.actors, { start: event.extent.end, end: sentence.end });
  const body = after.find(({ type, code }) => type === 'organisation' && !isCountryCode(code));
  if (body === undefined) return [];
  const { attribution, factuality, factbank } = standingOf(context, event.trigger);
  return [
    present({
      kind: 'request' as const,
      rule: 'at-the-request-of',
      spans: [cover([event.extent, body]), { start: body.start, end: body.end }],
      attribution,
      factuality,
      factbank,
      places: [],
      plover: { ...ploverOf(event), mode: ['meet'] },
      requester: actorSlot(
        isCountryCode(requester.code) ? { ...requester, code: countryOf(requester.code) } : requester,
      ),
      addressee: actorSlot(body),
      status: inferred('scheduled' as const, 'what-was-asked-is-set', event.trigger),
    }),
  ];
}

/** "urge" and "call on" are statements; a request asks somebody to come to one's aid, to meet, to act under a treaty. */
const isHelp = ({ type, mode, trigger, negated }: EventMention): boolean =>
  type === 'REQUEST' && mode.includes('assist') && !negated && trigger.end > trigger.start;

/** One record an addressee: "from A, and from B and C" is three requests. */
function draftsOf(context: CodeContext, event: EventMention): Draft<RequestRecord>[] {
  const clause = event.clause === undefined ? undefined : context.doc.clauses[event.clause];
  const standing = standingOf(context, event.trigger, clause);
  const requester = requesterOf(context, event);
  const addressees = addresseesOf(context, event, requester);
  const instrument = instrumentNear(context, event);
  const status = statusOf(context, event);
  if (requester === undefined || addressees.length === 0) return [];
  return addressees.map((addressee, index) =>
    present({
      kind: 'request' as const,
      rule: 'help-requested',
      spans: [cover([event.trigger, addressee.spans[0]!]), addressee.spans[0]!],
      attribution: standing.attribution,
      factuality: standing.factuality,
      factbank: standing.factbank,
      places: [],
      plover: ploverOf(event),
      requester,
      addressee,
      what: said(context.doc.text.slice(event.trigger.start, event.trigger.end), event.trigger),
      instrument: index === 0 && instrument !== undefined ? instrument : undefined,
      status,
    }),
  );
}

/** Who asks: the source of the event, else the actor of the sentence that decided it. */
function requesterOf(context: CodeContext, event: EventMention): Slot<ActorRef> | undefined {
  const own = event.source[0];
  if (own !== undefined) return actorSlot(own);
  const sentence = sentenceOf(context, event.trigger);
  const first = within(context.doc.actors, { start: sentence.start, end: event.trigger.start })[0];
  return first === undefined
    ? undefined
    : inferred({ code: first.code, name: first.name }, 'who-decided-in-the-sentence', first);
}

/** Whom: the target, and whoever follows in the same chain ("as well as from …"); else the voice that says it received the request. */
function addresseesOf(
  context: CodeContext,
  event: EventMention,
  requester: Slot<ActorRef> | undefined,
): Slot<ActorRef>[] {
  const sentence = sentenceOf(context, event.trigger);
  const own = requester === undefined ? undefined : countryOf(requester.value.code);
  const chain = chainAfter(context, event, sentence.end).filter(({ code }) => countryOf(code) !== own);
  const seen = new Set<string>();
  const slots = [...event.target, ...chain]
    .filter(({ code, name }) => countryOf(code) !== own && !seen.has(`${code} ${name}`) && seen.add(`${code} ${name}`))
    .map(addresseeSlot);
  if (slots.length > 0) return slots;
  const speaker = standingOf(context, event.trigger).attribution.find(({ role }) => role === 'speaker');
  if (
    speaker?.code === undefined ||
    speaker.spans.length === 0 ||
    countryOf(speaker.code) === own ||
    !/ (?:receive|received|acknowledged) /.test(wordsIn(context, sentence))
  )
    return [];
  return [inferred({ code: countryOf(speaker.code), name: speaker.name }, 'who-received-it', ...speaker.spans)];
}

const addresseeSlot = (actor: ActorMention): Slot<ActorRef> =>
  actorSlot(actor.type === 'country' ? { ...actor, code: countryOf(actor.code) } : actor);

const IN_CHAIN =
  /^(?:\W|\b(?:from|the|to|and|as|well|also|both|with|on|of|under|its|ally|allies|treaty|provisions|invoke|basis)\b)*$/i;

/** Actors that follow each other with nothing but links, commas and instruments between them. */
function chainAfter({ doc }: CodeContext, event: EventMention, limit: number): ActorMention[] {
  const found: ActorMention[] = [];
  let at = event.trigger.end;
  for (const actor of within(doc.actors, { start: event.trigger.end, end: limit })) {
    const around = doc.instruments[indexAt(doc.instruments, actor.start)];
    if (around !== undefined && covers(around, actor)) continue;
    let gap = doc.text.slice(at, actor.start);
    const instruments = within(doc.instruments, { start: at, end: actor.start });
    for (const { start, end } of instruments) gap = gap.replace(doc.text.slice(start, end), ' ');
    if (!IN_CHAIN.test(gap)) break;
    found.push(actor);
    at = actor.end;
  }
  return found;
}

const covers = (instrument: InstrumentMention, actor: Span): boolean =>
  instrument.start <= actor.start && actor.end <= instrument.end;

function instrumentNear(context: CodeContext, event: EventMention): Slot<string> | undefined {
  const sentence = sentenceOf(context, event.trigger);
  const named = within(context.doc.instruments, sentence).find(({ name }) => name !== undefined);
  return named === undefined ? undefined : said(named.name!.replace(/^the /i, ''), named);
}

const STATUSES: readonly (readonly [RegExp, RequestStatus])[] = [
  [/ (?:receive|received|receipt) /, 'received'],
  [/ (?:reject|rejected|refused|declined|turned down) /, 'refused'],
  [/ (?:granted|accepted|agreed to help|will be held|scheduled|convened) /, 'scheduled'],
  [/ (?:decide|decided|decides|resolved|decision) /, 'decided'],
];

function statusOf(context: CodeContext, event: EventMention): Slot<RequestStatus> {
  const sentence = sentenceOf(context, event.trigger);
  const words = wordsIn(context, sentence);
  const found = STATUSES.find(([pattern]) => pattern.test(words));
  if (found !== undefined) return inferred(found[1], 'status-by-verb', event.trigger);
  const verb = clausesIn(context, event.trigger).map((clause) => verbOf(context, clause))[0];
  return inferred(verb?.tense === 'future' ? 'decided' : 'sent', 'status-by-tense', event.trigger);
}
