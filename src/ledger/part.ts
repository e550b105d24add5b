/** One list of a ledger as it was told last: a digest for each id, and one hash over all of them. */
import { hashOf } from './canonical.ts';
import { type HashTree, addDigest, createHashTree, dropDigest, hashOfSet } from './hash-tree.ts';

export interface Part {
  readonly digests: Map<string, string>;
  readonly tree: HashTree;
}

export const createPart = (): Part => ({ digests: new Map(), tree: createHashTree() });

/** The digest of one item in a list. The id is part of it: a list is a set of items that differ. */
const digestAs = (id: string, value: unknown): string => hashOf([id, value]);

/** Puts a value in its place, or takes it out where there is none. True when that made a difference. */
export function setPart({ digests, tree }: Part, id: string, value: unknown): boolean {
  const before = digests.get(id);
  const digest = value === undefined ? undefined : digestAs(id, value);
  if (digest === before) return false;
  if (before !== undefined) dropDigest(tree, before);
  if (digest === undefined) digests.delete(id);
  else {
    addDigest(tree, digest);
    digests.set(id, digest);
  }
  return true;
}

/** The hash that a part of these values has. */
export const hashOfList = <T>(values: readonly T[], idOf: (value: T) => string): string =>
  hashOfSet(values.map((value) => digestAs(idOf(value), value)));
