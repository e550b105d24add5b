/** Requests: who asks whom for help, under which instrument, and whether it was decided, sent, received, granted. */
import type { ActorMention, Clause, InstrumentMention } from '../../model/doc.ts';
import type { ActorRef, RequestRecord, RequestStatus, Slot } from '../../model/record.ts';
import { cover, indexAt, type Span } from '../../model/span.ts';
import type { EventMention } from '../events/event.ts';
import { ploverOf } from '../events/plover.ts';
import type { Rule } from '../rule.ts';
import { askingOf, isAsker } from '../support/asking.ts';
import {
  agentsOf,
  clausesIn,
  countryOf,
  isCountryCode,
  sentenceOf,
  textOf,
  verbOf,
  within,
  wordsIn,
  type CodeContext,
} from '../support/context.ts';
import { inferred, present, said, type Draft } from '../support/draft.ts';
import { isToldClause } from '../support/reality.ts';
import { actorSlot } from '../support/slots.ts';
import { standingOf } from '../support/voices.ts';
import { isRecalled, timeOf } from '../support/when.ts';

export const helpRequested: Rule = ({ context, events }) => {
  if (context.isSport) return [];
  return [
    ...firstInSentence(context, [...askings(context), ...nouns(context, events)]).flatMap((one) =>
      draftsOf(context, one),
    ),
    ...events.flatMap((event) => atRequest(context, event)),
  ];
};

/** An asking with what the record needs of verb or noun. */
interface Found {
  readonly trigger: Span;
  readonly clause?: Clause;
  readonly source: readonly ActorMention[];
  readonly asked: readonly ActorMention[];
  readonly what?: Span;
  /** "turned to X" says less than "asked X for help". */
  readonly isBare: boolean;
}

function askings(context: CodeContext): Found[] {
  return context.doc.clauses.flatMap((clause) => {
    const asking = askingOf(context, clause);
    if (asking === undefined || !isDone(context, clause)) return [];
    const { trigger, asked, what } = asking;
    const source = agentsOf(context, clause).filter(isAsker);
    return [{ trigger, clause, source, asked, isBare: what === undefined, ...(what !== undefined && { what }) }];
  });
}

const DECIDING: ReadonlySet<string> = new Set('decide resolve agree vote begin continue'.split(' '));

/** Asked, decided or about to be asked; not refused, feared or wished. */
function isDone(context: CodeContext, clause: Clause): boolean {
  const parent = clause.parent === undefined ? undefined : context.doc.clauses[clause.parent];
  if (clause.role !== 'infinitive') return verbOf(context, clause).tense === 'future' || isToldClause(context, clause);
  return parent !== undefined && DECIDING.has(verbOf(context, parent).lemma) && isToldClause(context, parent);
}

/** "an appeal of X's government for help". */
const isForHelp = ({ doc }: CodeContext, { end }: Span): boolean =>
  /^[^.;,]{0,60}?\bfor (?:\w+ )?(?:help|assistance|aid|support)\b/.test(doc.text.slice(end, end + 90));

/** "a request for assistance", where the sentence says whose. */
const nouns = (context: CodeContext, events: readonly EventMention[]): Found[] =>
  events
    .filter(
      ({ type, mode, nominal, negated, trigger }) =>
        type === 'REQUEST' && nominal && !negated && (mode.includes('assist') || isForHelp(context, trigger)),
    )
    .map(({ trigger, source, target, extent }) => ({
      trigger: within(context.doc.tokens, extent).length > 0 ? trigger : extent,
      source: source.filter(isAsker),
      asked: target,
      isBare: false,
    }));

/** "to request help … to invoke the treaty" is one request, told twice: the one that says most. */
function firstInSentence({ doc }: CodeContext, found: readonly Found[]): Found[] {
  const groups = Map.groupBy(found, ({ trigger }) => indexAt(doc.sentences, trigger.start));
  return [...groups.values()].map((group) => group.find(({ isBare }) => !isBare) ?? group[0]!);
}

