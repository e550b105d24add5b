/** Turns what was found and placed into the mentions that later stages read. */
import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import type { Lexicons } from '../../lexicon/lexicons.ts';
import type { PlaceMention, PlaceRelation } from '../../model/doc.ts';
import type { Candidate } from './match.ts';
import { isListed, relationOf } from './relation.ts';
import type { Mention } from './mention.ts';
import type { View } from './view.ts';

/** Mentions in the order of the text; the members of a list share the relation of its first. */
export function writePlaces(view: View, mentions: readonly Mention[], lexicons: Lexicons): PlaceMention[] {
  const { gazetteer, placeCues } = lexicons;
  const found: PlaceMention[] = [];
  const seats = seatsOf(view);
  let before: { candidate: Candidate; relation: PlaceRelation } | undefined;
  for (const mention of mentions) {
    const { candidate } = mention;
    const listed = before !== undefined && isListed(view, before.candidate, candidate);
    const relation = relationOf(view, placeCues, candidate, listed ? before!.relation : undefined);
    before = { candidate, relation };
    if (isSeat(view, mention, seats, gazetteer)) continue;
    found.push(mention.row < 0 ? unplaced(view, candidate, relation) : placed(view, mention, relation, gazetteer));
  }
  return found;
}

/** Ends of the capitals that mean their governments ("Baku denied it") by their starts: actors, and no places. */
const seatsOf = ({ doc }: View): Map<number, number> =>
  new Map(doc.actors.flatMap(({ basis, start, end }) => (basis === 'metonym' ? [[start, end] as const] : [])));

/** A seat is a capital; a town of the same name is a town. */
function isSeat(
  view: View,
  { candidate, row }: Mention,
  seats: ReadonlyMap<number, number>,
  { pack }: Gazetteer,
): boolean {
  if (seats.get(view.words[candidate.first]!.start) !== view.words[candidate.last]!.end || row < 0) return false;
  return pack.tables.features[pack.feature[row]!] === 'P.PPLC';
}

function placed(view: View, { candidate, row }: Mention, relation: PlaceRelation, gazetteer: Gazetteer): PlaceMention {
  const { start } = view.words[candidate.first]!;
  const { end } = view.words[candidate.last]!;
  const { name, lat, lon, country, geonamesId, key, feature, contested } = gazetteer.place(row);
  const noun = candidate.feature?.noun.feature;
  // "Gori District" lies at Gori but is not Gori: its own name, no id of the town's, a key of its own.
  const isTown = noun === undefined || noun === feature.slice(0, 1);
  return {
    start,
    end,
    name: contested || !isTown ? view.text.slice(start, end) : name,
    country,
    lat,
    lon,
    geonamesId: isTown ? geonamesId : undefined,
    feature: noun ?? feature.slice(0, 1),
    relation,
    key: isTown ? key : `${key}/${nameKey(view, candidate)}`,
  };
}

function unplaced(view: View, candidate: Candidate, relation: PlaceRelation): PlaceMention {
  const { start } = view.words[candidate.first]!;
  const { end } = view.words[candidate.last]!;
  return {
    start,
    end,
    name: view.text.slice(start, end),
    country: undefined,
    lat: undefined,
    lon: undefined,
    geonamesId: undefined,
    feature: candidate.feature?.noun.feature,
    relation,
    key: `name:${nameKey(view, candidate)}`,
  };
}

const nameKey = (view: View, { first, last }: Candidate): string =>
  view.words
    .slice(first, last + 1)
    .map((word) => word.norm)
    .join('-');
