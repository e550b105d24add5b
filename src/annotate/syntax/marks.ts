/** Quotation marks and brackets, by token. */
import type { Token } from '../../model/doc.ts';

const OPENING = new Set(['"', '“', '„', '«', '``', '‘']);
const CLOSING = new Set(['"', '”', '»', "''", '’’', '’', "'"]);

export const isOpening = (token: Token): boolean => OPENING.has(token.text);
export const isClosing = (token: Token): boolean => CLOSING.has(token.text);
export const isQuoteMark = (token: Token): boolean =>
  token.pos === 'PUNCT' && (OPENING.has(token.text) || CLOSING.has(token.text));
