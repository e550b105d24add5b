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
import { contains, overlaps, type Span } from '../../model/span.ts';

export const instrument: Rule = ({ context }) => {
  const { instruments } = context.doc;
  const fresh = new Set(instruments.filter((mention) => isConcluded(context, mention)).map(({ key }) => key));
  return instruments
    .filter((mention) => !isNoInstrument(context, mention))
    .map((mention) => draftOf(context, mention, fresh));
};

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

function draftOf(context: CodeContext, mention: InstrumentMention, fresh: ReadonlySet<string>): Draft<AgreementRecord> {
  const { attribution, factbank } = standingOf(context, mention);
  const { stage, label } = stateOf(context, mention, fresh);
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
    name: mention.name === undefined ? undefined : said(firstOfTwo(context, mention), head),
    stage,
    parties: partiesOf(context, mention),
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
function stateOf(context: CodeContext, mention: InstrumentMention, fresh: ReadonlySet<string>): State {
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
function firstOfTwo({ doc }: CodeContext, mention: InstrumentMention): string {
  const name = withoutArticle(mention.name!);
  const first = TWO.exec(name)?.[1];
  const isJoined = doc.instruments.some(
    (other) => other !== mention && other.start > mention.start && other.end <= mention.end,
  );
  return first !== undefined && isJoined ? first : name;
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
function partiesOf(context: CodeContext, mention: InstrumentMention): Slot<ActorRef>[] {
  const { doc } = context;
  const nameOf = (code: string): string => doc.actors.find((actor) => actor.code === code)?.name ?? code;
  const named = mention.parties.map(({ code, span }) => said({ code, name: nameOf(code) }, span));
  if (named.length > 1) return named;
  const sibling = doc.instruments.find(
    (other) =>
      other !== mention &&
      other.class === mention.class &&
      other.parties.length > 1 &&
      (other.date === mention.date || mention.name === other.name),
  );
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
  const sentence = context.doc.sentences.find((one) => contains(one, { start: mention.start, end: mention.start + 1 }));
  if (sentence === undefined) return [];
  const found =
    /\b(?:complete |full |general )?(?:cease-?fire|cessation of (?:all )?hostilities|end(?:ed)? (?:of )?(?:the|their|what \w+ calls the) [\w-]* ?war)\b/i.exec(
      context.doc.text.slice(sentence.start, sentence.end),
    );
  if (found === null || mention.class === 'ceasefire') return [];
  const start = sentence.start + found.index;
  return [said('ceasefire', { start, end: start + found[0].length })];
}
