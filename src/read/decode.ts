/** Bytes to text: byte order mark, strict UTF-8, and only then a guess, which is always told. First step of every text format. */
import { analyse } from 'chardet';
import type { Diagnostic } from '../model/diagnostic.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** How much of a file the guess looks at. */
const SAMPLE = 65_536;
/** How much is looked through for control characters. */
const LOOK = 2048;

/**
 * The text of `bytes`, or undefined when they are no text. `declared` is what the sender names (a header, a meta tag):
 * it is followed where strict UTF-8 does not contradict it.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded | undefined {
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (marked !== undefined) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, diagnostics: [] };
  if (isBinary(bytes)) return undefined;
  const utf8 = strictUtf8(bytes);
  const label = canonicalLabel(declared);
  if (label?.startsWith('iso-2022') === true) return decodeAs(bytes, label);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', diagnostics: [] };
  if (label !== undefined && label !== 'utf-8' && !label.startsWith('utf-16')) return decodeAs(bytes, label);
  return guess(bytes);
}

/** The first bytes as one character each, for looking at marks that are ASCII in every encoding. */
export const latin1 = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1');

/** The name under which the platform knows an encoding; undefined for one that it does not know. */
function canonicalLabel(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}

/** The mark of UTF-8 is left to the strict decoder, which drops it. */
function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: of Latin text nearly every second byte is nought, and on one side only. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 16 || bytes.length % 2 === 1) return undefined;
  const zeros: [number, number] = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[(i & 1) as 0 | 1]++;
  const [even, odd] = zeros;
  const half = length / 2;
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be';
  return undefined;
}

/** Text has no noughts and next to no control characters. */
function isBinary(bytes: Uint8Array): boolean {
  // A Buffer looks for a byte many at a time.
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(0)) return true;
  const length = Math.min(bytes.length, LOOK);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] as number;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++;
  }
  return controls > length * 0.02 + 2;
}

const STRICT = new TextDecoder('utf-8', { fatal: true });
const LENIENT = new TextDecoder('utf-8');

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return STRICT.decode(bytes);
  } catch {
    return undefined;
  }
}

const decodeAs = (bytes: Uint8Array, encoding: string): Decoded => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
  diagnostics: [],
});

function guess(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, SAMPLE);
  if (isDamagedUtf8(sample)) {
    return {
      text: LENIENT.decode(bytes),
      encoding: 'utf-8',
      diagnostics: [
        note(
          'damaged-encoding',
          'Not quite UTF-8: what could not be read stands as \ufffd.',
          'Get a fresh copy of the file.',
        ),
      ],
    };
  }
  const encoding = isLatinPunctuation(sample) ? 'windows-1252' : bestGuess(sample);
  return {
    text: new TextDecoder(encoding).decode(bytes),
    encoding,
    diagnostics: [
      note('assumed-encoding', `Not UTF-8: read as ${encoding}.`, 'Convert the file to UTF-8 if letters look wrong.'),
    ],
  };
}

const note = (rule: string, message: string, help: string): Diagnostic => ({
  rule,
  severity: 'warning',
  message,
  help,
});

/** Mostly sound UTF-8 with a few bytes lost: a file cut in two, a broken letter. */
function isDamagedUtf8(sample: Uint8Array): boolean {
  const text = LENIENT.decode(sample);
  let bad = 0;
  let good = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) bad++;
    else if (unit > 0x7f) good++;
  }
  return good >= bad * 3;
}

/** English with typographer's quotes: hardly a high byte, and those are windows-1252's punctuation or accented letters. */
function isLatinPunctuation(sample: Uint8Array): boolean {
  let high = 0;
  let letters = 0;
  for (const byte of sample) {
    if (byte > 0x7f) high++;
    else if ((byte | 32) >= 97 && (byte | 32) <= 122) letters++;
  }
  return high * 12 < letters;
}

function bestGuess(sample: Uint8Array): string {
  for (const match of analyse(sample)) {
    const label = canonicalLabel(match.name);
    if (label !== undefined && label !== 'utf-8' && !label.startsWith('utf-16')) return label;
  }
  return 'windows-1252';
}
