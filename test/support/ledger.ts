/** Builds coded reports by hand, so that ledger tests read as what was reported rather than as JSON. */
import type { CodedReport, ReportCard } from '../../src/model/ledger.ts';
import type {
  ActorRef,
  AgreementRecord,
  CodedRecord,
  Count,
  EventRecord,
  IncidentRecord,
  MechanismRecord,
  MeetingRecord,
  ObservationRecord,
  PlaceRef,
  PlanRecord,
  RecordKind,
  RequestRecord,
  Slot,
  StatementRecord,
  TimeRef,
  TollRecord,
  Voice,
} from '../../src/model/record.ts';
import type { Span } from '../../src/model/span.ts';
import type { Factuality } from '../../src/model/vocabulary.ts';

/** A record without what only its report can give: id and spans. */
export type Draft = (report: string, index: number) => CodedRecord;

/** "ARM MIL: Defence Ministry of Armenia" or a bare code. */
export function actor(words: string): ActorRef {
  const [code = '', name] = words.split(/:\s*/);
  return { code, name: name ?? code };
}

const spansAt = (index: number): Span[] => [{ start: index * 100, end: index * 100 + 40 }];

let at = 0;
const slot = <T>(value: T): Slot<T> => ({ value, spans: spansAt(at) });
const slots = <T>(values: readonly T[] | undefined): Slot<T>[] => (values ?? []).map(slot);
const actors = (words: readonly string[] | undefined): Slot<ActorRef>[] => slots((words ?? []).map(actor));

const iso = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'second' });

/** A time: `"2022-03-01T10:00Z"`, `"2022-03-01"`, `"2022-03-01T10:00 Asia/Tbilisi"`, or whole. */
export function time(value: string | TimeRef): TimeRef {
  if (typeof value !== 'string') return value;
  const [local = '', zone] = value.split(' ');
  if (zone === undefined) return { value: local };
  const plain = Temporal.PlainDateTime.from(local);
  const zoned = plain.toZonedDateTime(zone).toInstant();
  const step = local.includes('T') ? { minutes: 1 } : { hours: 24 };
  return { value: local, zone, zoneBasis: 'stated', earliest: iso(zoned), latest: iso(zoned.add(step)) };
}

/** "toward Goris" or "Goris"; the key is the name in lower case unless `Name=key` gives another. */
export function place(words: string): PlaceRef {
  const match = /^(?:(near|toward) )?([^=@]+)(?:=([^@]+))?(?:@(-?[\d.]+),(-?[\d.]+))?$/.exec(words)!;
  const [, relation, name = '', key, lat, lon] = match;
  return {
    name,
    key: key ?? name.toLowerCase(),
    relation: (relation as PlaceRef['relation'] | undefined) ?? 'at',
    ...(lat === undefined ? {} : { lat: Number(lat), lon: Number(lon) }),
  };
}

interface Common {
  /** Who says it: "ARM MIL: Defence Ministry". Without one the outlet says it itself. */
  readonly says?: string;
  readonly factuality?: Factuality;
  readonly time?: string | TimeRef;
  readonly places?: readonly string[];
  /** A fixed id, for records that others point to. */
  readonly id?: string;
}

function draft<K extends RecordKind>(
  kind: K,
  common: Common,
  own: () => Omit<
    Extract<CodedRecord, { kind: K }>,
    'id' | 'kind' | 'rule' | 'spans' | 'attribution' | 'factuality' | 'factbank' | 'places' | 'time'
  >,
): Draft {
  return (reportId, index) => {
    at = index;
    const attribution: Voice[] =
      common.says === undefined ? [] : [{ role: 'speaker', ...actor(common.says), spans: spansAt(index) }];
    return {
      kind,
      id: common.id ?? `${reportId}-${kind}-${index}`,
      rule: `by-hand-${kind}`,
      spans: spansAt(index),
      attribution,
      factuality: common.factuality ?? (common.says === undefined ? 'asserted' : 'alleged'),
      factbank: common.factuality === 'denied' ? 'CT-' : 'CT+',
      ...(common.time === undefined ? {} : { time: slot(time(common.time)) }),
      places: slots((common.places ?? []).map(place)),
      ...own(),
    } as unknown as CodedRecord;
  };
}

