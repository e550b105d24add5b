/** All records of one entry with the reasons that hold them together, and what later steps ask of them. */
import type { Join, Origin } from '../model/ledger.ts';
import type { CodedRecord, RecordKind } from '../model/record.ts';
import type { Fusion, Cluster, Node } from './fuse/kind.ts';
import { type Item, byItem } from './item.ts';

/** What becomes one entry. */
export interface Bundle {
  /** Kind and the first record's id: it stays when later reports join. */
  readonly id: string;
  readonly kind: RecordKind;
  /** In the order of their publication. */
  readonly items: readonly Item[];
  readonly joins: readonly Join[];
}

/** Records of the kind that the caller knows a bundle to have. */
export const recordsOf = <K extends RecordKind>(bundle: Bundle, _kind: K): Extract<CodedRecord, { kind: K }>[] =>
  bundle.items.map((item) => item.record as Extract<CodedRecord, { kind: K }>);

/** Hashes are long: 16 digits of one are enough to tell entries apart. */
const shortId = (uid: string): string => (/^[0-9a-f]{32,}$/.test(uid) ? uid.slice(0, 16) : uid);

/** One cluster, or several that decisions merge, as a bundle. */
export function bundleOf<F>(fusion: Fusion<F>, clusters: readonly Cluster<F>[], merges: readonly Join[]): Bundle {
  const items = clusters.flatMap((cluster) => [...allNodes(cluster)].flatMap((node) => node.items)).sort(byItem);
  const joins = clusters.flatMap((cluster) => joinsOf(fusion, cluster));
  return {
    id: `${fusion.kind}-${shortId(items[0]!.uid)}`,
    kind: fusion.kind,
    items,
    joins: [...joins, ...merges].sort((x, y) => (x.b < y.b ? -1 : x.b > y.b ? 1 : x.a < y.a ? -1 : 1)),
  };
}

function* allNodes<F>(cluster: Cluster<F>): Iterable<Node<F>> {
  yield* cluster.nodes;
  if (cluster.attached !== undefined) yield* cluster.attached.keys();
}

/** One join for every record after the first: each node to the strongest earlier one, each record to its node's first. */
function joinsOf<F>(fusion: Fusion<F>, cluster: Cluster<F>): Join[] {
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
    joins.push({ rule: why.rule, a: firstOf(other).first.uid, b: first.uid, reason: why.reason });
  }
  for (const [node, why] of cluster.attached ?? []) {
    const { first } = firstOf(node);
    addTwins(joins, fusion, node, first);
    joins.push({ rule: why.rule, a: nodes[0]!.first.uid, b: first.uid, reason: why.reason });
  }
  return joins;
}

function strongest<F>(
  fusion: Fusion<F>,
  node: Node<F>,
  earlier: readonly Node<F>[],
): { other: Node<F>; why: { rule: string; reason: string } } {
  let best = { other: earlier[0]!, why: fusion.groupWhy };
  let found = false;
  for (const other of earlier) {
    const why = fusion.same(node.facts, other.facts);
    if (why === undefined || (found && why.strength <= best.why.strength)) continue;
    best = { other, why };
    found = true;
  }
  if (!found && node.rank === 0)
    best = {
      other: earlier[0]!,
      why: {
        ...fusion.groupWhy,
        rule: `${fusion.kind}-through-others`,
        reason: 'joined through another record that agrees with both',
      },
    };
  return best;
}

function addTwins<F>(joins: Join[], fusion: Fusion<F>, node: Node<F>, first: Item): void {
  const { rule, reason } = fusion.sameWhy;
  for (const item of node.items) if (item !== first) joins.push({ rule, a: first.uid, b: item.uid, reason });
}

function firstOf<F>(node: Node<F>): { readonly node: Node<F>; readonly first: Item } {
  let first = node.items[0]!;
  for (const item of node.items) if (byItem(item, first) < 0) first = item;
  return { node, first };
}

/** The voices of a bundle by key, with their evidence. */
export type Voices = ReadonlyMap<string, Origin>;
