/** Small parts that all formats share when they make a Report: its hash, and an id for a file. */
import { hash } from 'node:crypto';

/** SHA-256 of the raw bytes, in hex. */
export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** A file's name without folder and extension; a piece of the hash where nothing is left of it or there is no file. */
export function idOfFile(name: string, digest: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  const id = dot > 0 ? base.slice(0, dot) : base;
  return id === '' || id === '-' || id.startsWith('.') ? digest.slice(0, 16) : id;
}

/** `{ key: value }`, or nothing where there is no value: for optional fields that must not be undefined. */
export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}
