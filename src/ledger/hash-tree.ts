/**
 * One hash for a set of digests that can be mended: a tree of hashes by the digits of the digests. Its shape is told by
 * the set alone, so that it comes out alike for any order, and one digest more or fewer hashes only its own branch anew.
 */
import { sha256 } from './canonical.ts';

/** A branch with a child for each hexadecimal digit, or a leaf with few digests. */
interface Node {
  size: number;
  leaf: string[] | undefined;
  children: (Node | undefined)[] | undefined;
  /** Undefined until somebody asks. */
  hash: string | undefined;
}

export interface HashTree {
  root: Node;
}

/** Digests that a leaf holds at most. */
const LEAF = 16;

const emptyNode = (): Node => ({ size: 0, leaf: [], children: undefined, hash: undefined });

export const createHashTree = (): HashTree => ({ root: emptyNode() });

/** Takes a digest in, of 64 hexadecimal digits, that is not there yet. */
export const addDigest = ({ root }: HashTree, digest: string): void => addAt(root, digest, 0);

/** Takes a digest out that is there. */
export const dropDigest = ({ root }: HashTree, digest: string): void => dropAt(root, digest, 0);

/** The hash of all digests that are there. */
export const hashOfTree = ({ root }: HashTree): string => hashAt(root);

/** The hash of these digests. */
export function hashOfSet(digests: Iterable<string>): string {
  const tree = createHashTree();
  for (const digest of digests) addDigest(tree, digest);
  return hashOfTree(tree);
}

const digitAt = (digest: string, depth: number): number => Number.parseInt(digest[depth]!, 16);

function addAt(node: Node, digest: string, depth: number): void {
  node.size++;
  node.hash = undefined;
  if (node.children !== undefined) addBelow(node.children, digest, depth);
  else if (node.size <= LEAF || depth === digest.length) node.leaf!.push(digest);
  else branch(node, digest, depth);
}

function addBelow(children: (Node | undefined)[], digest: string, depth: number): void {
  const digit = digitAt(digest, depth);
  addAt((children[digit] ??= emptyNode()), digest, depth + 1);
}

/** A leaf that is full becomes a branch. */
function branch(node: Node, digest: string, depth: number): void {
  const held = node.leaf!;
  node.leaf = undefined;
  node.children = Array.from({ length: 16 }, () => undefined);
  for (const one of held) addBelow(node.children, one, depth);
  addBelow(node.children, digest, depth);
}

function dropAt(node: Node, digest: string, depth: number): void {
  node.size--;
  node.hash = undefined;
  if (node.leaf !== undefined) {
    node.leaf.splice(node.leaf.indexOf(digest), 1);
    return;
  }
  const digit = digitAt(digest, depth);
  const child = node.children![digit]!;
  dropAt(child, digest, depth + 1);
  if (child.size === 0) node.children![digit] = undefined;
  if (node.size > LEAF) return;
  node.leaf = [...digestsIn(node)];
  node.children = undefined;
}

function* digestsIn(node: Node): Generator<string> {
  if (node.leaf !== undefined) yield* node.leaf;
  for (const child of node.children ?? []) if (child !== undefined) yield* digestsIn(child);
}

/** Leaves and branches are told apart, so that no set of digests reads like another one of hashes. */
function hashAt(node: Node): string {
  node.hash ??= sha256(
    node.leaf === undefined
      ? `branch ${node.children!.map((child) => (child === undefined ? '-' : hashAt(child))).join(' ')}`
      : `leaf ${node.leaf.sort().join(' ')}`,
  );
  return node.hash;
}
