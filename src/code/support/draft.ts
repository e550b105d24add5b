/** From what a rule found to a record: id, attribution, factuality, and the check of its spans. */
import { hash } from 'node:crypto'; // a pure function of its input; nothing is read or kept
import type { Doc } from '../../model/doc.ts';
import { checkSpans } from '../../model/check.ts';
import type { CodedRecord, Slot } from '../../model/record.ts';
import type { Span } from '../../model/span.ts';

/** A record before it has an id. */
export type Draft<T extends CodedRecord = CodedRecord> = T extends CodedRecord ? Omit<T, 'id'> : never;

/** Hash of report, kind and spans: the same words give the same id, whatever rule found them. */
export function recordId(report: string, kind: string, spans: readonly Span[]): string {
  let key = `${report}\n${kind}\n`;
  for (let at = 0; at < spans.length; at++) key += `${at === 0 ? '' : ' '}${spans[at]!.start}-${spans[at]!.end}`;
  return hash('sha256', key, 'hex').slice(0, 20);
}

/** Gives each draft its id and checks that all its spans lie in the text. Two drafts of one kind and spans are one. */
export function finish(doc: Doc, drafts: readonly Draft[]): CodedRecord[] {
  const records: CodedRecord[] = [];
  /** By where their words begin: a look-up by number is much cheaper than one by an id that was made just now. */
  const starts = new Map<number, CodedRecord[]>();
  for (const draft of drafts) {
    const { start } = draft.spans[0]!;
    const same = starts.get(start);
    if (same?.some((one) => one.kind === draft.kind && areSame(one.spans, draft.spans))) continue;
    const id = recordId(doc.article.report.hash, draft.kind, draft.spans);
    const record: CodedRecord = Object.assign(draft, { id });
    checkSpans(doc.text, record);
    records.push(record);
    if (same === undefined) starts.set(start, [record]);
    else same.push(record);
  }
  return records;
}

const areSame = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every(({ start, end }, at) => start === b[at]!.start && end === b[at]!.end);

/** A value that the report says, in the words of `spans`. */
export const said = <T>(value: T, ...spans: Span[]): Slot<T> => ({
  value,
  spans: spans.map(({ start, end }) => ({ start, end })),
});

/** A value that rule `rule` inferred from the words of `spans`. */
export const inferred = <T>(value: T, rule: string, ...spans: Span[]): Slot<T> => ({
  value,
  rule,
  spans: spans.map(({ start, end }) => ({ start, end })),
});

/** What every draft begins with. */
type Head = Pick<CodedRecord, 'kind' | 'rule' | 'spans' | 'attribution' | 'factuality' | 'factbank'>;

/**
 * Leaves out keys whose value is undefined: what is unknown is absent. Keeps the first place for the id to come. The head
 * is written out, because an object that has more than a dozen fields added by key becomes a slow table.
 */
export function present<T extends Head>(slots: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const { kind, rule, spans, attribution, factuality, factbank } = slots;
  const filled = { id: '', kind, rule, spans, attribution, factuality, factbank } as unknown as Partial<T>;
  for (const key in slots) if (slots[key] !== undefined) filled[key] = slots[key];
  return filled as { [K in keyof T]: Exclude<T[K], undefined> };
}
