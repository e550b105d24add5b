/**
 * The noun that acts: an office ("foreign minister"), a body ("defence ministry"), people ("troops"), a rank before a
 * name ("Col."), with the words before it that belong to it: "senior army intelligence officers".
 */
import type { Context } from './context.ts';
import { GAP, IS, hasAt, isCapital, isTied, posAt, type Hit } from './scan.ts';
import type { Role, RoleSense } from './senses.ts';

/** A chain of role nouns with their modifiers, told by the last of them. */
export interface Head extends Role {
  /** First word of the chain, last word of its noun. */
  readonly first: number;
  readonly last: number;
  readonly former: boolean;
}

const MODIFIER = IS.rank | IS.former | IS.faith | IS.direction;

/** The chain of modifiers and role nouns from word `from` on; the last role noun is the head. */
export function readHead(context: Context, from: number, afterName = false): Head | undefined {
  let head: Head | undefined;
  let former = false;
  let loose = 0;
  for (let at = from; at < context.words.length && at < from + 9;) {
    const hit = context.hits[at];
    const role = hit === undefined ? undefined : roleOf(context, hit, head !== undefined);
    if (role !== undefined) {
      head = joined(head, role, hit!, from, former);
      loose = 0;
      // Another may follow: "army officers"; not across a stop.
      if (!isTied(context, head.last)) break;
      at = head.last + 1;
      continue;
    }
    // "police arrested protesters": no participle stands between nouns of people
    if (loose >= 3 || !isModifier(context, at, hit, head !== undefined || (afterName && at === from))) break;
    if (hit !== undefined && (hit.bits & IS.former) !== 0) former = true;
    const last = hit?.last ?? at;
    if (!isTied(context, last)) break;
    loose++;
    at = last + 1;
  }
  return head;
}

/** Sectors that stand before all others when a more general noun follows: "rebel leaders", "opposition lawmakers". */
export function combineSectors(before: string, sector: string, kind: Head['kind']): string {
  if (sector === '') return before;
  if (before === 'CVL') return sector;
  if (before === '' || before === 'GOV') return sector === 'GOV' && before !== '' ? before : sector;
  // A party's government is one: "the Socialist government".
  if (before === 'PTY' && sector === 'GOV' && kind === 'body') return sector;
  if (kind === 'office' || kind === 'title' || sector === 'GOV') return before;
  if (sector === 'MIL' || sector === 'UAF') return before;
  if (before === 'OPP' || before === 'REB' || before === 'PTY')
    return sector === 'LEG' || sector === 'ELI' ? before : sector;
  return sector;
}

function joined(before: Head | undefined, { role }: RoleSense, hit: Hit, first: number, former: boolean): Head {
  const isFormer = former || before?.former === true;
  // A rank between office and name takes nothing away from the office: "Defence Minister Gen. Omar Farah".
  const kept = role.kind === 'title' && before?.office !== undefined ? before : role;
  const sector = before === undefined ? role.sector : chained(before, role);
  return {
    first,
    last: hit.last,
    kind: kept.kind,
    id: kept.id,
    sector: kept === before ? before.sector : sector,
    country: before === undefined || before.country === '' ? role.country : before.country,
    office: kept.office,
    name: kept.name,
    plural: role.plural,
    former: isFormer,
    gender: role.gender ?? before?.gender,
  };
}

/** Of two offices the last one counts: "deputy secretary of state" is no deputy of a parliament. */
const chained = (before: Head, { kind, sector }: Role): string =>
  before.kind === 'office' && kind === 'office' && sector !== '' && before.sector !== 'OPP' && before.sector !== 'REB'
    ? sector
    : combineSectors(before.sector, sector, kind);

/** The role that a hit names, if it names one here: an office before a body before people before a rank. */
function roleOf(context: Context, hit: Hit, inChain: boolean): RoleSense | undefined {
  if ((hit.bits & IS.role) === 0 || (hit.bits & IS.honorific) !== 0 || isVerbHere(context, hit, inChain))
    return undefined;
  let found: RoleSense | undefined;
  for (const sense of hit.senses)
    if (sense.kind === 'role' && (found === undefined || sense.bit < found.bit)) found = sense;
  return found;
}

/** "monitors the truce", "heads the delegation": a verb that looks like a noun of people. */
function isVerbHere(context: Context, hit: Hit, inChain: boolean): boolean {
  if (hit.last > hit.first || isCapital(context, hit.first)) return false;
  const pos = posAt(context, hit.first);
  // "an official Syrian paper": an adjective that looks like a noun of people.
  if (
    isTied(context, hit.last) &&
    hasAt(context, hit.last + 1, IS.adjective) &&
    !context.words[hit.last]!.norm.endsWith('s')
  )
    return true;
  // "his official residence"
  if (ADJECTIVES.has(context.words[hit.first]!.norm) && isTied(context, hit.last)) {
    const next = posAt(context, hit.last + 1);
    if (next === 'NOUN' && !hasAt(context, hit.last + 1, IS.role)) return true;
  }
  // "military, humanitarian and other aid"
  if (pos === 'ADJ' && context.gaps[hit.last] === GAP.comma && posAt(context, hit.last + 1) === 'ADJ') return true;
  return pos === 'VERB' && !inChain && !isDetermined(context, hit.first);
}

/** Nouns of people that are more often adjectives where a thing follows. */
const ADJECTIVES = new Set(['official', 'general', 'executive', 'representative', 'national']);

const isDetermined = (context: Context, at: number): boolean => {
  const before = at > 0 ? posAt(context, at - 1) : undefined;
  return before === 'DET' || before === 'ADJ' || before === 'NUM';
};

function isModifier(context: Context, at: number, hit: Hit | undefined, noVerb: boolean): boolean {
  if (hit !== undefined && (hit.bits & MODIFIER) !== 0) return true;
  if (hasAt(context, at, IS.opener | IS.country | IS.calendar | IS.given | IS.person | IS.outlet | IS.seat))
    return false;
  if (hasAt(context, at, IS.adjective)) return false;
  if (isCapital(context, at)) return hit === undefined || (hit.bits & IS.organisation) !== 0;
  const pos = posAt(context, at);
  return (
    pos === 'ADJ' ||
    pos === 'NOUN' ||
    pos === 'PROPN' ||
    (pos === 'VERB' && !noVerb && context.words[at]!.norm.endsWith('ed'))
  );
}

/** Whether a name may follow the head without a comma: "Foreign Minister Ana Prelic", "Col. (ret.)" does not. */
export const isBeforeName = (context: Context, last: number): boolean => {
  const gap = context.gaps[last]!;
  if (gap === GAP.space || gap === GAP.bracket) return true;
  return gap === GAP.stop && context.words[last]!.end - context.words[last]!.start <= 5;
};
