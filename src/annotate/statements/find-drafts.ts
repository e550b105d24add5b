/** Looks at every verb, noun and preposition that may tell of a statement, and fits in the quotations. */
import type { Scene, StatementDraft } from './draft.ts';
import { readNounCue } from './noun-cues.ts';
import { readPhraseCues } from './phrase-cues.ts';
import { addContinuations } from './quoted-content.ts';
import { readVerbCue } from './verb-cues.ts';

/** All statements of a document, in no order that counts. */
export function findDrafts(scene: Scene): StatementDraft[] {
  const found: StatementDraft[] = [];
  for (let clause = 0; clause < scene.doc.clauses.length; clause++) {
    const draft = readVerbCue(scene, clause);
    if (draft !== undefined) found.push(draft);
  }
  for (let phrase = 0; phrase < scene.doc.phrases.length; phrase++) {
    const draft = readNounCue(scene, phrase);
    if (draft !== undefined) found.push(draft);
  }
  for (let sentence = 0; sentence < scene.doc.sentences.length; sentence++)
    found.push(...readPhraseCues(scene, sentence));
  const drafts = found.filter((draft) => !isQuoted(scene, draft));
  for (const draft of drafts) finishQuotation(scene, draft);
  addContinuations(scene, drafts);
  return drafts;
}

/** Content that breaks off in a quotation goes on to its end: `said he replied: "…"`, `said that "… ."`. */
function finishQuotation({ doc, quotations }: Scene, { content, cue }: StatementDraft): void {
  const { first, last } = content.at(-1)!;
  const next = doc.tokens[last + 1]?.text === ':' ? last + 2 : last;
  const quotation = quotations.all[quotations.around[next]! - 1];
  if (quotation === undefined || quotation.first < first || quotation.last <= last) return;
  if (cue.length > 0 && quotation.first <= cue[0]!.first && cue[0]!.first <= quotation.last) return;
  content[content.length - 1] = { first, last: quotation.last };
}

/**
 * Whether the cue stands in a quotation. What a quoted speaker thinks ("I believe …") is part of what is quoted, not a
 * statement beside it.
 */
function isQuoted({ quotations }: Scene, { cue, source }: StatementDraft): boolean {
  const at = cue[0]?.first ?? source[0]?.first;
  return at !== undefined && quotations.around[at] !== 0;
}
