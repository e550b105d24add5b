/** Finds where a report ends: end marks, desk initials, credits, contacts, copyright and footer notes below the last paragraph. */
import { lineKey, startsWithAny, type WireWords } from '../../lexicon/wire-words.ts';
import type { Span } from '../../model/span.ts';
import { isChrome } from './furniture.ts';

/** Longest paragraph that can be a credit or a footer. */
const LONGEST = 700;
/** An end mark behind the last sentence, on its line: "… on Friday.   ab/cd", "… on Friday. Enditem". */
const TRAILING =
  /(?:\s+(?:Enditem|ENDITEM|\(\s*(?:END|ENDS|end|ends|More|MORE)\s*\)|-0-|-30-|#{3,})|(?<=[.!?"”'’)])\s+(?:ENDS?|[a-z]{1,4}(?:[-–/][a-z]{1,4})+)|\s{2,}[a-z]{1,4}(?:[-–/][a-z]{1,4})+)\s*$/;
/** Initials of the desk, alone on a line: "ab/cd", "abc-de/fg". */
const INITIALS = /^[a-z]{1,5}(?:[-–/][a-z]{1,5}){1,4}\.?$/;
const COPYRIGHT = /^(?:©|\(c\)\s|copyright\b)/i;
const MARK = /^[-–—#*\s([]*(?:\d{1,2})?[-–—#*\s)\]]*$/;

export interface Ending {
  /** Index of the first block that is no part of the report any more. */
  readonly first: number;
  /** End of the last paragraph, where a mark stands behind it. */
  readonly lastEnd?: number;
  readonly signOff?: Span;
  /** Who holds the copyright, where a line says so. */
  readonly holder?: string;
}

/** Reads `blocks` from their end; at least the block at `from` stays in the report. */
export function endingOf(text: string, blocks: readonly Span[], from: number, words: WireWords): Ending {
  let first = blocks.length;
  let start: number | undefined;
  let end = 0;
  let holder: string | undefined;
  while (first - 1 > from) {
    const block = blocks[first - 1] as Span;
    const isEnd = isEnding(text, block, words);
    if (!isEnd && !isChrome(text, block, words)) break;
    if (isEnd) {
      start = block.start;
      end = Math.max(end, block.end);
      holder = holderOf(text.slice(block.start, block.end)) ?? holder;
    }
    first--;
  }
  const last = blocks[first - 1];
  const mark = last && TRAILING.exec(text.slice(Math.max(last.start + 1, last.end - 40), last.end));
  const lastEnd = last && mark ? last.end - mark[0].length : undefined;
  if (last !== undefined && mark && lastEnd !== undefined) {
    start = lastEnd + mark[0].length - mark[0].trimStart().length;
    end = Math.max(end, last.end - (mark[0].length - mark[0].trimEnd().length));
  }
  return {
    first,
    ...(lastEnd !== undefined && { lastEnd }),
    ...(start !== undefined && { signOff: { start, end } }),
    ...(holder !== undefined && { holder }),
  };
}

function isEnding(text: string, { start, end }: Span, words: WireWords): boolean {
  if (end - start > LONGEST) return false;
  const line = text.slice(start, end);
  if (end - start <= 30) {
    if (INITIALS.test(line) || (MARK.test(line) && /[-#*]/.test(line))) return true;
    if (words.ends.has(lineKey(line)) && !/[.!?]$/.test(line)) return true;
  }
  const lower = line.toLowerCase();
  if (COPYRIGHT.test(line) || startsWithAny(lower.replace(/^[-–—*([\s]+/, ''), words.credits)) return true;
  return words.footers.some((note) => lower.includes(note));
}

const HOLDER =
  /^(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)\s*(?:©|\([cC]\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(?:by\s+)?(\p{Lu}[\p{L}\p{N}'&-]*(?:[ \u00a0]\p{Lu}[\p{L}\p{N}'&-]*){0,4})/u;

/** "© 2022 Sample Wire. All rights reserved." names the outlet. */
function holderOf(line: string): string | undefined {
  const name = HOLDER.exec(line)?.[1];
  return name === undefined || /^all\b/i.test(name) ? undefined : name.replace(/\s+All$/, '');
}
