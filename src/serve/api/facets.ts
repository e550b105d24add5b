/** What the entries of a kind can be filtered by, as people call it. */
import type { RecordKind } from '../../model/record.ts';
import { createNamer } from '../../store/projection/namer.ts';
import type { CountedFilter } from '../../store/projection/facets.ts';
import type { LedgerView } from '../desk-source.ts';
import type { Facets, FacetValue } from './types.ts';

const MOST = 100;
/** A side or code rather than a name: `AZE`, `AZE MIL`. */
const CODE = /^[A-Z]{3}(?: [A-Z]{3})*$/;

export async function facetsOf({ projection, head }: LedgerView, kind: RecordKind | undefined): Promise<Facets> {
  const namer = createNamer(head.situations, head.names);
  const values = async (filter: CountedFilter, nameOf: (value: string) => string): Promise<FacetValue[]> =>
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
  const keys = values.map(({ key }) => key);
  const samples = await projection.samples('place', keys);
  const lines = await projection.lines([...new Set(samples.values())]);
  const names = new Map(
    lines.flatMap(({ places }) => places.map(({ key, name }) => [key, name] as const)).toReversed(),
  );
  return values.map((value) => ({ ...value, name: names.get(value.key) ?? value.key }));
}
