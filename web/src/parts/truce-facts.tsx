/** What was agreed, each value a link to its words; what no report states says so. */
import type { ReactNode } from 'react';
import type { Origin } from '../../../src/model/ledger.ts';
import type { TruceDetail } from '../../../src/serve/api/types.ts';
import { useTerms } from '../messages/terms.ts';
import { useTruceWords } from '../messages/truces.ts';
import { Marks, SlotValue } from './words.tsx';

export function TruceFacts({ data }: { readonly data: TruceDetail }) {
  const words = useTruceWords();
  const terms = useTerms();
  const { truce, terms: slots } = data;
  const said = data.announcedBy.filter(({ key }) => !key.startsWith('outlet:'));
  const announced = said.length > 0 ? said : data.announcedBy;
  const rows: readonly (readonly [name: string, value: ReactNode])[] = [
    [words.parties, truce.parties.map(({ name }) => name).join(', ') || <Unknown key="parties" text={terms.unknown} />],
    [
      words.announcedBy,
      announced.length === 0 ? (
        <Unknown key="announced" text={terms.unknown} />
      ) : (
        <Voices key="announced" of={announced} />
      ),
    ],
    [words.from, <SlotValue key="from" slots={slots} name="effective" />],
    [words.until, <SlotValue key="until" slots={slots} name="until" />],
    [words.mediators, <SlotValue key="mediators" slots={slots} name="mediators" />],
    [words.document, <SlotValue key="document" slots={slots} name="document" />],
    ...(slots.some(({ name }) => name === 'terms')
      ? [[words.terms, <SlotValue key="terms" slots={slots} name="terms" />] as const]
      : []),
    ...(data.reaffirmedBy.length > 0
      ? [[words.reaffirmedBy, <Voices key="reaffirmed" of={data.reaffirmedBy} />] as const]
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

function Voices({ of }: { readonly of: readonly Origin[] }) {
  return of.map((origin, index) => (
    <span key={origin.key}>
      {index > 0 && ', '}
      {origin.name}
      <Marks evidence={origin.evidence} most={2} />
    </span>
  ));
}

const Unknown = ({ text }: { readonly text: string }) => <span className="unknown">{text}</span>;
