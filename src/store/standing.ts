/** Which decisions stand, for what the store itself has to do with them: hand-made records and assignments. */
import type { Kysely, Transaction } from 'kysely';
import type { Decision } from '../model/decision.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables> | Transaction<Tables>;

/** Decisions of one type that no later one undoes, in their order. */
export async function standing<T extends Decision['type']>(db: Db, type: T): Promise<Extract<Decision, { type: T }>[]> {
  const rows = await db
    .selectFrom('decisions')
    .select('body')
    .where('type', 'in', [type, 'undo'])
    .orderBy('seq')
    .execute();
  const all = rows.map(({ body }) => JSON.parse(body) as Decision);
  const undone = new Set<string>();
  for (const decision of all.toReversed())
    if (decision.type === 'undo' && !undone.has(decision.id)) undone.add(decision.decision);
  return all.filter((one): one is Extract<Decision, { type: T }> => one.type === type && !undone.has(one.id));
}
