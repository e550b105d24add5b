/** All records of one entry, and the reasons that hold them together. */
import type { Join } from '../model/ledger.ts';
import type { RecordKind } from '../model/record.ts';
import { type Cluster, type Fusion, type Node, type Why, reasonIn } from './fuse/kind.ts';
import { type Item, byItem } from './item.ts';
import { byText } from './keys.ts';

/** What becomes one entry. */
export interface Bundle {
  /** Kind and the first record's id: it stays when later reports join. */
  readonly id: string;
  readonly kind: RecordKind;
  /** In the order of their publication. */
  readonly items: readonly Item[];
}

/** Hashes are long: 16 digits of one are enough to tell entries apart. */
const shortId = (uid: string): string => (/^[0-9a-f]{32,}$/.test(uid) ? uid.slice(0, 16) : uid);

/** One cluster, or several that decisions merge, as a bundle. */
export function bundleOf<F>(kind: RecordKind, clusters: readonly Cluster<F>[]): Bundle {
  const items = itemsOf(clusters);
  return { id: `${kind}-${shortId(items[0]!.uid)}`, kind, items };
}

/** Most entries are one node: they share its list. A node whose list changes gets a new bundle. */
function itemsOf<F>(clusters: readonly Cluster<F>[]): readonly Item[] {
  const [cluster] = clusters;
  if (clusters.length === 1 && cluster!.nodes.length === 1 && cluster!.attached === undefined)
    return cluster!.nodes[0]!.items.sort(byItem);
  return clusters.flatMap((one) => [...allNodes(one)].flatMap((node) => node.items)).sort(byItem);
}

const NO_JOINS: readonly Join[] = [];

/** Why the records of these clusters are one entry; asked for only where somebody looks at it. */
export function joinsIn<F>(
  fusion: Fusion<F>,
  clusters: readonly Cluster<F>[],
  merges: readonly Join[],
): readonly Join[] {
  const joins = clusters.flatMap((cluster) => joinsOf(fusion, cluster));
  if (joins.length + merges.length === 0) return NO_JOINS;
  return [...joins, ...merges].sort((x, y) => byText(x.b, y.b) || byText(x.a, y.a));
}

function* allNodes<F>(cluster: Cluster<F>): Iterable<Node<F>> {
  yield* cluster.nodes;
  if (cluster.attached !== undefined) yield* cluster.attached.keys();
}

/** One join for every record after the first: each node to the strongest earlier one, each record to its node's first. */
function joinsOf<F>(fusion: Fusion<F>, cluster: Cluster<F>): readonly Join[] {
  if (cluster.nodes.length === 1 && cluster.attached === undefined && cluster.nodes[0]!.items.length === 1)
    return NO_JOINS;
  const joins: Join[] = [];
  const nodes = cluster.nodes.map(firstOf).sort((a, b) => byItem(a.first, b.first));
  for (const [index, { node, first }] of nodes.entries()) {
    addTwins(joins, fusion, node, first);
    if (index === 0) continue;
    const { other, why } = strongest(
      fusion,
      node,
      nodes.slice(0, Math.min(index, 50)).map((n) => n.node),
    );
    joins.push({ rule: why.rule, a: firstOf(other).first.uid, b: first.uid, reason: reasonIn(why) });
  }
  for (const [node, why] of cluster.attached ?? []) {
    const { first } = firstOf(node);
    addTwins(joins, fusion, node, first);
    joins.push({ rule: why.rule, a: nodes[0]!.first.uid, b: first.uid, reason: reasonIn(why) });
  }
  return joins;
}

function strongest<F>(fusion: Fusion<F>, node: Node<F>, earlier: readonly Node<F>[]): { other: Node<F>; why: Why } {
  let best: { other: Node<F>; why: Why } | undefined;
  for (const other of earlier) {
    const why = fusion.same(node.facts, other.facts);
    if (why !== undefined && (best === undefined || why.strength > best.why.strength)) best = { other, why };
  }
  if (best !== undefined) return best;
  const other = earlier[0]!;
  if (node.rank > 0) return { other, why: fusion.groupWhy };
  const rule = `${fusion.kind}-through-others`;
  return { other, why: { rule, reason: 'joined through another record that agrees with both', strength: 0 } };
}

function addTwins<F>(joins: Join[], fusion: Fusion<F>, node: Node<F>, first: Item): void {
  const { rule } = fusion.sameWhy;
  const reason = reasonIn(fusion.sameWhy);
  for (const item of node.items) if (item !== first) joins.push({ rule, a: first.uid, b: item.uid, reason });
}

function firstOf<F>(node: Node<F>): { readonly node: Node<F>; readonly first: Item } {
  let first = node.items[0]!;
  for (const item of node.items) if (byItem(item, first) < 0) first = item;
  return { node, first };
}
