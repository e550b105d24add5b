/**
 * Verbs and nouns that express PLOVER events. A form is a small pattern: the first word is the lemma of the verb or
 * noun; a preposition or particle after it must follow in the text; ACTOR means that the object must be a coded actor,
 * PERSON that it must be a person, THING that there must be one; any other word must be a noun of the object.
 */
import type { IncidentType } from '../model/record.ts';
import type { ToldType } from '../model/vocabulary.ts';
import { type LexiconEntry, readLexicon } from './load.ts';

export interface EventEntry extends LexiconEntry {
  readonly pos: 'verb' | 'noun';
  /** STATEMENT: a comment that is no event, "expressed hope". */
  readonly event: ToldType;
  readonly mode: readonly string[];
  readonly context: readonly string[];
  /** The act is of this category, but a sentence that tells of it tells no event: "denied the charges". */
  readonly told?: ToldType;
  /** Asks without demanding: "urged", "called on". */
  readonly appeal?: boolean;
  /** Kind of incident that the act is when forces do it. */
  readonly incident?: IncidentType;
  /** Prepositions whose noun phrase holds the target, beside the direct object. */
  readonly to?: readonly string[];
  /** The subject suffers: "come under fire". */
  readonly swap?: boolean;
  /** Subject and object act on each other. */
  readonly reciprocal?: boolean;
  /** A noun that is an event only as the object of a verb: "lifted the ban", not "the ban was long". */
  readonly objectOnly?: boolean;
  /** Holds only with an infinitive behind it: "told X to leave", not "told reporters". */
  readonly infinitive?: boolean;
  /** How the verb rules over a verb that follows it: "agreed to", "refused to", "threatened to", "urged X to", "accused X of". */
  readonly control?: 'commit' | 'refuse' | 'threaten' | 'ask' | 'accuse';
}

/** A PLOVER event, or a comment, that some words express. */
export interface EventPattern {
  readonly entry: EventEntry;
  /** Prepositions or particles that must be there. */
  readonly links: readonly string[];
  /** Lemmas that the object must hold. */
  readonly nouns: readonly string[];
}

/**
 * What a word without an event of its own makes of the act that it rules over: `do` "carried out [an attack]", `stop`
 * "suspended [aid]", `fail` "failed to [reach a deal]", `commit` "is willing to [help]", `weigh` "is considering [aid]",
 * `attempt` "has tried to [kill]".
 */
export type Turn = 'do' | 'stop' | 'fail' | 'commit' | 'weigh' | 'attempt';

interface TurnEntry extends LexiconEntry {
  readonly pos: 'turn';
  readonly turn: Turn;
}

export interface EventLexicon {
  /** Patterns by first lemma, the most demanding first. */
  readonly verbs: ReadonlyMap<string, readonly EventPattern[]>;
  readonly nouns: ReadonlyMap<string, readonly EventPattern[]>;
  /** Turns by lemma and particle: "carry out". */
  readonly turns: ReadonlyMap<string, Turn>;
}

const LINKS: ReadonlySet<string> = new Set(
  'about against around as at away back behind between by down for forward from in into of off on out over through to toward towards under up upon with without'.split(
    ' ',
  ),
);

export function loadEvents(): EventLexicon {
  const verbs = new Map<string, EventPattern[]>();
  const nouns = new Map<string, EventPattern[]>();
  const turns = new Map<string, Turn>();
  for (const entry of readLexicon<EventEntry | TurnEntry>('en/events')) {
    for (const form of entry.forms) {
      if (entry.pos === 'turn') turns.set(form, entry.turn);
      else addForm(entry.pos === 'verb' ? verbs : nouns, form, entry);
    }
  }
  for (const map of [verbs, nouns]) for (const patterns of map.values()) patterns.sort(byDemand);
  return { verbs, nouns, turns };
}

function addForm(map: Map<string, EventPattern[]>, form: string, entry: EventEntry): void {
  const words = form.split(' ');
  // A noun compound is looked up by its last word, which is its head: "artillery fire"; "violation of ceasefire" by its first.
  const isCompound = entry.pos === 'noun' && !words.some((word) => LINKS.has(word));
  const head = isCompound ? words.at(-1)! : words[0]!;
  const rest = isCompound ? words.slice(0, -1) : words.slice(1);
  const pattern = {
    entry,
    links: rest.filter((word) => LINKS.has(word)),
    nouns: rest.filter((word) => !LINKS.has(word)),
  };
  const known = map.get(head);
  if (known === undefined) map.set(head, [pattern]);
  else known.push(pattern);
}

const byDemand = (a: EventPattern, b: EventPattern): number =>
  b.links.length + b.nouns.length - (a.links.length + a.nouns.length) || (a.entry.id < b.entry.id ? -1 : 1);
