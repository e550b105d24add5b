/**
 * What `annotate` makes: an article with sentences, tokens, clauses and mentions.
 * Everything points into `text` by UTF-16 offsets, or into `tokens` and `clauses` by index. Mentions have all fields of
 * their kind, `undefined` where nothing is known: objects of one shape are read much faster.
 */
import type { Article } from './article.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Span } from './span.ts';

/** Universal part-of-speech tag (universaldependencies.org/u/pos). */
export type Pos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: Pos;
}

/**
 * A run of letters or digits, lower case and without diacritics: what lexicons are looked up by.
 * Words do not depend on the tokenizer: "U.N." is two, "al-Houthi" is two.
 */
export interface Word extends Span {
  readonly norm: string;
  /** FNV-1a hash of `norm`, a signed number of 32 bits: what is asked of every word is sifted by it first. */
  readonly hash: number;
}

/** Token range `[first, last]`, both included. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** Where in the article a sentence stands: rules treat headlines otherwise than body text. */
export type Zone = 'headline' | 'deck' | 'body';

export interface Sentence extends Span, TokenRange {
  readonly zone: Zone;
  /** Index of the paragraph; -1 in headline and deck. */
  readonly paragraph: number;
}

/**
 * A base noun phrase without what follows its head: "the Armenian Security Council". A possessor is a phrase of its own
 * ("Chad" and "army" in "Chad's army"); possessive pronouns are part of the phrase ("its army"). Members of a list
 * have the first one as `parent`.
 */
export interface NounPhrase extends Span, TokenRange {
  /** Token index of the head noun. */
  readonly head: number;
  readonly sentence: number;
  /** Index of the noun phrase that it attaches to by "of" or another preposition, or as an apposition. */
  readonly parent?: number | undefined;
  readonly relation?: 'of' | 'prep' | 'apposition' | 'coordination' | 'possessive' | undefined;
}

/** A verb with its auxiliaries and particles: "had not been attacked", "will hold". */
export interface VerbGroup extends Span, TokenRange {
  /** Token index of the lexical verb. */
  readonly head: number;
  readonly lemma: string;
  readonly sentence: number;
  readonly voice: 'active' | 'passive';
  readonly tense: 'past' | 'present' | 'future' | 'none';
  /** have + participle. */
  readonly perfect: boolean;
  /** By "not", "never" or the like, or by a subject with "no" or "neither". */
  readonly negated: boolean;
  /** "may", "could", "should", "must", "would": the modal's lemma. */
  readonly modal?: string | undefined;
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'participle';
  /** "off" of "called off": part of the group, not of `lemma`. */
  readonly particle?: string | undefined;
}

/** How a clause hangs on another: "X said [complement]", "agreed [infinitive]", "the man [relative]". */
export type ClauseRole =
  | 'main'
  | 'coordinate'
  | 'complement'
  | 'infinitive'
  | 'relative'
  | 'adverbial'
  | 'gerund'
  | 'participial';

/**
 * One verb group with its arguments; noun phrases by index. Passive clauses keep surface roles: see `voice`.
 * In "X attacked, the ministry said" the attack is a `complement` of the saying, which is `main`, as in "the ministry
 * said X attacked". The range covers the clause's own words and those of all clauses that hang on it, `coordinate`
 * ones apart; words behind the last argument that belong to none (adverbs, marks) are left out.
 */
export interface Clause extends Span, TokenRange {
  readonly sentence: number;
  readonly verb: number;
  readonly role: ClauseRole;
  /** Index of the clause that it depends on. */
  readonly parent?: number | undefined;
  /** Noun phrases of the surface subject, with all coordinated ones; empty when none was found. */
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
  /**
   * Prepositional arguments of the verb: preposition (lower case) and noun phrase. A phrase right behind another noun
   * ("talks in Oslo") is listed here and also has that noun as `parent`: which of the two it goes with is left open.
   * "of" goes with the noun alone. A point of time without a preposition ("said Monday") has the preposition ''.
   */
  readonly obliques: readonly { readonly preposition: string; readonly phrase: number }[];
  /** Subordinator or complementiser: "that", "after", "if", "to". */
  readonly marker?: string | undefined;
  /** Whether the subject is taken over from the parent clause (control, coordination, relative). */
  readonly inheritedSubject: boolean;
  /** Noun phrase that a relative or participial clause stands by: "the town where …". */
  readonly antecedent?: number | undefined;
}

