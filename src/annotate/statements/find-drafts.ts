/** Looks at every verb, noun and preposition that may tell of a statement, and fits in the quotations. */
import type { TokenRange } from '../../model/doc.ts';
import type { Scene, StatementDraft } from './draft.ts';
import { readNounCue } from './noun-cues.ts';
import { readHeadlineSource, readPhraseCues } from './phrase-cues.ts';
import { addContinuations } from './quoted-content.ts';
import { readVerbCue } from './verb-cues.ts';

/** All statements of a document, in no order that counts. */
export function findDrafts(scene: Scene): StatementDraft[] {
  const found: StatementDraft[] = [];
  const spoken = new Set<number>();
  const told = new Map<number, StatementDraft[]>();
  for (let clause = 0; clause < scene.doc.clauses.length; clause++) {
    const draft = readVerbCue(scene, clause);
    if (draft === undefined) continue;
    found.push(draft);
    spoken.add(clause);
    const others = told.get(beginOf(draft));
    if (others === undefined) told.set(beginOf(draft), [draft]);
    else others.push(draft);
  }
  for (let phrase = 0; phrase < scene.doc.phrases.length; phrase++) {
    const draft = readNounCue(scene, phrase);
    // "voiced concern over …" is told once, by its verb where that is a cue.
    if (draft !== undefined && !spoken.has(draft.clause) && !isTold(draft, told.get(beginOf(draft)))) found.push(draft);
  }
  for (let sentence = 0; sentence < scene.doc.sentences.length; sentence++) readPhraseCues(scene, sentence, found);
  const headline = readHeadlineSource(scene);
  if (headline !== undefined) found.push(headline);
  const drafts = found.filter((draft) => !isQuoted(scene, draft));
  for (const draft of drafts) {
    finishQuotation(scene, draft);
    draft.content = draft.content.map((range) => withMarks(scene, range));
  }
  addContinuations(scene, drafts);
  return withoutWeak(scene, drafts);
}

/** Rules that hold within another statement too: "he said that the envoy had told him …". */
const STRONG = new Set([
  'said-clause',
  'quotation',
  'clause-said',
  'said-aside',
  'according-to',
  'called-on',
  'urged-to',
]);
const AROUND = new Set(['said-clause', 'quotation', 'clause-said', 'said-aside', 'according-to']);
const PERSONAL = new Set(['i', 'we', 'you', 'he', 'she', 'it', 'they']);

/** Leaves out what is told within another statement as part of it: "she said she opposed the plan" is one statement. */
function withoutWeak({ doc }: Scene, drafts: readonly StatementDraft[]): StatementDraft[] {
  const change = new Int32Array(doc.tokens.length + 1);
  for (const { rule, content } of drafts)
    if (AROUND.has(rule))
      for (const { first, last } of content) {
        change[first]!++;
        change[last + 1]!--;
      }
  for (let at = 1; at < change.length; at++) change[at]! += change[at - 1]!;
  return drafts.filter(({ cue, content, rule, source }) => {
    const at = cue[0]?.first;
    if (at === undefined) return true;
    const own = AROUND.has(rule) && content.some(({ first, last }) => first <= at && at <= last) ? 1 : 0;
    if (change[at]! <= own) return true;
    const [first] = source;
    return (
      STRONG.has(rule) &&
      first !== undefined &&
      !(first.first === first.last && PERSONAL.has(doc.tokens[first.first]!.lower))
    );
  });
}

/** Same content, same key: "denied the claim that …" has a verb and a noun for it. */
/** First token of the content, -1 without any. */
const beginOf = ({ content }: StatementDraft): number => content[0]?.first ?? -1;

/** Whether one of `told` has the same content. */
const isTold = ({ content }: StatementDraft, told: readonly StatementDraft[] = []): boolean =>
  told.some(
    (other) =>
      other.content.length === content.length &&
      other.content.every(({ first, last }, at) => first === content[at]!.first && last === content[at]!.last),
  );

/** Content that breaks off in a quotation goes on to its end: `said he replied: "…"`, `said that "… ."`. */
function finishQuotation({ doc, quotations }: Scene, { content, cue }: StatementDraft): void {
  const { first, last } = content.at(-1)!;
  const next = doc.tokens[last + 1]?.text === ':' ? last + 2 : last;
  const quotation = quotations.all[quotations.around[next]! - 1];
  if (quotation === undefined || quotation.first < first || quotation.last <= last) return;
  if (cue.length > 0 && quotation.first <= cue[0]!.first && cue[0]!.first <= quotation.last) return;
  content[content.length - 1] = { first, last: quotation.last };
}

/** Takes in the quotation marks that touch a content: `expressed "concern over …"`. */
function withMarks({ quotations: { all, around } }: Scene, { first, last }: TokenRange): TokenRange {
  const opening = first > 0 ? all[around[first - 1]! - 1] : undefined;
  const closing = all[around[last + 1]! - 1];
  return {
    first: opening?.first === first - 1 && opening.last <= last + 1 ? first - 1 : first,
    last: closing?.last === last + 1 && closing.first >= first - 1 ? last + 1 : last,
  };
}

/**
 * Whether the cue stands in a quotation. What a quoted speaker thinks ("I believe …") is part of what is quoted, not a
 * statement beside it.
 */
function isQuoted({ quotations }: Scene, { cue, source }: StatementDraft): boolean {
  const at = cue[0]?.first ?? source[0]?.first;
  return at !== undefined && quotations.around[at] !== 0;
}
