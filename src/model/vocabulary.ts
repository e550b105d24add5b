/**
 * The codes that records speak: PLOVER categories (manual draft 2.0, openeventdata/PLOVER),
 * FactBank values, quad classes, speech acts.
 */

/** Quad classes: VC verbal cooperation, MC material cooperation, VX verbal conflict, MX material conflict. */
export type Quad = 'VC' | 'MC' | 'VX' | 'MX';

/** Quad class of each PLOVER category. CONCEDE is verbal and SANCTION material, as the manual's own sections say. */
export const PLOVER_QUAD = {
  AGREE: 'VC',
  CONSULT: 'VC',
  SUPPORT: 'VC',
  CONCEDE: 'VC',
  COOPERATE: 'MC',
  AID: 'MC',
  RETREAT: 'MC',
  REQUEST: 'VX',
  ACCUSE: 'VX',
  REJECT: 'VX',
  THREATEN: 'VX',
  PROTEST: 'MX',
  SANCTION: 'MX',
  MOBILIZE: 'MX',
  COERCE: 'MX',
  ASSAULT: 'MX',
} as const satisfies Record<string, Quad>;

export type PloverEvent = keyof typeof PLOVER_QUAD;

/** What a sentence tells: a PLOVER category, or a comment, denial or claim that is no event (CAMEO 01 and 02). */
export type ToldType = PloverEvent | 'STATEMENT';

/** How the record's own source holds the fact: FactBank (Saurí & Pustejovsky 2009). */
export type FactBank = 'CT+' | 'CT-' | 'PR+' | 'PR-' | 'PS+' | 'PS-' | 'CTu' | 'Uu';

/** The plain label of a record's factuality. `asserted` only where the outlet itself stands behind it. */
export type Factuality =
  | 'asserted'
  | 'alleged'
  | 'denied'
  | 'planned'
  | 'possible'
  | 'requested'
  | 'hypothetical'
  | 'recalled';

export type SpeechAct =
  | 'expect'
  | 'urge'
  | 'concern'
  | 'accuse'
  | 'deny'
  | 'condemn'
  | 'announce'
  | 'confirm'
  | 'promise'
  | 'propose'
  | 'threaten'
  | 'support'
  | 'inform';
