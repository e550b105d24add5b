/** Everything that the stages look words up in, loaded once and handed to them. */
import type { Situation } from '../model/ledger.ts';
import { loadAbbreviations, type Abbreviations } from './abbreviations.ts';
import { loadChannels, type Channels } from './channels.ts';
import { loadCues, type Cues } from './cues.ts';
import { readActors, type ActorEntry } from './actors.ts';
import { readAgents, type AgentEntry } from './agents.ts';
import { readBodies, type BodyEntry } from './bodies.ts';
import {
  readCountries,
  readCountryNames,
  readMetonyms,
  type CountryEntry,
  type CountryNameEntry,
  type MetonymEntry,
} from './countries.ts';
import { readNameLexicons, type NameLexicons } from './name-words.ts';
import { loadEvents, type EventLexicon } from './events.ts';
import { loadInstruments, type InstrumentEntry } from './instruments.ts';
import { loadNumbers, type NumberLexicon } from './numbers.ts';
import { loadGazetteer, type Gazetteer } from './gazetteer.ts';
import { lexiconVersion } from './lexicon-version.ts';
import { readOffices, type OfficeEntry } from './offices.ts';
import { outletsByName, readOutlets, type OutletEntry } from './outlets.ts';
import { readPersons, type PersonEntry } from './persons.ts';
import type { PhraseIndex } from './phrase-index.ts';
import { loadPlaceCues, type PlaceCues } from './place-cues.ts';
import { loadPlaceFeatures, type PlaceFeatures } from './place-features.ts';
import { loadSituations } from './situations.ts';
import { loadTimes, type TimeLexicon } from './times.ts';
import { loadWeapons, type WeaponEntry } from './weapons.ts';
import { loadWireWords, type WireWords } from './wire-words.ts';
import { loadZones, type ZoneLexicon } from './zones.ts';

/** BCP 47 tags of the languages that there are rules for; a text too short to tell is read as English. */
const CODED_LANGUAGES: ReadonlySet<string> = new Set(['en', 'und']);

export interface Lexicons {
  /** Hash of all lexicon files: part of the coder's version. */
  readonly version: string;
  /** Languages whose texts are coded; others are kept until there are rules for them. */
  readonly languages: ReadonlySet<string>;
  readonly abbreviations: Abbreviations;
  readonly channels: Channels;
  readonly cues: Cues;
  readonly actors: readonly ActorEntry[];
  readonly agents: readonly AgentEntry[];
  readonly bodies: readonly BodyEntry[];
  readonly countries: readonly CountryEntry[];
  readonly countryNames: readonly CountryNameEntry[];
  readonly metonyms: readonly MetonymEntry[];
  /** Given names, titles, head nouns: what only `annotate/names` needs. */
  readonly names: NameLexicons;
  readonly events: EventLexicon;
  /** Opened when it is first asked for: a tenth of a second. */
  readonly gazetteer: Gazetteer;
  readonly instruments: PhraseIndex<InstrumentEntry>;
  readonly numbers: NumberLexicon;
  readonly offices: readonly OfficeEntry[];
  readonly outlets: readonly OutletEntry[];
  /** By each wording, in lower case. */
  readonly outletNames: ReadonlyMap<string, OutletEntry>;
  readonly persons: readonly PersonEntry[];
  readonly placeCues: PlaceCues;
  readonly placeFeatures: PlaceFeatures;
  readonly times: TimeLexicon;
  /** Configured conflicts: who stands against whom. */
  readonly situations: readonly Situation[];
  readonly weapons: PhraseIndex<WeaponEntry>;
  /** What stands around a report: page furniture, slugs, end marks. */
  readonly wireWords: WireWords;
  readonly zones: ZoneLexicon;
}

export interface LexiconOptions {
  /** File of an imported gazetteer, to be used instead of the bundled one. */
  readonly gazetteer?: string;
}

let loaded: Lexicons | undefined;

/** The lexicons, read on the first call; its options hold for the life of the process. */
export function loadLexicons({ gazetteer }: LexiconOptions = {}): Lexicons {
  if (loaded !== undefined) return loaded;
  let version: string | undefined;
  const outlets = readOutlets();
  loaded = {
    get version() {
      return (version ??= lexiconVersion(gazetteer));
    },
    languages: CODED_LANGUAGES,
    abbreviations: loadAbbreviations(),
    channels: loadChannels(),
    cues: loadCues(),
    actors: readActors(),
    agents: readAgents(),
    bodies: readBodies(),
    countries: readCountries(),
    countryNames: readCountryNames(),
    metonyms: readMetonyms(),
    names: readNameLexicons(),
    events: loadEvents(),
    instruments: loadInstruments(),
    numbers: loadNumbers(),
    offices: readOffices(),
    outlets,
    outletNames: outletsByName(outlets),
    persons: readPersons(),
    placeCues: loadPlaceCues(),
    placeFeatures: loadPlaceFeatures(),
    get gazetteer() {
      return loadGazetteer(gazetteer);
    },
    times: loadTimes(),
    situations: loadSituations(),
    weapons: loadWeapons(),
    wireWords: loadWireWords(),
    zones: loadZones(),
  };
  return loaded;
}
