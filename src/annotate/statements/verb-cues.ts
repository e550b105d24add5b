/**
 * Statements around a verb: "X said that …", "…, said X", "X urged Y to …", "X condemned …", "it was announced that
 * …". One statement a clause at most. What kind of content a verb takes is said by the cue lexicon.
 */
import type { CueEntry } from '../../lexicon/cues.ts';
import type { Clause, TokenRange, VerbGroup } from '../../model/doc.ts';
import { isTimeWord } from '../syntax/noun-phrases.ts';
import type { Scene, StatementDraft } from './draft.ts';
import { quotedContent } from './quoted-content.ts';
import {
  endOfContent,
  goesWith,
  hangsAsContent,
  hangsOn,
  hangsOnThing,
  sourceBehind,
  sourceOf,
  startOfContent,
  trim,
  withoutChannel,
} from './extent.ts';

/** The statement that the verb of `clause` makes, if it makes one. */
export function readVerbCue(scene: Scene, clause: number): StatementDraft | undefined {
  const { doc, cues } = scene;
  const own = doc.clauses[clause]!;
  const verb = doc.verbs[own.verb]!;
  if (isQuotedSaying(scene, clause)) return undefined;
  const entry =
    (verb.lemma === 'make' && isMadeClear(scene, verb) ? cues.verbs.get('make clear') : undefined) ||
    (verb.particle && cues.verbs.get(`${verb.lemma} ${verb.particle}`)) ||
    cues.verbs.get(verb.lemma);
  if (entry === undefined) return readUnknown(scene, clause, own);
  const found =
    verb.voice === 'passive' ? readPassive(scene, clause, own, entry) : readActive(scene, clause, own, entry);
  if (found === undefined || found.content.length === 0) return undefined;
  return { sentence: own.sentence, clause, entry, ...found };
}

/** "made clear that …", "made it clear to both sides that …". */
const isMadeClear = ({ doc }: Scene, { last }: VerbGroup): boolean =>
  doc.tokens[last + 1]?.lower === 'clear' ||
  (doc.tokens[last + 1]?.lower === 'it' && doc.tokens[last + 2]?.lower === 'clear');

/** `"…," she laughed`: any verb with a full quotation right beside its subject is one of saying. */
function readUnknown(scene: Scene, clause: number, own: Clause): StatementDraft | undefined {
  const { doc } = scene;
  const verb = doc.verbs[own.verb]!;
  if (
    verb.form !== 'finite' ||
    verb.voice === 'passive' ||
    doc.tokens[verb.head]!.pos === 'AUX' ||
    own.subjects.length === 0
  )
    return undefined;
  const source = sourceOf(scene, clause);
  const content = quoted(scene, own, source)?.ranges ?? [];
  const { first, last } = content[0] ?? { first: 0, last: 0 };
  if (last - first < 4) return undefined;
  const before = doc.tokens[first - 1]?.text;
  const after = doc.tokens[last - 1]!.text;
  if (first > verb.first ? before !== ':' : after !== ',' && after !== '?' && after !== '!') return undefined;
  return {
    rule: 'quotation',
    sentence: own.sentence,
    clause,
    entry: undefined,
    source,
    cue: [cueOf(scene, clause)],
    content,
  };
}

type Found = Pick<StatementDraft, 'rule' | 'source' | 'cue' | 'content'>;

function readActive(scene: Scene, clause: number, own: Clause, entry: CueEntry): Found | undefined {
  const verb = scene.doc.verbs[own.verb]!;
  const cue = [cueOf(scene, clause)];
  const source = sourceOf(scene, clause);
  const content =
    (entry.patterns.includes('quote') ? quoted(scene, own, source) : undefined) ?? contentOf(scene, clause, own, entry);
  if (content === undefined) return undefined;
  const last = content.upTo === undefined ? cue[0]!.last : Math.max(verb.last, content.upTo);
  return { rule: content.rule, source, cue: [{ first: cue[0]!.first, last }], content: content.ranges };
}

