/** One record beside the reader: its kind and words; opened, every slot with what it rests on. */
import type { CodedRecord, Slot } from '../../../src/model/record.ts';
import type { Span } from '../../../src/model/span.ts';
import { Link } from 'wouter';
import { capital, spoken } from '../data/format.ts';
import { useView } from '../data/view.tsx';
import { useReaderWords } from '../messages/reader.ts';
import { useSlotName } from '../messages/slots.ts';
import { useTerms } from '../messages/terms.ts';
import { Tag } from './marks.tsx';

interface CardProps {
  readonly record: CodedRecord;
  readonly text: string;
  readonly chosen: boolean;
  /** The entry of the ledger that it became part of. */
  readonly entry: string | undefined;
  readonly onChoose: (record: string) => void;
  readonly onHover: (record: string | undefined) => void;
}

export function RecordCard({ record, text, chosen, entry, onChoose, onHover }: CardProps) {
  const terms = useTerms();
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
          <b>{capital(terms.kind[record.kind] ?? record.kind)}</b>{' '}
          <Tag>{terms.factuality[record.factuality] ?? record.factuality}</Tag>
        </span>
        <span className="their">{shortened(text, record.spans[0]!)}</span>
      </button>
      {chosen && <Details record={record} text={text} entry={entry} />}
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

function Details({ record, text, entry }: Pick<CardProps, 'record' | 'text' | 'entry'>) {
  const words = useReaderWords();
  const { link } = useView();
  const rows = Object.entries(record)
    .filter(([name]) => !NOT_SLOTS.has(name))
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((slot) => [name, slot as Slot<unknown>] as const),
    );
  return (
    <dl>
      <dt>{words.says}</dt>
      <dd>{record.attribution.map(({ name }) => name).join(' ← ')}</dd>
      {record.plover !== undefined && (
        <>
          <dt>{words.plover}</dt>
          <dd>{[record.plover.event, ...record.plover.mode].join(' / ')}</dd>
        </>
      )}
      {rows.map(([name, slot], index) => (
        <Row key={`${name}-${String(index)}`} name={name} slot={slot} text={text} />
      ))}
      <dt>{words.rule}</dt>
      <dd className="quiet">{record.rule}</dd>
      {entry !== undefined && (
        <>
          <dt />
          <dd>
            <Link href={link(`/entries/${entry}`)}>{words.entry}</Link>
          </dd>
        </>
      )}
    </dl>
  );
}

function Row({ name, slot, text }: { readonly name: string; readonly slot: Slot<unknown>; readonly text: string }) {
  const words = useReaderWords();
  const { zone } = useView();
  const slotName = useSlotName();
  const said = slot.spans.map(({ start, end }) => `“${text.slice(start, end).replaceAll(/\s+/g, ' ')}”`).join(' … ');
  return (
    <>
      <dt>{capital(slotName(name))}</dt>
      <dd>
        {spoken(valueText(slot.value, words), zone)}
        <div className="quiet">
          {slot.rule === undefined ? <span className="their">{said}</span> : words.inferred(slot.rule, said)}
        </div>
      </dd>
    </>
  );
}

function valueText(value: unknown, words: ReturnType<typeof useReaderWords>): string {
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
  return [low === undefined ? '' : words.atLeast(Number(low)), high === undefined ? '' : words.atMost(Number(high))]
    .filter((part) => part !== '')
    .join(', ');
}
