/** Reads the lists of `lexicons/`: one JSON object a line, sorted by id, each with forms and a source. */
import { readFileSync } from 'node:fs';
import { TrucewatchError } from '../model/errors.ts';
import { interned } from './word-table.ts';

/** What every line of every lexicon has; files add fields of their own. */
export interface LexiconEntry {
  readonly id: string;
  /** Every wording that stands for it. */
  readonly forms: readonly string[];
  /** Where we have it from: a public source or standard, in a few words. */
  readonly source: string;
  readonly note?: string;
}

const ROOT = new URL('../../lexicons/', import.meta.url);

/**
 * The entries of `lexicons/<name>.jsonl`. The first line may be a header `{"lexicon": …, "origin": …, "gaps": …}`.
 * Throws `bad-lexicon`, naming the line, on malformed JSON, a missing field, an id given twice or out of order,
 * a form given twice in one entry, or a form without a letter or digit.
 */
export function readLexicon<T extends LexiconEntry>(name: string): T[] {
  const entries: T[] = [];
  let before = '';
  const lines = readFileSync(new URL(`${name}.jsonl`, ROOT), 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const where = `lexicons/${name}.jsonl line ${index + 1}`;
    const entry = parseLine(line, where) as T & { lexicon?: string };
    if (index === 0 && entry.lexicon !== undefined) continue;
    checkEntry(entry, before, where);
    before = entry.id;
    entries.push(entry);
  }
  return ofOneShape(entries);
}

/**
 * The same entries, each with every field that one of them has, `undefined` where it lacks it: the engine reads objects
 * of one shape several times as fast, and rules ask lexicons all the time.
 */
function ofOneShape<T extends LexiconEntry>(entries: readonly T[]): T[] {
  const keys = new Set(entries.flatMap((entry) => Object.keys(entry)));
  const blank = JSON.stringify(Object.fromEntries([...keys].map((key) => [key, null])));
  return entries.map((entry) => {
    const whole = JSON.parse(blank) as Record<string, unknown>;
    for (const key of keys) whole[key] = (entry as Record<string, unknown>)[key];
    return whole as unknown as T;
  });
}

function parseLine(line: string, where: string): unknown {
  try {
    return withInterned(JSON.parse(line));
  } catch (cause) {
    throw new TrucewatchError('bad-lexicon', `${where} is not JSON. Mend the line.`, cause);
  }
}

/** The value with the engine's one copy of every short string: codes and words are compared all the time. */
function withInterned(value: unknown): unknown {
  if (typeof value === 'string') return value.length <= LONGEST_INTERNED ? interned(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields)) fields[key] = withInterned(fields[key]);
  return value;
}

const LONGEST_INTERNED = 40;

function checkEntry(entry: LexiconEntry, before: string, where: string): void {
  const fail = (what: string): never => {
    throw new TrucewatchError('bad-lexicon', `${where}: ${what}`);
  };
  if (!entry.id || !Array.isArray(entry.forms) || !entry.source) fail('an entry needs "id", "forms" and "source".');
  if (entry.id <= before) fail(`"${entry.id}" stands after "${before}". Keep ids unique and sorted.`);
  if (new Set(entry.forms).size !== entry.forms.length) fail(`"${entry.id}" has a form twice.`);
  for (const form of entry.forms)
    if (!/[\p{L}\p{N}]/u.test(form)) fail(`"${entry.id}" has a form without a letter: "${form}".`);
}
