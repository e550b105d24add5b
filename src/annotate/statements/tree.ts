/** Children of clauses and phrases, and how far a phrase reaches with all that hangs on it. */
import type { Doc, TokenRange } from '../../model/doc.ts';

export interface Tree {
  /** First child of each clause and next sibling of each, -1 for none; in the order of the text. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** First and one past the last clause of each sentence. */
  readonly clausesFrom: Int32Array;
  /** Last token of each phrase with its dependents, appositions and relative clauses; first token with its possessors. */
  readonly phraseFirst: Int32Array;
  readonly phraseLast: Int32Array;
  /** A possessor of each phrase, -1 without one. */
  readonly possessor: Int32Array;
  /** Clause that begins at each token and phrase that does, plus one; 0 for none. */
  readonly clauseAt: Int32Array;
  readonly phraseAt: Int32Array;
  /** Clause that has each phrase for an object, plus one; 0 for none. */
  readonly clauseOfObject: Int32Array;
}

/** Builds all look-ups of one document. */
export function treeOf(doc: Doc): Tree {
  const { clauses, phrases, sentences } = doc;
  const firstChild = new Int32Array(clauses.length).fill(-1);
  const nextSibling = new Int32Array(clauses.length).fill(-1);
  const clausesFrom = new Int32Array(sentences.length + 1);
  for (let at = clauses.length - 1; at >= 0; at--) {
    const { parent, sentence } = clauses[at]!;
    clausesFrom[sentence] = at;
    if (parent === undefined) continue;
    nextSibling[at] = firstChild[parent]!;
    firstChild[parent] = at;
  }
  fillSentences(doc, clausesFrom);
  const phraseFirst = new Int32Array(phrases.length);
  const phraseLast = new Int32Array(phrases.length);
  const possessor = new Int32Array(phrases.length).fill(-1);
  for (let at = 0; at < phrases.length; at++) {
    phraseFirst[at] = phrases[at]!.first;
    phraseLast[at] = phrases[at]!.last;
  }
  for (const { antecedent, last } of clauses)
    if (antecedent !== undefined && last > phraseLast[antecedent]!) phraseLast[antecedent] = last;
  for (let at = phrases.length - 1; at >= 0; at--) {
    const { parent } = phrases[at]!;
    if (parent !== undefined && parent < at) phraseLast[parent] = Math.max(phraseLast[parent]!, phraseLast[at]!);
  }
  for (let at = 0; at < phrases.length; at++) {
    const { parent, relation } = phrases[at]!;
    if (relation !== 'possessive' || parent === undefined) continue;
    possessor[parent] = at;
    phraseFirst[parent] = Math.min(phraseFirst[parent]!, phraseFirst[at]!);
  }
  return { firstChild, nextSibling, clausesFrom, phraseFirst, phraseLast, possessor, ...startsOf(doc) };
}

function startsOf({ clauses, phrases, tokens }: Doc): Pick<Tree, 'clauseAt' | 'phraseAt' | 'clauseOfObject'> {
  const clauseAt = new Int32Array(tokens.length + 2);
  const phraseAt = new Int32Array(tokens.length + 2);
  const clauseOfObject = new Int32Array(phrases.length);
  // Several clauses can begin at one token, the outer one first: keep it.
  for (let at = clauses.length - 1; at >= 0; at--) {
    clauseAt[clauses[at]!.first] = at + 1;
    for (const phrase of clauses[at]!.objects) clauseOfObject[phrase] = at + 1;
  }
  for (let at = 0; at < phrases.length; at++) phraseAt[phrases[at]!.first] = at + 1;
  return { clauseAt, phraseAt, clauseOfObject };
}

/** Sentences without clauses begin where the next one's begin. */
function fillSentences({ clauses, sentences }: Doc, clausesFrom: Int32Array): void {
  const owners = new Uint8Array(sentences.length);
  for (const { sentence } of clauses) owners[sentence] = 1;
  clausesFrom[sentences.length] = clauses.length;
  for (let at = sentences.length - 1; at >= 0; at--) if (owners[at] === 0) clausesFrom[at] = clausesFrom[at + 1]!;
}

/** The range of a phrase with all that hangs on it. */
export const rangeOf = (tree: Tree, phrase: number): TokenRange => ({
  first: tree.phraseFirst[phrase]!,
  last: tree.phraseLast[phrase]!,
});
