/** What `code` makes: one record a fact, each value with the words or the rule that it rests on. */
import type { PlaceRelation } from './doc.ts';
import type { Span } from './span.ts';
import type { FactBank, Factuality, PloverEvent, Quad, SpeechAct, ToldType } from './vocabulary.ts';

/**
 * A value with its evidence. Without `rule` the report says it, in the words of `spans`; with `rule` we
 * inferred it, from the words of `spans`. What is unknown is absent, never null.
 */
export interface Slot<T> {
  readonly value: T;
  readonly spans: readonly Span[];
  readonly rule?: string;
}

/** A coded actor: ISO 3166-1 alpha-3 (or IGO, NGO …) and PLOVER sectors, with the name as the report has it. */
export interface ActorRef {
  readonly code: string;
  readonly name: string;
}

/** A point or stretch of time: TIMEX3 value, zone, and the instants it can mean, RFC 3339 UTC, half-open. */
export interface TimeRef {
  readonly value: string;
  readonly mod?: string;
  readonly zone?: string;
  readonly zoneBasis?: 'stated' | 'inferred';
  readonly earliest?: string;
  readonly latest?: string;
}

export interface PlaceRef {
  readonly name: string;
  /** Key shared by all names of one place. */
  readonly key: string;
  readonly relation: PlaceRelation;
  readonly lat?: number;
  readonly lon?: number;
  readonly geonamesId?: string;
  readonly country?: string;
  readonly feature?: string;
}

export interface Count {
  readonly low?: number;
  readonly best?: number;
  readonly high?: number;
}

/** One link of who says it: the nearest voice first, the outlet last. */
export interface Voice {
  readonly role: 'speaker' | 'channel' | 'outlet';
  readonly code?: string;
  readonly name: string;
  readonly spans: readonly Span[];
}

export interface Plover {
  readonly event: PloverEvent;
  readonly mode: readonly string[];
  readonly context: readonly string[];
  readonly quad: Quad;
}

export interface RecordBase {
  /** Hash of report, kind and spans. */
  readonly id: string;
  /** The rule that made it: one file of `code/rules`. */
  readonly rule: string;
  /** The words of the fact; the trigger first. */
  readonly spans: readonly Span[];
  readonly attribution: readonly Voice[];
  readonly factuality: Factuality;
  readonly factbank: FactBank;
  readonly time?: Slot<TimeRef>;
  readonly places: readonly Slot<PlaceRef>[];
  readonly plover?: Plover;
}

export interface StatementRecord extends RecordBase {
  readonly kind: 'statement';
  readonly speaker?: Slot<ActorRef>;
  readonly addressees: readonly Slot<ActorRef>[];
  readonly act: Slot<SpeechAct>;
  readonly channel?: Slot<string>;
  readonly direct: boolean;
  /** Source, cue and content as found. */
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Ids of the records that stand within its content. */
  readonly about: readonly string[];
}

export type IncidentType =
  | 'fire'
  | 'movement'
  | 'build-up'
  | 'air or drone'
  | 'mine'
  | 'obstruction'
  | 'detention'
  | 'other';

export interface IncidentRecord extends RecordBase {
  readonly kind: 'incident';
  readonly type: Slot<IncidentType>;
  /** ACLED sub-event type. */
  readonly acled?: Slot<string>;
  /** Who says so, when a party does: the accuser of an allegation. */
  readonly accuser?: Slot<ActorRef>;
  readonly perpetrators: readonly Slot<ActorRef>[];
  readonly targets: readonly Slot<ActorRef>[];
  readonly weapons: readonly Slot<string>[];
  readonly losses: readonly Slot<string>[];
  /** The truce that the act is said to have broken, in the report's words: "violated the ceasefire". */
  readonly breaks?: Slot<string>;
  readonly start?: Slot<string>;
  readonly startZone?: Slot<string>;
}

export interface TollRecord extends RecordBase {
  readonly kind: 'toll';
  readonly counter?: Slot<ActorRef>;
  /** Whose losses. */
  readonly side?: Slot<ActorRef>;
  readonly killed?: Slot<Count>;
  readonly wounded?: Slot<Count>;
  readonly captured?: Slot<Count>;
  readonly missing?: Slot<Count>;
  /** Killed or missing, where the report gives one number for both. */
  readonly killedOrMissing?: Slot<Count>;
  readonly who?: Slot<string>;
  readonly period?: Slot<TimeRef>;
}

export type AgreementClass =
  | 'ceasefire'
  | 'peace'
  | 'joint statement'
  | 'treaty'
  | 'protocol'
  | 'resolution'
  | 'accord';

export type AgreementStage =
  | 'proposed'
  | 'declared'
  | 'agreed'
  | 'in force'
  | 'extended'
  | 'broken off'
  | 'superseded'
  | 'expired'
  | 'recalled'
  | 'invoked';

