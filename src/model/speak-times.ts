/**
 * Instants in texts that the ledger makes. They stand in one form only, RFC 3339 UTC, so that whoever shows a title or a
 * reason can put them into the reader's zone without parsing anything else.
 */

/** A piece of a text: words as they stand, or an instant to be told in the reader's zone. */
export type TextPart = string | { readonly at: string };

const INSTANT = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z/g;

/** The parts of a ledger text, in order: `["in force from ", { at: "2022-09-13T06:00:00Z" }, ", as stated"]`. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(INSTANT)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    const [at] = match;
    parts.push({ at: at.length === 17 ? `${at.slice(0, 16)}:00Z` : at });
    from = match.index + at.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** The text with every instant as `speak` tells it. */
export const speakTimes = (text: string, speak: (instant: string) => string): string =>
  textParts(text)
    .map((part) => (typeof part === 'string' ? part : speak(part.at)))
    .join('');
