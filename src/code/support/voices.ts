/** Who says it: the chain from the nearest voice to the outlet, and how far the outlet stands behind the words. */
import type { Lexicons } from '../../lexicon/lexicons.ts';
import type { Clause, Doc, Sentence, StatementMention, VerbGroup } from '../../model/doc.ts';
import type { Voice } from '../../model/record.ts';
import { indexAt, type Span } from '../../model/span.ts';
import type { FactBank, Factuality } from '../../model/vocabulary.ts';
import { actorsOfPhrase, statementAround, within, type CodeContext } from './context.ts';
import { isHearsay, isRumour } from './hearsay.ts';

export interface Standing {
  readonly attribution: readonly Voice[];
  readonly factuality: Factuality;
  readonly factbank: FactBank;
  /** Index of the statement whose content it is. */
  readonly statement?: number;
}

/** "GENEVA: Talks on …": the place that heads an item of an agenda tells nothing. */
const isHeading = ({ text }: Doc, { source }: StatementMention): boolean =>
  source.length === 1 && /^[A-Z]{4,}:/.test(text.slice(source[0]!.start, source[0]!.end + 1));

/** Attribution and factuality of what stands at `span`, told by `clause` where there is one. */
export function standingOf(context: CodeContext, span: Span, clause?: Clause): Standing {
  const stated = statementAround(context, span);
  const around =
    stated !== undefined && isHeading(context.doc, stated.statement)
      ? undefined
      : (stated ?? goingOn(context, span, clause));
  const told =
    around === undefined
      ? (tellerOf(context, clause) ??
        headlineTeller(context, span) ??
        saidThat(context, span) ??
        finalTeller(context, span))
      : undefined;
  const speakers = told === undefined ? speakersOf(context.doc, around?.statement) : [told];
  const attribution = [...speakers, outletVoice(context.doc)];
  const isTold = around !== undefined || told !== undefined || isRumour(context, span);
  const { factuality, factbank } = factualityOf(context, clause, isTold);
  return { attribution, factuality, factbank, ...(around !== undefined && { statement: around.index }) };
}

/** The factuality of `standingOf` alone: whose words it is only matters where nothing else tells. */
export function factualityAt(context: CodeContext, span: Span, clause?: Clause): Factuality {
  const { factuality } = factualityOf(context, clause, false);
  if (factuality !== 'asserted') return factuality;
  const isAttributed =
    (statementAround(context, span) ??
      goingOn(context, span, clause) ??
      tellerOf(context, clause) ??
      headlineTeller(context, span) ??
      saidThat(context, span) ??
      finalTeller(context, span)) !== undefined;
  return isAttributed ? 'alleged' : 'asserted';
}

/** Where no statement was found: the subject of a verb of telling that the clause is the content of. */
function tellerOf(context: CodeContext, clause: Clause | undefined): Voice | undefined {
  const { doc, lexicons } = context;
  let at = clause;
  for (let depth = 0; at?.parent !== undefined && depth < 4; depth++) {
    const parent: Clause = doc.clauses[at.parent]!;
    if (at.role === 'complement' && lexicons.cues.verbs.has(doc.verbs[parent.verb]!.lemma)) {
      const subject = parent.subjects[0];
      if (subject === undefined) return undefined;
      const { start, end } = doc.phrases[subject]!;
      const actor = actorsOfPhrase(context, subject).at(-1);
      return {
        role: 'speaker',
        name: actor?.name ?? doc.text.slice(start, end),
        spans: [{ start, end }],
        ...(actor !== undefined && { code: actor.code }),
      };
    }
    at = parent;
  }
  return undefined;
}

/** "roads were blocked, it said, and posts were fired on": what is joined to the content of a statement goes on with it. */
function goingOn(context: CodeContext, span: Span, clause: Clause | undefined) {
  const { doc, statementsBySentence } = context;
  if (clause?.role !== 'coordinate') return undefined;
  for (const index of statementsBySentence[clause.sentence] ?? []) {
    const statement = doc.statements[index]!;
    const content = statement.content.at(-1);
    const cue = statement.cue[0];
    if (content === undefined || cue === undefined || cue.start < content.end || cue.end > span.start) continue;
    if (/^,? (?:and|but) /.test(doc.text.slice(cue.end, cue.end + 6))) return { statement, index };
  }
  return undefined;
}

