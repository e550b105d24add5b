/** The words behind a value, and short forms of an entry's parts that several formats share. */
import type { Entry, Evidence, LedgerSlot, Reading } from '../model/ledger.ts';
import type { Span } from '../model/span.ts';
import type { ExportReport } from './source.ts';

type Reports = ReadonlyMap<string, Pick<ExportReport, 'text'>>;

/** Words of some spans of a report on one line; runs that do not touch are joined by an ellipsis. */
export const wordsAt = (spans: readonly Span[], text: string | undefined): string =>
  text === undefined ? '' : spans.map(({ start, end }) => oneLine(text.slice(start, end))).join(' … ');

/** Words that a value rests on. */
export const wordsOf = ({ report, spans }: Evidence, reports: Reports): string =>
  wordsAt(spans, reports.get(report)?.text);

export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

export const slotNamed = (entry: Entry, name: string): LedgerSlot | undefined =>
  entry.slots.find((slot) => slot.name === name);

export const readingsOf = (entry: Entry, name: string): readonly Reading[] => slotNamed(entry, name)?.readings ?? [];

/** The reading to show, as people read it. */
export const labelOf = (entry: Entry, name: string): string => readingsOf(entry, name)[0]?.label ?? '';

/** All labels of a slot, each once. */
export const labelsOf = (entry: Entry, name: string): readonly string[] => [
  ...new Set(readingsOf(entry, name).map(({ label }) => label)),
];

/** Actor codes of a slot, each once. */
export const codesOf = (entry: Entry, name: string): readonly string[] => [
  ...new Set(readingsOf(entry, name).flatMap(({ value }) => (typeof value === 'string' ? [value] : []))),
];

/** "said", or "inferred: RULE"; a value that some report says is said. */
export function basisOf({ evidence }: Reading): string {
  if (evidence.some(({ rule }) => rule === undefined)) return 'said';
  return `inferred: ${[...new Set(evidence.map(({ rule }) => rule))].join(', ')}`;
}

/** A value for machines: codes, keys and numbers as they are, times and counts as JSON. */
export const plainValue = ({ value }: Reading): string | number | boolean =>
  typeof value === 'object' ? JSON.stringify(value) : value;

/** Where the ledger stands with an allegation, as the matrix of a truce counts it. */
export function standingOf({ corroboration }: Entry): 'alone' | 'denied' | 'admitted' | 'confirmed' {
  const steps = corroboration.reached.map(({ step }) => step);
  if (steps.includes('third party confirms') || steps.includes('verified')) return 'confirmed';
  if (steps.includes('other party admits')) return 'admitted';
  return corroboration.deniedBy.length > 0 ? 'denied' : 'alone';
}

/** URL of something on the desk, or a URN where no address is given. */
export const iriOf = (base: string | undefined, type: string, id: string): string =>
  base === undefined
    ? `urn:trucewatch:${type}:${encodeURIComponent(id.toWellFormed())}`
    : `${base.replace(/\/$/, '')}/${type}/${encodeURIComponent(id.toWellFormed())}`;
