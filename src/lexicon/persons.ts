/** Persons of the public record with their offices and when they held them. Used by `annotate/names`. */
import { checkEntries, codeProblem, firstProblem, nameProblem, validityProblem } from './check.ts';
import { readLexicon, type LexiconEntry } from './load.ts';
import { holdsAt, type Validity } from './validity.ts';

/** One office held. `office` is in lower case, as in "foreign minister". */
export interface Role extends Validity {
  readonly office: string;
  readonly code: string;
}

export interface PersonEntry extends LexiconEntry {
  readonly name: string;
  /** Oldest first; roles without dates are lasting ones, such as the leadership of a group. */
  readonly roles: readonly Role[];
}

/** Reads `lexicons/en/persons.jsonl`. */
export const readPersons = (): readonly PersonEntry[] =>
  checkEntries('en/persons', readLexicon('en/persons'), personProblem);

/** What is wrong with an entry of the list, if anything. */
export const personProblem = (entry: PersonEntry): string | undefined =>
  firstProblem(
    nameProblem(entry.name),
    Array.isArray(entry.roles) && entry.roles.length > 0 ? undefined : 'has no role',
    ...(entry.roles ?? []).flatMap((role) => [officeProblem(role), codeProblem(role.code), validityProblem(role)]),
  );

const officeProblem = (role: Role): string | undefined =>
  typeof role.office === 'string' && role.office !== '' ? undefined : 'has a role without "office"';

/**
 * The role of a person on `date`: the latest that holds then. When none does, the one held last before it,
 * else the first. Without a date, the last.
 */
export function roleAt(person: PersonEntry, date?: string): Role {
  const { roles } = person;
  if (date === undefined) return roles.at(-1)!;
  return (
    roles.findLast((role) => holdsAt(role, date)) ??
    roles.findLast((role) => role.from === undefined || role.from <= date) ??
    roles[0]!
  );
}

const FIRST = new Set(['president', 'king', 'queen', 'emir', 'supreme leader', 'leader', 'rebel leader', 'pope']);
const SECOND = new Set(['prime minister', 'chancellor', 'secretary-general', 'secretary of state', 'foreign minister']);
const rankOf = ({ office }: Role): number => (FIRST.has(office) ? 0 : SECOND.has(office) ? 1 : 2);

/**
 * Whom a wording that several persons share means on `date`: the one in office, a president before a minister, else
 * the one who held office last before it. Nobody when two are equal, or when the first office of each came in a later
 * year: "Kabila" is the father in 1997 and the son in 2010, "Obama" nobody in 1990. Without a date, the latest.
 */
export function personAt(persons: readonly PersonEntry[], date?: string): PersonEntry | undefined {
  let best: PersonEntry | undefined;
  let key = '';
  for (const person of persons) {
    const next = keyAt(person, date);
    if (next === key) best = undefined;
    if (next <= key) continue;
    best = person;
    key = next;
  }
  return best;
}

/** Sorts persons by how well they fit `date`: in office by rank, else by when they came into the last one. */
function keyAt({ roles }: PersonEntry, date: string | undefined): string {
  const past = roles.filter(
    ({ from }) => date === undefined || from === undefined || from.slice(0, 4) <= date.slice(0, 4),
  );
  const held = date === undefined ? [] : past.filter((role) => role.from !== undefined && holdsAt(role, date));
  if (held.length > 0) return `2${2 - Math.min(...held.map(rankOf))}`;
  const last = past.at(-1);
  return last === undefined ? '' : `1${last.until ?? last.from ?? ''}`;
}
