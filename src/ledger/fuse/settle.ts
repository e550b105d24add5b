/** Brings the clusters of one engine up to date after records were inserted or deleted: only blocks that changed are touched. */
import { byText } from '../keys.ts';
import { type Key, soleAt, valuesAt } from './bag.ts';
import { type Engine, touch } from './engine.ts';
import type { Cluster, Comp, Group, Node, Why } from './kind.ts';
import { refine } from './refine.ts';

export interface Settled<F> {
  /** New clusters, and old ones whose records changed. */
  readonly changed: ReadonlySet<Cluster<F>>;
  readonly gone: ReadonlySet<Cluster<F>>;
}

interface Round<F> {
  readonly engine: Engine<F>;
  readonly changed: Set<Cluster<F>>;
  readonly gone: Set<Cluster<F>>;
  /** Contexts in which vague nodes have to look again. */
  readonly dirty: Set<Key>;
  /** Vague nodes that came or changed. */
  readonly vague: Set<Node<F>>;
  /** Groups of vague nodes that gained or lost one. */
  readonly groups: Set<Group<F>>;
}

/** Brings the clusters up to date. The result is a function of the set of records, not of what came when. */
export function settle<F>(engine: Engine<F>): Settled<F> {
  const round: Round<F> = {
    engine,
    changed: new Set(),
    gone: new Set(),
    dirty: new Set(),
    vague: new Set(),
    groups: new Set(),
  };
  reconnect(round);
  for (const node of engine.touched) {
    dirtyContexts(round, node);
    if (node.items.length === 0) leave(round, node);
    else if (node.rank > 0) round.vague.add(node);
    if (node.cluster !== undefined) round.changed.add(node.cluster);
  }
  for (let rank = 1; rank <= 3; rank++) resolveRank(round, rank);
  engine.touched.length = 0;
  engine.orphaned.clear();
  engine.round++;
  return round;
}

/** Only contexts with vague nodes matter: nobody else looks there. */
function dirtyContexts<F>(round: Round<F>, node: Node<F>): void {
  for (const key of node.contexts) if (round.engine.vagueAt.has(key)) round.dirty.add(key);
}

/**
 * Links new nodes, takes components apart that lost one, and clusters anew what changed. A node that nothing is linked
 * to has no component.
 */
function reconnect<F>(round: Round<F>): void {
  const { engine } = round;
  const changed = new Set<Comp<F>>();
  for (const comp of engine.orphaned) {
    for (const node of comp.nodes) {
      node.comp = undefined;
      if (node.items.length > 0) touch(engine, node);
    }
    for (const cluster of comp.clusters) bury(round, cluster);
    comp.nodes = [];
    comp.clusters = [];
  }
  for (const node of engine.touched) {
    if (node.rank > 0 || node.items.length === 0) continue;
    if (node.comp === undefined) link(round, node, changed);
    node.linkedIn = engine.round;
  }
  for (const comp of changed) recluster(round, comp);
  for (const node of engine.touched) if (node.rank === 0 && node.items.length > 0) settleSingle(round, node);
}

/** Tests a node with those in its blocks. Touched ones that come later will test it from their side. */
function link<F>({ engine }: Round<F>, node: Node<F>, changed: Set<Comp<F>>): void {
  const { fusion, blocks } = engine;
  for (const key of fusion.probes?.(node.facts) ?? fusion.keys(node.facts)) {
    if (soleAt(blocks, key) === node) continue;
    for (const other of valuesAt(blocks, key)) {
      if (other === node || (node.comp !== undefined && other.comp === node.comp)) continue;
      if (other.comp === undefined && other.touchedIn === engine.round && other.linkedIn !== engine.round) continue;
      if (fusion.same(node.facts, other.facts) !== undefined) join(node, other, changed);
    }
  }
}

function join<F>(a: Node<F>, b: Node<F>, changed: Set<Comp<F>>): void {
  const [x, y] = [compOf(a), compOf(b)];
  const [small, large] = x.nodes.length < y.nodes.length ? [x, y] : [y, x];
  for (const node of small.nodes) {
    node.comp = large;
    large.nodes.push(node);
  }
  small.nodes = [];
  changed.add(small);
  changed.add(large);
}

