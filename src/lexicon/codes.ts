/** Actor codes: a country (ISO 3166-1 alpha-3) or a non-state prefix, then PLOVER sectors: "ARM GOV", "IGO UNO". */

/** PLOVER 2.0 sectors of organised and other actors (openeventdata/PLOVER, manual draft 2.0). */
export const SECTORS = [
  'COP',
  'GOV',
  'JUD',
  'LEG',
  'MIL',
  'PRM',
  'PTY',
  'REB',
  'SPY',
  'UAF',
  'UNK',
  'AGR',
  'BUS',
  'CRM',
  'CVL',
  'EDU',
  'ELI',
  'JRN',
  'LAB',
  'MED',
  'OPP',
  'PRE',
  'REF',
  'REL',
  'SOC',
] as const;

/** Prefixes of actors that belong to no one state. */
export const NON_STATE = ['EUR', 'IGO', 'IMG', 'ISM', 'MNC', 'NGO', 'UNO'] as const;

/** Codes that ISO 3166-3 keeps for states that are gone; a state that only changed its name has its present code. */
export const FORMER_STATES = ['CSK', 'DDR', 'SCG', 'SUN', 'YMD', 'YUG'] as const;

/** For peoples who live in several states: the country comes from the text. */
export const UNPLACED = 'UNK';

/** ISO 3166-1 gives Kosovo no code; a configuration that wants one can use this user-assigned one. */
export const USER_ASSIGNED = ['XKX'] as const;

const SECTOR_SET: ReadonlySet<string> = new Set([...SECTORS, ...NON_STATE]);
const PREFIX_SET: ReadonlySet<string> = new Set([...NON_STATE, ...FORMER_STATES, ...USER_ASSIGNED, UNPLACED]);

/** Whether `sector` is one or more PLOVER sectors: "GOV", "PRE MIL". */
export const isSector = (sector: string): boolean => sector.split(' ').every((part) => SECTOR_SET.has(part));

/** Whether `code` is well formed. Pass the ISO codes to check the country as well. */
export function isActorCode(code: string, countries?: ReadonlySet<string>): boolean {
  const [head = '', ...sectors] = code.split(' ');
  if (!/^[A-Z]{3}$/.test(head)) return false;
  if (countries !== undefined && !countries.has(head) && !PREFIX_SET.has(head)) return false;
  return sectors.every((part) => SECTOR_SET.has(part));
}
