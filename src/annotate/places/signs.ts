/**
 * The signs for and against a candidate being a place here, each with its weight in log odds: how its name is known,
 * what stands before and after it, whose name it may be. The weights were fitted on news texts with places marked and
 * then rounded; a sign names a habit of news English, never a single name.
 */

/** Weight of each sign. `base` counts always. */
export const SIGNS = {
  base: -1,
  // What the gazetteer knows of the name.
  country: 3,
  state: 3,
  region: 2,
  county: 2,
  millions: 3,
  hundredThousands: 2,
  tenThousands: 1,
  thousands: 0,
  hamlet: -0.5,
  quarter: -1,
  otherName: -1.5,
  variant: -1,
  written: 3,
  manyWords: 2,
  short: -1,
  // What else the word is.
  common: -2,
  given: -1.5,
  family: -1,
  lowerHere: -2,
  capitals: -0.5,
  // Before it.
  opensSentence: -0.3,
  opensReport: 0.5,
  afterLocative: 2,
  afterLoose: 0.7,
  afterDirection: 2,
  afterKindOf: 3,
  afterKind: 1,
  afterTitle: -3,
  afterGiven: -2.5,
  afterInitial: -3,
  afterCapital: -2,
  afterThe: -0.5,
  afterNumber: -0.5,
  afterPlaceComma: 3,
  afterPlaceList: 1,
  // After it.
  beforeContainer: 4,
  beforePlaceList: 1,
  beforeKind: 1.5,
  beforeSaying: -1.5,
  beforeInstitution: 1,
  beforeStreet: -2,
  beforeOutlet: -2,
  beforeClub: -2,
  beforeCompany: -2,
  beforeCapital: -2,
  beforeInitial: -1.5,
  beforeDash: 2,
  beforePossessive: 0.3,
  beforeHyphen: -0.3,
  beforeBased: 2,
  // What the readers of names made of it.
  person: -2,
  personOpens: -1,
  personEnds: -2,
  organisation: -0.5,
  organisationOpens: 0,
  organisationInside: -0.5,
  location: 1,
  personsName: -1.5,
  // The rest of the report.
  surelyElsewhere: 1.5,
  personElsewhere: -1.5,
  nearOthers: 1.5,
  inNamedState: 1.5,
  inNamedCountry: 0.5,
  again: 0.3,
} as const satisfies Record<string, number>;

export type Sign = keyof typeof SIGNS;
