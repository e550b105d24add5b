/**
 * Fills `doc.places`: names of places with their coordinates and the relation of the report to them. Runs after names,
 * whose persons and organisations it asks. Steps: match names, weigh each alone, place the likely ones, weigh each again
 * beside the others, place what is left.
 */
import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import type { Lexicons } from '../../lexicon/lexicons.ts';
import type { Doc, PlaceMention, PlaceRelation } from '../../model/doc.ts';
import type { Step } from '../step.ts';
import { matchAll, type Candidate } from './match.ts';
import { nameWords } from './name-words.ts';
import { isListed, relationOf } from './relation.ts';
import { kmBetween, liesIn, resolveAll, type Mention } from './resolve.ts';
import { SIGNS, type Sign } from './signs.ts';
import { CASE, GAP, viewOf, type View } from './view.ts';
import { weigh, type Scales } from './weigh.ts';

/** Log odds from which a candidate counts as a place. */
const ENOUGH = 0;

/** Adds places to `doc`. */
export const findPlaces: Step = (doc, lexicons) => {
  const view = viewOf(doc);
  const candidates = matchAll(view, lexicons.gazetteer);
  if (candidates.length === 0) return doc;
  const judged = judge(view, candidates, lexicons);
  const found = judged.filter(({ score }) => score > ENOUGH);
  resolveAll(
    found.map(({ mention }) => mention),
    lexicons.gazetteer,
  );
  return {
    ...doc,
    places: mentionsOf(
      view,
      found.map(({ mention }) => mention),
      lexicons.gazetteer,
    ),
  };
};

export interface Judged {
  readonly mention: Mention;
  readonly score: number;
}

/** Both weighings. `watch` sees every sign of every candidate, for fitting the weights. */
export function judge(
  view: View,
  candidates: readonly Candidate[],
  lexicons: Lexicons,
  watch?: (candidate: Candidate, sign: Sign) => void,
): Judged[] {
  const scales = scalesOf(view, candidates, lexicons);
  const mentions = candidates.map((candidate): Mention => ({ candidate, sure: 0, container: false, row: -1 }));
  joinContainers(view, mentions, lexicons.gazetteer);
  const alone = mentions.map((mention) => {
    let score = 0;
    const give = (sign: Sign): void => {
      score += SIGNS[sign];
      watch?.(mention.candidate, sign);
    };
    weigh(scales, mention.candidate, give);
    if (mention.within !== undefined) give('beforeContainer');
    return score;
  });
  for (const [at, mention] of mentions.entries()) mention.sure = 1 / (1 + Math.exp(-alone[at]!));
  const likely = mentions.filter((mention) => mention.sure > 0.2);
  resolveAll(likely, lexicons.gazetteer);
  return weighTogether(mentions, alone, lexicons.gazetteer, watch);
}

function scalesOf(view: View, candidates: readonly Candidate[], lexicons: Lexicons): Scales {
  const small = new Set<string>();
  for (const [at, word] of view.words.entries()) if (view.cases[at] === CASE.lower) small.add(word.norm);
  return {
    view,
    lexicons,
    names: nameWords(lexicons),
    small,
    persons: personParts(view.doc, view),
    endsAt: new Map(candidates.map((candidate) => [candidate.last, candidate])),
    startsAt: new Map(candidates.map((candidate) => [candidate.first, candidate])),
  };
}

/** Words of persons' names of more than one word. */
function personParts(doc: Doc, view: View): Set<string> {
  const parts = new Set<string>();
  for (const [at, word] of view.words.entries()) {
    const index = view.entityAt[at]!;
    if (index < 0 || doc.entities[index]!.type !== 'Person') continue;
    if (view.entityAt[at - 1] === index && view.cases[at] !== CASE.lower && view.entityAt[at + 1] !== index)
      parts.add(word.norm);
  }
  return parts;
}

