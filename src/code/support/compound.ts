/** Names that are the first half of a compound: "Xia-backed", "Xia-held". Who is named so neither acts nor suffers. */
import type { Doc } from '../../model/doc.ts';
import type { Span } from '../../model/span.ts';

/** What may stand behind the hyphen: words for friends and words for ground. */
const SECOND_HALF = /^-(?:affiliated|aligned|allied|backed|controlled|held|inspired|linked|occupied|style|trained)\b/;
const LONGEST = '-affiliated '.length;

/** "Xia-backed forces", "a Xia-held town": whose friend or ground something is. */
export const isFirstHalf = ({ text }: Doc, { end }: Span): boolean => SECOND_HALF.test(text.slice(end, end + LONGEST));
