/**
 * Canonical JSON and its SHA-256: keys sorted, `undefined` left out, numbers as JSON writes them. Equal values give
 * equal hashes whatever the order in which they were built. `node:crypto` is used for `hash` only, which is pure.
 */
import { hash } from 'node:crypto';
import { byText } from './keys.ts';

/** JSON with sorted keys. Refuses numbers that JSON cannot carry. */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} has no canonical form`);
    return String(value);
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    let text = '';
    for (const one of value) text += text === '' ? canonical(one) : `,${canonical(one)}`;
    return `[${text}]`;
  }
  const object = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of sortedKeys(object))
    if (object[key] !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonical(object[key])}`;
  return `{${text}}`;
}

/** Characters that JSON escapes, and halves of pairs, which it escapes when they stand alone. */
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

const quoted = (text: string): string => (ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`);

function sortedKeys(object: object): string[] {
  const keys = Object.keys(object);
  for (let i = 1; i < keys.length; i++) if (keys[i]! < keys[i - 1]!) return keys.sort(byText);
  return keys;
}

export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** Hash of any plain value. */
export const hashOf = (value: unknown): string => sha256(canonical(value));
