/**
 * The text that an entry's hash is taken of: every field in a fixed order, every string behind its length, so that equal
 * entries give equal texts however their objects were built, and different ones different texts. The short way of what
 * `canonical` does for anything.
 */
import type { Corroboration, Entry, Evidence, LedgerSlot, Origin, Reading } from '../model/ledger.ts';
import type { Count, TimeRef } from '../model/record.ts';
import { sha256 } from './canonical.ts';

type Hashed = Omit<Entry, 'links' | 'story'>;

/** Hash of an entry without its links and story: those are told by the truces and stories beside it. */
export const digestOf = (entry: Hashed): string => sha256(textOf(entry));

/** A string behind its length, so that no two lists of strings read alike; `-` stands for none. */
const str = (text: string | undefined): string => (text === undefined ? '-' : `${text.length}:${text}`);

function list<T>(values: readonly T[], text: (value: T) => string): string {
  let all = `[${values.length}`;
  for (const value of values) all += text(value);
  return all;
}

function textOf(entry: Hashed): string {
  return (
    str(entry.id) +
    entry.kind +
    str(entry.title) +
    list(entry.slots, slotText) +
    list(entry.records, str) +
    list(entry.reports, str) +
    list(entry.joins, ({ rule, a, b, reason }) => str(rule) + str(a) + str(b) + str(reason)) +
    list(entry.factuality, str) +
    str(entry.earliest) +
    str(entry.latest) +
    str(entry.firstReported) +
    str(entry.lastReported) +
    corroborationText(entry.corroboration) +
    list(
      entry.differences,
      ({ slot, type, readings, reason }) => str(slot) + type + list(readings, readingText) + str(reason),
    ) +
    list(entry.decisions, str) +
    entry.review +
    list(entry.withdrawn ?? [], ({ records, by, reason }) => list(records, str) + str(by) + str(reason))
  );
}

const slotText = ({ name, readings }: LedgerSlot): string => str(name) + list(readings, readingText);

const readingText = ({ value, label, evidence }: Reading): string =>
  valueText(value) + str(label) + list(evidence, evidenceText);

function valueText(value: Reading['value']): string {
  if (typeof value === 'string') return `s${str(value)}`;
  if (typeof value !== 'object') return `p${value};`;
  return 'value' in value ? timeText(value) : countText(value);
}

const timeText = (time: TimeRef): string =>
  `t${str(time.value)}${str(time.mod)}${str(time.zone)}${str(time.zoneBasis)}${str(time.earliest)}${str(time.latest)}`;

const countText = ({ low, best, high }: Count): string => `c${low},${best},${high};`;

function evidenceText({ report, record, spans, rule }: Evidence): string {
  let text = `${str(report)}${str(record)}${str(rule)}[${spans.length}`;
  for (const { start, end } of spans) text += `;${start},${end}`;
  return text;
}

const originText = ({ key, code, name, side, outlets, evidence }: Origin): string =>
  str(key) + str(code) + str(name) + str(side) + list(outlets, str) + list(evidence, evidenceText);

const corroborationText = ({ step, reached, origins, deniedBy, grade }: Corroboration): string =>
  step +
  list(reached, (one) => one.step + str(one.reason) + list(one.evidence, evidenceText)) +
  list(origins, originText) +
  list(deniedBy, originText) +
  str(grade);
