/**
 * The conflicts that are configured in `situations/`: who is a party, an organ, an ally or a proxy of which side, and
 * from when to when. The ledger tells voices of one side from third parties by it; analysts can add to it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { TrucewatchError } from '../model/errors.ts';
import type { Side, Situation } from '../model/ledger.ts';
import { firstProblem, nameProblem, oneOfProblem, validityProblem } from './check.ts';
import { isActorCode } from './codes.ts';
import { holdsAt } from './validity.ts';

const FOLDER = new URL('../../situations/', import.meta.url);
const ROLES = ['party', 'organ', 'ally', 'proxy'];

type SideCode = Side['codes'][number];

/** All bundled situations, by id. Throws `bad-lexicon`, naming the file, on the first that is wrong. */
export function loadSituations(folder: URL = FOLDER): readonly Situation[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const situations = files.toSorted().map((file) => parseSituation(file, readFileSync(new URL(file, folder), 'utf8')));
  return checkSituations(situations);
}

/** The situation in a file; `file` names it in errors and gives its id. */
export function parseSituation(file: string, json: string): Situation {
  const fail = (problem: string, cause?: unknown): never => {
    throw new TrucewatchError('bad-lexicon', `situations/${file} ${problem}.`, cause);
  };
  let parsed: Situation;
  try {
    parsed = JSON.parse(json) as Situation;
  } catch (cause) {
    return fail('is not JSON', cause);
  }
  const problem =
    situationProblem(parsed) ?? (`${parsed.id}.json` === file ? undefined : `has another id: "${parsed.id}"`);
  return problem === undefined ? { ...parsed, sides: parsed.sides.map(withWholeDays), derived: false } : fail(problem);
}

/** Keys are names across situations: one key means one side wherever it stands. */
export function checkSituations(situations: readonly Situation[]): readonly Situation[] {
  const names = new Map<string, string>();
  for (const { id, sides } of situations)
    for (const { key, name } of sides) {
      const known = names.get(key);
      if (known !== undefined && known !== name)
        throw new TrucewatchError(
          'bad-lexicon',
          `situations/${id}.json calls side "${key}" "${name}"; another calls it "${known}".`,
        );
      names.set(key, name);
    }
  return situations;
}

/** What is wrong with a situation, if anything. */
export function situationProblem({ id, name, sides, thirdParties }: Situation): string | undefined {
  if (typeof id !== 'string' || !/^[a-z0-9-]+$/.test(id)) return 'needs an "id" of small letters, digits and hyphens';
  if (!Array.isArray(sides) || sides.length < 2) return 'needs at least two sides';
  return firstProblem(
    nameProblem(name),
    ...sides.map(sideProblem),
    twiceProblem(sides.map(({ key }) => key)),
    overlapProblem(sides),
    ...(thirdParties ?? []).map((code) =>
      isSideCode(code) ? undefined : `has a third party that is no code: "${code}"`,
    ),
  );
}

function sideProblem({ key, name, codes }: Side): string | undefined {
  if (typeof key !== 'string' || key === '') return 'has a side without "key"';
  if (typeof name !== 'string' || name === '') return `has no name for side "${key}"`;
  if (!Array.isArray(codes) || !codes.some(({ role }) => role === 'party')) return `has no party on side "${key}"`;
  return firstProblem(
    ...codes.flatMap((code) => [
      isSideCode(code.code) ? undefined : `has a code that is no actor code: "${code.code}"`,
      oneOfProblem('role', code.role, ROLES),
      validityProblem(code),
    ]),
  );
}

/** "ARM MIL", or a code and the name of one actor: "LBN REB|Hezbollah". */
function isSideCode(code: string): boolean {
  if (typeof code !== 'string') return false;
  const bar = code.indexOf('|');
  return bar < 0 ? isActorCode(code) : isActorCode(code.slice(0, bar)) && bar + 1 < code.length;
}

const twiceProblem = (keys: readonly string[]): string | undefined =>
  new Set(keys).size === keys.length ? undefined : 'has a side twice';

/** One actor cannot stand on two sides on one day. */
function overlapProblem(sides: readonly Side[]): string | undefined {
  const seen = new Map<string, { side: string; code: SideCode }[]>();
  for (const side of sides)
    for (const code of side.codes) {
      const others = seen.get(code.code) ?? [];
      if (others.some((other) => other.side !== side.key && isTogether(other.code, code)))
        return `has "${code.code}" on two sides at one time`;
      seen.set(code.code, [...others, { side: side.key, code }]);
    }
  return undefined;
}

const isTogether = (a: SideCode, b: SideCode): boolean =>
  (a.from === undefined || holdsAt(b, a.from) || (b.from !== undefined && holdsAt(a, b.from))) &&
  (b.from === undefined || holdsAt(a, b.from) || (a.from !== undefined && holdsAt(b, a.from)));

/** The ledger compares days: "until 2018" becomes 31 December, "until 2018-02" the month's last day. */
const withWholeDays = (side: Side): Side => ({
  ...side,
  codes: side.codes.map((code) => (code.until === undefined ? code : { ...code, until: lastDayOf(code.until) })),
});

function lastDayOf(until: string): string {
  if (until.length === 10) return until;
  const month = until.length === 4 ? `${until}-12` : until;
  return `${month}-${Temporal.PlainYearMonth.from(month).daysInMonth}`;
}
