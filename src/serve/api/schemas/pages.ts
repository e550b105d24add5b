/** Schemas of the answers that are more than a list: overview, truce, entry, report, comparison, sources. */
import { z } from 'zod';
import type { ReportVersion } from '../../../model/feed.ts';
import type * as pages from '../types.ts';
import {
  DifferenceSchema,
  KindSchema,
  named,
  NamedSchema,
  opt,
  OriginSchema,
  placeShape,
  QuoteSchema,
  ReasonSchema,
  SlotSchema,
  SpanSchema,
  StandingSchema,
} from './basics.ts';
import {
  AgendaLineSchema,
  CoverageDaySchema,
  EntryLineSchema,
  entryLineShape,
  EntrySchema,
  LinkTypeSchema,
  MatrixCountSchema,
  ReportLineSchema,
  SituationSchema,
  StatusChangeSchema,
  StorySchema,
  TruceLineSchema,
  TruceStatusSchema,
} from './lines.ts';

export const TimelineSchema = named(
  'Timeline',
  z.object({
    from: opt(z.string()),
    until: opt(z.string()),
    bands: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        status: TruceStatusSchema,
        from: opt(z.string()),
        until: opt(z.string()),
      }),
    ),
    marks: z.array(
      z.object({
        id: z.string(),
        kind: KindSchema,
        title: z.string(),
        from: z.string(),
        until: opt(z.string()),
        accusers: z.array(z.string()),
        accused: z.array(z.string()),
        standing: StandingSchema,
        relation: opt(z.enum(['during', 'before', 'uncertain'])),
      }),
    ),
    isCut: z.boolean(),
    days: z.array(
      z.object({
        day: z.string(),
        accuser: z.string(),
        accused: z.string(),
        standing: StandingSchema,
        incidents: z.int(),
      }),
    ),
    coverage: z.array(CoverageDaySchema),
  }),
) satisfies z.ZodType<pages.Timeline>;

export const OverviewSchema = named(
  'Overview',
  z.object({
    truces: z.array(TruceLineSchema),
    agenda: z.array(AgendaLineSchema),
    situations: z.array(SituationSchema),
    names: z.record(z.string(), z.string()),
    counts: z.object({
      reports: z.int(),
      records: z.int(),
      entries: z.record(KindSchema, z.int()),
      truces: z.int(),
      agendaOpen: z.int(),
      unreviewed: z.int(),
      quarantine: z.int(),
    }),
    timeline: TimelineSchema,
    firstDay: opt(z.string()),
    lastDay: opt(z.string()),
  }),
) satisfies z.ZodType<pages.Overview>;

export const MapPointSchema = named(
  'MapPoint',
  z.object({
    ...placeShape,
    entry: z.string(),
    title: z.string(),
    accusers: z.array(z.string()),
    standing: StandingSchema,
    earliest: opt(z.string()),
  }),
) satisfies z.ZodType<pages.MapPoint>;

export const TruceDetailSchema = named(
  'TruceDetail',
  z.object({
    truce: TruceLineSchema,
    entry: EntryLineSchema,
    terms: z.array(SlotSchema),
    quotes: z.array(QuoteSchema),
    history: z.array(StatusChangeSchema),
    rates: z.array(z.object({ accuser: z.string(), perDay: z.number() })),
    gaps: z.array(z.object({ side: z.string(), from: z.string(), until: z.string() })),
    reaffirmedBy: z.array(OriginSchema),
    announcedBy: z.array(OriginSchema),
    restsOn: z.array(EntryLineSchema),
    neighbours: z.array(
      z.object({ id: z.string(), title: z.string(), relation: z.enum(['supersedes', 'superseded by']) }),
    ),
    differences: z.array(
      z.object({ entry: z.string(), title: z.string(), kind: KindSchema, difference: DifferenceSchema }),
    ),
    agenda: z.array(AgendaLineSchema),
    places: z.array(MapPointSchema),
  }),
) satisfies z.ZodType<pages.TruceDetail>;

const cell = z.array(z.string());

export const MatrixSchema = named(
  'Matrix',
  z.object({
    rows: z.array(MatrixCountSchema),
    cells: z.array(
      z.object({
        accuser: z.string(),
        accused: z.string(),
        cells: z.object({ alone: cell, denied: cell, admitted: cell, confirmed: cell }),
      }),
    ),
  }),
) satisfies z.ZodType<pages.Matrix>;

/** Decisions differ by type; what all share is checked. */
export const DecisionSchema = named(
  'Decision',
  z.looseObject({
    id: z.string(),
    type: z.string(),
    at: z.string(),
    by: z.string(),
    why: z.string(),
  }),
);

export const EntryDetailSchema = named(
  'EntryDetail',
  z.object({
    entry: EntrySchema,
    line: EntryLineSchema,
    quotes: z.array(QuoteSchema),
    counts: z.object({ records: z.int(), reports: z.int(), evidence: z.int() }),
    reports: z.array(ReportLineSchema),
    links: z.array(
      z.object({
        type: LinkTypeSchema,
        entry: z.string(),
        title: z.string(),
        kind: opt(KindSchema),
        reason: z.string(),
        direction: z.enum(['out', 'in']),
      }),
    ),
    agenda: opt(AgendaLineSchema),
    decisions: z.array(DecisionSchema),
  }),
);

