/** The log of changes: what the stream of events and "what changed since" are told from. Append-only. */
import type { Kysely, Transaction } from 'kysely';
import type { ChangeLine } from '../../model/lines.ts';
import { batches } from '../batches.ts';
import { numberOf } from '../numbers.ts';
import type { Tables } from '../schema.ts';

/** Changes of one save that are logged one by one; what goes beyond is told as one line. */
const MOST = 2000;

type Change = Pick<ChangeLine, 'type' | 'id' | 'text'> & { kind?: string; before?: string; after?: string };

/** A first fold, and one that changes more than anybody reads, is one line. */
export async function logChanges(
  tx: Transaction<Tables>,
  at: string,
  changes: readonly Change[],
  isFirst: boolean,
): Promise<void> {
  const told = isFirst ? [] : changes.slice(0, MOST);
  const rest = changes.length - told.length;
  const all: Change[] =
    rest === 0
      ? told
      : [...told, { type: 'rebuilt', id: '', text: `${rest} ${isFirst ? '' : 'more '}entries written` }];
  for (const part of batches(all))
    await tx
      .insertInto('changes')
      .values(
        part.map(({ type, id, kind, text, before, after }) => ({
          at,
          type,
          id,
          kind: kind ?? null,
          text,
          before: before ?? null,
          after: after ?? null,
        })),
      )
      .execute();
}

/** Changes after a number or from an instant on, oldest first. */
export async function changesOf(
  db: Kysely<Tables>,
  options: { after?: number; from?: string; type?: string; limit: number },
): Promise<ChangeLine[]> {
  let query = db.selectFrom('changes').selectAll().orderBy('seq').limit(options.limit);
  if (options.after !== undefined) query = query.where('seq', '>', options.after);
  if (options.from !== undefined) query = query.where('at', '>=', options.from);
  if (options.type !== undefined) query = query.where('type', '=', options.type);
  return (await query.execute()).map(({ seq, kind, before, after, ...rest }) => ({
    ...(rest as Pick<ChangeLine, 'at' | 'type' | 'id' | 'text'>),
    seq: numberOf(seq),
    ...(kind !== null && { kind: kind as NonNullable<ChangeLine['kind']> }),
    ...(before !== null && { before }),
    ...(after !== null && { after }),
  }));
}

/** Number of the last change; 0 where there is none. */
export async function lastSeq(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom('changes')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst();
  return numberOf(row?.seq);
}
