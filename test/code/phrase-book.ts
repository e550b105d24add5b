/** Phrase-book helper: a text in, its records out as short strings, so that a table of sentences reads like a book of phrases. */
import { codeDoc } from '../../src/code/code-doc.ts';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import type { CodedRecord, Count, RecordKind, Slot } from '../../src/model/record.ts';
import { docOf, type DocOptions } from '../support/doc.ts';

/** Records of a text. */
export const recordsOf = (text: string, options: DocOptions = {}): readonly CodedRecord[] =>
  codeDoc(docOf(text, { published: '2019-05-16', outlet: 'Test Wire', ...options }), loadLexicons()).records;

/** Records of one kind. */
export const ofKind = <K extends RecordKind>(kind: K, text: string, options?: DocOptions) =>
  recordsOf(text, options).filter((record): record is Extract<CodedRecord, { kind: K }> => record.kind === kind);

const codesOf = (slots: readonly Slot<{ code: string }>[]): string => slots.map(({ value }) => value.code).join('+');

/** "XXX MIL>YYY fire alleged @toward Town" for an incident, and the like for the other kinds; statements and events apart. */
export function codes(text: string, published = '2019-05-16'): string[] {
  return recordsOf(text, { published }).flatMap((record) => {
    const line = lineOf(record);
    return line === undefined ? [] : [`${record.kind}: ${line}; ${record.factuality}`];
  });
}

function lineOf(record: CodedRecord): string | undefined {
  switch (record.kind) {
    case 'incident':
      return `${codesOf(record.perpetrators)} > ${codesOf(record.targets)} ${record.type.value}${record.places.map(({ value }) => ` ${value.relation} ${value.name}`).join('')}`;
    case 'toll':
      return `${record.side?.value.code ?? '?'} killed ${count(record.killed)} wounded ${count(record.wounded)} missing ${count(record.missing ?? record.killedOrMissing)}`;
    case 'agreement':
      return `${record.class.value} ${record.stage?.value ?? ''} ${codesOf(record.parties)} by ${codesOf(record.mediators)} from ${record.effectiveFrom?.value ?? record.signed?.value ?? '?'}`;
    case 'request':
      return `${record.requester?.value.code ?? '?'} > ${record.addressee?.value.code ?? '?'} ${record.what?.value ?? ''} ${record.status?.value ?? ''}`;
    case 'meeting':
      return `${record.form.value} ${record.status.value} ${record.body?.value ?? codesOf(record.participants)} ${record.place?.value ?? ''} ${record.start?.value ?? ''}`.trimEnd();
    case 'plan':
      return `${record.who?.value.code ?? '?'} ${record.what.value} due ${record.due?.value.value ?? record.after?.value ?? '?'}`;
    case 'observation':
      return `${record.monitor?.value.code ?? '?'} ${record.finding.value}`;
    case 'mechanism':
      return record.name.value;
    case 'statement':
    case 'event':
      return undefined;
    default:
      return record satisfies never;
  }
}

const count = (slot: Slot<Count> | undefined): string =>
  slot === undefined ? '-' : String(slot.value.best ?? slot.value.low ?? slot.value.high);
