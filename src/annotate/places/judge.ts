/** Weighs all candidates of a report twice: each alone, then each beside the places that the first weighing left. */
import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import { KEY, KIND, type Pack } from '../../lexicon/gazetteer-pack.ts';
import type { Lexicons } from '../../lexicon/lexicons.ts';
import { kmBetween, liesIn } from './geography.ts';
import type { Candidate } from './match.ts';
import { nameWords } from './name-words.ts';
import { isListed } from './relation.ts';
import type { Mention } from './mention.ts';
import { resolveAll } from './resolve.ts';
import { SIGNS, type Sign } from './signs.ts';
import { CASE, GAP, writtenSmall, type View } from './view.ts';
import { weigh, type Scales } from './weigh.ts';

export interface Judged {
  readonly mention: Mention;
  readonly score: number;
}

type Watch = (candidate: Candidate, sign: Sign) => void;

/** Log odds of a name that says what it is: nothing is weighed there. */
const FEATURE_SCORE = 2;
/** How sure a candidate must be, after the first weighing, to count for others. */
const LIKELY = 0.2;
const SURE = 0.6;
/** Names of one neighbourhood, in kilometres. */
const NEAR = 60;
/** Readings of a name that are compared, and places that they are compared with. */
const MOST = 40;

/** Both weighings. `watch` sees every sign of every candidate, for fitting the weights. */
export function judge(view: View, candidates: readonly Candidate[], lexicons: Lexicons, watch?: Watch): Judged[] {
  const scales = scalesOf(view, candidates, lexicons);
  const mentions = candidates.map((candidate): Mention => ({
    candidate,
    sure: 0,
    listed: [],
    row: -1,
  }));
  joinContainers(view, mentions, lexicons.gazetteer);
  const governed = new Set<Mention>();
  const alone = mentions.map((mention) => weighAlone(scales, mention, governed, watch));
  for (const [at, mention] of mentions.entries()) mention.sure = 1 / (1 + Math.exp(-alone[at]!));
  resolveAll(
    mentions.filter((mention) => mention.sure > LIKELY),
    lexicons.gazetteer,
  );
  return weighTogether(mentions, alone, lexicons.gazetteer, watch);
}

const saysWhatItIs = ({ feature, links }: Candidate): boolean => feature !== undefined || links.length === 0;

/** Signs that a preposition of place governs a name, and with it the list that the name heads. */
const GOVERNING: ReadonlySet<Sign> = new Set<Sign>(['afterLocative', 'afterKindOf', 'directed', 'governed']);

function weighAlone(scales: Scales, mention: Mention, governed: Set<Mention>, watch: Watch | undefined): number {
  const { candidate, within, listed } = mention;
  let score = 0;
  const give = (sign: Sign): void => {
    score += SIGNS[sign];
    if (GOVERNING.has(sign)) governed.add(mention);
    watch?.(candidate, sign);
  };
  weigh(scales, candidate, give);
  if (within !== undefined) give('beforeContainer');
  if (!governed.has(mention) && listed.some((other) => governed.has(other))) give('governed');
  return saysWhatItIs(candidate) ? FEATURE_SCORE : score;
}

function scalesOf(view: View, candidates: readonly Candidate[], lexicons: Lexicons): Scales {
  return {
    view,
    lexicons,
    names: nameWords(lexicons),
    persons: personParts(view),
    small: writtenSmall(view, commonWords(view, candidates, lexicons)),
    endsAt: new Set(candidates.map((candidate) => candidate.last)),
    startsAt: new Set(candidates.map((candidate) => candidate.first)),
  };
}

/** Candidates that English also has in lower case. */
function commonWords(
  { words }: View,
  candidates: readonly Candidate[],
  { gazetteer: { pack } }: Lexicons,
): Set<string> {
  const common = new Set<string>();
  for (const { first, last, key } of candidates)
    if (first === last && (pack.keyBits[key]! & KEY.common) !== 0) common.add(words[first]!.norm);
  return common;
}

/** Last words of persons' names of more than one word. */
function personParts({ doc, words, entityAt, cases }: View): Set<string> {
  const parts = new Set<string>();
  for (let at = 1; at < words.length; at++) {
    const index = entityAt[at]!;
    if (index < 0 || entityAt[at - 1] !== index || entityAt[at + 1] === index || cases[at] === CASE.lower) continue;
    if (doc.entities[index]!.type === 'Person') parts.add(words[at]!.norm);
  }
  return parts;
}