function quoted(scene: Scene, own: Clause, source: readonly TokenRange[]): Content | undefined {
  const verb = scene.doc.verbs[own.verb]!;
  const beside = own.inheritedSubject ? undefined : source[0];
  const start = Math.min(verb.first, beside?.first ?? verb.first);
  const ranges = quotedContent(scene, own, start, Math.max(verb.last, beside?.last ?? verb.last));
  return ranges.length === 0 ? undefined : { rule: 'quotation', ranges };
}

interface Content {
  readonly rule: string;
  readonly ranges: TokenRange[];
  /** Last token of the cue, where it goes on behind the verb: "called for". */
  readonly upTo?: number;
}

function contentOf(scene: Scene, clause: number, own: Clause, entry: CueEntry): Content | undefined {
  const { patterns } = entry;
  const takesClause = patterns.includes('clause') || patterns.includes('quote');
  return (
    (takesClause
      ? (complementBehind(scene, clause, own) ?? complementBefore(scene, clause, own, patterns))
      : undefined) ??
    infinitiveBehind(scene, clause, own, patterns) ??
    (patterns.includes('gerund') ? gerundBehind(scene, clause, own) : undefined) ??
    behindPreposition(scene, clause, own, patterns) ??
    (patterns.includes('object') || patterns.includes('naming')
      ? objectBehind(scene, clause, own, patterns.includes('naming'))
      : undefined)
  );
}

/** Children of a clause, in order. */
function* childrenOf({ tree }: Scene, clause: number): Generator<number> {
  for (let child = tree.firstChild[clause]!; child >= 0; child = tree.nextSibling[child]!) yield child;
}

/** "said that X …", "said X …", "asked whether …": from the first complement to the end of all that goes with it. */
function complementBehind(scene: Scene, clause: number, own: Clause): Content | undefined {
  const { doc } = scene;
  const verb = doc.verbs[own.verb]!;
  for (const child of childrenOf(scene, clause)) {
    const { role, first } = doc.clauses[child]!;
    if (role !== 'complement') continue;
    if (first < verb.first && doc.verbs[doc.clauses[child]!.verb]!.first > verb.last)
      return aroundAside(scene, clause, child);
    if (first <= verb.last) continue;
    const range = trim(doc, first, endOfContent(scene, clause, first, hangsAsContent));
    if (range === undefined) return undefined;
    // "denied the claim that …": the noun is part of the cue.
    const noun = own.objects.find((phrase) => doc.phrases[phrase]!.last === first - 1);
    const upTo = noun !== undefined && scene.cues.nouns.has(doc.tokens[first - 1]!.lemma) ? { upTo: first - 1 } : {};
    return { rule: 'said-clause', ranges: [range], ...upTo };
  }
  return undefined;
}

/** "The truce, he said, holds": what stands before the aside and what stands behind it. */
function aroundAside(scene: Scene, clause: number, child: number): Content | undefined {
  const { doc } = scene;
  const own = doc.clauses[clause]!;
  const source = sourceOf(scene, clause)[0];
  const { first, last } = doc.verbs[own.verb]!;
  const start = Math.min(first, source?.first ?? first);
  const end = Math.max(
    last,
    source?.last ?? last,
    own.obliques.reduce((reach, { phrase }) => Math.max(reach, doc.phrases[phrase]!.last), last),
  );
  const before = trim(doc, doc.clauses[child]!.first, start - 1);
  const behind = trim(doc, end + 1, endOfContent(scene, child, end + 1, goesWith));
  const ranges = [before, behind].filter((range) => range !== undefined);
  return ranges.length === 0 ? undefined : { rule: 'said-aside', ranges };
}

/** "X …, the ministry said": from the start of the sentence to the comma. */
function complementBefore(scene: Scene, clause: number, own: Clause, patterns: readonly string[]): Content | undefined {
  const { doc } = scene;
  if (!patterns.includes('quote')) return undefined;
  const verb = doc.verbs[own.verb]!;
  const source = sourceOf(scene, clause)[0];
  const start = Math.min(verb.first, source?.first ?? verb.first);
  for (const child of childrenOf(scene, clause)) {
    const { role, first } = doc.clauses[child]!;
    if (role !== 'complement' || first >= start) continue;
    const range = trim(doc, startOfContent(doc, doc.sentences[own.sentence]!.first, start), start - 1);
    return range && { rule: 'clause-said', ranges: [range] };
  }
  return undefined;
}

