/**
 * Canonical JSON and its SHA-256: keys sorted, `undefined` left out, numbers as JSON writes them. Equal values give
 * equal hashes whatever the order in which they were built. `node:crypto` is used for `createHash` only, which is pure.
 */
import { createHash } from 'node:crypto';
import { byText } from './keys.ts';

/** JSON with sorted keys. Refuses numbers that JSON cannot carry. */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} has no canonical form`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const object = value as Readonly<Record<string, unknown>>;
  const parts: string[] = [];
  for (const key of Object.keys(object).sort(byText))
    if (object[key] !== undefined) parts.push(`${JSON.stringify(key)}:${canonical(object[key])}`);
  return `{${parts.join(',')}}`;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Hash of any plain value. */
export const hashOf = (value: unknown): string => sha256(canonical(value));
