/**
 * The signs for and against a candidate being a place here, each with its weight in log odds: how its name is known,
 * what stands before and after it, whose name it may be. The weights were fitted on news texts with places marked and
 * then rounded; a sign names a habit of news English, never a single name.
 */

/** Weight of each sign. `base` counts always. */
export const SIGNS = {
  base: -0.2,
  // What the gazetteer knows of the name.
  country: 1.4,
  state: 1.2,
  region: -0.1,
  county: 0.5,
  millions: 0.9,
  hundredThousands: 0.7,
  tenThousands: -0.6,
  thousands: -1.3,
  hamlet: -1.6,
  quarter: -1.3,
  otherName: -1.3,
  variant: -1.7,
  written: 0.1,
  /** On the hand list of places in the news. Not fitted: such places are few in the texts. */
  known: 1.5,
  manyWords: 0.8,
  short: -2.2,
  // What else the word is.
  common: -1.7,
  given: -1.8,
  family: -2.1,
  lowerHere: -1.4,
  capitals: -0.6,
  // Before it.
  opensSentence: 0.1,
  opensReport: 1.6,
  afterLocative: 1.5,
  afterLoose: 0.5,
  afterDirection: 1.1,
  afterKindOf: 1.3,
  afterKind: 0.6,
  afterTitle: -1.4,
  afterGiven: -2.9,
  afterInitial: -1.1,
  afterCapital: -1.6,
  afterThe: 0.7,
  afterNumber: 0,
  /** "in the direction of A", "the outskirts of A". */
  directed: 1.5,
  /** In a list whose head has a preposition of place: "near A, B and C". */
  governed: 0.8,
  afterPlaceComma: 1,
  afterParty: 1.5,
  afterNameOf: 0.5,
  afterPlaceList: 0.8,
  // After it.
  beforeContainer: 1.7,
  beforePlaceList: 1.1,
  beforeKind: 1.7,
  beforeSaying: -0.4,
  beforeInstitution: -0.2,
  beforeStreet: 0.1,
  beforeOutlet: -1.8,
  beforeClub: 0.4,
  beforeCompany: -0.4,
  beforeCapital: -0.8,
  beforeInitial: -1.1,
  beforeDash: 2.2,
  beforeTime: -6,
  beforePossessive: 0,
  beforeHyphen: -0.2,
  beforeBased: 1,
  // What the readers of names made of it.
  person: -1.6,
  personOpens: -0.6,
  personEnds: -0.4,
  organisation: 1.1,
  organisationOpens: -0.4,
  organisationInside: -0.2,
  location: 1.1,
  personsName: -0.9,
  // The rest of the report.
  surelyElsewhere: 0.9,
  nearOthers: 1.4,
  inNamedState: 0.8,
  inNamedCountry: 0.3,
  again: 0.1,
} as const satisfies Record<string, number>;

export type Sign = keyof typeof SIGNS;
