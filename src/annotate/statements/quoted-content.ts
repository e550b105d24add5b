/**
 * Fits quotations to verbs: `"…," X said`, `X said: "…"`, `"…," said X, "…"`, and the quoted sentences of the same
 * paragraph that go on without a new cue. Quoted words inside a clause ("said the plan was “dead”") are no business of
 * this file.
 */
import type { Clause, TokenRange } from '../../model/doc.ts';
import type { Scene, StatementDraft } from './draft.ts';
import type { Quotation } from './quotations.ts';

/** How many tokens may stand between a verb and the quotation that it opens: hearer, time and place. */
const GAP = 24;

/** The quotations that the verb of `own` introduces or follows; empty when there are none. `end` is the cue's or source's last token. */
export function quotedContent(scene: Scene, own: Clause, start: number, end: number): TokenRange[] {
  const { doc, quotations } = scene;
  if (quotations.around[doc.verbs[own.verb]!.head] !== 0) return [];
  const before = quotationBefore(scene, own, start);
  const after = quotationAfter(scene, own, end, before !== undefined);
  // With speech behind the verb, quoted words within the clause before it are not what is said.
  const within = before !== undefined && before.first > scene.doc.sentences[own.sentence]!.first + 1;
  const ranges: TokenRange[] =
    before === undefined || (within && after !== undefined) ? [] : openedBefore(scene, own, before);
  if (after !== undefined) ranges.push({ first: after.first, last: after.last });
  return ranges;
}

/** The quotation that closes right before token `start`, a comma between at most. */
function quotationBefore({ doc, quotations }: Scene, own: Clause, start: number): Quotation | undefined {
  const { first, last, paragraph } = doc.sentences[own.sentence]!;
  let at = start - 1;
  if (at >= first && doc.tokens[at]!.text === ',') {
    at--;
    // `"…," another friend, X told us`: a description may stand before the name.
    for (let i = at; i > Math.max(first, at - 8); i--) {
      const { pos } = doc.tokens[i]!;
      if (quotations.around[i] !== 0) {
        at = i;
        break;
      }
      if (pos === 'VERB' || pos === 'AUX' || pos === 'PUNCT') break;
    }
  }
  if (at < 1) return undefined;
  const quotation = quotations.all[quotations.around[at]! - 1];
  if (quotation?.last !== at || !quotation.closed || at <= quotation.first + 1) return undefined;
  // `"Who knows?" Rask wondered`: a question can be a sentence of its own.
  const bare = last - first < 8;
  if (
    at < first &&
    (doc.sentences[own.sentence - 1]?.paragraph !== paragraph || (doc.tokens[at - 1]!.text === '.' && !bare))
  )
    return undefined;
  return quotation;
}

/** A quotation with the paragraphs before it that left it open. */
function openedBefore(scene: Scene, own: Clause, quotation: Quotation): TokenRange[] {
  const { all, around } = scene.quotations;
  const ranges: TokenRange[] = [{ first: startOf(scene, own, quotation), last: quotation.last }];
  for (let at = around[quotation.first]! - 1; at > 0 && all[at]!.reopened; at--)
    ranges.unshift({ first: all[at - 1]!.first, last: all[at - 1]!.last });
  return ranges;
}

/** A quotation with words of the same sentence before it takes them along: `The plan is "dead," X said.` */
function startOf({ doc }: Scene, own: Clause, { first }: Quotation): number {
  const sentence = doc.sentences[own.sentence]!;
  const before = doc.tokens[first - 1]?.text;
  if (first <= sentence.first || before === ':' || before === '—' || before === '–') return first;
  const opening = doc.tokens[sentence.first]!.pos;
  return opening === 'CCONJ' || opening === 'PUNCT' ? sentence.first + 1 : sentence.first;
}

/** The quotation that opens behind the verb, with nothing but the hearer, time and place between. */
function quotationAfter(scene: Scene, own: Clause, end: number, split: boolean): Quotation | undefined {
  const { doc, quotations } = scene;
  const { last } = doc.sentences[own.sentence]!;
  for (let at = end + 1; at <= Math.min(last, end + GAP); at++) {
    const token = doc.tokens[at]!;
    const quotation = quotations.all[quotations.around[at]! - 1];
    if (quotation !== undefined) {
      return quotation.first === at && isOpenedBy(scene, own, quotation, end, split) ? quotation : undefined;
    }
    if (
      token.pos === 'VERB' ||
      token.pos === 'AUX' ||
      token.text === ';' ||
      token.lower === 'that' ||
      token.lower === 'who'
    )
      return undefined;
    if (token.pos === 'CCONJ' && token.lower !== 'and') return undefined;
  }
  return doc.tokens[last]!.text === ':' && last - end <= GAP ? quotationBelow(scene, last + 1) : undefined;
}

