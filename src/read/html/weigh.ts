/** Weighs the parts of a page by the running text in them: first step of choosing the report's own part. */
import type { Page, PageBlock } from './page.ts';
import { SIGN } from './signs.ts';

/** What is known of each block once the page is weighed. */
export interface Weighed {
  /** Signs that hold for each block, after names that cannot be true were overruled. */
  readonly signs: readonly number[];
  /** Characters of running text by block: nought for menus, captions, lists of links. */
  readonly prose: readonly number[];
  /** The same summed over each node's subtree, chrome left out. */
  readonly byNode: readonly number[];
  readonly total: number;
}

const NOT_PROSE = SIGN.chrome | SIGN.caption | SIGN.byline | SIGN.date;
/** A name that would throw out more than this part of all running text is wrong about what it names. */
const TOO_MUCH = 0.5;
const OVERRULED = SIGN.chrome | SIGN.caption | SIGN.byline | SIGN.date | SIGN.deck | SIGN.headline;

/** Weighs all blocks and nodes. */
export function weigh(page: Page): Weighed {
  const { nodes, blocks } = page;
  const raw = blocks.map((block) => proseOf(page, block));
  const gross = sums(page, raw);
  const all = raw.reduce((sum, value) => sum + value, 0);
  const held: number[] = [];
  for (const [index, node] of nodes.entries()) {
    const own = (gross[index] as number) > all * TOO_MUCH ? node.own & ~OVERRULED : node.own;
    held.push((held[node.parent] ?? 0) | own);
  }
  const signs = blocks.map((block) => (held[block.node] ?? 0) | (block.signs & ~(nodes[block.node]?.signs ?? 0)));
  const prose = raw.map((value, index) => (((signs[index] as number) & NOT_PROSE) === 0 ? value : 0));
  return { signs, prose, byNode: sums(page, prose), total: prose.reduce((sum, value) => sum + value, 0) };
}

function proseOf(page: Page, block: PageBlock): number {
  if (block.linked > block.length * 0.4) return 0;
  const tag = page.nodes[block.node]?.tag ?? '';
  if (/^h[1-6]$/.test(tag)) return 0;
  if (tag === 'p') return block.length >= 25 ? block.length : 0;
  return block.length >= 60 ? (tag === 'li' || tag === 'td' ? block.length / 2 : block.length) : 0;
}

function sums(page: Page, values: readonly number[]): number[] {
  const total = page.nodes.map(() => 0);
  for (const [index, block] of page.blocks.entries())
    if (block.node >= 0) total[block.node] = (total[block.node] as number) + (values[index] as number);
  for (let i = page.nodes.length - 1; i >= 0; i--) {
    const { parent } = page.nodes[i] as Page['nodes'][number];
    if (parent >= 0) total[parent] = (total[parent] as number) + (total[i] as number);
  }
  return total;
}

/** The element that holds the report: named so by the page, else the narrowest one with nearly all running text. */
export function reportNode(page: Page, weighed: Weighed): { readonly node: number; readonly isBody: boolean } {
  const body = heaviest(page, weighed, SIGN.body);
  if (body >= 0) return { node: body, isBody: true };
  const article = heaviest(page, weighed, SIGN.article);
  return { node: article >= 0 ? article : narrowest(page, weighed), isBody: false };
}

function heaviest(page: Page, { byNode, total }: Weighed, sign: number): number {
  let best = -1;
  for (const [index, node] of page.nodes.entries())
    if ((node.own & sign) !== 0 && (byNode[index] as number) > (byNode[best] ?? 0)) best = index;
  return (byNode[best] ?? 0) >= total * 0.4 ? best : -1;
}

const LEAVES = new Set(['p', 'li', 'td', 'th', 'blockquote', 'dd', 'dt', 'pre']);

function narrowest(page: Page, { byNode, total }: Weighed): number {
  const bestChild = new Map<number, number>();
  for (const [index, node] of page.nodes.entries()) {
    if (LEAVES.has(node.tag)) continue;
    const best = bestChild.get(node.parent);
    if (best === undefined || (byNode[index] as number) > (byNode[best] as number)) bestChild.set(node.parent, index);
  }
  let at = -1;
  for (let child = bestChild.get(at); child !== undefined; child = bestChild.get(at)) {
    if ((byNode[child] as number) < (byNode[at] ?? total) * 0.75) break;
    at = child;
  }
  return at;
}
