/** Finds whom a headline names as its source: "Truce holds — Foreign Ministry", "Minister: no troops on the ridge". */
import { lineKey, type WireWords } from '../../lexicon/wire-words.ts';
import type { Span } from '../../model/span.ts';

const MOST_WORDS = 5;
const BEHIND = /\s+(?:[—–―]|--?)\s+([^—–―]{2,60})$/u;
const BEHIND_COLON = /:\s+([\p{L}\p{N}'’.&/ -]{2,40})$/u;
const BEFORE_COLON = /^(\p{Lu}[\p{L}\p{N}'’.&/ -]{1,40}):\s+/u;

/** The source's words in the headline; undefined when it names none. */
export function headlineSource(text: string, headline: Span, { voices }: WireWords): Span | undefined {
  const words = text.slice(headline.start, headline.end);
  const behind = (BEHIND.exec(words) ?? BEHIND_COLON.exec(words))?.[1];
  if (behind !== undefined && isVoice(behind, voices))
    return { start: headline.end - behind.length, end: headline.end };
  const before = BEFORE_COLON.exec(words)?.[1];
  if (before === undefined || !isVoice(before, voices)) return undefined;
  return { start: headline.start, end: headline.start + before.length };
}

/** A name in capitals, or a few words that end in an office or a body: "EU envoy", "Foreign Ministry". */
function isVoice(words: string, voices: ReadonlySet<string>): boolean {
  const each = words.trim().split(/\s+/);
  if (each.length > MOST_WORDS || /[?!.]$/.test(words)) return false;
  return voices.has(lineKey(each.at(-1) ?? '')) || (each.length <= 4 && each.every((word) => /^\p{Lu}/u.test(word)));
}
