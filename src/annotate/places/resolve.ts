/**
 * Chooses the place that each name means: by how many people live there, by what the report says it lies in, and by
 * what else the report names. A few rounds, since the places of the first help to place the second.
 */
import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import { KIND, type Pack } from '../../lexicon/gazetteer-pack.ts';
import { companyOf, type Company } from './company.ts';
import type { Mention } from './mention.ts';
import { lastingReasons, passingReasons, REASONS, type Reason } from './reasons.ts';
import { surroundingsOf, type Surroundings } from './surroundings.ts';

const ROUNDS = 3;
/** Readings of one name that are looked at, by people. */
const MOST = 60;

/** The readings of one key with the part of their score that lasts. */
interface Readings {
  readonly rows: Int32Array;
  readonly scores: Float64Array;
}

/** Sets `row` of every mention. */
export function resolveAll(mentions: readonly Mention[], { pack }: Gazetteer): void {
  const readings = readingsOf(mentions, pack);
  for (let round = 0; round < ROUNDS; round++) {
    const around = surroundingsOf(mentions, pack, round === 0);
    const chosen = new Map<number, number>();
    let changed = false;
    for (const mention of mentions) {
      const { key } = mention.candidate;
      const read = readings.get(key);
      if (read === undefined) continue;
      const known = mention.within === undefined ? chosen.get(key) : undefined;
      const row = known ?? bestRow(mention, read, pack, around);
      changed ||= row !== mention.row;
      mention.row = row;
      if (mention.within === undefined) chosen.set(key, row);
    }
    if (round > 0 && !changed) break;
  }
  for (const mention of mentions) if (isElsewhere(mention, pack)) mention.row = -1;
  agree(mentions);
}

/** "Grantham, Oregon" is none of the Granthams that we know if none of them lies there: better unknown than far away. */
const isElsewhere = ({ outside }: Mention, pack: Pack): boolean =>
  outside !== undefined && outside.row >= 0 && pack.kind[outside.row] === KIND.state;

const companyIn = (mentions: readonly Mention[], pack: Pack): Company =>
  companyOf(
    mentions.map(({ candidate: { key, links }, sure }) => ({ key, links, sure })),
    pack,
  );

function readingsOf(mentions: readonly Mention[], pack: Pack): Map<number, Readings> {
  const company = companyIn(mentions, pack);
  const all = new Map<number, Readings>();
  for (const { candidate } of mentions) {
    const { key, links } = candidate;
    if (links.length === 0 || all.has(key)) continue;
    const size = Math.min(links.length, MOST);
    const read = { rows: new Int32Array(size), scores: new Float64Array(size) };
    let score = 0;
    const give = (reason: Reason, degree: number): void => {
      score += REASONS[reason] * degree;
    };
    for (let i = 0; i < size; i++) {
      score = 0;
      if (size > 1) lastingReasons(links[i]!, key, pack, company, give);
      read.rows[i] = pack.linkRow[links[i]!]!;
      read.scores[i] = score;
    }
    all.set(key, read);
  }
  return all;
}

function bestRow(mention: Mention, { rows, scores }: Readings, pack: Pack, around: Surroundings): number {
  let best = rows[0]!;
  if (rows.length === 1) return best;
  let bestScore = -Infinity;
  let score = 0;
  const give = (reason: Reason, degree: number): void => {
    score += REASONS[reason] * degree;
  };
  for (let i = 0; i < rows.length; i++) {
    score = scores[i]!;
    passingReasons(mention, rows[i]!, pack, around, give);
    if (score <= bestScore) continue;
    bestScore = score;
    best = rows[i]!;
  }
  return best;
}

/** One sense a report: a name that is placed once ("Paris, Texas") is the same place elsewhere in the report. */
function agree(mentions: readonly Mention[]): void {
  const said = new Map<number, number>();
  for (const { candidate, within, outside, row } of mentions)
    if ((within !== undefined || (outside !== undefined && row < 0)) && !said.has(candidate.key))
      said.set(candidate.key, row);
  if (said.size === 0) return;
  for (const mention of mentions) {
    const row = said.get(mention.candidate.key);
    if (row !== undefined && mention.within === undefined) mention.row = row;
  }
}
