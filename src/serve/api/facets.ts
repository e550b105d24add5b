/** What the entries of a kind can be filtered by, as people call it. */
import type { RecordKind } from '../../model/record.ts';
import { createNamer } from '../../store/projection/namer.ts';
import type { TermFilter } from '../../store/projection/entry-terms.ts';
import type { LedgerView } from '../desk-source.ts';
import type { Facets, FacetValue } from './types.ts';

const MOST = 100;
/** A side or code rather than a name: `AZE`, `AZE MIL`. */
const CODE = /^[A-Z]{3}(?: [A-Z]{3})*$/;

export async function facetsOf({ projection, head }: LedgerView, kind: RecordKind | undefined): Promise<Facets> {
  const namer = createNamer(head.situations, head.names);
  const values = async (filter: TermFilter, nameOf: (value: string) => string): Promise<FacetValue[]> =>
    (await projection.facet(filter, kind, MOST)).map(({ value, entries }) => ({
      key: value,
      name: nameOf(value),
      entries,
    }));
  const sideName = (key: string): string => namer.named(key).name;
  const plain = (value: string): string => value;
  const speakers = await values('speaker', plain);
  return {
    accusers: await values('accuser', sideName),
    accused: await values('accused', sideName),
    speakers: speakers.filter(({ key }) => !CODE.test(key)),
    acts: await values('act', plain),
    places: await placeNames(await values('place', plain), { projection }),
    steps: await values('step', plain),
    types: await values('type', plain),
  };
}

/** Names of places as an entry has them. */
async function placeNames(
  values: readonly FacetValue[],
  { projection }: Pick<LedgerView, 'projection'>,
): Promise<FacetValue[]> {
  return Promise.all(
    values.map(async (value) => {
      const { rows } = await projection.entries({ terms: [['place', value.key]], limit: 1 });
      return { ...value, name: rows[0]?.places.find(({ key }) => key === value.key)?.name ?? value.key };
    }),
  );
}
