/** What every reader of names gets: the scanned document and the few tables that wordings are made from. */
import type { Lexicons } from '../../lexicon/lexicons.ts';
import type { NameLexicons } from '../../lexicon/name-words.ts';
import type { Doc } from '../../model/doc.ts';
import { scan, type Scan } from './scan.ts';
import { sensesOf } from './sense-index.ts';

const CUES = [
  'says',
  'placing',
  'leading',
  'personal',
  'sent',
  'done-to',
  'place-owned',
  'currency',
  'needs-owner',
  'never-compound',
  'sport',
] as const;
type CueUse = (typeof CUES)[number];

interface Tables {
  /** First adjective of a country: ARM -> Armenian. */
  readonly adjectives: ReadonlyMap<string, string>;
  readonly countries: ReadonlyMap<string, string>;
  /** Words beside names, by what they tell: see `NameWordUse`. */
  readonly cues: Readonly<Record<CueUse, ReadonlySet<string>>>;
}

export interface Context extends Scan, Tables {}

const made = new WeakMap<Lexicons, Tables>();

/** Scans `doc` and joins the tables of `lexicons`. */
export function contextOf(doc: Doc, lexicons: Lexicons): Context {
  let tables = made.get(lexicons);
  if (tables === undefined) made.set(lexicons, (tables = tablesOf(lexicons)));
  return Object.assign(scan(doc, sensesOf(lexicons)), tables);
}

function tablesOf({ countries, countryNames, names }: Lexicons): Tables {
  const adjectives = new Map<string, string>();
  for (const { code, adjectives: forms } of countries) if (forms[0] !== undefined) adjectives.set(code, forms[0]);
  for (const { code, use, forms } of countryNames)
    if (use === 'adjective' && !adjectives.has(code)) adjectives.set(code, forms[0]!);
  return {
    adjectives,
    countries: new Map(countries.map(({ code, name }) => [code, name])),
    cues: Object.fromEntries(CUES.map((use) => [use, wordsOfUse(names, use)])) as Tables['cues'],
  };
}

const wordsOfUse = (names: NameLexicons, use: CueUse): ReadonlySet<string> =>
  new Set(names.words.flatMap((entry) => (entry.use === use ? entry.forms : [])));
