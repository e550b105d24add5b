/** What was agreed, each value a link to its words; what no report states says so. */
import type { ReactNode } from 'react';
import type { Reading } from '../../../src/model/ledger.ts';
import type { TruceDetail } from '../../../src/serve/api/types.ts';
import { moment, offset } from '../data/format.ts';
import { useView } from '../data/view.tsx';
import { useTerms } from '../messages/terms.ts';
import { useTruceWords } from '../messages/truces.ts';
import { Marks, SlotValue } from './words.tsx';

export function TruceFacts({ data }: { readonly data: TruceDetail }) {
  const { zone } = useView();
  const words = useTruceWords();
  const terms = useTerms();
  const { truce, terms: slots } = data;
  /** The moment in the reader's zone, with the stated hour and zone beside. */
  const effective = ({ value, label }: Reading): string => {
    if (typeof value !== 'object' || !('value' in value) || value.earliest === undefined) return label;
    if (!value.value.includes('T')) return label;
    const shown = `${moment(value.earliest, zone)} ${offset(zone, value.earliest)}`;
    if (value.zone === undefined || value.zone === zone) return shown;
    return `${shown} (${value.value.slice(11, 16)} ${value.zone.replace(/^.*\//, '').replaceAll('_', ' ')})`;
  };
  const said = data.announcedBy.filter(({ key }) => !key.startsWith('outlet:'));
  const announced = said.length > 0 ? said : data.announcedBy;
  const rows: readonly (readonly [name: string, value: ReactNode])[] = [
    [words.parties, truce.parties.map(({ name }) => name).join(', ') || <Unknown key="parties" text={terms.unknown} />],
    [
      words.announcedBy,
      announced.length === 0 ? (
        <Unknown key="announced" text={terms.unknown} />
      ) : (
        announced.map((origin, index) => (
          <span key={origin.key}>
            {index > 0 && ', '}
            {origin.name}
            <Marks evidence={origin.evidence} most={2} />
          </span>
        ))
      ),
    ],
    [words.from, <SlotValue key="from" slots={slots} name="effective" show={effective} />],
    [words.until, <SlotValue key="until" slots={slots} name="until" />],
    [words.mediators, <SlotValue key="mediators" slots={slots} name="mediators" />],
    [words.document, <SlotValue key="document" slots={slots} name="document" />],
    ...(slots.some(({ name }) => name === 'terms')
      ? [[words.terms, <SlotValue key="terms" slots={slots} name="terms" />] as const]
      : []),
    ...(data.reaffirmedBy.length > 0
      ? [['', words.reaffirmed(data.reaffirmedBy.map(({ name }) => name).join(', '))] as const]
      : []),
  ];
  return (
    <dl className="facts" aria-label={words.facts}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const Unknown = ({ text }: { readonly text: string }) => <span className="unknown">{text}</span>;
