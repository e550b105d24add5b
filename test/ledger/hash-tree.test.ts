/** The hash of a set: of the set alone, whatever came and went before. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/ledger/canonical.ts';
import { addDigest, createHashTree, dropDigest, hashOfSet, hashOfTree } from '../../src/ledger/hash-tree.ts';

/** Digests that share many of their first digits, so that deep branches are met. */
const digest = fc
  .tuple(fc.constantFrom('', '0', '00', '000000', 'ff'), fc.nat(400))
  .map(([head, n]) => (head + sha256(String(n))).slice(0, 64));
const set = fc.uniqueArray(digest, { maxLength: 200 });

test('any order and any detour give one hash', () => {
  fc.assert(
    fc.property(set, set, fc.boolean(), (kept, passing, isLooked) => {
      const tree = createHashTree();
      const extra = passing.filter((one) => !kept.includes(one));
      for (const one of [...extra, ...kept]) addDigest(tree, one);
      if (isLooked) hashOfTree(tree);
      for (const one of extra) dropDigest(tree, one);
      expect(hashOfTree(tree)).toBe(hashOfSet(kept.toReversed()));
    }),
  );
});

test('sets that differ in one digest have different hashes', () => {
  fc.assert(
    fc.property(set, digest, (digests, one) => {
      const others = digests.filter((other) => other !== one);
      expect(hashOfSet([...others, one])).not.toBe(hashOfSet(others));
    }),
  );
});
