/** Schemas of the lines of lists, and of entries whole. */
import { z } from 'zod';
import type { AgendaOutcome, Entry, Situation, StatusChange, Story, TruceStatus } from '../../../model/ledger.ts';
import type { AgendaLine, ChangeLine, EntryLine, MatrixCount, ReportLine, TruceLine } from '../../../model/lines.ts';
import {
  CorroborationSchema,
  DifferenceSchema,
  FactualitySchema,
  JoinSchema,
  KindSchema,
  named,
  NamedSchema,
  opt,
  PlacePointSchema,
  ReasonSchema,
  ReviewSchema,
  SlotSchema,
  StandingSchema,
  StepSchema,
  TimeRefSchema,
} from './basics.ts';

export const TRUCE_STATUSES = [
  'announced',
  'in force, nothing alleged',
  'contested',
  'broken',
  'superseded',
  'expired',
  'declared over',
  'proposed',
] as const satisfies readonly TruceStatus[];

export const OUTCOMES = [
  'due',
  'kept',
  'moved',
  'cancelled',
  'missed',
  'overdue',
  'open',
] as const satisfies readonly AgendaOutcome[];

export const LinkTypeSchema = z.enum([
  'rests on',
  'bears on',
  'not against',
  'supersedes',
  'answers',
  'outcome of',
  'about',
]);

export const entryLineShape = {
  id: z.string(),
  kind: KindSchema,
  title: z.string(),
  earliest: opt(z.string()),
  latest: opt(z.string()),
  firstReported: opt(z.string()),
  lastReported: opt(z.string()),
  factuality: z.array(FactualitySchema),
  step: StepSchema,
  standing: StandingSchema,
  grade: opt(z.string()),
  accusers: z.array(NamedSchema),
  accused: z.array(NamedSchema),
  deniedBy: z.array(NamedSchema),
  facts: z.record(z.string(), z.string()),
  places: z.array(PlacePointSchema),
  truces: z.array(z.string()),
  story: opt(z.string()),
  review: ReviewSchema,
  assigned: opt(z.string()),
  withdrawn: opt(z.literal(true).describe('Agencies took back everything that it rests on.')),
  origins: z.int(),
  records: z.int(),
  reports: z.int(),
  differences: z.int(),
  record: z.string(),
  report: z.string(),
  priority: z.int(),
  weighs: z.array(z.string()),
};

export const EntryLineSchema = named('EntryLine', z.object(entryLineShape)) satisfies z.ZodType<EntryLine>;

export const EntrySchema = named(
  'Entry',
  z.object({
    id: z.string(),
    kind: KindSchema,
    title: z.string(),
    slots: z.array(SlotSchema),
    records: z.array(z.string()),
    reports: z.array(z.string()),
    joins: z.array(JoinSchema),
    factuality: z.array(FactualitySchema),
    earliest: opt(z.string()),
    latest: opt(z.string()),
    firstReported: opt(z.string()),
    lastReported: opt(z.string()),
    corroboration: CorroborationSchema,
    differences: z.array(DifferenceSchema),
    links: z.array(z.object({ type: LinkTypeSchema, entry: z.string(), reason: z.string() })),
    story: opt(z.string()),
    decisions: z.array(z.string()),
    review: ReviewSchema,
    withdrawn: opt(
      z
        .array(z.object({ records: z.array(z.string()), by: z.string(), reason: z.string() }))
        .describe('What agencies took back: it stays readable, and counts for nothing.'),
    ),
  }),
) satisfies z.ZodType<Entry>;

const MatrixCountSchema = named(
  'MatrixCount',
  z.object({
    accuser: NamedSchema,
    accused: NamedSchema,
    alone: z.int(),
    denied: z.int(),
    admitted: z.int(),
    confirmed: z.int(),
  }),
) satisfies z.ZodType<MatrixCount>;

export { MatrixCountSchema };