/** The component of a node; a node that had none brings its cluster into a new one. */
function compOf<F>(node: Node<F>): Comp<F> {
  node.comp ??= { nodes: [node], clusters: node.cluster === undefined ? [] : [node.cluster] };
  return node.comp;
}

function settleSingle<F>(round: Round<F>, node: Node<F>): void {
  if (node.comp !== undefined) {
    if (node.cluster !== undefined) round.changed.add(node.cluster);
    return;
  }
  if (node.cluster === undefined) newCluster(round, 0, [node]);
  else {
    dirtyContexts(round, node);
    round.changed.add(node.cluster);
  }
}

function recluster<F>(round: Round<F>, comp: Comp<F>): void {
  const parts = refine(comp.nodes, round.engine.fusion, round.engine.apart);
  const [only] = comp.clusters;
  if (parts.length === 1 && comp.clusters.length === 1 && only !== undefined) {
    only.nodes = parts[0]!;
    for (const node of only.nodes) {
      node.cluster = only;
      dirtyContexts(round, node);
    }
    round.changed.add(only);
    return;
  }
  for (const cluster of comp.clusters) bury(round, cluster);
  comp.clusters = parts.map((nodes) => newCluster(round, 0, nodes));
}

function newCluster<F>(round: Round<F>, rank: number, nodes: Node<F>[]): Cluster<F> {
  const { kind } = round.engine.fusion;
  const cluster: Cluster<F> = { kind, rank, nodes, attached: undefined, dead: false, slot: undefined };
  for (const node of nodes) {
    node.cluster = cluster;
    dirtyContexts(round, node);
  }
  round.changed.add(cluster);
  return cluster;
}

function bury<F>(round: Round<F>, cluster: Cluster<F>): void {
  cluster.dead = true;
  round.changed.delete(cluster);
  round.gone.add(cluster);
  for (const node of cluster.nodes) orphan(round, node, cluster);
  for (const node of cluster.attached?.keys() ?? []) orphan(round, node, cluster);
}

function orphan<F>(round: Round<F>, node: Node<F>, cluster: Cluster<F>): void {
  dirtyContexts(round, node);
  if (node.cluster === cluster) node.cluster = undefined;
}

/** Vague nodes near a change look again, the less vague first, so that the vaguer ones find them settled. */
function resolveRank<F>(round: Round<F>, rank: number): void {
  const { engine } = round;
  const nodes = new Set<Node<F>>();
  for (const node of round.vague) if (node.rank === rank) nodes.add(node);
  for (const key of round.dirty)
    for (const node of valuesAt(engine.vagueAt, key)) if (node.rank === rank) nodes.add(node);
  for (const node of nodes) if (node.marked) for (const other of splitsOf(engine, node)) nodes.add(other);
  for (const node of nodes) if (node.marked) leave(round, node);
  const clustersAt = new Map<Key, Set<Cluster<F>>>();
  for (const node of [...nodes].sort(splitLast(engine))) {
    const candidates = candidatesOf(engine, node, clustersAt);
    const chosen = candidates.length === 0 ? undefined : engine.fusion.choose(node, candidates);
    if (chosen === undefined || isApart(engine, node, chosen.cluster)) enterGroup(round, node);
    else attach(round, node, chosen.cluster, chosen.why);
    dirtyContexts(round, node);
  }
  settleGroups(round, rank);
}

const nodeOf = <F>(engine: Engine<F>, uid: string): Node<F> | undefined =>
  engine.apart.itemOf(uid)?.node as Node<F> | undefined;

/** Nodes of the same rank that a split names together with this one: they look again together. */
function splitsOf<F>(engine: Engine<F>, node: Node<F>): Node<F>[] {
  const others = node.items.flatMap(({ uid }) => engine.apart.splitPartners(uid));
  return others.flatMap((uid) => nodeOf(engine, uid) ?? []).filter((other) => other.rank === node.rank);
}

/** What was split off looks after what it was split from, so that it is the one to stand aside. */
function splitLast<F>(engine: Engine<F>): (a: Node<F>, b: Node<F>) => number {
  const isTarget = (node: Node<F>): number =>
    Number(node.marked && node.items.some(({ uid }) => engine.apart.splitFrom(uid).length > 0));
  return (a, b) => isTarget(a) - isTarget(b) || byText(a.base, b.base) || byText(a.sig, b.sig);
}

