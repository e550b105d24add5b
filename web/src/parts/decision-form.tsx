/** The form of one decision, about one entry or many: what its type needs, a reason, and what would change. */
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { EntryLine } from '../../../src/model/lines.ts';
import type { EntryDetail, Overview } from '../../../src/serve/api/types.ts';
import { useApi, useBulkDecide, usePreview, type AskedDecision } from '../data/answers.ts';
import { author, keepAuthor } from '../data/author.ts';
import { spoken } from '../data/format.ts';
import { useView } from '../data/view.tsx';
import { useReviewWords } from '../messages/review.ts';
import { useSlotName } from '../messages/slots.ts';
import { useTerms } from '../messages/terms.ts';
import { Tag } from './marks.tsx';

export type Act = 'confirm' | 'reject' | 'correct' | 'merge' | 'split' | 'grade' | 'note' | 'assign' | 'side';
export const ACTS: readonly Act[] = [
  'confirm',
  'reject',
  'correct',
  'merge',
  'split',
  'grade',
  'note',
  'assign',
  'side',
];
/** Decisions that make sense for many entries at once. */
export const BULK_ACTS: ReadonlySet<Act> = new Set(['confirm', 'reject', 'grade', 'note', 'assign']);

interface FormProps {
  readonly act: Act;
  readonly lines: readonly EntryLine[];
  readonly onDone: (decisions: readonly string[]) => void;
  readonly onCancel: () => void;
}

export function DecisionForm({ act, lines, onDone, onCancel }: FormProps) {
  const words = useReviewWords();
  const [why, setWhy] = useState('');
  const [by, setBy] = useState(author);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const decide = useBulkDecide();
  const preview = usePreview();
  const reason = useRef<HTMLInputElement>(null);
  useEffect(() => reason.current?.focus(), []);
  const set = (name: string) => (value: string) => setFields((before) => ({ ...before, [name]: value }));
  const asked = lines.map((line): AskedDecision => requestOf(act, line, why, by, fields));
  const isReady = why.trim() !== '' && needs(act).every((name) => (fields[name] ?? '').trim() !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    keepAuthor(by);
    decide.mutate(asked, { onSuccess: (made) => onDone(made.map(({ id }) => id)) });
  };
  const failure = decide.error ?? preview.error;
  return (
    <form
      className="decision"
      onSubmit={submit}
      onKeyDown={(event) => (event.key === 'Escape' ? onCancel() : undefined)}
    >
      <b>{words.act[act]}</b>
      <Fields act={act} lines={lines} fields={fields} set={set} />
      <label className="field wide">
        <span>{words.reason}</span>
        <input
          ref={reason}
          value={why}
          className="reason"
          onChange={(event) => setWhy(event.target.value)}
          placeholder={words.reasonHint}
          required
        />
      </label>
      <div className="reasons-known one-row">
        {words.reasons.map((text) => (
          <button key={text} type="button" className="chip" onClick={() => setWhy(text)}>
            {text}
          </button>
        ))}
      </div>
      <label className="field">
        <span>{words.author}</span>
        <input value={by} onChange={(event) => setBy(event.target.value)} placeholder={words.authorHint} size={24} />
      </label>
      <div className="actions">
        <button type="submit" className="button primary" disabled={!isReady || decide.isPending}>
          {words.lay}
        </button>
        <button
          type="button"
          className="button"
          disabled={!isReady || preview.isPending}
          onClick={() => preview.mutate(asked)}
        >
          {words.preview}
        </button>
        <button type="button" className="button plain" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
      {failure !== null && (
        <p className="error" role="alert">
          {failure.message}
        </p>
      )}
      {preview.data !== undefined && <Preview changes={preview.data.changes} total={preview.data.total} />}
    </form>
  );
}

/** Fields that a type cannot do without. */
const NEEDS: Readonly<Partial<Record<Act, readonly string[]>>> = {
  correct: ['slot', 'value'],
  merge: ['other'],
  split: ['record'],
  grade: ['grade'],
  assign: ['to'],
  side: ['actor', 'side'],
};
const needs = (act: Act): readonly string[] => NEEDS[act] ?? [];

function requestOf(
  act: Act,
  line: EntryLine,
  why: string,
  by: string,
  fields: Readonly<Record<string, string>>,
): AskedDecision {
  const base = { type: act, why, ...(by.trim() !== '' && { by }) };
  if (act === 'split') return { ...base, target: fields['record'] ?? '', other: line.id };
  if (act === 'side') {
    const [situation = '', side = ''] = (fields['side'] ?? '').split('\n');
    return { ...base, target: fields['actor'] ?? '', side, situation };
  }
  const own = { correct: ['slot', 'value'], merge: ['other'], grade: ['grade'], assign: ['to'] }[act as string] ?? [];
  return { ...base, target: line.id, ...Object.fromEntries(own.map((name) => [name, fields[name] ?? ''])) };
}

interface FieldsProps {
  readonly act: Act;
  readonly lines: readonly EntryLine[];
  readonly fields: Readonly<Record<string, string>>;
  readonly set: (name: string) => (value: string) => void;
}

