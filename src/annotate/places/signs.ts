/**
 * The signs for and against a candidate being a place here, each with its weight in log odds: how its name is known,
 * what stands before and after it, whose name it may be. The weights were fitted on news texts with places marked and
 * then rounded; a sign names a habit of news English, never a single name.
 */

/** Weight of each sign. `base` counts always. */
export const SIGNS = {
  base: 0.1,
  // What the gazetteer knows of the name.
  country: 1.5,
  state: 1.1,
  region: 0.2,
  county: 0.3,
  millions: 0.8,
  hundredThousands: 1,
  tenThousands: -0.5,
  thousands: -1.2,
  hamlet: -1.6,
  quarter: -1.6,
  otherName: -1.2,
  variant: 0.2,
  written: -0.4,
  manyWords: 0.6,
  short: -1.8,
  // What else the word is.
  common: -1.9,
  given: -1.8,
  family: -2,
  lowerHere: -1.8,
  capitals: -0.7,
  // Before it.
  opensSentence: 0,
  opensReport: 1.3,
  afterLocative: 1.3,
  afterLoose: 0.5,
  afterDirection: 1.1,
  afterKindOf: 1.2,
  afterKind: 0.7,
  afterTitle: -1.4,
  afterGiven: -2.9,
  afterInitial: -1.1,
  afterCapital: -1.8,
  afterThe: 0.7,
  afterNumber: -0.1,
  afterPlaceComma: 1.7,
  afterParty: 1.1,
  afterNameOf: 0.4,
  afterPlaceList: 1.4,
  // After it.
  beforeContainer: 1.4,
  beforePlaceList: 1.3,
  beforeKind: 1.8,
  beforeSaying: -0.4,
  beforeInstitution: -0.2,
  beforeStreet: -0.3,
  beforeOutlet: -1.8,
  beforeClub: 0.1,
  beforeCompany: -0.5,
  beforeCapital: -0.7,
  beforeInitial: -1.1,
  beforeDash: 2.3,
  beforeMoney: -3,
  beforePossessive: -0.1,
  beforeHyphen: -0.3,
  beforeBased: 0.9,
  // What the readers of names made of it.
  person: -1.4,
  personOpens: -0.8,
  personEnds: -0.7,
  organisation: 0.6,
  organisationOpens: -0.8,
  organisationInside: -0.5,
  location: 1,
  personsName: -0.6,
  // The rest of the report.
  surelyElsewhere: 1.1,
  nearOthers: 1.6,
  inNamedState: 0.6,
  inNamedCountry: 0.2,
  again: 0,
} as const satisfies Record<string, number>;

export type Sign = keyof typeof SIGNS;