export const incident = (
  o: Common & {
    readonly type?: IncidentRecord['type']['value'];
    readonly by?: readonly string[];
    readonly on?: readonly string[];
    readonly weapons?: readonly string[];
    readonly accuser?: string;
  },
): Draft =>
  draft('incident', o, () => ({
    type: slot(o.type ?? 'fire'),
    perpetrators: actors(o.by),
    targets: actors(o.on),
    weapons: slots(o.weapons),
    losses: [],
    ...(accuserOf(o) === undefined ? {} : { accuser: slot(actor(accuserOf(o)!)) }),
  }));

const accuserOf = (o: { readonly accuser?: string; readonly says?: string; readonly factuality?: string }) =>
  o.accuser ?? (o.factuality === 'denied' ? undefined : o.says);

export const agreement = (
  o: Common & {
    readonly class?: AgreementRecord['class']['value'];
    readonly name?: string;
    readonly stage?: NonNullable<AgreementRecord['stage']>['value'];
    readonly parties?: readonly string[];
    readonly declaredBy?: readonly string[];
    readonly mediators?: readonly string[];
    readonly signed?: string;
    readonly effective?: string | TimeRef;
    readonly until?: string | TimeRef;
    readonly terms?: readonly string[];
    readonly restsOn?: readonly string[];
  },
): Draft =>
  draft('agreement', o, () => {
    const effective = o.effective === undefined ? undefined : time(o.effective);
    return {
      class: slot(o.class ?? 'ceasefire'),
      ...(o.name === undefined ? {} : { name: slot(o.name) }),
      ...(o.stage === undefined ? {} : { stage: slot(o.stage) }),
      parties: actors(o.parties),
      mediators: actors(o.mediators),
      guarantors: [],
      declaredBy: actors(o.declaredBy),
      ...(o.signed === undefined ? {} : { signed: slot(o.signed) }),
      ...(effective === undefined ? {} : { effective: slot(effective), effectiveFrom: slot(effective.value) }),
      ...(o.until === undefined ? {} : { until: slot(time(o.until)) }),
      terms: slots(o.terms),
      restsOn: o.restsOn ?? [],
    };
  });

/** Carries the gist from a statement to the card of its report. */
const GIST = Symbol('gist');

export const statement = (
  o: Common & {
    readonly act?: StatementRecord['act']['value'];
    readonly to?: readonly string[];
    readonly about?: readonly string[];
    /** Hashes of its words; they go into the report's card. */
    readonly gist?: readonly number[];
  },
): Draft =>
  draft('statement', o, () => ({
    ...(o.says === undefined ? {} : { speaker: slot(actor(o.says)) }),
    addressees: actors(o.to),
    act: slot(o.act ?? 'inform'),
    direct: false,
    source: [],
    cue: [],
    content: [],
    about: o.about ?? [],
    ...(o.gist === undefined ? {} : { [GIST]: o.gist }),
  }));

type Number_ = number | Count;
const count = (value: Number_): Slot<Count> => slot(typeof value === 'number' ? { best: value } : value);

export const toll = (
  o: Common & {
    readonly side?: string;
    readonly killed?: Number_;
    readonly wounded?: Number_;
    readonly captured?: Number_;
    readonly killedOrMissing?: Number_;
    readonly period?: string;
  },
): Draft =>
  draft('toll', o, () => ({
    ...(o.says === undefined ? {} : { counter: slot(actor(o.says)) }),
    ...(o.side === undefined ? {} : { side: slot(actor(o.side)) }),
    ...(o.killed === undefined ? {} : { killed: count(o.killed) }),
    ...(o.wounded === undefined ? {} : { wounded: count(o.wounded) }),
    ...(o.captured === undefined ? {} : { captured: count(o.captured) }),
    ...(o.killedOrMissing === undefined ? {} : { killedOrMissing: count(o.killedOrMissing) }),
    ...(o.period === undefined ? {} : { period: slot(time(o.period)) }),
  })) satisfies (report: string, index: number) => TollRecord | CodedRecord;

export const request = (
  o: Common & {
    readonly by?: string;
    readonly to?: string;
    readonly what?: string;
    readonly instrument?: string;
    readonly status?: NonNullable<RequestRecord['status']>['value'];
  },
): Draft =>
  draft('request', o, () => ({
    ...(o.by === undefined ? {} : { requester: slot(actor(o.by)) }),
    ...(o.to === undefined ? {} : { addressee: slot(actor(o.to)) }),
    ...(o.what === undefined ? {} : { what: slot(o.what) }),
    ...(o.instrument === undefined ? {} : { instrument: slot(o.instrument) }),
    ...(o.status === undefined ? {} : { status: slot(o.status) }),
  }));

