/** Statements without a verb: "according to X, …", "In X's survey, …", "X: …" and the source that a headline names behind a dash. */
import type { Doc, TokenRange } from '../../model/doc.ts';
import type { Scene, StatementDraft } from './draft.ts';
import { startOfContent, trim } from './extent.ts';
import { rangeOf } from './tree.ts';

/** Adds the statements of sentence `sentence` that a preposition or colon makes. */
export function readPhraseCues(scene: Scene, sentence: number, drafts: StatementDraft[]): void {
  const { doc } = scene;
  const { first, last } = doc.sentences[sentence]!;
  for (let at = first; at < last; at++) {
    const { lower } = doc.tokens[at]!;
    const found =
      lower === 'according' && doc.tokens[at + 1]!.lower === 'to'
        ? readAccording(scene, sentence, at)
        : lower === ':'
          ? readColon(scene, sentence, at)
          : undefined;
    if (found !== undefined) drafts.push({ sentence, clause: -1, entry: undefined, ...found });
  }
}

type Found = Pick<StatementDraft, 'rule' | 'source' | 'cue' | 'content'>;

/** "According to X, …" and "…, according to X": all of the sentence that stands before, or else behind. */
function readAccording(scene: Scene, sentence: number, at: number): Found | undefined {
  const { doc, tree, quotations } = scene;
  const phrase = tree.phraseAt[at + 2]! - 1;
  if (phrase < 0) return undefined;
  const { first, last } = doc.sentences[sentence]!;
  const source = { first: at + 2, last: endOfSource(doc, rangeOf(tree, phrase).last, last) };
  const before = at > first + 2 ? trim(doc, startOfContent(doc, first, at), at - 1) : undefined;
  const goesOn = source.last + 2 <= last && isVerbal(doc, source.last + 2);
  const behind =
    before === undefined || goesOn ? trim(doc, source.last + 1, Math.min(last, source.last + REACH)) : undefined;
  const content = [before, behind].filter((range) => range !== undefined);
  const quotation = quotations.all[quotations.around[at - 1]! - 1] ?? quotations.all[quotations.around[at - 2]! - 1];
  if (
    before !== undefined &&
    quotation !== undefined &&
    quotation.last < at &&
    quotation.last >= at - 2 &&
    quotation.first < first
  )
    content[0] = quotation;
  return content.length === 0
    ? undefined
    : { rule: 'according-to', source: [source], cue: [{ first: at, last: at + 1 }], content };
}

const isVerbal = (doc: Doc, at: number): boolean => doc.tokens[at]!.pos === 'VERB' || doc.tokens[at]!.pos === 'AUX';

/** A source goes on to the next mark: "officials who asked for anonymity". */
function endOfSource(doc: Doc, from: number, last: number): number {
  let at = from;
  while (at < last && doc.tokens[at + 1]!.pos !== 'PUNCT' && doc.tokens[at + 1]!.pos !== 'CCONJ') at++;
  return at;
}

/** Most tokens of what stands behind "according to X,". */
const REACH = 400;

/** Longest name before a colon: "Foreign Minister Ana Horvat: …". */
const NAME = 9;

/** "X: …" with nothing but a name before the colon, and a sentence or quotation behind it. */
function readColon({ doc, tree, quotations }: Scene, sentence: number, at: number): Found | undefined {
  const { first, last } = doc.sentences[sentence]!;
  const from = doc.tokens[first]!.pos === 'PUNCT' ? first + 1 : first;
  if (at - from > NAME || at === from || quotations.around[at] !== 0) return undefined;
  const phrase = tree.phraseAt[from]! - 1;
  if (phrase < 0 || doc.phrases[phrase]!.last !== at - 1 || doc.tokens[doc.phrases[phrase]!.head]!.pos !== 'PROPN')
    return undefined;
  const next = doc.tokens[at + 1]!;
  const quotation = quotations.all[quotations.around[at + 1]! - 1];
  if (quotation === undefined && next.text[0] === next.text[0]!.toLowerCase()) return undefined;
  const range: TokenRange | undefined = quotation?.first === at + 1 ? quotation : trim(doc, at + 1, last);
  return (
    range && {
      rule: 'name-colon',
      source: [{ first: from, last: at - 1 }],
      cue: [{ first: at, last: at }],
      content: [range],
    }
  );
}

/** "Truce holds - ministry": all of the headline that stands before the source which it names. */
export function readHeadlineSource({ doc }: Scene): StatementDraft | undefined {
  const named = doc.article.headlineSource;
  const sentence = doc.sentences.findIndex(({ zone }) => zone === 'headline');
  if (named === undefined || sentence < 0) return undefined;
  const { first } = doc.sentences[sentence]!;
  let from = first;
  while (from < doc.tokens.length && doc.tokens[from]!.start < named.start) from++;
  let to = from;
  while (to + 1 < doc.tokens.length && doc.tokens[to + 1]!.end <= named.end) to++;
  const range = from > first ? trim(doc, first, from - 1) : undefined;
  if (range === undefined || doc.tokens[from]!.start !== named.start) return undefined;
  return {
    rule: 'headline-source',
    sentence,
    clause: -1,
    entry: undefined,
    source: [{ first: from, last: to }],
    cue: [],
    content: [range],
  };
}