/** "agreed to …", "urged X to …", "called on X to …", "wants X to …". */
function infinitiveBehind(scene: Scene, clause: number, own: Clause, patterns: readonly string[]): Content | undefined {
  const { doc, tree } = scene;
  const verb = doc.verbs[own.verb]!;
  for (const child of childrenOf(scene, clause)) {
    const { role, first } = doc.clauses[child]!;
    if (role !== 'infinitive' || first <= verb.last) continue;
    const object = own.objects.find(
      (phrase) => doc.phrases[phrase]!.first > verb.last && doc.phrases[phrase]!.last < first,
    );
    const hearer = own.obliques.find(
      ({ preposition, phrase }) =>
        (preposition === 'on' || preposition === 'to' || preposition === 'for' || preposition === 'upon') &&
        doc.phrases[phrase]!.first === verb.last + 2,
    );
    if (object === undefined && hearer === undefined) {
      if (!patterns.includes('infinitive') || first > verb.last + 3) return undefined;
      return ranged(scene, clause, first, 'agreed-to');
    }
    if (object !== undefined) {
      if (!patterns.includes('object-infinitive')) return undefined;
      return ranged(scene, clause, tree.phraseFirst[object]!, 'urged-to');
    }
    if (!patterns.includes('on-infinitive')) return undefined;
    const content = ranged(scene, clause, tree.phraseFirst[hearer!.phrase]!, 'called-on');
    return content && { ...content, upTo: doc.phrases[hearer!.phrase]!.first - 1 };
  }
  return undefined;
}

/** "denied shelling the town". */
function gerundBehind(scene: Scene, clause: number, own: Clause): Content | undefined {
  const { doc } = scene;
  for (const child of childrenOf(scene, clause)) {
    const { verb, marker } = doc.clauses[child]!;
    const group = doc.verbs[verb]!;
    if (group.form === 'gerund' && marker === undefined && group.first === doc.verbs[own.verb]!.last + 1)
      return ranged(scene, clause, group.first, 'denied-doing');
  }
  return undefined;
}

function ranged(scene: Scene, clause: number, first: number, rule: string, belongs = hangsOn): Content | undefined {
  const range = trim(scene.doc, first, endOfContent(scene, clause, first, belongs));
  return range && { rule, ranges: [range] };
}

/** "called for talks", "spoke of a breach", "warned against leaving": the preposition is part of the cue. */
function behindPreposition(
  scene: Scene,
  clause: number,
  own: Clause,
  patterns: readonly string[],
): Content | undefined {
  const { doc } = scene;
  const verb = doc.verbs[own.verb]!;
  const at = verb.last + 1;
  const token = doc.tokens[at];
  if (token === undefined || !patterns.includes(token.lower) || token.pos === 'VERB') return undefined;
  if (at >= doc.sentences[own.sentence]!.last || isTimeWord(doc.tokens[at + 1]!.lower)) return undefined;
  const content = ranged(scene, clause, at + 1, 'spoke-of', hangsOnThing);
  return content && { ...content, upTo: at };
}

/** "condemned the attack", "announced a pause", "accused X of …": the object and what goes with it. */
function objectBehind(scene: Scene, clause: number, own: Clause, naming: boolean): Content | undefined {
  const { doc, tree } = scene;
  const verb = doc.verbs[own.verb]!;
  const object = own.objects.find(
    (phrase) => doc.phrases[phrase]!.first > verb.last && doc.phrases[phrase]!.first <= verb.last + 4,
  );
  if (object === undefined || own.subjects.includes(object)) return undefined;
  if (naming && !isNamed(scene, object)) return undefined;
  const content = ranged(scene, clause, tree.phraseFirst[object]!, 'announced-thing', hangsOnThing);
  return content && { ...content, ranges: [withoutChannel(scene, own, content.ranges[0]!)] };
}