/** "Gori, Georgia", "Clark County, Nevada": the second holds the first. */
function joinContainers(view: View, mentions: readonly Mention[], gazetteer: Gazetteer): void {
  for (let at = 0; at + 1 < mentions.length; at++) {
    const inner = mentions[at]!;
    const outer = mentions[at + 1]!;
    if (view.gaps[inner.candidate.last] !== GAP.comma || outer.candidate.first !== inner.candidate.last + 1) continue;
    const { pack } = gazetteer;
    const fits = inner.candidate.links.some((link) => liesIn(pack, pack.linkRow[link]!, outer.candidate, -1));
    if (!fits) continue;
    inner.within = outer;
    outer.container = true;
  }
}

function weighTogether(
  mentions: readonly Mention[],
  alone: readonly number[],
  gazetteer: Gazetteer,
  watch?: (candidate: Candidate, sign: Sign) => void,
): Judged[] {
  const best = new Map<number, number>();
  const count = new Map<number, number>();
  for (const [at, { candidate }] of mentions.entries()) {
    best.set(candidate.key, Math.max(best.get(candidate.key) ?? -9, alone[at]!));
    count.set(candidate.key, (count.get(candidate.key) ?? 0) + 1);
  }
  return mentions.map((mention, at) => {
    let score = alone[at]!;
    const give = (sign: Sign): void => {
      score += SIGNS[sign];
      watch?.(mention.candidate, sign);
    };
    if (best.get(mention.candidate.key)! > Math.max(2, alone[at]!)) give('surelyElsewhere');
    if (count.get(mention.candidate.key)! > 1) give('again');
    weighNeighbours(mention, mentions, gazetteer, give);
    return { mention, score };
  });
}

function weighNeighbours(
  mention: Mention,
  mentions: readonly Mention[],
  { pack }: Gazetteer,
  give: (sign: Sign) => void,
): void {
  const { links, key } = mention.candidate;
  let near = false;
  let inState = false;
  let inCountry = false;
  for (const other of mentions) {
    if (other.sure < 0.6 || other.row < 0 || other.candidate.key === key) continue;
    const feature = pack.tables.features[pack.feature[other.row]!]!;
    for (let i = 0; i < links.length && i < 40; i++) {
      const row = pack.linkRow[links[i]!]!;
      if (feature === 'A.ADM1') inState ||= pack.admin1[row] === pack.admin1[other.row];
      else if (feature.startsWith('A.PCL')) inCountry ||= pack.country[row] === pack.country[other.row];
      else near ||= kmBetween(pack, row, other.row) < 60;
    }
  }
  if (near) give('nearOthers');
  if (inState) give('inNamedState');
  else if (inCountry) give('inNamedCountry');
}

function mentionsOf(view: View, mentions: readonly Mention[], gazetteer: Gazetteer): PlaceMention[] {
  const found: PlaceMention[] = [];
  let before: { candidate: Candidate; relation: PlaceRelation } | undefined;
  for (const { candidate, row, container } of mentions) {
    const listed = before !== undefined && isListed(view, before.candidate, candidate);
    const relation = relationOf(view, candidate, listed && !container ? before!.relation : undefined);
    before = { candidate, relation };
    found.push(mentionOf(view, candidate, row, relation, gazetteer));
  }
  return found;
}

function mentionOf(
  view: View,
  { first, last }: Candidate,
  row: number,
  relation: PlaceRelation,
  gazetteer: Gazetteer,
): PlaceMention {
  const place = gazetteer.place(row);
  const { start } = view.words[first]!;
  const { end } = view.words[last]!;
  const { lat, lon, country, geonamesId, key, feature } = place;
  return {
    start,
    end,
    name: place.contested ? view.text.slice(start, end) : place.name,
    lat,
    lon,
    ...(country === undefined ? {} : { country }),
    ...(geonamesId === undefined ? {} : { geonamesId }),
    feature: feature.slice(0, 1),
    relation,
    key,
  };
}