export const meeting = (
  o: Common & {
    readonly form?: MeetingRecord['form']['value'];
    readonly status?: MeetingRecord['status']['value'];
    readonly body?: string;
    readonly who?: readonly string[];
    readonly names?: readonly string[];
    readonly place?: string;
    readonly start?: string;
    readonly end?: string;
  },
): Draft =>
  draft('meeting', o, () => ({
    form: slot(o.form ?? 'meeting'),
    status: slot(o.status ?? 'planned'),
    ...(o.body === undefined ? {} : { body: slot(o.body) }),
    participants: actors(o.who),
    participantNames: slots(o.names),
    ...(o.place === undefined ? {} : { place: slot(o.place) }),
    ...(o.start === undefined ? {} : { start: slot(o.start) }),
    ...(o.end === undefined ? {} : { end: slot(o.end) }),
  }));

export const plan = (
  o: Common & {
    readonly who?: string;
    readonly what: string;
    readonly due?: string | TimeRef;
    readonly after?: string;
  },
): Draft =>
  draft('plan', o, (): Omit<PlanRecord, keyof Common | 'kind' | 'rule' | 'spans' | 'attribution' | 'factbank'> => ({
    ...(o.who === undefined ? {} : { who: slot(actor(o.who)) }),
    what: slot(o.what),
    ...(o.due === undefined ? {} : { due: slot(time(o.due)) }),
    ...(o.after === undefined ? {} : { after: slot(o.after) }),
  }));

export const observation = (
  o: Common & { readonly finding?: ObservationRecord['finding']['value']; readonly period?: string | TimeRef },
): Draft =>
  draft('observation', o, () => ({
    ...(o.says === undefined ? {} : { monitor: slot(actor(o.says)) }),
    finding: slot(o.finding ?? 'none observed'),
    ...(o.period === undefined ? {} : { period: slot(time(o.period)) }),
  }));

export const mechanism = (o: Common & { readonly name: string; readonly members?: readonly string[] }): Draft =>
  draft('mechanism', o, (): Pick<MechanismRecord, 'name' | 'members' | 'adviser'> => ({
    name: slot(o.name),
    members: actors(o.members),
    adviser: [],
  }));

export const event = (o: Common & { readonly by?: readonly string[]; readonly to?: readonly string[] }): Draft =>
  draft('event', o, (): Pick<EventRecord, 'actors' | 'recipients'> => ({
    actors: actors(o.by),
    recipients: actors(o.to),
  }));

interface ReportOptions {
  readonly outlet?: string;
  readonly affiliation?: string;
  readonly slugs?: readonly string[];
  readonly captured?: string;
  /** Content words; shared ones make a story. */
  readonly words?: string;
  readonly shingles?: readonly number[];
  /** True where the first draft is what the headline tells. */
  readonly headlineFirst?: boolean;
}

/** A coded report: id, date (empty for an undated one), and what it says. */
export function report(
  id: string,
  published: string,
  drafts: readonly Draft[],
  options: ReportOptions = {},
): CodedReport {
  const terms: Record<string, number> = {};
  for (const word of (options.words ?? id).split(' ')) terms[word] = (terms[word] ?? 0) + 1;
  const outlet = options.outlet ?? 'Sample Wire';
  const card: ReportCard = {
    id,
    hash: `hash-of-${id}`,
    headline: options.words ?? id,
    ...(options.headlineFirst === true ? { headlineSpan: { start: 0, end: 99 } } : {}),
    outlet,
    outletKey: outlet.toLowerCase(),
    ...(options.affiliation === undefined ? {} : { outletAffiliation: options.affiliation }),
    published:
      published === '' ? { basis: [], candidates: [] } : { value: published, basis: [], candidates: [published] },
    ...(options.captured === undefined ? {} : { captured: options.captured }),
    slugs: options.slugs ?? [],
    language: 'en',
    features: { terms, names: [], dates: [], shingles: options.shingles ?? [] },
  };
  const records = drafts.map((make, index) => make(id, index));
  const gists = records.flatMap((record) => {
    const gist = (record as { [GIST]?: readonly number[] })[GIST];
    return gist === undefined ? [] : [[record.id, gist] as const];
  });
  return { card: { ...card, gists: Object.fromEntries(gists) }, records };
}