/** "called it a breach", "deemed the plan dead": the object is followed by what it is said to be. */
function isNamed({ doc, tree, quotations }: Scene, object: number): boolean {
  const at = tree.phraseLast[object]! + 1;
  const token = doc.tokens[at];
  if (token === undefined) return false;
  return (
    tree.phraseAt[at]! > 0 ||
    token.pos === 'ADJ' ||
    token.pos === 'ADV' ||
    token.lower === 'as' ||
    quotations.around[at]! > 0
  );
}

/** Verbs that hand on what somebody said: "was quoted as saying". */
const HANDS_ON = new Set(['quote', 'cite', 'report']);

/** Whether a clause is the "as saying" of "was quoted as saying". */
function isQuotedSaying({ doc }: Scene, clause: number): boolean {
  const { marker, parent, verb } = doc.clauses[clause]!;
  if (marker !== 'as' || parent === undefined || doc.verbs[verb]!.form !== 'gerund') return false;
  const above = doc.verbs[doc.clauses[parent]!.verb]!;
  return above.voice === 'passive' && HANDS_ON.has(above.lemma);
}

/** `"…," X was quoted as saying`, "X was quoted as saying that …". */
function readQuoted(scene: Scene, clause: number, own: Clause, saying: number): Found | undefined {
  const { doc } = scene;
  const source = sourceOf(scene, clause);
  const { first } = doc.verbs[own.verb]!;
  const { last } = doc.verbs[doc.clauses[saying]!.verb]!;
  const start = Math.min(first, source[0]?.first ?? first);
  const ranges = quotedContent(scene, own, start, last);
  const content =
    ranges.length > 0
      ? ranges
      : (complementBehind(scene, saying, doc.clauses[saying]!) ?? complementBefore(scene, clause, own, ['quote']))
          ?.ranges;
  return content && { rule: 'quotation', source, cue: [{ first, last }], content };
}

function readPassive(scene: Scene, clause: number, own: Clause, entry: CueEntry): Found | undefined {
  const { doc, tree } = scene;
  const verb = doc.verbs[own.verb]!;
  const cue = [cueOf(scene, clause)];
  const saying = childrenOf(scene, clause).find((child) => isQuotedSaying(scene, child));
  if (saying !== undefined) return readQuoted(scene, clause, own, saying);
  const source = sourceBehind(scene, own, 'by');
  const complement = entry.patterns.includes('passive-clause') ? complementBehind(scene, clause, own) : undefined;
  if (complement !== undefined) return { rule: 'was-said', source, cue, content: complement.ranges };
  if (own.subjects.length === 0) return undefined;
  const subject =
    own.role === 'relative' && own.inheritedSubject
      ? { first: own.first, last: own.first }
      : {
          first: tree.phraseFirst[own.subjects[0]!]!,
          last: Math.min(verb.first - 1, tree.phraseLast[own.subjects.at(-1)!]!),
        };
  if (subject.last < subject.first) return undefined;
  for (const child of childrenOf(scene, clause)) {
    const { role, first } = doc.clauses[child]!;
    if (role !== 'infinitive' || first <= verb.last) continue;
    if (!entry.patterns.includes('passive-infinitive')) return undefined;
    const rest = ranged(scene, clause, first, 'is-expected');
    return rest && { rule: 'is-expected', source, cue, content: [subject, ...rest.ranges] };
  }
  if (!entry.patterns.includes('passive-object')) return undefined;
  return { rule: 'was-condemned', source, cue, content: [subject] };
}

/** The verb group with the adverb before it: "also said". */
function cueOf({ doc }: Scene, clause: number): TokenRange {
  const verb = doc.verbs[doc.clauses[clause]!.verb]!;
  const before = doc.tokens[verb.first - 1];
  const first = before?.pos === 'ADV' && verb.first > doc.sentences[verb.sentence]!.first ? verb.first - 1 : verb.first;
  return { first, last: verb.last };
}