/** `She wrote:`, and the quotation is the next paragraph. */
function quotationBelow({ quotations }: Scene, at: number): Quotation | undefined {
  const quotation = quotations.all[quotations.around[at]! - 1];
  return quotation?.first === at ? quotation : undefined;
}

/**
 * Whether a quotation is what the verb before it introduces, not a part of a longer clause or thing: behind a colon or
 * comma, or up to the end of the sentence.
 */
function isOpenedBy(
  { doc, channels }: Scene,
  own: Clause,
  { first, last }: Quotation,
  end: number,
  split: boolean,
): boolean {
  const mark = doc.tokens[first - 1]!;
  if (mark.text === ':') return true;
  const marked = mark.pos === 'PUNCT';
  const whole = last + 1 >= doc.sentences[own.sentence]!.last;
  const initial = doc.tokens[first + 1]?.text.charAt(0) ?? '';
  const capital = initial !== initial.toLowerCase();
  const fits = first > end + 1 ? whole && capital && !split : capital || (whole && !split);
  if (!marked && !fits) return false;
  if (first === end + 1) return true;
  // "noted the slogan, “…”" quotes a thing; "told the crowd, “…”" does not.
  const thing = own.objects.some((phrase) => {
    const { first: from, head } = doc.phrases[phrase]!;
    return (
      from > end &&
      from < first &&
      doc.tokens[head]!.pos === 'NOUN' &&
      channels.get(doc.tokens[head]!.lemma) !== 'hearers'
    );
  });
  return (!thing || last - first > THING) && last - first > 2;
}

/** A quotation of so many tokens behind an object is speech: titles and slogans are shorter. */
const THING = 9;

/**
 * Gives quoted sentences without a cue of their own to the statement before them in the same paragraph:
 * `"We agree," X said. "Talks go on."`
 */
export function addContinuations({ doc, quotations }: Scene, drafts: readonly StatementDraft[]): void {
  const claimed = new Uint8Array(quotations.all.length + 1);
  for (const { content, rule } of drafts)
    for (const range of content)
      if (rule === 'quotation' || endsInQuotation(quotations, range)) claim(claimed, quotations.around, range);
  for (const draft of drafts) {
    const tail = draft.content.at(-1)!;
    if (draft.rule !== 'quotation' && !endsInQuotation(quotations, tail)) continue;
    let reached = Math.max(tail.last, draft.cue.at(-1)?.last ?? 0, draft.source.at(-1)?.last ?? 0);
    for (;;) {
      const sentence = sentenceAt(doc, reached, draft.sentence);
      const next = doc.sentences[sentence + 1];
      if (next === undefined) break;
      const index = quotations.around[next.first]!;
      const quotation = quotations.all[index - 1];
      if (quotation === undefined || quotation.first !== next.first || claimed[index] === 1) break;
      const here = doc.sentences[sentence]!;
      const apart = next.paragraph !== here.paragraph || next.zone !== here.zone;
      if (apart && !quotation.reopened && !isWholeParagraph(doc, quotation, sentence + 1)) break;
      claimed[index] = 1;
      draft.content.push({ first: quotation.first, last: quotation.last });
      reached = quotation.last;
    }
  }
}

/** A paragraph that is nothing but a quotation has the speaker of the one before. */
function isWholeParagraph({ sentences }: Scene['doc'], { last, closed }: Quotation, sentence: number): boolean {
  let end = sentence;
  while (end + 1 < sentences.length && sentences[end + 1]!.paragraph === sentences[sentence]!.paragraph) end++;
  return closed && sentences[sentence]!.zone === 'body' && last === sentences[end]!.last;
}

/** Whether a content ends with a quotation that began in it. */
function endsInQuotation({ all, around }: Scene['quotations'], { first, last }: TokenRange): boolean {
  const quotation = all[around[last]! - 1];
  return quotation !== undefined && quotation.first >= first;
}

function claim(claimed: Uint8Array, around: Int32Array, { first, last }: TokenRange): void {
  for (let at = first; at <= last; at++) claimed[around[at]!] = 1;
}

/** The sentence of token `at`, searched from `from` on. */
function sentenceAt({ sentences }: Scene['doc'], at: number, from: number): number {
  let sentence = from;
  while (sentence + 1 < sentences.length && sentences[sentence]!.last < at) sentence++;
  return sentence;
}
