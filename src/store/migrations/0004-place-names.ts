/** A place under each of its names: what a person types as Goris is the place that another report calls Gorus. */
import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect.ts';

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await sql`drop table places`.execute(db);
  const key = sql.raw(dialect === 'postgres' ? 'text collate "C"' : 'text');
  await db.schema
    .createTable('places')
    .addColumn('key', key, (c) => c.notNull())
    .addColumn('name', key, (c) => c.notNull())
    .addColumn('lat', 'double precision', (c) => c.notNull())
    .addColumn('lon', 'double precision', (c) => c.notNull())
    .addPrimaryKeyConstraint('places_key', ['key', 'name'])
    .execute();
  await fillPlaces(db, dialect);
}

/** Coordinates of the places that stored records name. */
async function fillPlaces(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await (
    dialect === 'sqlite'
      ? sql`insert or ignore into places
        select p.value ->> '$.value.key', p.value ->> '$.value.name', p.value ->> '$.value.lat', p.value ->> '$.value.lon'
        from records, json_each(records.body, '$.places') p where p.value ->> '$.value.lat' is not null`
      : sql`insert into places
        select p -> 'value' ->> 'key', p -> 'value' ->> 'name',
          (p -> 'value' ->> 'lat')::double precision, (p -> 'value' ->> 'lon')::double precision
        from records, json_array_elements(body::json -> 'places') p where p -> 'value' ->> 'lat' is not null
        on conflict do nothing`
  ).execute(db);
}
