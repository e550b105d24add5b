/** Whether a report tells a happening as history: by the dates around it, or by its words where no date is given. */
import type { Clause, TimeMention } from '../../model/doc.ts';
import { indexAt, type Span } from '../../model/span.ts';
import type { EventMention } from '../events/event.ts';
import { clausesIn, sentenceOf, timesIn, verbOf, wordsIn, type CodeContext } from './context.ts';
import { isRecalled } from './when.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What brings down a state or its rulers: news only with its day, history without one. */
const GREAT = words('invade annex conquer colonise colonize');
const DOWNFALL = words('topple oust overthrow depose unseat dethrone');

/** Told without a date of its own: an old war, a day of remembrance, or beside dates that all lie far back. */
export function isBackground(context: CodeContext, event: EventMention, clause: Clause | undefined): boolean {
  if (isOfThePast(context, event) || isInWarOfOld(context, event)) return true;
  if (clause !== undefined && (isGreatAside(context, clause) || bringsDown(context, event, clause))) return true;
  // "the rebels, who had taken the town": how things came to be
  if (clause !== undefined && isPreamble(context, clause)) return true;
  if (isAmongOldDays(context, event)) return true;
  if (clause !== undefined && clause.role !== 'relative' && !isPluperfect(context, clause)) return false;
  const dates = datesIn(context, sentenceOf(context, event.trigger));
  return dates.length > 0 && dates.every((time) => isRecalled(context, time));
}

/** A sentence without a date, right behind one of the same paragraph whose dates all lie far back. */
function isAmongOldDays(context: CodeContext, { trigger }: EventMention): boolean {
  const { sentences } = context.doc;
  const own = sentenceOf(context, trigger);
  const before = sentences[indexAt(sentences, trigger.start) - 1];
  if (before === undefined || before.paragraph !== own.paragraph || datesIn(context, own).length > 0) return false;
  const dates = datesIn(context, before);
  return dates.length > 0 && dates.every((time) => isRecalled(context, time));
}

const datesIn = (context: CodeContext, span: Span): TimeMention[] =>
  timesIn(context, span).filter(({ value }) => /^(?:\d{4}|PRESENT_REF)/.test(value));

/** A relative clause in the past perfect; "it was X who had fired" is none. */
function isPreamble(context: CodeContext, clause: Clause): boolean {
  const { doc } = context;
  if (clause.role !== 'relative' || !isPluperfect(context, clause) || verbOf(context, clause).form !== 'finite')
    return false;
  const above = clause.parent === undefined ? undefined : doc.verbs[doc.clauses[clause.parent]!.verb]!;
  return above?.lemma !== 'be' || doc.tokens[above.first - 1]?.lower !== 'it';
}

/** "had fired" and the bare participle of it: what came before something else that is past. */
function isPluperfect(context: CodeContext, clause: Clause): boolean {
  const { perfect, tense } = verbOf(context, clause);
  return perfect && tense !== 'present';
}

const BEFORE: ReadonlySet<string> = new Set('previously formerly'.split(' '));

/** "has previously carried out attacks" */
function isOfThePast({ doc }: CodeContext, { trigger }: EventMention): boolean {
  const at = indexAt(doc.tokens, trigger.start);
  return [at - 2, at - 1].some((index) => BEFORE.has(doc.tokens[index]?.lower ?? ''));
}

/** "marked the anniversary of the raid", "a tribute to those who were killed": whatever day that was done on. */
const REMEMBRANCE = / (?:anniversar(?:y|ies)|commemorat\w+|memorials?|remembrance|centenary|tribute|wreaths?) /;

export function isRemembered(
  context: CodeContext,
  { trigger, nominal }: EventMention,
  clause: Clause | undefined,
): boolean {
  if (!nominal && clause?.role === 'main') return false;
  const sentence = sentenceOf(context, trigger);
  return sentence.zone === 'body' && REMEMBRANCE.test(wordsIn(context, sentence));
}

/** "during the Gulf War", "in World War II": a war with a name of its own is over. */
const NAMED_WAR = /\b(?:during|in|from|since|after) (?:the )?(?:[A-Z][\w-]+ ){1,2}War\b/;

function isInWarOfOld(context: CodeContext, { trigger }: EventMention): boolean {
  const { start, end } = sentenceOf(context, trigger);
  return NAMED_WAR.test(context.doc.text.slice(start, end));
}

/** "when X invaded Y", "X, which annexed Y": told by the way; so is what no report leads with. */
const isGreatAside = (context: CodeContext, clause: Clause): boolean =>
  GREAT.has(verbOf(context, clause).lemma) &&
  (/^(?:adverbial|relative)$/.test(clause.role) || context.doc.sentences[clause.sentence]!.paragraph > LEAD);

/** The last paragraph that may tell the news itself. */
const LEAD = 2;

/** "launched the attack that toppled the government" */
const bringsDown = (context: CodeContext, { trigger }: EventMention, clause: Clause): boolean =>
  clausesIn(context, clause).some(
    (other) =>
      other.role === 'relative' && other.marker === 'that' && other.start >= trigger.end && isDownfall(context, other),
  );

function isDownfall(context: CodeContext, clause: Clause): boolean {
  const { lemma } = verbOf(context, clause);
  return DOWNFALL.has(lemma) || (lemma === 'remove' && / from power /.test(wordsIn(context, clause)));
}
