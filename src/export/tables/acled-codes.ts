/** ACLED's words: event types of a sub-event, kinds of actors, precision of time and place. */
import type { IncidentType } from '../../model/record.ts';
import { type EntryPlace, extentOf } from '../places.ts';

/** Disorder and event type of each sub-event that records can hold. */
export const ACLED_TYPES: Readonly<Record<string, readonly [disorder: string, event: string]>> = {
  'Armed clash': ['Political violence', 'Battles'],
  'Government regains territory': ['Political violence', 'Battles'],
  'Non-state actor overtakes territory': ['Political violence', 'Battles'],
  'Chemical weapon': ['Political violence', 'Explosions/Remote violence'],
  'Air/drone strike': ['Political violence', 'Explosions/Remote violence'],
  'Suicide bomb': ['Political violence', 'Explosions/Remote violence'],
  'Shelling/artillery/missile attack': ['Political violence', 'Explosions/Remote violence'],
  'Remote explosive/landmine/IED': ['Political violence', 'Explosions/Remote violence'],
  Grenade: ['Political violence', 'Explosions/Remote violence'],
  'Sexual violence': ['Political violence', 'Violence against civilians'],
  Attack: ['Political violence', 'Violence against civilians'],
  'Abduction/forced disappearance': ['Political violence', 'Violence against civilians'],
  Agreement: ['Strategic developments', 'Strategic developments'],
  Arrests: ['Strategic developments', 'Strategic developments'],
  'Change to group/activity': ['Strategic developments', 'Strategic developments'],
  'Disrupted weapons use': ['Strategic developments', 'Strategic developments'],
  'Headquarters or base established': ['Strategic developments', 'Strategic developments'],
  'Looting/property destruction': ['Strategic developments', 'Strategic developments'],
  'Non-violent transfer of territory': ['Strategic developments', 'Strategic developments'],
  Other: ['Strategic developments', 'Strategic developments'],
};

/** What stands for a type of incident where no record tells the sub-event; nothing where several could. */
export const SUB_EVENT_BY_TYPE: Readonly<Partial<Record<IncidentType, string>>> = {
  'air or drone': 'Air/drone strike',
  mine: 'Remote explosive/landmine/IED',
  movement: 'Other',
  'build-up': 'Other',
  obstruction: 'Other',
};

/** ACLED's eight kinds of actors; undefined where the code does not tell. State forces abroad are 8. */
export function interOf(code: string | undefined, country: string | undefined): number | undefined {
  if (code === undefined) return undefined;
  const [state = '', ...sectors] = code.split('|')[0]!.split(' ');
  if (['IGO', 'UNO', 'EUR', 'ISM', 'NGO', 'MNC'].includes(state)) return 8;
  if (sectors.includes('REB')) return 2;
  if (sectors.includes('UAF')) return 3;
  if (sectors.includes('CVL') || sectors.includes('REF')) return 7;
  const isState = sectors.length === 0 || ['MIL', 'GOV', 'COP', 'SPY', 'PRE'].some((one) => sectors.includes(one));
  if (!isState || state === 'UNK') return undefined;
  return country === undefined || state === country ? 1 : 8;
}

/** The two kinds as one number, the smaller first; "10" where only one is known. */
export function interactionOf(a: number | undefined, b: number | undefined): number | undefined {
  const [low, high] = [a, b].filter((inter) => inter !== undefined).sort((x, y) => x - y);
  if (low === undefined) return undefined;
  return high === undefined ? low * 10 : low * 10 + high;
}

/** 1 the day is known, 2 within a week, 3 less exactly. */
export const timePrecision = (days: number): number => (days === 1 ? 1 : days <= 7 ? 2 : 3);

/** 1 the place itself, 2 near or toward it, 3 a region or country. */
export function geoPrecision(place: EntryPlace): number {
  const extent = extentOf(place);
  return extent === 'place' ? 1 : extent === 'area' ? 3 : 2;
}
