/** What every reader of names gets: the scanned document and the few tables that wordings are made from. */
import type { ActorEntry } from '../../lexicon/actors.ts';
import type { Lexicons } from '../../lexicon/lexicons.ts';
import type { Doc } from '../../model/doc.ts';
import { scan, type Scan } from './scan.ts';
import { senseIndex } from './senses.ts';

interface Tables {
  /** First adjective of a country: ARM -> Armenian. */
  readonly adjectives: ReadonlyMap<string, string>;
  readonly countries: ReadonlyMap<string, string>;
  readonly actors: ReadonlyMap<string, ActorEntry>;
}

export interface Context extends Scan, Tables {}

const made = new WeakMap<Lexicons, Tables>();

/** Scans `doc` and joins the tables of `lexicons`. */
export function contextOf(doc: Doc, lexicons: Lexicons): Context {
  let tables = made.get(lexicons);
  if (tables === undefined) made.set(lexicons, (tables = tablesOf(lexicons)));
  return { ...scan(doc, senseIndex(lexicons)), ...tables };
}

function tablesOf({ countries, countryNames, actors }: Lexicons): Tables {
  const adjectives = new Map<string, string>();
  for (const { code, adjectives: forms } of countries) if (forms[0] !== undefined) adjectives.set(code, forms[0]);
  for (const { code, use, forms } of countryNames)
    if (use === 'adjective' && !adjectives.has(code)) adjectives.set(code, forms[0]!);
  return {
    adjectives,
    countries: new Map(countries.map(({ code, name }) => [code, name])),
    actors: new Map(actors.map((entry) => [entry.id, entry])),
  };
}
