/**
 * The noun that acts: an office ("foreign minister"), a body ("defence ministry"), people ("troops"), a rank before a
 * name ("Col."), with the words before it that belong to it: "senior army intelligence officers".
 */
import type { Context } from './context.ts';
import { GAP, IS, hasAt, isCapital, isTied, posAt, senseOf, type Hit } from './scan.ts';

export interface Head {
  /** First word of the chain, first and last word of the head noun itself. */
  readonly first: number;
  readonly noun: number;
  readonly last: number;
  readonly kind: 'office' | 'body' | 'agent' | 'title';
  /** Id of its lexicon entry. */
  readonly id: string;
  readonly sector: string;
  /** Country or prefix that the words themselves name. */
  readonly country: string;
  readonly office?: string;
  /** Canonical name of a body. */
  readonly name?: string;
  readonly plural: boolean;
  readonly former: boolean;
  readonly gender?: 'm' | 'f';
}

const ROLE = IS.office | IS.body | IS.agent | IS.title;
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
      head = joined(head, role, from, former);
      loose = 0;
      if (!goesOn(context, role.last)) break;
      at = role.last + 1;
      continue;
    }
    if (loose >= 3 || !isModifier(context, at, hit, afterName && at === from)) break;
    if (hit !== undefined && (hit.bits & IS.former) !== 0) former = true;
    const last = hit?.last ?? at;
    if (!isTied(context, last)) break;
    loose++;
    at = last + 1;
  }
  return head;
}

/** After a role noun another may follow: "army officers"; not across a stop, and not into a name. */
const goesOn = (context: Context, last: number): boolean => isTied(context, last);

/** Sectors that stand before all others when a more general noun follows: "rebel leaders", "opposition lawmakers". */
export function combineSectors(before: string, sector: string, kind: Head['kind']): string {
  if (sector === '') return before;
  if (before === '' || before === 'GOV') return sector === 'GOV' && before !== '' ? before : sector;
  if (kind === 'office' || kind === 'title' || sector === 'GOV') return before;
  if (sector === 'MIL' || sector === 'UAF') return before;
  if (before === 'OPP' || before === 'REB' || before === 'PTY')
    return sector === 'LEG' || sector === 'ELI' ? before : sector;
  return sector;
}

function joined(before: Head | undefined, role: Head, first: number, former: boolean): Head {
  const isFormer = former || before?.former === true || role.former;
  if (before === undefined) return { ...role, first, former: isFormer };
  return {
    ...role,
    first,
    former: isFormer,
    sector: combineSectors(before.sector, role.sector, role.kind),
    country: before.country === '' ? role.country : before.country,
    // A rank between office and name takes nothing away from the office: "Defence Minister Gen. Omar Farah".
    ...(role.kind === 'title' && before.office !== undefined
      ? { office: before.office, id: before.id, kind: before.kind, sector: before.sector }
      : {}),
  };
}

/** The role that a hit names, if it names one here. */
function roleOf(context: Context, hit: Hit, inChain: boolean): Head | undefined {
  if ((hit.bits & ROLE) === 0) return undefined;
  const title = senseOf(hit, 'title');
  if (title?.entry.rank === 'honorific') return undefined;
  if (isVerbHere(context, hit, inChain)) return undefined;
  const span = { first: hit.first, noun: hit.first, last: hit.last };
  const gender = title?.entry.gender;
  const shared = { ...span, former: false, ...(gender === undefined ? {} : { gender }) };
  const office = senseOf(hit, 'office');
  if (office !== undefined) {
    const { entry, plural, country } = office;
    const { id, sector } = entry;
    return { ...shared, kind: 'office', id, ...placeSector(sector, country), office: entry.office, plural };
  }
  const body = senseOf(hit, 'body');
  if (body !== undefined) {
    const { entry, country, plural } = body;
    return { ...shared, kind: 'body', id: entry.id, ...placeSector(entry.sector, country), name: entry.name, plural };
  }
  const agent = senseOf(hit, 'agent');
  if (agent !== undefined) {
    const { entry, plural, country } = agent;
    return { ...shared, kind: 'agent', id: entry.id, ...placeSector(entry.sector, country), plural };
  }
  if (title === undefined) return undefined;
  return { ...shared, kind: 'title', id: title.entry.id, sector: title.entry.sector ?? '', country: '', plural: false };
}

const NON_STATE = new Set(['EUR', 'IGO', 'IMG', 'ISM', 'MNC', 'NGO', 'UNO']);

/** A sector that is a prefix of no state ("IGO UNO") stands in the place of the country. */
function placeSector(sector: string, country: string): { sector: string; country: string } {
  if (!NON_STATE.has(sector.slice(0, 3))) return { sector, country };
  return { sector: '', country: country === '' ? sector.slice(0, 3) : country };
}

/** "monitors the truce", "heads the delegation": a verb that looks like a noun of people. */
function isVerbHere(context: Context, hit: Hit, inChain: boolean): boolean {
  if (hit.last > hit.first || isCapital(context, hit.first)) return false;
  const pos = posAt(context, hit.first);
  // "an official Syrian paper": an adjective that looks like a noun of people.
  if (pos === 'ADJ' && isTied(context, hit.last) && hasAt(context, hit.last + 1, IS.adjective)) return true;
  return pos === 'VERB' && !inChain && !isDetermined(context, hit.first);
}

const isDetermined = (context: Context, at: number): boolean => {
  const before = at > 0 ? posAt(context, at - 1) : undefined;
  return before === 'DET' || before === 'ADJ' || before === 'NUM';
};

function isModifier(context: Context, at: number, hit: Hit | undefined, afterName: boolean): boolean {
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
    (pos === 'VERB' && !afterName && /(?:ed|ing)$/.test(context.words[at]!.norm))
  );
}

/** Whether a name may follow the head without a comma: "Foreign Minister Ana Prelic", "Col. (ret.)" does not. */
export const isBeforeName = (context: Context, last: number): boolean => {
  const gap = context.gaps[last]!;
  if (gap === GAP.space || gap === GAP.bracket) return true;
  return gap === GAP.stop && context.words[last]!.end - context.words[last]!.start <= 5;
};