/** "At the request of X, a meeting of body Y will be held": X has asked Y, and Y has answered. */
function atRequest(context: CodeContext, event: EventMention): Draft<RequestRecord>[] {
  const { doc } = context;
  const requester = event.source[0];
  if (event.type !== 'REQUEST' || !event.nominal || requester === undefined || !isAsker(requester)) return [];
  const sentence = sentenceOf(context, event.trigger);
  const before = doc.text.slice(Math.max(sentence.start, event.trigger.start - 16), event.trigger.start);
  if (!/\bat (?:the|its|his|her|their) (?:urgent )?$/i.test(before)) return [];
  const after = within(doc.actors, { start: event.extent.end, end: sentence.end });
  const body = after.find(({ type, code }) => type === 'organisation' && !isCountryCode(code));
  if (body === undefined) return [];
  // "at the request of X, he said, body Y will meet": what is told begins behind the request
  const own = standingOf(context, event.trigger);
  const { attribution, factuality, factbank } = own.attribution.length > 1 ? own : standingOf(context, body);
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

/** One record an addressee: "from A, and from B and C" is three requests. */
function draftsOf(context: CodeContext, found: Found): Draft<RequestRecord>[] {
  const standing = standingOf(context, found.trigger, found.clause);
  const requester = requesterOf(context, found);
  const addressees = addresseesOf(context, found, requester);
  const instrument = instrumentNear(context, found);
  if (requester === undefined || addressees.length === 0) return [];
  if (found.isBare && addressees.length < 2 && instrument === undefined && context.adversaries.length === 0) return [];
  const isOld = isRecalled(context, timeOf(context, found.trigger, found.clause));
  return addressees.map((addressee, index) =>
    present({
      kind: 'request' as const,
      rule: 'help-requested',
      spans: [cover([found.trigger, addressee.spans[0]!]), addressee.spans[0]!],
      attribution: standing.attribution,
      factuality: isOld ? ('recalled' as const) : standing.factuality,
      factbank: standing.factbank,
      places: [],
      plover: { event: 'REQUEST' as const, mode: ['assist'], context: ['diplomatic'], quad: 'VX' as const },
      requester,
      addressee,
      what:
        found.what === undefined ? undefined : said(textOf(context, found.what).replaceAll(/\s+/g, ' '), found.what),
      instrument: index === 0 && instrument !== undefined ? instrument : undefined,
      status: statusOf(context, found),
    }),
  );
}

/** Who asks: the source of the event, else the actor of the sentence that decided it. */
function requesterOf(context: CodeContext, event: Found): Slot<ActorRef> | undefined {
  const own = event.source[0];
  if (own !== undefined) return actorSlot(own);
  const sentence = sentenceOf(context, event.trigger);
  const first = within(context.doc.actors, { start: sentence.start, end: event.trigger.start }).find(isAsker);
  return first === undefined
    ? undefined
    : inferred({ code: first.code, name: first.name }, 'who-decided-in-the-sentence', first);
}

/** Whom: the target, and whoever follows in the same chain ("as well as from …"); else the voice that says it received the request. */
function addresseesOf(context: CodeContext, event: Found, requester: Slot<ActorRef> | undefined): Slot<ActorRef>[] {
  const sentence = sentenceOf(context, event.trigger);
  const own = requester === undefined ? undefined : countryOf(requester.value.code);
  const chain = chainAfter(context, event, sentence.end).filter(({ code }) => countryOf(code) !== own);
  const seen = new Set<string>();
  const slots = [...event.asked, ...chain]
    .filter(isAsker)
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
  /^(?:\W|\d{4}\b|\b(?:from|for|help|the|to|and|as|well|also|both|with|on|of|under|its|ally|allies|treaty|provisions|invoke|basis)\b)*$/i;

/** Actors that follow each other with nothing but links, commas and instruments between them. */
function chainAfter({ doc }: CodeContext, event: Found, limit: number): ActorMention[] {
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

function instrumentNear(context: CodeContext, event: Found): Slot<string> | undefined {
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

function statusOf(context: CodeContext, event: Found): Slot<RequestStatus> {
  const sentence = sentenceOf(context, event.trigger);
  const words = wordsIn(context, sentence);
  const found = STATUSES.find(([pattern]) => pattern.test(words));
  if (found !== undefined) return inferred(found[1], 'status-by-verb', event.trigger);
  const verb = clausesIn(context, event.trigger).map((clause) => verbOf(context, clause))[0];
  return inferred(verb?.tense === 'future' ? 'decided' : 'sent', 'status-by-tense', event.trigger);
}
