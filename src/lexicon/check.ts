/** Checks of lexicon fields beyond those that every entry has; a bad entry stops the program and is named. */
import { TrucewatchError } from '../model/errors.ts';
import { isActorCode, isSector } from './codes.ts';
import type { LexiconEntry } from './load.ts';
import { isDatePrefix, type DatedCode, type Validity } from './validity.ts';

/** What is wrong with an entry, in words for the person who mends it; undefined when nothing is. */
export type EntryCheck<T> = (entry: T) => string | undefined;

/** Returns the entries as they are, or throws `bad-lexicon` naming the first bad one. */
export function checkEntries<T extends LexiconEntry>(
  name: string,
  entries: readonly T[],
  check: EntryCheck<T>,
): readonly T[] {
  for (const entry of entries) {
    const problem = entry.forms.length === 0 ? 'has no form' : check(entry);
    if (problem !== undefined)
      throw new TrucewatchError('bad-lexicon', `lexicons/${name}.jsonl: "${entry.id}" ${problem}.`);
  }
  return entries;
}

/** The first problem of several checks. */
export const firstProblem = (...problems: readonly (string | undefined)[]): string | undefined =>
  problems.find((problem) => problem !== undefined);

export const nameProblem = (name: unknown): string | undefined =>
  typeof name === 'string' && name !== '' ? undefined : 'needs a "name"';

export const codeProblem = (code: string): string | undefined =>
  typeof code === 'string' && isActorCode(code) ? undefined : `has a code that is no actor code: "${code}"`;

export const sectorProblem = (sector: string): string | undefined =>
  typeof sector === 'string' && isSector(sector) ? undefined : `has a sector that PLOVER lacks: "${sector}"`;

export const oneOfProblem = (field: string, value: string, allowed: readonly string[]): string | undefined =>
  allowed.includes(value) ? undefined : `has ${field} "${value}"; allowed are ${allowed.join(', ')}`;

export function validityProblem(validity: Validity): string | undefined {
  const { from, until } = validity;
  for (const date of [from, until])
    if (date !== undefined && !isDatePrefix(date)) return `has a date that is no ISO date prefix: "${date}"`;
  if (from !== undefined && until !== undefined && until < from.slice(0, until.length))
    return `ends before it begins: ${from} to ${until}`;
  return undefined;
}

export const datedCodesProblem = (codes: readonly DatedCode[] | undefined): string | undefined =>
  firstProblem(...(codes ?? []).flatMap((dated) => [codeProblem(dated.code), validityProblem(dated)]));