export const EntryExplanationSchema = named(
  'EntryExplanation',
  z.object({
    entry: EntrySchema,
    records: z.array(
      z.object({
        id: z.string(),
        report: z.string(),
        rule: z.string(),
        factuality: z.string(),
        attribution: z.string(),
        words: z.string(),
        slots: z.array(z.object({ name: z.string(), label: z.string(), words: z.string(), rule: opt(z.string()) })),
      }),
    ),
    reasons: z.array(ReasonSchema),
    decisions: z.array(DecisionSchema),
  }),
);

/** A record as the coder made it: ten kinds with slots of their own (docs/records.md); what all share is checked. */
export const RecordSchema = named(
  'Record',
  z.looseObject({
    id: z.string(),
    kind: KindSchema,
    rule: z.string(),
    spans: z.array(SpanSchema),
    factuality: z.string(),
    attribution: z.array(z.looseObject({ role: z.string(), name: z.string(), spans: z.array(SpanSchema) })),
  }),
);

export const ReportDetailSchema = named(
  'ReportDetail',
  z.object({
    report: ReportLineSchema,
    origin: z.string(),
    captured: z.string(),
    text: z.string(),
    article: z.looseObject({ paragraphs: z.array(SpanSchema), language: z.string() }),
    records: z.array(RecordSchema),
    entries: z.record(z.string(), z.string()),
    diagnostics: z.array(z.looseObject({ rule: z.string(), severity: z.string(), message: z.string() })),
  }),
);

const VersionSchema = z.object({
  version: z.int(),
  report: z.string(),
  at: z.string(),
}) satisfies z.ZodType<ReportVersion>;

export const ReportVersionsSchema = named(
  'ReportVersions',
  z.object({ versions: z.array(VersionSchema), story: opt(StorySchema), reports: z.array(ReportLineSchema) }),
) satisfies z.ZodType<pages.ReportVersions>;

const compared = {
  entry: z.string(),
  kind: KindSchema,
  title: z.string(),
  records: z.record(z.string(), z.array(z.string())),
};

const ComparedSchema = named('ComparedEntry', z.object(compared)) satisfies z.ZodType<pages.ComparedEntry>;

export const ComparisonSchema = named(
  'Comparison',
  z.object({
    reports: z.array(ReportLineSchema),
    shared: z.array(ComparedSchema),
    differing: z.array(
      z.object({
        ...compared,
        slot: z.string(),
        readings: z.array(z.object({ label: z.string(), reports: z.array(z.string()) })),
      }),
    ),
    only: z.record(z.string(), z.array(ComparedSchema)),
    quotes: z.array(QuoteSchema),
  }),
) satisfies z.ZodType<pages.Comparison>;

export const StatementLineSchema = named(
  'StatementLine',
  z.object({ ...entryLineShape, acts: opt(z.array(z.string())), words: opt(QuoteSchema) }),
) satisfies z.ZodType<pages.StatementLine>;

export const StoryLineSchema = named(
  'StoryLine',
  z.object({
    id: z.string(),
    headline: z.string(),
    reports: z.array(z.string()),
    first: opt(z.string()),
    last: opt(z.string()),
  }),
) satisfies z.ZodType<pages.StoryLine>;

export const SourcesSchema = named(
  'Sources',
  z.object({
    outlets: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        country: opt(z.string()),
        affiliation: opt(z.string()),
        reports: z.int(),
        first: opt(z.string()),
        last: opt(z.string()),
      }),
    ),
    quarantine: z.array(z.object({ origin: z.string(), key: z.string(), message: z.string(), at: z.string() })),
    feeds: z.array(z.looseObject({ id: z.string(), isActive: z.boolean(), failures: z.int(), due: z.string() })),
  }),
);

export const CoverageSchema = named(
  'Coverage',
  z.object({ sides: z.array(NamedSchema), days: z.array(CoverageDaySchema) }),
) satisfies z.ZodType<pages.Coverage>;

const facet = z.array(z.object({ key: z.string(), name: z.string(), entries: z.int() }));

export const FacetsSchema = named(
  'Facets',
  z.object({
    accusers: facet,
    accused: facet,
    speakers: facet,
    acts: facet,
    places: facet,
    steps: facet,
    types: facet,
  }),
) satisfies z.ZodType<pages.Facets>;

export const SearchResultSchema = named(
  'SearchResult',
  z.union([
    z.object({
      in: z.literal('report'),
      id: z.string(),
      title: z.string(),
      published: opt(z.string()),
      outlet: opt(z.string()),
      snippet: z.string(),
    }),
    z.object({ in: z.literal('entry'), id: z.string(), title: z.string(), kind: KindSchema, snippet: z.string() }),
  ]),
) satisfies z.ZodType<pages.SearchResult>;

export const StatusSchema = named(
  'Status',
  z.object({
    version: z.string(),
    store: z.enum(['sqlite', 'postgres']),
    reports: z.int(),
    records: z.int(),
    entries: z.int(),
    decisions: z.int(),
    quarantined: z.int(),
    seq: z.int(),
  }),
) satisfies z.ZodType<pages.Status>;
