/** What every table tells of an entry, whatever its kind. */
import type { Entry } from '../../model/ledger.ts';
import { standingOf } from '../words.ts';
import type { Row } from './csv.ts';

export const ENTRY_COLUMNS = [
  'id',
  'kind',
  'title',
  'earliest',
  'latest',
  'first_reported',
  'last_reported',
  'factuality',
  'standing',
  'corroboration',
  'grade',
  'review',
  'origins',
  'origin_codes',
  'denied_by',
  'links',
  'story',
  'reports',
  'records',
] as const;

/** Several values of one cell stand beside each other with a semicolon. */
export const list = (values: readonly string[]): string => values.join('; ');

export function entryRow(entry: Entry): Row {
  const { corroboration } = entry;
  return {
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    earliest: entry.earliest,
    latest: entry.latest,
    first_reported: entry.firstReported,
    last_reported: entry.lastReported,
    factuality: list(entry.factuality),
    standing: standingOf(entry),
    corroboration: corroboration.step,
    grade: corroboration.grade,
    review: entry.review,
    origins: list(corroboration.origins.map(({ name }) => name)),
    origin_codes: list(corroboration.origins.flatMap(({ code }) => (code === '' ? [] : [code]))),
    denied_by: list(corroboration.deniedBy.map(({ name }) => name)),
    links: list(entry.links.map(({ type, entry: to }) => `${type} ${to}`)),
    story: entry.story,
    reports: list(entry.reports),
    records: list(entry.records),
  };
}
