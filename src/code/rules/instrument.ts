/** Agreements that a report names: treaties, joint statements, protocols, with date and parties. */
import type { Doc, InstrumentMention } from '../../model/doc.ts';
import type { ActorRef, AgreementRecord, AgreementStage, Slot } from '../../model/record.ts';
import type { Rule } from '../rule.ts';
import { clausesIn, patientPhrases, verbOf, wordsIn, type CodeContext } from '../support/context.ts';
import { inferred, present, recordId, said, type Draft } from '../support/draft.ts';
import { isNoInstrument } from '../support/no-instrument.ts';
import { isToldClause } from '../support/reality.ts';
import { sideRef } from '../support/slots.ts';
import { standingOf } from '../support/voices.ts';
import { isRecalled, timeOf } from '../support/when.ts';
import { indexAt, overlaps, type Span } from '../../model/span.ts';

export const instrument: Rule = ({ context }) => {
  const { instruments } = context.doc;
  if (instruments.length === 0) return [];
  const known = knownOf(context);
  return instruments
    .filter((mention) => !isNoInstrument(context, mention))
    .map((mention) => draftOf(context, mention, known));
};

/** What the mentions of a report tell of each other, made once for all of them. */
interface Known {
  /** Keys of those that the report tells the making of. */
  readonly fresh: ReadonlySet<string>;
  /** Those in whose words another one begins and ends. */
  readonly joined: ReadonlySet<InstrumentMention>;
  /** By class with date and by class with name: index of the first that names two parties or more. */
  readonly complete: ReadonlyMap<string, number>;
  /** By code: the name of the first actor that has it. */
  readonly names: ReadonlyMap<string, string>;
}

function knownOf(context: CodeContext): Known {
  const { actors, instruments } = context.doc;
  const fresh = new Set(instruments.filter((mention) => isConcluded(context, mention)).map(({ key }) => key));
  const complete = new Map<string, number>();
  for (const [index, mention] of instruments.entries())
    if (mention.parties.length > 1)
      for (const key of twinKeys(mention)) if (!complete.has(key)) complete.set(key, index);
  const names = new Map<string, string>();
  for (const { code, name } of actors) if (!names.has(code)) names.set(code, name);
  return { fresh, joined: joinedOf(instruments), complete, names };
}

/** What one of the two keys of another mention equals when both may be one instrument. */
const twinKeys = ({ class: group, date = '', name = '' }: InstrumentMention): readonly string[] => [
  `${group} of ${date}`,
  `${group} named ${name}`,
];

/** From the last start to the first: whether the first end of all that start further on lies inside. */
function joinedOf(instruments: readonly InstrumentMention[]): ReadonlySet<InstrumentMention> {
  const joined = new Set<InstrumentMention>();
  let firstEnd = Infinity;
  for (const [, together] of [...Map.groupBy(instruments, ({ start }) => start)].toSorted(([a], [b]) => b - a)) {
    for (const mention of together) if (firstEnd <= mention.end) joined.add(mention);
    for (const { end } of together) firstEnd = Math.min(firstEnd, end);
  }
  return joined;
}

/** Id of the record that `mention` becomes: what others rest on. */
export const instrumentId = (doc: Doc, mention: InstrumentMention): string =>
  recordId(doc.article.report.hash, 'agreement', spansOf(mention));

function spansOf({ start, end, dateSpan }: InstrumentMention): Span[] {
  return dateSpan === undefined ? [{ start, end }] : [{ start, end }, dateSpan];
}

/** "the proposed trade agreement": one that nobody has made yet. */
const isProposed = ({ doc }: CodeContext, { start, end, date }: InstrumentMention): boolean =>
  date === undefined && /^(?:\w+ )?(?:proposed|planned|envisaged|prospective)\b/i.test(doc.text.slice(start, end));

const CONCLUDES: ReadonlySet<string> = new Set('sign ink initial conclude clinch seal adopt'.split(' '));

/** "signed the Free Trade Agreement on Friday": the making of it is the news, on a day not long past. */
function isConcluded(context: CodeContext, mention: InstrumentMention): boolean {
  if (mention.date !== undefined) return false;
  return clausesIn(context, mention).some((clause) => {
    const verb = verbOf(context, clause);
    if (!CONCLUDES.has(verb.lemma) || verb.tense !== 'past' || verb.perfect || clause.role === 'relative') return false;
    if (!isToldClause(context, clause) || verb.negated) return false;
    const isIts = patientPhrases(context, clause).some((phrase) => overlaps(context.doc.phrases[phrase]!, mention));
    const time = timeOf(context, mention, clause);
    return isIts && time !== undefined && !isRecalled(context, time);
  });
}

