/** Descriptions of people, bodies and places without a name: "Coalition advisers", "the city", "a tunnel entrance". */
import type { EntityType } from '../../model/doc.ts';
import type { Context } from './context.ts';
import { GAP, IS, SHAPE, isTied, posAt, type Hit } from './scan.ts';

export interface Description {
  readonly first: number;
  readonly last: number;
  readonly type: EntityType;
}

const NOUNS = IS.group | IS.one | IS.placeNoun;
/** How far to the left of its noun a description reaches. */
const REACH = 6;

/** Every description whose head noun a lexicon knows; pronouns of people and bodies too. */
export function findDescriptions(context: Context): Description[] {
  const found: Description[] = [];
  for (const at of context.points) {
    const hit = context.hits[at];
    const isNoun = hit !== undefined && (hit.bits & NOUNS) !== 0;
    if (isNoun) {
      const type = typeOf(context, hit);
      if (type !== undefined && isHead(context, hit))
        found.push({ first: startOf(context, hit.first), last: hit.last, type });
    } else {
      const type = PRONOUNS.get(context.words[at]!.norm);
      if (type !== undefined) found.push({ first: at, last: at, type });
    }
  }
  return found;
}

const PRONOUNS: ReadonlyMap<string, EntityType> = new Map([
  ['i', 'Person'],
  ['my', 'Person'],
  ['he', 'Person'],
  ['his', 'Person'],
  ['she', 'Person'],
  ['we', 'Organisation'],
  ['us', 'Organisation'],
  ['our', 'Organisation'],
  ['they', 'Organisation'],
  ['them', 'Organisation'],
]);

function typeOf(context: Context, hit: Hit): EntityType | undefined {
  const { bits } = hit;
  if ((bits & IS.placeNoun) !== 0 && context.shapes[hit.first] === SHAPE.lower) return 'Location';
  if ((bits & IS.group) !== 0) return 'Organisation';
  if ((bits & IS.one) !== 0) return 'Person';
  return undefined;
}

/** The last noun of its phrase, and no verb. */
function isHead(context: Context, hit: Hit): boolean {
  const pos = posAt(context, hit.last);
  if (pos !== 'NOUN' && pos !== 'PROPN' && pos !== 'ADJ') return false;
  if (!isTied(context, hit.last)) return true;
  const next = posAt(context, hit.last + 1);
  return next !== 'NOUN' && next !== 'PROPN' && !(pos === 'ADJ' && next === 'ADJ');
}

/** Goes left over the words that belong to the noun: articles, adjectives, numbers, names, possessives. */
function startOf(context: Context, noun: number): number {
  let first = noun;
  while (first > 0 && noun - first < REACH) {
    const before = first - 1;
    if (context.sentences[before] !== context.sentences[noun]) break;
    const gap = context.gaps[before]!;
    if (gap === GAP.apostrophe || context.words[before]!.norm === 's') {
      first = before;
      continue;
    }
    if (gap !== GAP.space && gap !== GAP.hyphen && gap !== GAP.stop) break;
    if (OWNERS.has(context.words[before]!.norm)) return before;
    const pos = posAt(context, before);
    if (gap === GAP.hyphen || (pos !== undefined && JOINED.has(pos))) first = before;
    else break;
    if (pos === 'DET') break;
  }
  return first;
}

const OWNERS = new Set(['our', 'their', 'its', 'his', 'her', 'my', 'your']);
const JOINED = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM']);
