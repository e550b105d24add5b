/** Where the content of a statement begins and ends, and which words are its source. */
import type { Clause, ClauseRole, Doc, TokenRange } from '../../model/doc.ts';
import { sourceEnd } from './source-end.ts';
import { rangeOf } from './tree.ts';
import type { Scene } from './draft.ts';

/**
 * Content in one sentence has no more tokens than this. Only text that is no prose comes near it, and without a limit
 * a line of a million letters would be read again for each of its verbs.
 */
const LONGEST_CONTENT = 400;
/** Clauses that can have been read before the one whose content is looked for, and still stand in it. */
const CLAUSES_BACK = 12;

/** Chains of clauses are followed this far: deeper ones come from lists without end. */
const DEPTH = 40;

/** Whether a chain of parents leads from `clause` to `above`, its last link accepted by `fits`. */
function hangs(
  doc: Doc,
  clause: number,
  above: number,
  fits: (role: ClauseRole, antecedent: number | undefined) => boolean,
): boolean {
  let at = clause;
  for (let depth = 0; depth < DEPTH; depth++) {
    const { parent, role, antecedent } = doc.clauses[at]!;
    if (parent === undefined) return false;
    if (parent === above) return fits(role, antecedent);
    at = parent;
  }
  return false;
}

/** Whether `clause` hangs on `above`, directly or not. A clause coordinated with `above` itself does not. */
export const hangsOn = (doc: Doc, clause: number, above: number): boolean =>
  hangs(doc, clause, above, (role) => role !== 'coordinate');

/** Same, for content that is a clause: "said X …, adding Y" leaves out what the saying does besides. */
export const hangsAsContent = (doc: Doc, clause: number, above: number): boolean =>
  hangs(doc, clause, above, (role) => role === 'complement' || role === 'infinitive' || role === 'relative');

/**
 * Same, for content that is a thing ("condemned the attack …"): what tells when, why or with what effect it was said
 * ("…, as he left", "…, drawing applause") is no part of it.
 */
export const hangsOnThing = (doc: Doc, clause: number, above: number): boolean =>
  hangs(
    doc,
    clause,
    above,
    (role, antecedent) =>
      role !== 'coordinate' && role !== 'adverbial' && (role !== 'participial' || antecedent !== undefined),
  );

/** Same, with clauses coordinated with `above` counted in. */
export function goesWith(doc: Doc, clause: number, above: number): boolean {
  let at = clause;
  for (let depth = 0; depth < DEPTH; depth++) {
    if (at === above) return true;
    const { parent } = doc.clauses[at]!;
    if (parent === undefined) return false;
    at = parent;
  }
  return false;
}

/** Without marks, "and", "but" at either end; undefined when nothing is left. */
export function trim(doc: Doc, first: number, last: number): TokenRange | undefined {
  let from = first;
  let to = last;
  while (from <= to && isEdge(doc, from, true)) from++;
  while (to >= from && isEdge(doc, to, false)) to--;
  return from <= to ? { first: from, last: to } : undefined;
}

const BRACKETS = new Set([
  '"',
  '“',
  '”',
  '„',
  '«',
  '»',
  '``',
  "''",
  '‘',
  '’',
  "'",
  '(',
  ')',
  '[',
  ']',
  '$',
  '%',
  '?',
  '!',
  '…',
  '...',
]);

function isEdge(doc: Doc, at: number, atStart: boolean): boolean {
  const { pos, text } = doc.tokens[at]!;
  if (pos === 'PUNCT')
    return !BRACKETS.has(text) || (atStart ? text === ')' || text === '”' : text === '(' || text === '“');
  return pos === 'CCONJ';
}

/** Cuts a trailing "in a statement" off content that is a thing rather than a clause. */
export function withoutChannel({ doc, channels }: Scene, own: Clause, range: TokenRange): TokenRange {
  for (const { preposition, phrase } of own.obliques) {
    const { first, head } = doc.phrases[phrase]!;
    if (
      (preposition !== 'in' && preposition !== 'during' && preposition !== 'at' && preposition !== 'on') ||
      first <= range.first + 1 ||
      first > range.last
    )
      continue;
    if (channels.has(doc.tokens[head]!.lemma)) return { first: range.first, last: first - 2 };
  }
  return range;
}

/**
 * Last token of what hangs on `clause` and begins at token `from`: up to the next clause of the sentence that goes
 * with something else, else to the end of the sentence.
 */