export interface AgreementRecord extends RecordBase {
  readonly kind: 'agreement';
  readonly class: Slot<AgreementClass>;
  readonly name?: Slot<string>;
  readonly stage?: Slot<AgreementStage>;
  readonly parties: readonly Slot<ActorRef>[];
  readonly mediators: readonly Slot<ActorRef>[];
  readonly guarantors: readonly Slot<ActorRef>[];
  readonly declaredBy: readonly Slot<ActorRef>[];
  /** ISO date, cut to its precision. */
  readonly signed?: Slot<string>;
  /** Whether a document exists, where the report says. */
  readonly document?: Slot<'signed' | 'none signed'>;
  /** Local date and time as said; the instants stand in `effective`. */
  readonly effectiveFrom?: Slot<string>;
  readonly effective?: Slot<TimeRef>;
  readonly until?: Slot<TimeRef>;
  readonly terms: readonly Slot<string>[];
  /** Ids of the agreement records that it rests on. */
  readonly restsOn: readonly string[];
}

export type RequestStatus = 'decided' | 'sent' | 'received' | 'scheduled' | 'granted' | 'refused';

export interface RequestRecord extends RecordBase {
  readonly kind: 'request';
  readonly requester?: Slot<ActorRef>;
  readonly addressee?: Slot<ActorRef>;
  readonly what?: Slot<string>;
  readonly instrument?: Slot<string>;
  readonly status?: Slot<RequestStatus>;
}

export type MeetingForm =
  | 'call'
  | 'video link'
  | 'session'
  | 'emergency'
  | 'summit'
  | 'visit'
  | 'talks'
  | 'conversation'
  | 'meeting';
export type MeetingStatus = 'planned' | 'tentative' | 'held' | 'cancelled';

export interface MeetingRecord extends RecordBase {
  readonly kind: 'meeting';
  readonly form: Slot<MeetingForm>;
  readonly status: Slot<MeetingStatus>;
  readonly body?: Slot<string>;
  readonly participants: readonly Slot<ActorRef>[];
  readonly participantNames: readonly Slot<string>[];
  readonly place?: Slot<string>;
  readonly start?: Slot<string>;
  readonly end?: Slot<string>;
  readonly approximate?: Slot<boolean>;
  readonly closed?: Slot<boolean>;
  readonly requestedBy?: Slot<ActorRef>;
  readonly outcome?: Slot<string>;
}

export interface PlanRecord extends RecordBase {
  readonly kind: 'plan';
  readonly who?: Slot<ActorRef>;
  readonly what: Slot<string>;
  readonly due?: Slot<TimeRef>;
  /** Id of the record after which it falls due. */
  readonly after?: Slot<string>;
  readonly promisedBy?: Slot<ActorRef>;
}

export interface ObservationRecord extends RecordBase {
  readonly kind: 'observation';
  readonly monitor?: Slot<ActorRef>;
  readonly finding: Slot<'none observed' | 'observed' | 'access denied'>;
  readonly period?: Slot<TimeRef>;
}

export interface MechanismRecord extends RecordBase {
  readonly kind: 'mechanism';
  readonly name: Slot<string>;
  readonly members: readonly Slot<ActorRef>[];
  readonly adviser: readonly Slot<ActorRef>[];
  readonly mandate?: Slot<string>;
}

/** Any other PLOVER event between coded actors. */
export interface EventRecord extends RecordBase {
  readonly kind: 'event';
  readonly actors: readonly Slot<ActorRef>[];
  readonly recipients: readonly Slot<ActorRef>[];
}

export type CodedRecord =
  | StatementRecord
  | IncidentRecord
  | TollRecord
  | AgreementRecord
  | RequestRecord
  | MeetingRecord
  | PlanRecord
  | ObservationRecord
  | MechanismRecord
  | EventRecord;

export type RecordKind = CodedRecord['kind'];

export const RECORD_KINDS = [
  'statement',
  'incident',
  'toll',
  'agreement',
  'request',
  'meeting',
  'plan',
  'observation',
  'mechanism',
  'event',
] as const satisfies readonly RecordKind[];

/** One PLOVER event as `trucewatch code` shows it; the main event comes first. */
export interface PloverView {
  readonly type: ToldType;
  /** Absent for a STATEMENT, which has none. */
  readonly quad?: Quad;
  readonly mode: readonly string[];
  readonly context: readonly string[];
  readonly trigger: readonly [number, number];
  readonly source: readonly (ActorRef & Span)[];
  readonly target: readonly (ActorRef & Span)[];
  readonly factuality: Factuality;
  /** The record that it is a view of, when one was made. */
  readonly record?: string;
}
