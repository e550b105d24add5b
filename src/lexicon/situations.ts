/** Conflicts and their sides, as configuration: one file of `situations/` each. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { TrucewatchError } from '../model/errors.ts';
import type { Situation } from '../model/ledger.ts';

const ROOT = new URL('../../situations/', import.meta.url);

/** All bundled situations in order of id. Throws `bad-lexicon`, naming the file, for one that is malformed. */
export function loadSituations(): readonly Situation[] {
  if (!existsSync(ROOT)) return [];
  const files = readdirSync(ROOT)
    .filter((file) => file.endsWith('.json'))
    .sort();
  return files.map((file) => checked(file, readFileSync(new URL(file, ROOT), 'utf8')));
}

function checked(file: string, text: string): Situation {
  try {
    const { id, name, sides, thirdParties = [] } = JSON.parse(text) as Situation;
    if (!id || !name || sides.length < 2 || sides.some((side) => !side.key || !side.name || side.codes.length === 0))
      throw new Error('id, name and two sides with codes are needed');
    return { id, name, sides, thirdParties, derived: false };
  } catch (cause) {
    throw new TrucewatchError('bad-lexicon', `situations/${file}: ${(cause as Error).message}. Mend the file.`, cause);
  }
}
