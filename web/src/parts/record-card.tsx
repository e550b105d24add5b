/** One record beside the reader: its kind and words; opened, every slot with what it rests on. */
import type { CodedRecord, Slot } from '../../../src/model/record.ts';
import type { Span } from '../../../src/model/span.ts';
import { capital } from '../data/format.ts';
import { Tag } from './marks.tsx';

interface CardProps {
  readonly record: CodedRecord;
  readonly text: string;
  readonly chosen: boolean;
  readonly onChoose: (record: string) => void;
  readonly onHover: (record: string | undefined) => void;
}

export function RecordCard({ record, text, chosen, onChoose, onHover }: CardProps) {
  return (
    <div className={chosen ? 'record is-chosen' : 'record'} id={`record-${record.id}`}>
      <button
        type="button"
        aria-expanded={chosen}
        onClick={() => onChoose(record.id)}
        onMouseEnter={() => onHover(record.id)}
        onMouseLeave={() => onHover(undefined)}
      >
        <span>
          <b>{capital(record.kind)}</b> <Tag>{record.factuality}</Tag>
        </span>
        <span className="their">{shortened(text, record.spans[0]!)}</span>
      </button>
      {chosen && <Details record={record} text={text} />}
    </div>
  );
}

/** Longest words shown in a closed card. */
const SHORT = 110;

function shortened(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).replaceAll(/\s+/g, ' ');
  return words.length <= SHORT ? words : `${words.slice(0, SHORT)} …`;
}

const NOT_SLOTS = new Set([
  'id',
  'kind',
  'rule',
  'spans',
  'attribution',
  'factuality',
  'factbank',
  'plover',
  'source',
  'cue',
  'content',
  'direct',
  'about',
  'restsOn',
]);

function Details({ record, text }: Pick<CardProps, 'record' | 'text'>) {
  const rows = Object.entries(record)
    .filter(([name]) => !NOT_SLOTS.has(name))
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((slot) => [name, slot as Slot<unknown>] as const),
    );
  return (
    <dl>
      <dt>Says</dt>
      <dd>{record.attribution.map(({ name }) => name).join(' ← ')}</dd>
      {record.plover !== undefined && (
        <>
          <dt>PLOVER</dt>
          <dd>{[record.plover.event, ...record.plover.mode].join(' / ')}</dd>
        </>
      )}
      {rows.map(([name, slot], index) => (
        <Row key={`${name}-${String(index)}`} name={name} slot={slot} text={text} />
      ))}
      <dt>Rule</dt>
      <dd className="quiet">{record.rule}</dd>
    </dl>
  );
}

function Row({ name, slot, text }: { readonly name: string; readonly slot: Slot<unknown>; readonly text: string }) {
  const words = slot.spans.map(({ start, end }) => `“${text.slice(start, end).replaceAll(/\s+/g, ' ')}”`).join(' … ');
  return (
    <>
      <dt>{capital(name.replaceAll(/([A-Z])/g, ' $1').toLowerCase())}</dt>
      <dd>
        {valueText(slot.value)}
        <div className="quiet">
          {slot.rule === undefined ? (
            <span className="their">{words}</span>
          ) : (
            `inferred: ${slot.rule}${words === '' ? '' : `, from ${words}`}`
          )}
        </div>
      </dd>
    </>
  );
}

function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const {
    code,
    name,
    relation,
    value: time,
    zone,
    low,
    best,
    high,
  } = value as Record<string, string | number | undefined>;
  if (code !== undefined) return `${String(name)} (${String(code)})`;
  if (relation !== undefined) return `${String(relation)} ${String(name)}`;
  if (time !== undefined) return zone === undefined ? String(time) : `${String(time)} ${String(zone)}`;
  if (best !== undefined) return String(best);
  return [low === undefined ? '' : `at least ${low}`, high === undefined ? '' : `at most ${high}`]
    .filter((part) => part !== '')
    .join(', ');
}
