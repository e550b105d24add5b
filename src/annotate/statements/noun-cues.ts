/**
 * Statements around a noun: "Oslo's claim that …", "her promise to …", "voiced concern over …". The source is the
 * owner of the noun, or the subject of a light verb before it ("made a call for").
 */
import type { CueEntry } from '../../lexicon/cues.ts';
import type { TokenRange } from '../../model/doc.ts';
import type { Scene, StatementDraft } from './draft.ts';
import { endOfContent, hangsOn, sourceOf, trim } from './extent.ts';
import { rangeOf } from './tree.ts';

/** The statement that noun phrase `phrase` makes, if it makes one. */
export function readNounCue(scene: Scene, phrase: number): StatementDraft | undefined {
  const { doc, cues } = scene;
  const { head, sentence } = doc.phrases[phrase]!;
  const token = doc.tokens[head]!;
  const entry = token.pos === 'NOUN' ? cues.nouns.get(token.lemma) : undefined;
  if (entry === undefined) return undefined;
  const content = contentBehind(scene, head, entry);
  if (content === undefined) return undefined;
  const { owner, clause, first } = ownerOf(scene, phrase);
  if (owner.length === 0 && !entry.patterns.includes('ownerless')) return undefined;
  return {
    rule: 'noun-cue',
    sentence,
    clause,
    entry,
    source: owner,
    cue: [{ first, last: content.cueLast }],
    content: [content.range],
  };
}

interface Behind {
  readonly range: TokenRange;
  readonly cueLast: number;
}

/** What stands right behind the noun: "that …", "to …", or a preposition that it takes. */
function contentBehind(scene: Scene, head: number, { patterns }: CueEntry): Behind | undefined {
  const { doc, tree } = scene;
  const at = head + 1;
  const word = doc.tokens[at]?.lower;
  if (word === undefined) return undefined;
  if (word === 'that' || word === 'to') {
    if (!patterns.includes(word === 'that' ? 'clause' : 'infinitive')) return undefined;
    const clause = tree.clauseAt[at]! - 1;
    if (clause < 0 || (word === 'that' && doc.clauses[clause]!.role === 'relative')) return undefined;
    const range = trim(doc, at, endOfContent(scene, clause, at, hangsOn));
    return range && { range, cueLast: head };
  }
  if (!patterns.includes(word)) return undefined;
  const phrase = tree.phraseAt[at + 1]! - 1;
  if (phrase >= 0) return { range: rangeOf(tree, phrase), cueLast: at };
  const clause = tree.clauseAt[at]! - 1;
  if (clause < 0) return undefined;
  const range = trim(doc, at + 1, endOfContent(scene, clause, at + 1, hangsOn));
  return range && { range, cueLast: at };
}

const POSSESSIVES = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your']);
/** Verbs that only lend the noun a subject: "made a call". */
const LIGHT = new Set(
  'make issue express voice give have raise reiterate repeat renew offer launch deliver lodge file show announce share hold send take level cite carry'.split(
    ' ',
  ),
);

interface Owner {
  readonly owner: TokenRange[];
  readonly clause: number;
  /** First token of the cue. */
  readonly first: number;
}

function ownerOf(scene: Scene, phrase: number): Owner {
  const { doc, tree } = scene;
  const { first, head } = doc.phrases[phrase]!;
  const possessor = tree.possessor[phrase]!;
  if (possessor >= 0)
    return {
      owner: [{ first: tree.phraseFirst[possessor]!, last: doc.phrases[possessor]!.last }],
      clause: -1,
      first: head,
    };
  for (let at = first; at < head; at++)
    if (POSSESSIVES.has(doc.tokens[at]!.lower)) return { owner: [{ first: at, last: at }], clause: -1, first: head };
  const clause = tree.clauseOfObject[phrase]! - 1;
  if (clause >= 0) {
    const verb = doc.verbs[doc.clauses[clause]!.verb]!;
    if (LIGHT.has(verb.lemma) && verb.voice === 'active')
      return { owner: sourceOf(scene, clause), clause, first: verb.first };
  }
  return { owner: [], clause: -1, first: head };
}