function candidatesOf<F>(engine: Engine<F>, node: Node<F>, clustersAt: Map<Key, Set<Cluster<F>>>): Cluster<F>[] {
  const found = new Set<Cluster<F>>();
  for (const key of node.contexts) {
    let clusters = clustersAt.get(key);
    if (clusters === undefined) clustersAt.set(key, (clusters = clustersIn(engine, key, node.rank)));
    for (const cluster of clusters) found.add(cluster);
  }
  return [...found];
}

function clustersIn<F>(engine: Engine<F>, key: Key, rank: number): Set<Cluster<F>> {
  const found = new Set<Cluster<F>>();
  for (const node of valuesAt(engine.contexts, key)) if (node.cluster !== undefined) found.add(node.cluster);
  if (rank > 1)
    for (const node of valuesAt(engine.vagueAt, key))
      if (node.rank < rank && node.cluster !== undefined) found.add(node.cluster);
  return found;
}

function leave<F>(round: Round<F>, node: Node<F>): void {
  const cluster = node.cluster;
  node.cluster = undefined;
  if (node.group !== undefined) {
    node.group.nodes.delete(node);
    round.groups.add(node.group);
    node.group = undefined;
    return;
  }
  if (cluster === undefined || cluster.dead) return;
  if (cluster.attached?.delete(node) !== true) cluster.nodes = cluster.nodes.filter((other) => other !== node);
  if (cluster.nodes.length === 0) bury(round, cluster);
  else round.changed.add(cluster);
}

function attach<F>(round: Round<F>, node: Node<F>, cluster: Cluster<F>, why: Why): void {
  if (node.cluster !== cluster || node.group !== undefined) leave(round, node);
  else if (cluster.attached?.get(node)?.rule === why.rule) return;
  (cluster.attached ??= new Map()).set(node, why);
  node.cluster = cluster;
  round.changed.add(cluster);
}

function enterGroup<F>(round: Round<F>, node: Node<F>): void {
  const key = groupOf(round.engine, node);
  if (node.group !== undefined && node.group.key === key) return;
  leave(round, node);
  let group = round.engine.groups.get(key);
  if (group === undefined) round.engine.groups.set(key, (group = { key, nodes: new Set(), clusters: [] }));
  group.nodes.add(node);
  node.group = group;
  round.groups.add(group);
}

/** Clusters the groups of one rank anew that gained or lost a node. */
function settleGroups<F>(round: Round<F>, rank: number): void {
  for (const group of round.groups) {
    const nodes = [...group.nodes].sort((a, b) => byText(a.sig, b.sig));
    for (const cluster of group.clusters) bury(round, cluster);
    const parts =
      nodes.length < 2 || round.engine.fusion.parts === undefined ? [nodes] : round.engine.fusion.parts(nodes);
    group.clusters = parts.filter((part) => part.length > 0).map((part) => newCluster(round, rank, part));
    if (nodes.length === 0) round.engine.groups.delete(group.key);
  }
  round.groups.clear();
}

/** Where a vague node stands that found nothing; one that was split off from another of its group stands by itself. */
function groupOf<F>(engine: Engine<F>, node: Node<F>): string {
  const key = engine.fusion.groupKey(node.facts);
  const isSplitOff =
    node.marked &&
    node.items.some(({ uid }) =>
      engine.apart.splitFrom(uid).some((other) => {
        const from = nodeOf(engine, other);
        return from !== undefined && from.rank === node.rank && engine.fusion.groupKey(from.facts) === key;
      }),
    );
  return `${node.rank} ${isSplitOff ? node.sig : key}`;
}

/** Whether a split keeps the node out of the cluster, because of what it holds or of what joined it already. */
function isApart<F>(engine: Engine<F>, node: Node<F>, cluster: Cluster<F>): boolean {
  if (!node.marked) return false;
  const isKeptOut = (other: Node<F>): boolean =>
    other.marked && other.items.some((a) => node.items.some((b) => engine.apart.isApart(a.uid, b.uid)));
  return cluster.nodes.some(isKeptOut) || [...(cluster.attached?.keys() ?? [])].some(isKeptOut);
}
