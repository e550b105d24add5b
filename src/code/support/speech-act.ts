/** What a statement does: urge, expect, accuse, deny … from its cue, and from what its own words perform. */
import type { StatementMention } from '../../model/doc.ts';
import { contains, indexAt, type Span } from '../../model/span.ts';
import type { SpeechAct } from '../../model/vocabulary.ts';
import type { EventMention } from '../events/event.ts';
import { actorsOfPhrase, countryOf, isCountryCode, verbOf, within, wordsIn, type CodeContext } from './context.ts';

export interface FoundAct {
  readonly act: SpeechAct;
  readonly rule: string;
  readonly span?: Span;
}

/** The most telling reading first: words that perform ("we call on"), the cue, then what is told. */
export function actOf(context: CodeContext, events: readonly EventMention[], mention: StatementMention): FoundAct {
  return (
    performed(context, mention) ??
    ofNoun(context, mention) ??
    ofCue(context, mention) ??
    ofContent(context, events, mention) ?? { act: 'inform', rule: 'act-unmarked' }
  );
}

const FIRST_PERSON: ReadonlySet<string> = new Set(['we', 'i']);

/** "We call on the parties …", "X expects Y to …" by X's own ministry: the speaker's own side does what the verb says. */
function performed(context: CodeContext, { content, speaker }: StatementMention): FoundAct | undefined {
  const { doc, lexicons } = context;
  for (const span of content) {
    const first = doc.sentences[indexAt(doc.sentences, span.start)];
    if (first === undefined) continue;
    for (const index of context.clausesBySentence[indexAt(doc.sentences, span.start)] ?? []) {
      const clause = doc.clauses[index]!;
      const verb = verbOf(context, clause);
      if (!contains(span, verb) || verb.tense === 'past' || clause.subjects.length === 0) continue;
      if (!isOwn(context, clause.subjects[0]!, speaker)) continue;
      const act = lexicons.cues.verbs.get(verb.lemma)?.act;
      const concern = nounAct(context, { start: verb.start, end: clause.end });
      if (concern !== undefined) return { act: concern, rule: 'act-performed', span: verb };
      if (act !== undefined && act !== 'inform') return { act, rule: 'act-performed', span: verb };
      if (verb.tense === 'future') return { act: 'promise', rule: 'act-performed', span: verb };
    }
  }
  return undefined;
}

function isOwn(context: CodeContext, subject: number, speaker: StatementMention['speaker']): boolean {
  const { doc } = context;
  if (FIRST_PERSON.has(doc.tokens[doc.phrases[subject]!.head]!.lower)) return true;
  if (speaker === undefined || !isCountryCode(speaker.code)) return false;
  const [actor] = actorsOfPhrase(context, subject);
  return actor !== undefined && countryOf(actor.code) === countryOf(speaker.code);
}

/** "expressed extreme concern", "voiced support": the noun tells. */
function ofNoun(context: CodeContext, { cue, content }: StatementMention): FoundAct | undefined {
  const head = cue[0];
  if (
    head === undefined ||
    !/ (?:express|voice|convey|extend|issue|reiterate|share|state|underline|note|stress)/.test(wordsIn(context, head))
  )
    return undefined;
  const act = nounAct(context, { start: head.start, end: Math.min(content[0]?.end ?? head.end, head.end + 60) });
  return act === undefined ? undefined : { act, rule: 'act-noun', span: head };
}

const NOUN_ACTS: readonly (readonly [RegExp, SpeechAct])[] = [
  [/ (?:concern|concerned|alarm|alarmed|worry|worried|anxiety|unease) /, 'concern'],
  [/ (?:condemnation|outrage|indignation|protest) /, 'condemn'],
  [/ (?:support|solidarity|backing|satisfaction|gratitude) /, 'support'],
  [/ (?:readiness|willingness|commitment) /, 'promise'],
  [/ (?:hope|confidence|expectation) /, 'expect'],
];

function nounAct(context: CodeContext, span: Span): SpeechAct | undefined {
  const words = wordsIn(context, span);
  return NOUN_ACTS.find(([pattern]) => pattern.test(words))?.[1];
}

function ofCue({ doc, lexicons }: CodeContext, { cue }: StatementMention): FoundAct | undefined {
  for (const span of cue) {
    for (const token of within(doc.tokens, span)) {
      const act = (lexicons.cues.verbs.get(token.lemma) ?? lexicons.cues.nouns.get(token.lemma))?.act;
      if (act !== undefined && act !== 'inform') return { act, rule: 'act-cue', span: token };
    }
  }
  return undefined;
}

/** A neutral "said": what is said decides. */
function ofContent(
  context: CodeContext,
  events: readonly EventMention[],
  mention: StatementMention,
): FoundAct | undefined {
  const inside = events.filter(({ trigger }) => mention.content.some((span) => contains(span, trigger)));
  const own = mention.speaker === undefined ? undefined : countryOf(mention.speaker.code);
  const hostile = inside.find(
    ({ type, source }) => type === 'ASSAULT' && source.some(({ code }) => countryOf(code) !== own),
  );
  if (hostile !== undefined && own !== undefined && !hostile.future)
    return { act: hostile.negated ? 'deny' : 'accuse', rule: 'act-of-what-is-told', span: hostile.trigger };
  const denied = inside.find(
    ({ type, negated, source }) => type === 'ASSAULT' && negated && source.some(({ code }) => countryOf(code) === own),
  );
  if (denied !== undefined) return { act: 'deny', rule: 'act-of-what-is-told', span: denied.trigger };
  const words = mention.content.map((span) => wordsIn(context, span)).join('');
  if (/ (?:concerned|alarmed|worried) (?:about|by|over|at) /.test(words) && words.length < 400)
    return { act: 'concern', rule: 'act-of-what-is-told' };
  if (/ (?:has|have|had|was|were) (?:been )?(?:received|acknowledged|confirmed) /.test(words))
    return { act: 'confirm', rule: 'act-of-what-is-told' };
  const coming = inside.find(
    ({ type, future }) => future && (type === 'CONSULT' || type === 'AGREE' || type === 'SUPPORT'),
  );
  return coming === undefined ? undefined : { act: 'announce', rule: 'act-of-what-is-told', span: coming.trigger };
}