const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'].flatMap((letter) =>
  [1, 2, 3, 4, 5, 6].map((digit) => `${letter}${digit}`),
);

function Fields({ act, lines, fields, set }: FieldsProps) {
  const words = useReviewWords();
  const { zone } = useView();
  const slotName = useSlotName();
  const line = lines[0]!;
  const detail = useApi<EntryDetail>(
    act === 'correct' || act === 'split' || act === 'side' ? `/entries/${encodeURIComponent(line.id)}` : undefined,
  );
  const others = useApi<readonly EntryLine[]>(act === 'merge' ? '/entries' : undefined, { kind: line.kind, limit: 60 });
  const value = (name: string): string => fields[name] ?? '';
  if (act === 'correct')
    return (
      <>
        <label className="field">
          <span>{words.slot}</span>
          <select value={value('slot')} onChange={(event) => set('slot')(event.target.value)}>
            <option value="" />
            {(detail.data?.entry.slots ?? []).map(({ name }) => (
              <option key={name} value={name}>
                {slotName(name)}
              </option>
            ))}
          </select>
        </label>
        <label className="field wide">
          <span>{words.value}</span>
          <input value={value('value')} onChange={(event) => set('value')(event.target.value)} />
        </label>
      </>
    );
  if (act === 'merge')
    return (
      <label className="field wide">
        <span>{words.other}</span>
        <select value={value('other')} onChange={(event) => set('other')(event.target.value)}>
          <option value="" />
          {(others.data ?? [])
            .filter(({ id }) => id !== line.id)
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {spoken(title, zone)}
              </option>
            ))}
        </select>
      </label>
    );
  if (act === 'split')
    return (
      <label className="field wide">
        <span>{words.record}</span>
        <select value={value('record')} onChange={(event) => set('record')(event.target.value)}>
          <option value="" />
          {/* The record that the entry is called after stays in it */}
          {(detail.data?.quotes ?? [])
            .filter(({ record }) => !line.id.endsWith(record))
            .map((quote) => (
              <option key={quote.record} value={quote.record}>
                {`${quote.report}: ${quote.pieces
                  .map(({ text }) => text)
                  .join(' … ')
                  .slice(0, 80)}`}
              </option>
            ))}
        </select>
      </label>
    );
  if (act === 'assign')
    return (
      <label className="field">
        <span>{words.to}</span>
        <input value={value('to')} onChange={(event) => set('to')(event.target.value)} />
      </label>
    );
  if (act === 'side') return <SideFields detail={detail.data} fields={fields} set={set} />;
  if (act === 'grade')
    return (
      <label className="field">
        <span>{words.grade}</span>
        <select value={value('grade')} onChange={(event) => set('grade')(event.target.value)}>
          <option value="" />
          {GRADES.map((grade) => (
            <option key={grade}>{grade}</option>
          ))}
        </select>
      </label>
    );
  return null;
}

/** Which actor of the entry, and which side of which conflict it is to count for. */
function SideFields({
  detail,
  fields,
  set,
}: Pick<FieldsProps, 'fields' | 'set'> & { readonly detail: EntryDetail | undefined }) {
  const words = useReviewWords();
  const { data } = useApi<Overview>('/overview');
  const actors = new Map(
    (detail?.entry.slots ?? []).flatMap(({ readings }) =>
      readings.flatMap(({ value, label }) =>
        typeof value === 'string' && /^[A-Z]{3}(?: [A-Z]{3})*$/.test(value) ? [[value, label] as const] : [],
      ),
    ),
  );
  return (
    <>
      <label className="field">
        <span>{words.actor}</span>
        <select value={fields['actor'] ?? ''} onChange={(event) => set('actor')(event.target.value)}>
          <option value="" />
          {[...actors].map(([code, label]) => (
            <option key={code} value={code}>
              {`${label} (${code})`}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.side}</span>
        <select value={fields['side'] ?? ''} onChange={(event) => set('side')(event.target.value)}>
          <option value="" />
          {(data?.situations ?? []).flatMap((situation) =>
            situation.sides.map((side) => (
              <option key={situation.id + side.key} value={`${situation.id}\n${side.key}`}>
                {side.name}
              </option>
            )),
          )}
        </select>
      </label>
    </>
  );
}

interface PreviewProps {
  readonly changes: readonly {
    readonly type: string;
    readonly id: string;
    readonly text: string;
    readonly before?: string;
    readonly after?: string;
  }[];
  readonly total: number;
}

function Preview({ changes, total }: PreviewProps) {
  const words = useReviewWords();
  const terms = useTerms();
  const { zone } = useView();
  if (total === 0) return <p className="quiet">{words.previewNone}</p>;
  return (
    <ul className="changes" role="status">
      {changes.slice(0, 12).map((change) => (
        <li key={change.type + change.id}>
          <Tag name={change.type}>{terms.change[change.type] ?? change.type}</Tag>
          <span>
            {spoken(change.text, zone)}
            {change.after !== undefined && <span className="quiet"> {`${change.before ?? ''} → ${change.after}`}</span>}
          </span>
        </li>
      ))}
      {total > 12 && <li className="quiet">+{total - 12}</li>}
    </ul>
  );
}
