/** Makes decisions for the desk out of the entries that they name, without reading the whole ledger. */
import type { Decision, DecisionRequest } from '../model/decision.ts';
import { TrucewatchError } from '../model/errors.ts';
import type { Entry, Ledger } from '../model/ledger.ts';
import type { Store } from '../store/store.ts';
import { makeDecision } from './decide.ts';

/** All or none. Throws `unknown-id` for what is not there, `bad-option` for what a type does not allow. */
export async function decisionsFor(store: Store, requests: readonly DecisionRequest[]): Promise<Decision[]> {
  const places = placesEntry(await store.places());
  const decisions: Decision[] = [];
  for (const request of requests) {
    const entries = await entriesNamed(store, request);
    decisions.push(await makeDecision(store, { entries: [...entries, places] } as unknown as Ledger, request));
  }
  if (new Set(decisions.map(({ id }) => id)).size < decisions.length)
    throw new TrucewatchError('bad-option', 'Two of these decisions are one and the same. Send it once.');
  return decisions;
}

async function entriesNamed(store: Store, { type, target, other }: DecisionRequest): Promise<readonly Entry[]> {
  if (type === 'undo' || type === 'side' || type === 'record') return [];
  const found: Entry[] = [];
  for (const id of [target, other]) if (id !== undefined) found.push(...(await entriesOf(store, id)));
  return [...new Map(found.map((entry) => [entry.id, entry])).values()];
}

/** The entry with this id, or the one that holds the record with it. */
async function entriesOf(store: Store, id: string): Promise<readonly Entry[]> {
  const named = await store.projection.bodies([id]);
  if (named.length > 0) return named;
  const [record] = await store.records({ ids: [id.split('~')[0]!] });
  if (record === undefined) throw new TrucewatchError('unknown-id', id);
  const { rows } = await store.projection.entries({
    terms: [['report', record.report]],
    kind: record.kind,
    limit: 500,
  });
  const bodies = await store.projection.bodies(rows.map((row) => row.id));
  return bodies.filter(({ records }) => records.includes(id));
}

/** The places that the store knows, as an entry would name them: a corrected place is to be the same place. */
const placesEntry = (places: Awaited<ReturnType<Store['places']>>): Pick<Entry, 'id' | 'records' | 'slots'> => ({
  id: '',
  records: [],
  slots: [{ name: 'places', readings: places.map(({ key, name }) => ({ value: key, label: name, evidence: [] })) }],
});
