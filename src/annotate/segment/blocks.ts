/** The stretches of an article that are read on their own: headline, deck, and each paragraph. First step of `segment`. */
import type { Article } from '../../model/article.ts';
import type { Zone } from '../../model/doc.ts';
import { bySpan, overlaps, type Span } from '../../model/span.ts';

export interface Block extends Span {
  readonly zone: Zone;
  /** Index of the paragraph; -1 in headline and deck. */
  readonly paragraph: number;
}

/** All blocks in the order of the text. An article without paragraphs has one for each run of lines without a blank one. */
export function blocksOf(article: Article): Block[] {
  const blocks: Block[] = [];
  if (article.headline) blocks.push({ ...spanIn(article.headline), zone: 'headline', paragraph: -1 });
  if (article.deck) blocks.push({ ...spanIn(article.deck), zone: 'deck', paragraph: -1 });
  const heads = blocks.slice();
  const paragraphs = article.paragraphs.length > 0 ? article.paragraphs : runsOfLines(article.text);
  let index = 0;
  for (const paragraph of paragraphs) {
    if (heads.some((head) => overlaps(head, paragraph))) continue;
    blocks.push({ ...spanIn(paragraph), zone: 'body', paragraph: index++ });
  }
  return blocks.sort(bySpan);
}

const spanIn = (span: Span): Span => ({ start: span.start, end: span.end });

const BLANK_LINES = /\n[^\S\n]*\n\s*/g;

function runsOfLines(text: string): Span[] {
  const runs: Span[] = [];
  let from = 0;
  for (const gap of text.matchAll(BLANK_LINES)) {
    addTrimmed(runs, text, from, gap.index);
    from = gap.index + gap[0].length;
  }
  addTrimmed(runs, text, from, text.length);
  return runs;
}

function addTrimmed(runs: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  if (end > start) runs.push({ start, end });
}
