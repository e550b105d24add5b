/** Schemas of the small things that answers are made of: spans, evidence, readings, voices. */
import { z } from 'zod';
import type { PlaceRelation } from '../../../model/doc.ts';
import type {
  Corroboration,
  CorroborationStep,
  Difference,
  Evidence,
  Join,
  LedgerSlot,
  Origin,
  Reading,
  Reason,
} from '../../../model/ledger.ts';
import { CORROBORATION_STEPS } from '../../../model/ledger.ts';
import type { Named, PlacePoint, QuoteOfRecord, QuotePiece } from '../../../model/lines.ts';
import { STANDINGS } from '../../../model/lines.ts';
import { RECORD_KINDS, type Count, type TimeRef } from '../../../model/record.ts';
import type { Span } from '../../../model/span.ts';
import type { Factuality } from '../../../model/vocabulary.ts';

/** What may be absent; it is never null. */
export const opt = z.exactOptional;

/** A schema with the name that it has in the OpenAPI document. */
export const named = <S extends z.ZodType>(id: string, schema: S): S => schema.meta({ id });

export const FACTUALITIES = [
  'asserted',
  'alleged',
  'denied',
  'planned',
  'possible',
  'requested',
  'hypothetical',
  'recalled',
] as const satisfies readonly Factuality[];

export const REVIEWS = ['unreviewed', 'confirmed', 'rejected'] as const;

export const KindSchema = z.enum(RECORD_KINDS);
export const StandingSchema = z.enum(STANDINGS);
export const StepSchema = z.enum(CORROBORATION_STEPS) satisfies z.ZodType<CorroborationStep>;
export const FactualitySchema = z.enum(FACTUALITIES);
export const ReviewSchema = z.enum(REVIEWS);

export const SpanSchema = named('Span', z.object({ start: z.int(), end: z.int() })) satisfies z.ZodType<Span>;

export const NamedSchema = named('Named', z.object({ key: z.string(), name: z.string() })) satisfies z.ZodType<Named>;

const RELATIONS = ['at', 'near', 'toward'] as const satisfies readonly PlaceRelation[];

const place = {
  key: z.string(),
  name: z.string(),
  relation: z.enum(RELATIONS),
  lat: opt(z.number()),
  lon: opt(z.number()),
};
export const placeShape = place;
export const PlacePointSchema = named('PlacePoint', z.object(place)) satisfies z.ZodType<PlacePoint>;

export const EvidenceSchema = named(
  'Evidence',
  z.object({ report: z.string(), record: z.string(), spans: z.array(SpanSchema), rule: opt(z.string()) }),
) satisfies z.ZodType<Evidence>;

const CountSchema = named(
  'Count',
  z.object({ low: opt(z.number()), best: opt(z.number()), high: opt(z.number()) }),
) satisfies z.ZodType<Count>;

export const TimeRefSchema = named(
  'TimeRef',
  z.object({
    value: z.string(),
    mod: opt(z.string()),
    zone: opt(z.string()),
    zoneBasis: opt(z.enum(['stated', 'inferred'])),
    earliest: opt(z.string()),
    latest: opt(z.string()),
  }),
) satisfies z.ZodType<TimeRef>;

export const ReadingSchema = named(
  'Reading',
  z.object({
    value: z.union([z.string(), z.number(), z.boolean(), TimeRefSchema, CountSchema]),
    label: z.string(),
    evidence: z.array(EvidenceSchema),
    withdrawn: opt(z.literal(true)),
  }),
) satisfies z.ZodType<Reading>;

export const SlotSchema = named(
  'Slot',
  z.object({ name: z.string(), readings: z.array(ReadingSchema) }),
) satisfies z.ZodType<LedgerSlot>;

export const JoinSchema = named(
  'Join',
  z.object({ rule: z.string(), a: z.string(), b: z.string(), reason: z.string() }),
) satisfies z.ZodType<Join>;

export const OriginSchema = named(
  'Origin',
  z.object({
    key: z.string(),
    code: z.string(),
    name: z.string(),
    side: z.string(),
    outlets: z.array(z.string()),
    evidence: z.array(EvidenceSchema),
  }),
) satisfies z.ZodType<Origin>;

export const CorroborationSchema = named(
  'Corroboration',
  z.object({
    step: StepSchema,
    reached: z.array(z.object({ step: StepSchema, reason: z.string(), evidence: z.array(EvidenceSchema) })),
    origins: z.array(OriginSchema),
    deniedBy: z.array(OriginSchema),
    grade: opt(z.string()),
  }),
) satisfies z.ZodType<Corroboration>;

export const DifferenceSchema = named(
  'Difference',
  z.object({
    slot: z.string(),
    type: z.enum(['contradiction', 'update', 'naming', 'precision']),
    readings: z.array(ReadingSchema),
    reason: z.string(),
  }),
) satisfies z.ZodType<Difference>;

export const ReasonSchema = named(
  'Reason',
  z.object({
    rule: z.string(),
    text: z.string(),
    entries: z.array(z.string()),
    evidence: z.array(EvidenceSchema),
  }),
) satisfies z.ZodType<Reason>;

const PieceSchema = named(
  'QuotePiece',
  z.object({ start: z.int(), text: z.string(), marks: z.array(SpanSchema) }),
) satisfies z.ZodType<QuotePiece>;

export const QuoteSchema = named(
  'QuoteOfRecord',
  z.object({
    record: z.string(),
    report: z.string(),
    headline: z.string(),
    outlet: opt(z.string()),
    published: opt(z.string()),
    pieces: z.array(PieceSchema),
  }),
) satisfies z.ZodType<QuoteOfRecord>;
