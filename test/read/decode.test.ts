import { describe, expect, test } from 'vitest';
import { decode } from '../../src/read/decode.ts';

/** Encoders for what TextEncoder cannot write: built by asking the decoder for each byte. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const byLetter = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(Array.from(text, (letter) => byLetter.get(letter) ?? 63));
}

const RUSSIAN =
  'Министерство обороны сообщило, что перестрелки у села прекратились после полудня. Стороны договорились о встрече командиров, которая пройдёт в четверг. Наблюдатели нарушений не отметили.';

describe('decode', () => {
  test('reads UTF-8 and drops its mark', () => {
    expect(decode(new TextEncoder().encode('\ufeffСело — тихо'))).toEqual({
      text: 'Село — тихо',
      encoding: 'utf-8',
      diagnostics: [],
    });
  });

  test.each([
    ['utf-16le', [0xff, 0xfe], (unit: number) => [unit & 255, unit >> 8]],
    ['utf-16be', [0xfe, 0xff], (unit: number) => [unit >> 8, unit & 255]],
  ] as const)('reads %s by its mark and without it', (encoding, mark, pair) => {
    const text = 'The bridge was quiet on Monday – so both sides say.';
    const units = Array.from(text, (letter) => pair(letter.charCodeAt(0))).flat();
    expect(decode(Uint8Array.from([...mark, ...units]))).toMatchObject({ text, encoding });
    expect(decode(Uint8Array.from(units))).toMatchObject({ text, encoding });
  });

  test.each(['windows-1251', 'koi8-r', 'iso-8859-5'])('guesses %s and says so', (encoding) => {
    const decoded = decode(encode(RUSSIAN, encoding));
    expect(decoded?.text).toBe(RUSSIAN);
    expect(decoded?.diagnostics).toMatchObject([{ rule: 'assumed-encoding', severity: 'warning' }]);
  });

  test('takes typographer’s quotes in English copy for windows-1252', () => {
    const text = 'The ministry’s spokesman called the “corridor” closed – for now.';
    expect(decode(encode(text, 'windows-1252'))).toMatchObject({ text, encoding: 'windows-1252' });
  });

  test('follows a declared encoding where UTF-8 does not contradict it', () => {
    const bytes = encode('Ateşkes sürüyor', 'windows-1254');
    expect(decode(bytes, 'windows-1254')).toEqual({
      text: 'Ateşkes sürüyor',
      encoding: 'windows-1254',
      diagnostics: [],
    });
  });

  test('believes the bytes, not a header that calls UTF-8 something else', () => {
    expect(decode(new TextEncoder().encode('Kəlbəcər'), 'iso-8859-1')?.text).toBe('Kəlbəcər');
  });

  test('keeps a file that was cut in the middle of a letter', () => {
    const bytes = new TextEncoder().encode('Обстрел прекратился');
    const decoded = decode(bytes.subarray(0, bytes.length - 1));
    expect(decoded?.text).toBe('Обстрел прекратилс\ufffd');
    expect(decoded?.diagnostics).toMatchObject([{ rule: 'damaged-encoding' }]);
  });

  test.each([
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
    ['noughts among letters', [65, 0, 0, 66, 67, 0, 68]],
    ['control characters', [1, 2, 3, 4, 5, 6, 65, 66]],
  ])('refuses %s', (_, bytes) => {
    expect(decode(Uint8Array.from(bytes))).toBeUndefined();
  });

  test('does not trip over an encoding that nobody knows', () => {
    expect(decode(new TextEncoder().encode('quiet'), 'x-unheard-of')?.text).toBe('quiet');
  });
});