export function endOfContent(
  scene: Scene,
  clause: number,
  from: number,
  belongs: (doc: Doc, other: number, above: number) => boolean,
): number {
  const { doc, tree } = scene;
  const { sentence } = doc.clauses[clause]!;
  let end = Math.min(lastOf(doc, sentence), from + LONGEST_CONTENT);
  const start = Math.max(tree.clausesFrom[sentence]!, clause - CLAUSES_BACK);
  for (let other = start; other < tree.clausesFrom[sentence + 1]!; other++) {
    // Clauses stand in the order in which their verbs were read.
    if (doc.verbs[doc.clauses[other]!.verb]!.first > end + CLAUSES_BACK) break;
    const first = ownStart(scene, other, from);
    if (first <= from || first > end || other === clause || belongs(doc, other, clause)) continue;
    end = first - 1;
  }
  return end;
}

/** First token of what is said before token `before`: of the sentence, or behind its last semicolon. */
export function startOfContent(doc: Doc, first: number, before: number): number {
  const limit = Math.max(first, before - LONGEST_CONTENT);
  for (let at = before - 2; at > limit; at--) if (doc.tokens[at]!.text === ';') return at + 1;
  return limit;
}

/** Last token of a sentence, the source that a headline names behind a dash left out. */
function lastOf({ article, sentences, tokens }: Doc, sentence: number): number {
  const { zone, first } = sentences[sentence]!;
  let { last } = sentences[sentence]!;
  const named = zone === 'headline' ? article.headlineSource : undefined;
  if (named !== undefined) while (last > first && tokens[last]!.start >= named.start) last--;
  return last;
}

/** Where a clause begins itself, without what hangs on it: at its marker or subject, if these stand behind `from`. */
function ownStart({ doc, tree }: Scene, clause: number, from: number): number {
  const { first, subjects, inheritedSubject, verb } = doc.clauses[clause]!;
  if (first > from) return first;
  let start = doc.verbs[verb]!.first;
  if (!inheritedSubject)
    for (const phrase of subjects)
      if (tree.phraseFirst[phrase]! > from) start = Math.min(start, tree.phraseFirst[phrase]!);
  return start;
}

/** The words of a clause's subject, with titles, appositions and relative clauses; a relative pronoun stands for itself. */
export function sourceOf(scene: Scene, clause: number): TokenRange[] {
  return subjectOf(scene, clause).map((range) => withBracket(scene.doc, range));
}

function subjectOf(scene: Scene, clause: number): TokenRange[] {
  const { doc, tree } = scene;
  const own = doc.clauses[clause]!;
  if (own.role === 'relative' && own.inheritedSubject) return [{ first: own.first, last: own.first }];
  if (own.subjects.length === 0 || isExpletive(doc, own)) return [];
  const verb = doc.verbs[own.verb]!;
  let { first, last } = rangeOf(tree, own.subjects[0]!);
  for (const phrase of own.subjects) {
    first = Math.min(first, tree.phraseFirst[phrase]!);
    last = Math.max(last, tree.phraseLast[phrase]!);
  }
  if (!own.inheritedSubject && first < verb.first)
    return [{ first, last: sourceEnd(doc, first, Math.min(last, verb.first - 1), verb.first) }];
  if (last >= verb.first && first < verb.first) return [{ first, last: doc.phrases[own.subjects.at(-1)!]!.last }];
  return [{ first, last }];
}

/** "it was decided to ask": nobody in particular asks. */
const isExpletive = (doc: Doc, { inheritedSubject, subjects }: Clause): boolean =>
  inheritedSubject && subjects.length === 1 && doc.tokens[doc.phrases[subjects[0]!]!.head]!.lower === 'it';

/** With the bracket that closes what it opens: "Senator Rask (Ind.)". */
function withBracket({ tokens }: Doc, { first, last }: TokenRange): TokenRange {
  const closing = tokens[last + 1]?.text === '.' ? last + 2 : last + 1;
  if (tokens[closing]?.text !== ')') return { first, last };
  for (let at = last; at >= Math.max(first, last - BRACKET_REACH); at--)
    if (tokens[at]!.text === '(') return { first, last: closing };
  return { first, last };
}
const BRACKET_REACH = 12;

/** The words of the phrase behind `preposition` in a clause, if it has one. */
export function sourceBehind(scene: Scene, { obliques }: Clause, preposition: string): TokenRange[] {
  const phrases = obliques
    .filter((oblique) => oblique.preposition === preposition)
    .map(({ phrase }) => rangeOf(scene.tree, phrase));
  if (phrases.length === 0) return [];
  return [{ first: phrases[0]!.first, last: phrases.reduce((last, phrase) => Math.max(last, phrase.last), 0) }];
}