/** TIMEX3, plus a zone and the interval of instants that it can mean. */
export interface TimeMention extends Span {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** `2022-09-13T09:00`, `2022-09-13TNI`, `2020-11`, `P3D`, `PRESENT_REF`; ranges as `a/b`. */
  readonly value: string;
  readonly mod?: string | undefined;
  readonly zone?: string | undefined;
  readonly zoneBasis?: 'stated' | 'inferred' | undefined;
  /** RFC 3339 UTC instants, half-open; absent when the value names no place on the time line. */
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  readonly rule: string;
}

export type EntityType =
  | 'Person'
  | 'Organisation'
  | 'Location'
  | 'Nationality'
  | 'Weapon'
  | 'MilitaryPlatform'
  | 'Vehicle'
  | 'Quantity'
  | 'Temporal'
  | 'Money'
  | 'DocumentReference'
  | 'Frequency'
  | 'CommsIdentifier';

export interface EntityMention extends Span {
  readonly type: EntityType;
}

/** A coded actor in the text. `code` is ISO 3166-1 alpha-3 or IGO, NGO …, then PLOVER sectors: `ARM GOV`. */
export interface ActorMention extends Span {
  readonly code: string;
  /** Canonical name: "Armenian Security Council", "Nikol Pashinyan". */
  readonly name: string;
  readonly type: 'country' | 'organisation' | 'person' | 'group' | 'outlet' | 'people' | 'role';
  /** Same key, same actor within the report; lexicon id or a key learned from the text. */
  readonly key: string;
  /** Office of a person as the report gives it: "Prime Minister". */
  readonly office?: string | undefined;
  /** Name by lexicon, metonym ("Moscow" for the government), learned from the text, or by pronoun. */
  readonly basis: 'lexicon' | 'metonym' | 'learned' | 'coreference' | 'composed';
  /** Where the text taught what `basis` rests on. */
  readonly evidence?: Span | undefined;
}

export type PlaceRelation = 'at' | 'near' | 'toward';

export interface PlaceMention extends Span {
  /** Name in the gazetteer; the wording is the span's. */
  readonly name: string;
  readonly country?: string | undefined;
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
  readonly geonamesId?: string | undefined;
  /** GeoNames feature class: P populated place, A administrative area, T, H, L, S. */
  readonly feature?: string | undefined;
  readonly relation: PlaceRelation;
  /** Key shared by all names of one place, contested ones too: "Sotk" and "Zod". */
  readonly key: string;
}

/** A named agreement, treaty, statement or resolution; one mention for each instrument that the words name. */
export interface InstrumentMention extends Span {
  readonly class: 'ceasefire' | 'peace' | 'joint statement' | 'treaty' | 'protocol' | 'resolution' | 'accord';
  readonly name?: string;
  /** ISO date prefix that identifies it. */
  readonly date?: string;
  readonly dateSpan?: Span;
  /** Actor codes of the parties, with their spans. */
  readonly parties: readonly { readonly code: string; readonly span: Span }[];
  readonly key: string;
}

export interface WeaponMention extends Span {
  readonly name: string;
  readonly class:
    | 'artillery'
    | 'small arms'
    | 'mortar'
    | 'rocket'
    | 'missile'
    | 'drone'
    | 'aircraft'
    | 'armour'
    | 'mine'
    | 'explosive'
    | 'chemical'
    | 'other';
}

/** A number with what it counts: "at least 49 soldiers". */
export interface QuantityMention extends Span {
  readonly low?: number | undefined;
  readonly best?: number | undefined;
  readonly high?: number | undefined;
  /** The counted noun, lower case: "soldiers". */
  readonly unit?: string | undefined;
  readonly unitSpan?: Span | undefined;
}

/** Who says what: PolNeAR's source, cue, content, plus what we make of it. */
export interface StatementMention {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly direct: boolean;
  /** Resolved speaker; absent when the report names none or we cannot tell. */
  readonly speaker?: { readonly code: string; readonly name: string; readonly key: string } | undefined;
  readonly channel?: { readonly value: string; readonly span: Span } | undefined;
  /** Sentences that the content touches. */
  readonly sentences: readonly number[];
  /** Index of the statement that this one is quoted within, if any. */
  readonly within?: number | undefined;
  readonly rule: string;
}

export interface Doc {
  readonly article: Article;
  readonly text: string;
  readonly words: readonly Word[];
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly phrases: readonly NounPhrase[];
  readonly verbs: readonly VerbGroup[];
  readonly clauses: readonly Clause[];
  readonly times: readonly TimeMention[];
  readonly entities: readonly EntityMention[];
  readonly actors: readonly ActorMention[];
  readonly places: readonly PlaceMention[];
  readonly instruments: readonly InstrumentMention[];
  readonly weapons: readonly WeaponMention[];
  readonly quantities: readonly QuantityMention[];
  readonly statements: readonly StatementMention[];
  readonly diagnostics: readonly Diagnostic[];
}
