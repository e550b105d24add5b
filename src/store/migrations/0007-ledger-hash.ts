/** The ledger's hash is made in another way: what is kept of it is told anew at the next look, and only what differs written. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`delete from ledger_parts`.execute(db);
}
