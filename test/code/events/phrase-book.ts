/** Phrase-book helper: a sentence in, its main PLOVER event out as "TYPE: whose words > whose words". */
import { codeDoc } from '../../../src/code/code-doc.ts';
import { loadLexicons } from '../../../src/lexicon/lexicons.ts';
import type { PloverView } from '../../../src/model/record.ts';
import { docOf } from '../../support/doc.ts';

/** The event view of a text, the main event first. */
export const viewOf = (text: string): readonly PloverView[] =>
  codeDoc(docOf(text, { published: '2019-05-16', outlet: 'Test Wire' }), loadLexicons()).events;

/** "AGREE: Moldova > the Romanian army"; "-" when nothing is told. */
export function mainEvent(text: string): string {
  const [main] = viewOf(text);
  if (main === undefined) return '-';
  return `${main.type}: ${wordsOf(text, main.source)} > ${wordsOf(text, main.target)}`;
}

/** Codes of both sides of the main event: "MDA GOV > ROU MIL". */
export function mainCodes(text: string): string {
  const [main] = viewOf(text);
  const codes = (side: PloverView['source']): string => [...new Set(side.map(({ code }) => code))].join(' + ');
  return main === undefined ? '-' : `${codes(main.source)} > ${codes(main.target)}`;
}

const wordsOf = (text: string, side: PloverView['source']): string =>
  [...new Set(side.map(({ start, end }) => text.slice(start, end)))].join(' + ');
