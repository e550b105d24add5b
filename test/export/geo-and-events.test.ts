/** GeoJSON, held against RFC 7946 by a checker of others, and PLOVER events, held against the manual's fields. */
import { check } from '@placemarkio/check-geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exportAs } from '../../src/export/export-as.ts';
import { extentOf } from '../../src/export/places.ts';
import type { ExportSource } from '../../src/export/source.ts';
import { PLOVER_QUAD, type PloverEvent } from '../../src/model/vocabulary.ts';
import { frozenSource, textOf } from '../support/export.ts';

let source: ExportSource;
beforeAll(async () => void (source = await frozenSource()));

interface Feature {
  readonly id: string;
  readonly geometry: { readonly coordinates: readonly [number, number] } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

describe('geojson', () => {
  const features = async (): Promise<readonly Feature[]> =>
    (check(await textOf(exportAs('geojson', source))) as unknown as { features: readonly Feature[] }).features;

  test('is valid, with an id of its own for every feature', async () => {
    const all = await features();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(20);
  });

  test('longitude comes first: Goris lies east of 46 and south of 40', async () => {
    const goris = (await features()).find(({ properties }) => properties['place'] === 'Goris')!;
    expect(goris.geometry!.coordinates).toEqual([46.3417, 39.5111]);
  });

  test('a point says what it stands for, and an incident without a place has none', async () => {
    const all = await features();
    const toward = all.find(
      ({ properties }) => (properties['relation'] as string[] | undefined)?.join() === 'toward,near',
    );
    const near = all.filter(({ properties }) => properties['stands_for'] === 'surroundings');
    expect([...near, ...(toward ? [toward] : [])].length).toBeGreaterThan(0);
    const nowhere = all.filter(({ geometry }) => geometry === null);
    expect(nowhere.length).toBeGreaterThan(0);
    for (const { properties } of nowhere) expect(properties['place']).toBeUndefined();
  });

  test.each([
    [['at'], 'P', 'place'],
    [['toward', 'near'], 'P', 'surroundings'],
    [['toward'], 'P', 'direction'],
    [['at'], 'A', 'area'],
  ] as const)('%s a place of class %s is %s', (relations, feature, extent) =>
    expect(extentOf({ name: 'x', key: 'x', relations, feature, records: [] })).toBe(extent),
  );
});

/** Fields and types as the manual (draft 2.0) gives them; `trucewatch` is ours. */
const entity = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}$/),
  sector: z.array(z.string().regex(/^[A-Z]{3}$/)),
  entity_text: z.string(),
});
const event = z.strictObject({
  id: z.string(),
  date: z.iso.date(),
  actor: z.array(entity),
  recipient: z.array(entity),
  event: z.tuple([z.enum(Object.keys(PLOVER_QUAD) as [PloverEvent])]),
  quad_code: z.enum(['VC', 'MC', 'VX', 'MX']),
  mode: z.array(z.string()),
  context: z.array(z.string()),
  event_loc: z.array(
    z.looseObject({ extracted_place: z.string(), lat: z.number().optional(), lon: z.number().optional() }),
  ),
  event_text: z.string(),
  text: z.string(),
  text_info: z.object({ sequence: z.number(), start: z.number(), end: z.number() }),
  cite_info: z.looseObject({ citation: z.string(), codebook: z.literal('PLOVER') }),
  trucewatch: z.looseObject({ factuality: z.array(z.string()).min(1), standing: z.string() }),
});

describe('plover', () => {
  const events = async () =>
    (await textOf(exportAs('plover', source)))
      .trim()
      .split('\n')
      .map((line) => event.parse(JSON.parse(line)));

  test('every line has the manual’s fields, and no id twice', async () => {
    const all = await events();
    expect(all.length).toBeGreaterThan(40);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const one of all) expect(one.quad_code).toBe(PLOVER_QUAD[one.event[0]]);
  });

  test('an alleged act comes with its accusation, and is marked as alleged', async () => {
    const all = await events();
    const accusation = all.find(({ id, actor }) => id.endsWith(':accusation') && actor[0]!.code === 'ARM')!;
    const act = all.find(({ id }) => `${id}:accusation` === accusation.id)!;
    expect(accusation).toMatchObject({ event: ['ACCUSE'], mode: ['allege'], recipient: act.actor });
    expect(act).toMatchObject({
      event: ['ASSAULT'],
      trucewatch: { factuality: expect.arrayContaining(['alleged']) as string[] },
    });
  });
});
