/** What every language of the situation report must be able to say. */
import type { AgendaOutcome, CorroborationStep, Difference, TruceStatus } from '../../model/ledger.ts';
import type { IncidentType } from '../../model/record.ts';

/** Words and sentences of one language. Names come in as they are to be shown. */
export interface Speech {
  readonly language: 'en' | 'ru';
  /** Names of the twelve months as they stand in a date, and short ones for axes. */
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly status: Readonly<Record<TruceStatus, string>>;
  readonly act: Readonly<Record<IncidentType, string>>;
  readonly outcome: Readonly<Record<AgendaOutcome, string>>;
  readonly step: Readonly<Record<CorroborationStep, string>>;
  readonly difference: Readonly<Record<Difference['type'], string>>;
  readonly relation: Readonly<Record<'at' | 'near' | 'toward', string>>;
  readonly loss: Readonly<Record<'killed' | 'wounded' | 'captured' | 'missing' | 'killedOrMissing', string>>;
  readonly change: Readonly<Record<'new' | 'gone' | 'changed' | 'status' | 'agenda', string>>;
  /** Slots that differ, for people. */
  readonly slot: Readonly<Record<string, string>>;
  readonly nobody: string;
  /** An accuser whom the reports do not name. */
  readonly someone: string;
  readonly unknownTime: string;
  readonly and: string;
  between(from: string, to: string): string;
  atLeast(count: string): string;
  atMost(count: string): string;
  inForce(from: string): string;
  noMoment(): string;
  announcedBy(who: string): string;
  notConfirmedBy(who: string): string;
  accuses(accuser: string, accused: string, count: number): string;
  standing(counts: { alone: number; denied: number; admitted: number; confirmed: number }): string;
  noneAlleged(): string;
  quiet(hours: number): string;
  lastBreach(when: string): string;
  supersededBy(title: string): string;
  reaffirmed(who: string): string;
  silent(side: string, from: string, to: string): string;
  incident(parts: { act: string; places: string; by?: string; accuser?: string; accused?: string }): string;
  deniedBy(who: string): string;
  steps(step: string): string;
  toll(parts: { side: string; counts: string; counter?: string; when: string }): string;
  differs(what: string, readings: string, type: string): string;
  reported(when: string): string;
  picture: Readonly<Record<'timeline' | 'map' | 'says' | 'near' | 'toward' | 'heard', string>>;
}
