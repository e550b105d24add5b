/** Makes a decision out of what a person asked for, on the command line or at the desk. */
import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import { TrucewatchError } from '../model/errors.ts';
import type { Anchor, Decision } from '../model/decision.ts';
import type { Entry, Ledger } from '../model/ledger.ts';
import type { DecisionRequest } from '../serve/desk-source.ts';
import type { Store } from '../store/store.ts';
import { settings } from './context.ts';
import { entryBy } from './moments.ts';

/** Throws `unknown-id` for a target that is not there, `bad-option` for a grade that is none. */
export async function makeDecision(store: Store, ledger: Ledger, request: DecisionRequest): Promise<Decision> {
  const { type, target: id, why } = request;
  const at = new Date().toISOString();
  const by = request.by ?? (settings().author || userInfo().username);
  const base = {
    id: createHash('sha256').update([at, by, type, id].join('\n')).digest('hex').slice(0, 20),
    at,
    by,
    why,
  };
  if (type === 'undo') {
    const known = (await store.decisions()).find((decision) => decision.id.startsWith(id));
    if (known === undefined) throw new TrucewatchError('unknown-id', id);
    return { ...base, type, decision: known.id };
  }
  const target = await anchorOf(store, entryBy(ledger, id));
  if (type === 'note') return { ...base, type, target, text: why };
  if (type !== 'grade') return { ...base, type, target };
  const { grade } = request;
  if (grade === undefined || !/^[A-F][1-6]$/.test(grade))
    throw new TrucewatchError('bad-option', 'A grade is a letter A to F and a digit 1 to 6, e.g. B2.');
  return { ...base, type, target, grade };
}

/** The first record of the entry, by its evidence. */
async function anchorOf(store: Store, entry: Entry): Promise<Anchor> {
  const [record] = await store.records({ ids: [entry.records[0]!.split('~')[0]!] });
  if (record === undefined) throw new TrucewatchError('unknown-id', entry.id);
  return { report: record.report, kind: record.kind, spans: record.spans };
}