function draftOf(context: CodeContext, mention: InstrumentMention, known: Known): Draft<AgreementRecord> {
  const { attribution, factbank } = standingOf(context, mention);
  const { stage, label } = stateOf(context, mention, known);
  const head = { start: mention.start, end: mention.end };
  return present({
    kind: 'agreement' as const,
    rule: 'instrument',
    spans: spansOf(mention),
    attribution,
    factuality: label === 'asserted' && attribution.some(({ role }) => role === 'speaker') ? 'alleged' : label,
    factbank,
    places: [],
    class: said(mention.class, head),
    name: mention.name === undefined ? undefined : said(firstOfTwo(mention, known), head),
    stage,
    parties: partiesOf(context, mention, known),
    mediators: [],
    guarantors: [],
    declaredBy: [],
    signed: mention.date === undefined ? undefined : said(mention.date, mention.dateSpan!),
    terms: termsOf(context, mention),
    restsOn: [],
  });
}

interface State {
  readonly stage: Slot<AgreementStage>;
  readonly label: 'planned' | 'asserted' | 'recalled';
}

/** Whether it is only proposed, has just been concluded, or is named as one that exists. */
function stateOf(context: CodeContext, mention: InstrumentMention, { fresh }: Known): State {
  const head = { start: mention.start, end: mention.end };
  if (isProposed(context, mention))
    return { stage: inferred('proposed', 'instrument-proposed', head), label: 'planned' };
  if (mention.date === undefined && fresh.has(mention.key))
    return { stage: inferred('agreed', 'instrument-concluded', head), label: 'asserted' };
  const stage = isInvoked(context, mention) ? 'invoked' : 'recalled';
  return { stage: inferred(stage, 'instrument-named', head), label: 'recalled' };
}

const TWO = /^(.*\b(?:convention|treaty|protocol|agreement|accord|pact|charter)) and (?:the )?/i;

/** "the Climate Convention and the Kyoto Protocol": where the second has a mention of its own, the name of the first. */
function firstOfTwo(mention: InstrumentMention, { joined }: Known): string {
  const name = withoutArticle(mention.name!);
  return (joined.has(mention) ? TWO.exec(name)?.[1] : undefined) ?? name;
}

const withoutArticle = (name: string): string => name.replace(/^(?:the|a|an) /i, '');

const isInvoked = (context: CodeContext, mention: InstrumentMention): boolean =>
  clausesIn(context, mention).some(
    (clause) => verbOf(context, clause).lemma === 'invoke' && clause.start < mention.start,
  ) ||
  / (?:invoke|invoked|invoking) /.test(
    wordsIn(context, { start: Math.max(0, mention.start - 60), end: mention.start }),
  );

/** Named beside it, else those that the same report gives for the same instrument. */
function partiesOf(context: CodeContext, mention: InstrumentMention, { complete, names }: Known): Slot<ActorRef>[] {
  const { doc } = context;
  const nameOf = (code: string): string => names.get(code) ?? code;
  const named = mention.parties.map(({ code, span }) => said({ code, name: nameOf(code) }, span));
  if (named.length > 1) return named;
  const twin = Math.min(...twinKeys(mention).map((key) => complete.get(key) ?? Infinity));
  const sibling = doc.instruments[twin];
  if (sibling !== undefined)
    return sibling.parties.map(({ code, span }) =>
      inferred({ code, name: nameOf(code) }, 'parties-given-elsewhere', span),
    );
  return mention.class === 'joint statement' ? [...named, ...presumed(context, mention, named)] : named;
}

/** "the trilateral statement", "their statement with X": between those whom the report sets against each other. */
function presumed(
  context: CodeContext,
  mention: InstrumentMention,
  named: readonly Slot<ActorRef>[],
): Slot<ActorRef>[] {
  const taken = new Set(named.map(({ value }) => value.code));
  const pair = context.adversaries.find((sides) => !sides.some((side) => taken.has(sideRef(context, side).code))) ?? [];
  const span = { start: mention.start, end: mention.end };
  return pair.map((side) => inferred(sideRef(context, side), 'the-parties-of-the-report', span, side));
}

/** "the statement, which ended the war", "announced a complete ceasefire": what the report says that it lays down. */
function termsOf(context: CodeContext, mention: InstrumentMention): Slot<string>[] {
  if (mention.class === 'ceasefire') return [];
  const sentence = context.doc.sentences[indexAt(context.doc.sentences, mention.start)];
  if (sentence === undefined || sentence.start > mention.start) return [];
  const found =
    /\b(?:complete |full |general )?(?:cease-?fire|cessation of (?:all )?hostilities|end(?:ed)? (?:of )?(?:the|their|what \w+ calls the) [\w-]* ?war)\b/i.exec(
      context.doc.text.slice(sentence.start, sentence.end),
    );
  if (found === null) return [];
  const start = sentence.start + found.index;
  return [said('ceasefire', { start, end: start + found[0].length })];
}
