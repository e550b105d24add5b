/** Looks at every verb, noun and preposition that may tell of a statement, and fits in the quotations. */
import type { Scene, StatementDraft } from './draft.ts';
import { trim } from './extent.ts';
import { addContinuations } from './quoted-content.ts';
import { readVerbCue } from './verb-cues.ts';

/** All statements of a document, in no order that counts. */
export function findDrafts(scene: Scene): StatementDraft[] {
  const found: StatementDraft[] = [];
  for (let clause = 0; clause < scene.doc.clauses.length; clause++) {
    const draft = readVerbCue(scene, clause);
    if (draft !== undefined) found.push(draft);
  }
  for (const draft of found) keepInQuotation(scene, draft);
  const drafts = found.filter(({ content }) => content.length > 0);
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

/** What is said within a quotation ("I think that …") ends with it. */
function keepInQuotation({ doc, quotations }: Scene, draft: StatementDraft): void {
  const at = draft.cue[0]?.first ?? 0;
  const quotation = quotations.all[quotations.around[at]! - 1];
  if (quotation === undefined) return;
  draft.content = draft.content.flatMap(
    ({ first, last }) => trim(doc, Math.max(first, quotation.first), Math.min(last, quotation.last)) ?? [],
  );
}