/** "Ministry: rebels shelled town", "Rebels shelled town — ministry": the voice of a headline, set apart by its mark. */
function headlineTeller({ doc }: CodeContext, span: Span): Voice | undefined {
  const sentence = doc.sentences[indexAt(doc.sentences, span.start)];
  if (sentence?.zone !== 'headline') return undefined;
  const text = doc.text.slice(sentence.start, sentence.end);
  const colon = text.indexOf(': ');
  const dash = text.search(/ [—–-]{1,2} [^—–]{2,60}$/);
  const part =
    colon > 0 && sentence.start + colon < span.start
      ? { start: sentence.start, end: sentence.start + colon }
      : dash > 0 && sentence.start + dash >= span.end
        ? { start: sentence.start + dash + 3, end: sentence.end }
        : undefined;
  if (part === undefined) return undefined;
  const actor = within(doc.actors, part).at(-1);
  return actor === undefined
    ? undefined
    : { role: 'speaker', name: actor.name, code: actor.code, spans: [{ start: actor.start, end: actor.end }] };
}

/** "the army said that …", "the army said troops …", also where the parser has lost the verb. */
function saidThat(context: CodeContext, span: Span): Voice | undefined {
  const { doc, lexicons } = context;
  const sentence = doc.sentences[indexAt(doc.sentences, span.start)];
  if (sentence === undefined) return undefined;
  for (let at = indexAt(doc.tokens, span.start) - 1; at > sentence.first + 1; at--) {
    const isThat = doc.tokens[at]!.lower === 'that' && lexicons.cues.verbs.has(doc.tokens[at - 1]!.lemma);
    if (!isThat && !opensWithSaid(doc, sentence, at)) continue;
    const source = { start: sentence.start, end: doc.tokens[at - 2]!.end };
    const actor = within(doc.actors, source).at(-1);
    if (actor !== undefined)
      return { role: 'speaker', name: actor.name, code: actor.code, spans: [{ start: actor.start, end: actor.end }] };
    return isThat ? undefined : { role: 'speaker', name: doc.text.slice(source.start, source.end), spans: [source] };
  }
  return undefined;
}

/** Words that may stand between "said" and something else than what is said. */
const NO_CONTENT: ReadonlySet<string> = new Set(
  'to of in on at by from with after before when as and but or he she it'.split(' '),
);

/** "Officials said troops …": a sentence whose first words are a source and "said", with what is told right behind. */
function opensWithSaid({ tokens }: Doc, { first }: Sentence, at: number): boolean {
  const said = tokens[at - 1]!;
  if (said.lower !== 'said') return false;
  const next = tokens[at]!;
  if (said.pos !== 'VERB' || at - first > 8 || next.pos === 'PUNCT' || NO_CONTENT.has(next.lower)) return false;
  for (let index = first; index < at - 1; index++)
    if (/^(?:VERB|AUX|PUNCT|SCONJ)$/.test(tokens[index]!.pos)) return false;
  return at - 1 > first;
}

/** Verbs that a clause goes with: "resist" and "begin" end a sentence and tell nothing. */
const isSaying = ({ cues }: Lexicons, lemma: string): boolean =>
  cues.verbs.get(lemma)?.patterns.includes('clause') === true;

/** "…, witnesses and police said.", "…, the army said, in a raid": whoever a verb of telling has before it, up to the comma. */
function finalTeller(context: CodeContext, span: Span): Voice | undefined {
  const { doc } = context;
  const sentence = doc.sentences[indexAt(doc.sentences, span.start)];
  if (sentence === undefined) return undefined;
  let last = sentence.last;
  while (
    last > sentence.first &&
    (doc.tokens[last]!.pos === 'PUNCT' || doc.tokens[last]!.lower === 'on' || isTime(doc, doc.tokens[last]!))
  )
    last--;
  const final = tellerBefore(context, span, sentence, last);
  if (final !== undefined) return final;
  for (let at = last - 1; at > sentence.first && doc.tokens[at]!.start >= span.end; at--)
    if (doc.tokens[at + 1]!.text === ',' && doc.tokens[at]!.pos === 'VERB') {
      const aside = tellerBefore(context, span, sentence, at);
      if (aside !== undefined) return aside;
    }
  return undefined;
}

