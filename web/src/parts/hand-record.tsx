/** A record made by hand: words are selected in the report, and a person says what they tell. */
import { useEffect, useState, type FormEvent } from 'react';
import type { Span } from '../../../src/model/span.ts';
import { useDecide } from '../data/answers.ts';
import { author } from '../data/author.ts';
import { useReaderWords } from '../messages/reader.ts';
import { useTerms } from '../messages/terms.ts';

const KINDS = [
  'incident',
  'statement',
  'toll',
  'request',
  'meeting',
  'agreement',
  'observation',
  'plan',
  'event',
] as const;

/** Values that a kind cannot do without, to be changed as the words have it. */
const FIRST: Readonly<Record<string, string>> = {
  incident: 'type = fire',
  statement: 'act = inform',
  agreement: 'class = ceasefire',
  meeting: 'form = talks\nstatus = planned',
  plan: 'what = ',
  observation: 'finding = none observed',
  event: 'actors = ',
};

export function HandRecord({ report, text }: { readonly report: string; readonly text: string }) {
  const words = useReaderWords();
  const [span, setSpan] = useState<Span>();
  useEffect(() => {
    const look = (): void => {
      const found = selectedSpan();
      if (found !== undefined) setSpan(found);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  return (
    <section className="card no-print hand" aria-label={words.hand}>
      <h2>{words.hand}</h2>
      {span === undefined ? (
        <p className="quiet">{words.handHow}</p>
      ) : (
        <HandForm key={report} report={report} span={span} text={text} onDone={() => setSpan(undefined)} />
      )}
    </section>
  );
}

interface HandFormProps {
  readonly report: string;
  readonly span: Span;
  readonly text: string;
  readonly onDone: () => void;
}

function HandForm({ report, span, text, onDone }: HandFormProps) {
  const words = useReaderWords();
  const terms = useTerms();
  const [kind, setKind] = useState<string>('incident');
  const [says, setSays] = useState('');
  const [slots, setSlots] = useState(FIRST['incident'] ?? '');
  const [why, setWhy] = useState('');
  const decide = useDecide();
  const by = author();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const values = slotsOf(slots);
    decide.mutate(
      {
        type: 'record',
        target: report,
        kind,
        spans: [span],
        why,
        ...(Object.keys(values).length > 0 && { slots: values }),
        ...(says.trim() !== '' && { says }),
        ...(by !== '' && { by }),
      },
      { onSuccess: onDone },
    );
  };
  return (
    <form className="decision" onSubmit={submit}>
      <p className="quiet">
        {words.handFrom} <span className="their">“{shortened(text.slice(span.start, span.end))}”</span>
      </p>
      <label className="field">
        <span>{words.kind}</span>
        <select
          value={kind}
          onChange={(event) => {
            setKind(event.target.value);
            setSlots(FIRST[event.target.value] ?? '');
          }}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {terms.kind[one] ?? one}
            </option>
          ))}
        </select>
      </label>
      <label className="field wide">
        <span>{words.whoSays}</span>
        <input value={says} placeholder={words.whoSaysHint} onChange={(event) => setSays(event.target.value)} />
      </label>
      <label className="field wide">
        <span>{words.slots}</span>
        <textarea
          rows={2}
          value={slots}
          placeholder={words.slotsHint}
          onChange={(event) => setSlots(event.target.value)}
        />
      </label>
      <label className="field wide">
        <span>{words.why}</span>
        <input required value={why} placeholder={words.whyHint} onChange={(event) => setWhy(event.target.value)} />
      </label>
      <div className="actions">
        <button type="submit" className="button primary" disabled={why.trim() === '' || decide.isPending}>
          {words.make}
        </button>
        <button type="button" className="button plain" onClick={onDone}>
          {words.cancel}
        </button>
      </div>
      {decide.error !== null && (
        <p className="error" role="alert">
          {decide.error.message}
        </p>
      )}
    </form>
  );
}

/** "killed = at least 3", one a line. */
function slotsOf(text: string): Record<string, string> {
  const rows = text.split('\n').map((line) => line.split('=').map((part) => part.trim()));
  return Object.fromEntries(
    rows.flatMap(([name, ...value]) =>
      name === undefined || name === '' || value.length === 0 ? [] : [[name, value.join('=')]],
    ),
  );
}

const shortened = (text: string): string => {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain.length <= 120 ? plain : `${plain.slice(0, 120)} …`;
};

/** What is selected in the report, in its own offsets; undefined for nothing or for words elsewhere. */
function selectedSpan(): Span | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const [start, end] = [
    offsetOf(range.startContainer, range.startOffset),
    offsetOf(range.endContainer, range.endOffset),
  ];
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}

function offsetOf(node: Node, offset: number): number | undefined {
  const piece = node.parentElement?.closest<HTMLElement>('.paper [data-at]');
  if (node.nodeType !== Node.TEXT_NODE || piece === null || piece === undefined) return undefined;
  return Number(piece.dataset['at']) + offset;
}
