/** Plain text to a Report: the decoded content as it stands, line ends and all, so that offsets are into the file. */
import { charsetOf } from '../detect.ts';
import { decode } from '../decode.ts';
import {
  DEFAULT_MAX_TEXT,
  nothingBut,
  rejected,
  single,
  tooLarge,
  type ReadInput,
  type ReadResult,
} from '../format.ts';
import { idOfFile, sha256 } from '../report.ts';

/** The one report of a plain-text file. */
export function readText(input: ReadInput): ReadResult {
  const { name, bytes, maxText = DEFAULT_MAX_TEXT } = input;
  // No encoding packs more than one unit into a byte or spreads one over more than four.
  if (bytes.length > maxText * 4) return nothingBut(tooLarge(name, bytes.length, maxText));
  const decoded = decode(bytes, charsetOf(input));
  if (decoded === undefined) return nothingBut(rejected('binary-input', name));
  if (decoded.text.trim() === '') return nothingBut(rejected('empty-input', name));
  if (decoded.text.length > maxText) return nothingBut(tooLarge(name, decoded.text.length, maxText));
  const digest = sha256(bytes);
  return single(
    {
      id: idOfFile(name, digest),
      hash: digest,
      text: decoded.text,
      mediaType: 'text/plain',
      ...(decoded.encoding !== 'utf-8' && { source: { encoding: decoded.encoding } }),
      diagnostics: decoded.diagnostics,
    },
    bytes,
  );
}
