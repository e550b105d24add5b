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