export const TruceStatusSchema = z.enum(TRUCE_STATUSES);

export const TruceLineSchema = named(
  'TruceLine',
  z.object({
    id: z.string(),
    title: z.string(),
    status: TruceStatusSchema,
    standing: z.boolean(),
    parties: z.array(NamedSchema),
    effectiveFrom: opt(z.string()),
    effectiveUntil: opt(z.string()),
    hoursQuiet: opt(z.number()),
    lastBreach: opt(z.string()),
    breaches: z.int(),
    before: z.int(),
    uncertain: z.int(),
    matrix: z.array(MatrixCountSchema),
    reasons: z.array(ReasonSchema),
    supersededBy: opt(z.string()),
    supersedes: opt(z.string()),
  }),
) satisfies z.ZodType<TruceLine>;

export const StatusChangeSchema = named(
  'StatusChange',
  z.object({ at: opt(z.string()), status: TruceStatusSchema, reasons: z.array(ReasonSchema) }),
) satisfies z.ZodType<StatusChange>;

export const AgendaLineSchema = named(
  'AgendaLine',
  z.object({
    entry: z.string(),
    kind: z.enum(['meeting', 'plan']),
    title: z.string(),
    earliest: opt(z.string()),
    latest: opt(z.string()),
    due: opt(TimeRefSchema),
    promisedBy: opt(z.string()),
    outcome: z.enum(OUTCOMES),
    reasons: z.array(ReasonSchema),
  }),
) satisfies z.ZodType<AgendaLine>;

export const PublishedSchema = named(
  'Published',
  z.object({
    value: opt(z.string()),
    precision: opt(z.enum(['year', 'month', 'day', 'hour', 'minute', 'second'])),
    basis: z.array(z.object({ rule: z.string(), note: opt(z.string()), start: opt(z.int()), end: opt(z.int()) })),
    candidates: z.array(z.string()),
  }),
);

export const ReportLineSchema = named(
  'ReportLine',
  z.object({
    id: z.string(),
    headline: z.string(),
    outlet: opt(z.string()),
    published: PublishedSchema,
    captured: opt(z.string()),
    language: z.string(),
    url: opt(z.string()),
    slugs: z.array(z.string()),
    story: opt(z.string()),
    records: z.int(),
  }),
) satisfies z.ZodType<ReportLine>;

export const StorySchema = named(
  'Story',
  z.object({
    id: z.string(),
    reports: z.array(z.string()),
    headline: z.string(),
    chains: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        type: z.enum(['update', 'correction', 'retraction', 'copy']),
        reason: z.string(),
      }),
    ),
  }),
) satisfies z.ZodType<Story>;

export const SituationSchema = named(
  'Situation',
  z.object({
    id: z.string(),
    name: z.string(),
    sides: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        codes: z.array(
          z.object({
            code: z.string(),
            from: opt(z.string()),
            until: opt(z.string()),
            role: z.enum(['party', 'organ', 'ally', 'proxy']),
          }),
        ),
      }),
    ),
    thirdParties: opt(z.array(z.string())),
    derived: z.boolean(),
  }),
) satisfies z.ZodType<Situation>;

export const CoverageDaySchema = named(
  'CoverageDay',
  z.object({ day: z.string(), side: z.string(), reports: z.int(), origins: z.int() }),
);

export const CHANGE_TYPES = [
  'report',
  'new',
  'gone',
  'changed',
  'status',
  'agenda',
  'decision',
  'rebuilt',
] as const satisfies readonly ChangeLine['type'][];

export const changeShape = {
  type: z.enum(CHANGE_TYPES),
  id: z.string(),
  kind: opt(KindSchema),
  text: z.string(),
  before: opt(z.string()),
  after: opt(z.string()),
};

export const ChangeLineSchema = named(
  'ChangeLine',
  z.object({ seq: z.int(), at: z.string(), ...changeShape }),
) satisfies z.ZodType<ChangeLine>;
