/**
 * Step of `annotate`: noun phrases, verb groups and clauses of every sentence. A shallow parser by hand over tags,
 * one pass from left to right, linear in the length of the text. Conventions stand with the types in `model/doc.ts`.
 */
import type { Cues } from '../../lexicon/cues.ts';
import type { Clause, Doc, NounPhrase, Token, TokenRange } from '../../model/doc.ts';
import type { Step } from '../step.ts';
import { newFrame, type Builder, type ClauseDraft, type PhraseLink } from './builder.ts';
import { chunk, type Found } from './chunk.ts';
import { extentsOf } from './extents.ts';
import type { Item } from './items.ts';
import { placePhrase } from './place-phrase.ts';
import { placeVerb } from './place-verb.ts';
import { placeWord } from './place-word.ts';

/** Fills `phrases`, `verbs` and `clauses`. */
export const parseSyntax: Step = (doc, { cues }) => {
  const found: Found = { phrases: [], verbs: [] };
  const links: (PhraseLink | undefined)[] = [];
  const clauses: ClauseDraft[] = [];
  for (let number = 0; number < doc.sentences.length; number++) {
    const sentence = doc.sentences[number]!;
    const items = chunk(doc.tokens, sentence, number, found);
    while (links.length < found.phrases.length) links.push(undefined);
    buildClauses({
      tokens: doc.tokens,
      found,
      links,
      clauses,
      cues,
      items,
      sentence: number,
      headline: sentence.zone === 'headline',
    });
  }
  for (const draft of clauses) negateBySubject(doc.tokens, found, draft);
  return {
    ...doc,
    phrases: found.phrases.map((phrase, index) => phraseOf(doc.tokens, phrase, links[index])),
    verbs: found.verbs.map(({ group }) => group),
    clauses: clausesOf(doc, found, links, clauses),
  };
};

const NEGATIVE = new Set(['no', 'none', 'nobody', 'nothing', 'neither']);

/** "No shots were fired", "neither side agreed": the subject denies the act. */
function negateBySubject(
  tokens: readonly Token[],
  { phrases, verbs }: Found,
  { subjects, verb, inherited }: ClauseDraft,
): void {
  if (inherited || subjects.length === 0) return;
  if (subjects.every((phrase) => isNone(tokens, phrases[phrase]!.first))) verbs[verb]!.group.negated = true;
}

/** Whether the phrase that begins there says that there is none: "no shots", "not one shot", but not "no fewer than two". */
function isNone(tokens: readonly Token[], first: number): boolean {
  const { lower } = tokens[first]!;
  const next = tokens[first + 1]?.lower ?? '';
  if (lower === 'no') return !(COMPARED.has(next) && tokens[first + 2]?.lower === 'than');
  if (NEGATIVE.has(lower)) return true;
  const isOne = (lower === 'one' && next !== 'but') || (lower === 'a' && next === 'single');
  return isOne && tokens[first - 1]?.lower === 'not';
}

const COMPARED = new Set(['fewer', 'less', 'more']);

interface SentenceInput {
  readonly tokens: readonly Token[];
  readonly found: Found;
  readonly links: (PhraseLink | undefined)[];
  readonly clauses: ClauseDraft[];
  readonly cues: Cues;
  readonly items: readonly Item[];
  readonly sentence: number;
  readonly headline: boolean;
}

function buildClauses(input: SentenceInput): void {
  const builder: Builder = {
    ...input,
    firstClause: input.clauses.length,
    frames: [newFrame('main', -1)],
    before: undefined,
    preposition: '',
    behindPhrase: false,
    possessor: -1,
    conjunction: false,
    commaBeforeConjunction: false,
    lastPhrase: -1,
    candidate: undefined,
    lastList: undefined,
    lastPreposition: undefined,
    quoted: -1,
    saidAside: -1,
    inverted: -1,
  };
  for (let at = 0; at < input.items.length; at++) {
    const item = input.items[at]!;
    if (item.kind === 'phrase') placePhrase(builder, at);
    else if (item.kind === 'verb') placeVerb(builder, at);
    else placeWord(builder, at);
    // Quotation marks and adverbs stand between without parting; a possessor is part of the phrase to come.
    const passing = item.kind === 'quote' || item.kind === 'adverb' || item.kind === 'other';
    const owns = item.kind === 'phrase' && builder.possessor === item.index;
    if (!passing && !owns) builder.before = item.kind;
  }
}

function phraseOf(
  tokens: readonly Token[],
  phrase: Found['phrases'][number],
  link: PhraseLink | undefined,
): NounPhrase {
  const { first, last, head, sentence } = phrase;
  return {
    start: tokens[first]!.start,
    end: tokens[last]!.end,
    first,
    last,
    head,
    sentence,
    parent: link?.parent,
    relation: link?.relation,
  };
}

function clausesOf(
  doc: Doc,
  found: Found,
  links: readonly (PhraseLink | undefined)[],
  drafts: readonly ClauseDraft[],
): Clause[] {
  const extents = extentsOf(found, links, drafts);
  return drafts.map((draft, index) => clauseOf(doc.tokens, draft, extents[index]!));
}

/** All clauses have all keys, so that they have one shape for the engine: what is absent is undefined. */
function clauseOf(tokens: readonly Token[], draft: ClauseDraft, { first, last }: TokenRange): Clause {
  return {
    start: tokens[first]!.start,
    end: tokens[last]!.end,
    first,
    last,
    sentence: draft.sentence,
    verb: draft.verb,
    role: draft.role,
    parent: draft.parent < 0 ? undefined : draft.parent,
    subjects: draft.subjects,
    objects: draft.objects,
    obliques: draft.obliques,
    marker: draft.marker,
    inheritedSubject: draft.inherited,
    antecedent: draft.antecedent < 0 ? undefined : draft.antecedent,
  };
}
