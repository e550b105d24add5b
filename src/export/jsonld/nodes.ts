/** The nodes of the graph: reports, codings, records, entries, voices, and an annotation for the words of each value. */
import type { Decision } from '../../model/decision.ts';
import type { Entry, Evidence, Origin, Reading } from '../../model/ledger.ts';
import type { Span } from '../../model/span.ts';
import type { ExportRecord, ExportReport } from '../source.ts';
import { iriOf, standingOf } from '../words.ts';
import { around, codePointsIn } from './code-points.ts';

/** What a node is named by. */
export interface Names {
  readonly url: string | undefined;
}

const urn = (type: string, id: string): string => iriOf(undefined, type, id);

export const reportNode = (report: ExportReport, { url }: Names): object => ({
  id: iriOf(url, 'reports', report.id),
  type: 'Entity',
  title: report.card.headline,
  sha256: report.card.hash,
  language: report.card.language,
  ...(report.card.published.value !== undefined && { issued: report.card.published.value }),
  ...(report.card.url !== undefined && { page: report.card.url }),
  ...(report.card.outlet !== undefined && {
    wasAttributedTo: {
      id: urn('outlets', report.card.outletKey ?? report.card.outlet),
      type: 'Agent',
      label: report.card.outlet,
    },
  }),
});

/** The coding of a report by a version of the coder. */
export const codingNode = (report: ExportReport, { url }: Names): object => ({
  id: codingId(report),
  type: 'Activity',
  used: iriOf(url, 'reports', report.id),
  wasAssociatedWith: {
    id: urn('coders', report.coder),
    type: 'SoftwareAgent',
    label: `trucewatch coder ${report.coder}`,
  },
});

const codingId = ({ id, coder }: ExportReport): string => urn('codings', `${id}@${coder}`);

export const recordNode = (record: ExportRecord, report: ExportReport | undefined, { url }: Names): object => ({
  id: urn('records', record.id),
  type: 'Entity',
  kind: record.kind,
  rule: record.rule,
  factuality: record.factuality,
  wasQuotedFrom: iriOf(url, 'reports', record.report),
  ...(report !== undefined && { wasGeneratedBy: codingId(report) }),
});

export function entryNode(entry: Entry, { url }: Names): object {
  const { corroboration } = entry;
  return {
    id: iriOf(url, 'entries', entry.id),
    type: 'Entity',
    kind: entry.kind,
    label: entry.title,
    ...(entry.earliest !== undefined && { earliest: entry.earliest }),
    ...(entry.latest !== undefined && { latest: entry.latest }),
    factuality: entry.factuality,
    standing: standingOf(entry),
    corroboration: corroboration.step,
    ...(corroboration.grade !== undefined && { grade: corroboration.grade }),
    review: entry.review,
    wasDerivedFrom: entry.records.map((id) => urn('records', id)),
    wasAttributedTo: corroboration.origins.map(originId),
    deniedBy: corroboration.deniedBy.map(originId),
  };
}

const originId = ({ key }: Origin): string => urn('origins', key);

export const originNode = (origin: Origin): object => ({
  id: originId(origin),
  type: 'Agent',
  label: origin.name,
  ...(origin.code !== '' && { code: origin.code }),
});

/** One annotation for a report's telling of a value. */
export function annotationNode(
  entry: Entry,
  slot: string,
  reading: Reading,
  evidence: Evidence,
  report: ExportReport | undefined,
  { url }: Names,
): object {
  const source = iriOf(url, 'reports', evidence.report);
  const value = typeof reading.value === 'object' ? reading.label : String(reading.value);
  return {
    id: urn('annotations', `${entry.id}/${slot}/${value}/${evidence.record}`),
    type: 'Annotation',
    motivation: 'classifying',
    entry: iriOf(url, 'entries', entry.id),
    record: urn('records', evidence.record),
    slot,
    basis: evidence.rule === undefined ? 'said' : 'inferred',
    ...(evidence.rule !== undefined && { rule: evidence.rule }),
    body: { type: 'TextualBody', purpose: 'classifying', value: reading.label },
    target:
      report === undefined || evidence.spans.length === 0
        ? source
        : evidence.spans.map((span) => ({
            type: 'SpecificResource',
            source,
            selector: selectorsOf(span, report.text, counterOf(report)),
          })),
  };
}

/** Counting a text is slow, and hundreds of annotations point into one. */
const counters = new WeakMap<ExportReport, (offset: number) => number>();

function counterOf(report: ExportReport): (offset: number) => number {
  const known = counters.get(report) ?? codePointsIn(report.text);
  counters.set(report, known);
  return known;
}

/** The words, and where they stand: in code points as the standard counts, and in UTF-16 units as JavaScript does. */
export function selectorsOf(span: Span, text: string, before = codePointsIn(text)): readonly object[] {
  return [
    { type: 'TextQuoteSelector', exact: text.slice(span.start, span.end), ...around(text, span) },
    { type: 'TextPositionSelector', start: before(span.start), end: before(span.end) },
    { type: 'Utf16PositionSelector', utf16Start: span.start, utf16End: span.end },
  ];
}

/** What an analyst laid down about an entry. */
export const decisionNode = (entry: Entry, decision: Decision, { url }: Names): object => ({
  id: urn('decisions', decision.id),
  type: 'Annotation',
  motivation: decision.type === 'note' ? 'commenting' : 'assessing',
  created: decision.at,
  creator: { id: urn('analysts', decision.by), type: 'Agent', label: decision.by },
  body: [
    {
      type: 'TextualBody',
      purpose: 'assessing',
      value: decision.type === 'grade' ? `grade ${decision.grade}` : decision.type,
    },
    { type: 'TextualBody', purpose: 'commenting', value: decision.type === 'note' ? decision.text : decision.why },
  ],
  target: iriOf(url, 'entries', entry.id),
});
