/** Words by which a text could speak of armed conflict, truces, negotiations or those who take part: what the relevance gate looks for. */
import { readActors } from './actors.ts';
import { readCountries, readCountryNames, readMetonyms } from './countries.ts';
import { type LexiconEntry, readLexicon } from './load.ts';
import { fold } from './words.ts';

interface GateEntry extends LexiconEntry {
  /** 4 lets a text through alone; less needs company. */
  readonly weight: 1 | 2 | 4;
  /** BCP 47; English where it is absent. */
  readonly language?: string;
}

/** One thing that is looked for, under all its wordings. */
export interface GateTerm {
  readonly id: string;
  /** Folded words with one space between them; a star at the end stands for any ending. */
  readonly patterns: readonly string[];
  readonly weight: number;
}

export interface GateLexicon {
  /** The gate's own list, armed groups, and states. */
  readonly english: readonly GateTerm[];
  /** By language, for those that have words of their own. */
  readonly others: ReadonlyMap<string, readonly GateTerm[]>;
}

let loaded: GateLexicon | undefined;

/** The words of the gate: its own lists, and the names of armed groups, states and their capitals from the lexicons. */
export function loadGate(): GateLexicon {
  return (loaded ??= {
    english: englishTerms(),
    others: new Map(
      [...Map.groupBy(readLexicon<GateEntry>('en/gate-languages'), ({ language = '' }) => language)].map(
        ([language, entries]) => [language, entries.map(termOf)],
      ),
    ),
  });
}

function englishTerms(): GateTerm[] {
  const own = readLexicon<GateEntry>('en/gate').map(termOf);
  const strong = own.filter(({ weight }) => weight >= 4).flatMap(({ patterns }) => patterns.map(edgedBySpaces));
  return [
    ...own,
    // A name with a strong word in it ("liberation army") is found by that word.
    ...groupTerms().map((term) => ({ ...term, patterns: term.patterns.filter((name) => !holds(name, strong)) })),
    ...stateTerms(),
  ].filter(({ patterns }) => patterns.length > 0);
}

/** Whether one of `patterns` stands within a name, at the beginning of a word. */
function holds(name: string, edged: readonly string[]): boolean {
  const padded = ` ${name} `;
  return edged.some((pattern) => padded.includes(pattern));
}

/** A pattern with the spaces that must stand around it. */
const edgedBySpaces = (pattern: string): string =>
  pattern.endsWith('*') ? ` ${pattern.slice(0, -1)}` : ` ${pattern} `;

const termOf = ({ id, forms, weight }: GateEntry): GateTerm => ({ id, patterns: patternsOf(forms), weight });

/** Sectors of those who fight. */
const ARMED = /\b(?:REB|UAF|MIL|PRM|SPY)\b/;

/** Short names and names in capitals stay out: the gate does not see capitals, and without them they are other words. */
const isTelling = (form: string): boolean =>
  /\s/.test(form) || (form.length >= MIN_LENGTH + 1 && form !== form.toUpperCase());
/** Fewest letters of a state's name. */
const MIN_LENGTH = 4;

const groupTerms = (): GateTerm[] =>
  readActors()
    .filter(({ code }) => ARMED.test(code))
    .map(({ id, forms }) => ({ id: `actor ${id}`, patterns: patternsOf(forms.filter(isTelling)), weight: 4 }));

/** A state is one thing under its name, its people's and its seat's. */
function stateTerms(): GateTerm[] {
  const forms = new Map<string, string[]>();
  const add = (code: string, more: readonly string[]): void =>
    void forms.set(code, [...(forms.get(code) ?? []), ...more]);
  for (const country of readCountries())
    add(country.code, [...country.forms, ...country.adjectives, ...country.demonyms, ...country.capitals]);
  for (const { code, forms: names } of [...readCountryNames(), ...readMetonyms()]) add(code.slice(0, 3), names);
  return [...forms].map(([code, names]) => ({
    id: `state ${code}`,
    patterns: withoutLonger(patternsOf(names.filter((name) => name.length >= MIN_LENGTH))),
    weight: 1,
  }));
}

/** "islamic republic of afghanistan" is found by "afghanistan". */
const withoutLonger = (patterns: readonly string[]): string[] =>
  patterns.filter((pattern) => !holds(pattern, patterns.filter((other) => other !== pattern).map(edgedBySpaces)));

/** A form as the scanner sees it: letters and digits, one space for all that parts words. */
function patternsOf(forms: readonly string[]): string[] {
  const patterns = forms.map((form) => {
    const words = fold(form)
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return form.endsWith('*') ? `${words}*` : words;
  });
  return [...new Set(patterns.filter((pattern) => pattern !== ''))];
}