/** "Gori, Georgia", "Clark County, Nevada": the second holds the first. */
function joinContainers(view: View, mentions: readonly Mention[], { pack }: Gazetteer): void {
  for (let at = 0; at + 1 < mentions.length; at++) {
    const inner = mentions[at]!;
    const outer = mentions[at + 1]!;
    if (isListed(view, inner.candidate, outer.candidate)) {
      inner.listed.push(outer);
      outer.listed.push(inner);
    }
    if (view.gaps[inner.candidate.last] !== GAP.comma || outer.candidate.first !== inner.candidate.last + 1) continue;
    if (inner.candidate.links.some((link) => liesIn(pack, pack.linkRow[link]!, outer.candidate, -1)))
      inner.within = outer;
    else if (isTownOutside(view, inner, outer, mentions[at + 2], pack)) inner.outside = outer;
  }
}

/** No city that everybody knows is told by a state that it does not lie in, but many a hamlet that no list has. */
const CITY = 200_000;

/** "Grantham, Oregon,": a small town in a state where we know none of its name; not in a list of places. */
function isTownOutside(
  view: View,
  inner: Mention,
  { candidate: outer }: Mention,
  next: Mention | undefined,
  pack: Pack,
): boolean {
  const [own] = inner.candidate.links;
  const [state] = outer.links;
  if (own === undefined || state === undefined || inner.listed.length > 1) return false;
  if (next !== undefined && isListed(view, outer, next.candidate)) return false;
  if (pack.kind[pack.linkRow[state]!]! !== KIND.state || pack.population[pack.linkRow[own]!]! > CITY) return false;
  const kind = pack.kind[pack.linkRow[own]!]!;
  return (kind === KIND.town || kind === KIND.seat) && view.gaps[outer.last] !== GAP.space;
}

function weighTogether(
  mentions: readonly Mention[],
  alone: readonly number[],
  gazetteer: Gazetteer,
  watch: Watch | undefined,
): Judged[] {
  const best = new Map<number, number>();
  const count = new Map<number, number>();
  for (const [at, { candidate }] of mentions.entries()) {
    best.set(candidate.key, Math.max(best.get(candidate.key) ?? -9, alone[at]!));
    count.set(candidate.key, (count.get(candidate.key) ?? 0) + 1);
  }
  const neighbourSigns = neighbourReader(anchorsOf(mentions, gazetteer), gazetteer);
  return mentions.map((mention, at) => {
    const { candidate } = mention;
    let score = alone[at]!;
    if (saysWhatItIs(candidate)) return { mention, score };
    const give = (sign: Sign): void => {
      score += SIGNS[sign];
      watch?.(candidate, sign);
    };
    if (best.get(candidate.key)! > Math.max(2, alone[at]!)) give('surelyElsewhere');
    if (count.get(candidate.key)! > 1) give('again');
    for (const sign of neighbourSigns(candidate)) give(sign);
    return { mention, score };
  });
}

/** Sure places by what they can hold: states, countries and points, each but once. */
interface Anchors {
  readonly states: ReadonlyMap<number, number>;
  readonly countries: ReadonlyMap<number, number>;
  readonly points: readonly { readonly row: number; readonly key: number }[];
}

function anchorsOf(mentions: readonly Mention[], { pack }: Gazetteer): Anchors {
  const states = new Map<number, number>();
  const countries = new Map<number, number>();
  const points = new Map<number, { row: number; key: number }>();
  for (const { sure, row, candidate } of mentions) {
    if (sure < SURE || row < 0) continue;
    const kind = pack.kind[row]!;
    if (kind === KIND.state) states.set(pack.admin1[row]!, candidate.key);
    else if (kind === KIND.country) countries.set(pack.country[row]!, candidate.key);
    else points.set(row, { row, key: candidate.key });
  }
  return { states, countries, points: [...points.values()].slice(0, MOST) };
}

/** Reads the signs that lie in sure places near a name; once for each name of a report. */
function neighbourReader(anchors: Anchors, { pack }: Gazetteer): (candidate: Candidate) => readonly Sign[] {
  const known = new Map<number, readonly Sign[]>();
  return (candidate) => {
    let signs = known.get(candidate.key);
    if (signs === undefined) known.set(candidate.key, (signs = signsOf(candidate, anchors, pack)));
    return signs;
  };
}

function signsOf({ links, key }: Candidate, anchors: Anchors, pack: Pack): readonly Sign[] {
  let isNear = false;
  let inState = false;
  let inCountry = false;
  for (let i = 0; i < links.length && i < MOST && !(isNear && inState); i++) {
    const row = pack.linkRow[links[i]!]!;
    const state = anchors.states.get(pack.admin1[row]!);
    const country = anchors.countries.get(pack.country[row]!);
    inState ||= state !== undefined && state !== key;
    inCountry ||= country !== undefined && country !== key;
    for (const point of anchors.points) isNear ||= point.key !== key && kmBetween(pack, row, point.row) < NEAR;
  }
  const signs: Sign[] = isNear ? ['nearOthers'] : [];
  if (inState) signs.push('inNamedState');
  else if (inCountry) signs.push('inNamedCountry');
  return signs;
}