/** The source of the verb of telling at token `last`, where nothing but it stands between the comma before and the verb. */
function tellerBefore({ doc, lexicons }: CodeContext, span: Span, sentence: Sentence, last: number): Voice | undefined {
  const verb = doc.tokens[last]!;
  const before = doc.tokens[last - 1];
  // "no losses were reported" is nobody's voice
  if (verb.pos !== 'VERB' || before?.lower === 'to' || before?.lemma === 'be' || !isSaying(lexicons, verb.lemma))
    return undefined;
  let first = last;
  while (first > sentence.first && doc.tokens[first - 1]!.text !== ',') first--;
  if (first === last || first === sentence.first || last - first > 12 || doc.tokens[first]!.start < span.end)
    return undefined;
  const source = { start: doc.tokens[first]!.start, end: doc.tokens[last - 1]!.end };
  const actor = within(doc.actors, source)[0];
  return {
    role: 'speaker',
    name: actor?.name ?? doc.text.slice(source.start, source.end),
    spans: [source],
    ...(actor !== undefined && { code: actor.code }),
  };
}

function isTime({ times }: Doc, span: Span): boolean {
  const time = times[indexAt(times, span.start)];
  return time !== undefined && time.start <= span.start && span.end <= time.end;
}

function speakersOf(doc: Doc, statement: StatementMention | undefined): Voice[] {
  const voices: Voice[] = [];
  const seen = new Set<StatementMention>();
  for (
    let at = statement;
    at !== undefined && !seen.has(at);
    at = at.within === undefined ? undefined : doc.statements[at.within]
  ) {
    seen.add(at);
    const name = at.speaker?.name ?? at.source.map((span) => wordsOfSource(doc, span)).join(' ');
    if (name !== '')
      voices.push({
        role: 'speaker',
        name,
        spans: at.source,
        ...(at.speaker !== undefined && { code: at.speaker.code }),
      });
    if (at.channel !== undefined) voices.push({ role: 'channel', name: at.channel.value, spans: [at.channel.span] });
  }
  return voices;
}

const RELATIVE = /^(?:who|whom|which|that)$/i;

/** The words of a source; of "officials in Yerevan, who say", those that "who" stands for. */
function wordsOfSource({ text, phrases }: Doc, { start, end }: Span): string {
  const words = text.slice(start, end);
  if (!RELATIVE.test(words)) return words;
  const nearest = phrases.findLast((phrase) => phrase.end <= start);
  if (nearest === undefined) return '';
  let top = nearest;
  while (top.parent !== undefined && top.parent >= 0) top = phrases[top.parent]!;
  return text.slice(top.start, nearest.end);
}

const outletVoice = ({ article }: Doc): Voice => ({
  role: 'outlet',
  name: article.outlet ?? article.dateline?.agency ?? 'unknown outlet',
  spans: [],
});

/** Markers that make a clause a mere supposition. */
const CONDITIONAL: ReadonlySet<string> = new Set(['if', 'unless', 'whether', 'provided']);

/** FactBank's value relative to the nearest source, and the plain label. */
export function factualityOf(
  context: CodeContext,
  clause: Clause | undefined,
  isAttributed: boolean,
): { factuality: Factuality; factbank: FactBank } {
  const verb = clause === undefined ? undefined : context.doc.verbs[clause.verb];
  if (clause !== undefined && isConditional(context, clause)) return { factuality: 'hypothetical', factbank: 'Uu' };
  if (verb !== undefined && isPossible(verb)) return { factuality: 'possible', factbank: verb.negated ? 'PS-' : 'PS+' };
  if (verb !== undefined && (verb.tense === 'future' || isFutureInPast(verb)))
    return { factuality: 'planned', factbank: verb.negated ? 'PR-' : 'PR+' };
  if (verb?.negated === true) return { factuality: 'denied', factbank: 'CT-' };
  const isTold = isAttributed || (clause !== undefined && isHearsay(context, clause));
  return { factuality: isTold ? 'alleged' : 'asserted', factbank: 'CT+' };
}

function isConditional(context: CodeContext, clause: Clause): boolean {
  for (let at: Clause | undefined = clause, depth = 0; at !== undefined && depth < 4; depth++) {
    if (at.marker !== undefined && CONDITIONAL.has(at.marker)) return true;
    at = at.parent === undefined ? undefined : context.doc.clauses[at.parent];
  }
  return false;
}

const isPossible = ({ modal }: VerbGroup): boolean =>
  modal === 'may' || modal === 'might' || modal === 'could' || modal === 'can';
/** "said that they would talk": the future of a past report. */
const isFutureInPast = ({ modal, perfect }: VerbGroup): boolean => modal === 'would' && !perfect;
