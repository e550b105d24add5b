/** The packed gazetteer: fresh, sound, and with the names that each side of a conflict uses. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadGazetteer, openGazetteer } from '../../src/lexicon/gazetteer.ts';
import { importDump } from '../../src/lexicon/gazetteer-import.ts';
import { NAMING, WRITING, type PlaceRow } from '../../src/lexicon/gazetteer-pack.ts';
import { encodePack } from '../../src/lexicon/gazetteer-write.ts';
import { placeKey } from '../../src/lexicon/place-key.ts';
import { zoneOfPlace } from '../../src/lexicon/place-zone.ts';

const gazetteer = loadGazetteer();

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

describe('the bundled file', () => {
  test('was built from the lists as they stand', () => {
    const hash = createHash('sha256');
    for (const name of ['regions', 'front-places'])
      hash.update(readFileSync(new URL(`../../lexicons/en/${name}.jsonl`, import.meta.url)));
    expect(gazetteer.version, 'run `node scripts/build-gazetteer.ts`').toContain(hash.digest('hex').slice(0, 16));
  });

  test('is small enough to ship and has a place for every row', () => {
    const { pack } = gazetteer;
    expect(readFileSync(new URL('../../lexicons/gazetteer/places.bin.gz', import.meta.url)).length).toBeLessThan(6e6);
    expect(pack.id.length).toBeGreaterThan(200_000);
    const isOff = pack.lat.some((lat, row) => Math.abs(lat) > 90e4 || Math.abs(pack.lon[row]!) > 180e4);
    expect(isOff).toBe(false);
  });

  test('names only zones that the platform knows', () => {
    const unknown = gazetteer.pack.tables.zones.filter((zone) => zone !== '' && !isZone(zone));
    expect(unknown).toEqual([]);
  });
});

describe('names', () => {
  test.each([
    ['Goris', 'ARM', 39.5, 46.3],
    ['Jermuk', 'ARM', 39.8, 45.7],
    ['Samarkand', 'UZB', 39.7, 67],
    ['Raqqa', 'SYR', 35.9, 39],
    ['Al-Fashir', 'SDN', 13.6, 25.3],
    ['Chasiv Yar', 'UKR', 48.6, 37.8],
    ['Kibera', 'KEN', -1.3, 36.8],
    ['Donbas', 'UKR', 48.2, 38.2],
    ['Strait of Hormuz', undefined, 26.6, 56.3],
    ['Ohio', 'USA', 40.3, -83],
    ['Licking County', 'USA', 40.1, -82.4],
    ['Kandahar', 'AFG', 31.6, 65.7],
  ])('%s lies where it should', (name, country, lat, lon) => {
    const [place] = gazetteer.named(name);
    expect(place?.country).toBe(country);
    expect(Math.abs(place!.lat - lat)).toBeLessThan(0.4);
    expect(Math.abs(place!.lon - lon)).toBeLessThan(0.4);
  });

  test.each([
    ['Stepanakert', 'Khankendi'],
    ['Khankendi', 'Xankəndi'],
    ['Sotk', 'Sotq'],
    ['Sotk', 'Zod'],
    ['Vardenis', 'Basarkechar'],
    ['Shushi', 'Shusha'],
    ['Lachin', 'Berdzor'],
    ['Bakhmut', 'Artemivsk'],
    ['Bakhmut', 'Artyomovsk'],
    ['Kyiv', 'Kiev'],
    ['Derry', 'Londonderry'],
    ['Kobani', 'Ayn al-Arab'],
    ['Varosha', 'Maras'],
    ['Mumbai', 'Bombay'],
  ])('%s and %s are one place', (one, other) => {
    const keys = gazetteer.named(other).map((place) => place.key);
    expect(keys).toContain(gazetteer.named(one)[0]!.key);
  });

  test('a city comes before the region that has its name', () => {
    for (const name of ['Moscow', 'Yerevan', 'Kherson', 'Aleppo'])
      expect(gazetteer.named(name)[0]!.feature, name).toMatch(/^P/);
  });

  test('keys are spelt in plain letters', () => {
    expect(placeKey('Xankəndi')).toBe('xankendi');
    expect(placeKey('Port-au-Prince')).toBe('port au prince');
    expect(placeKey('Ереван')).toBe('');
  });
});

describe('zones', () => {
  test.each([
    ['Yerevan', 'Asia/Yerevan'],
    ['Stepanakert', 'Asia/Baku'],
    ['Kiev', 'Europe/Kyiv'],
    ['ARM', 'Asia/Yerevan'],
    ['Ukraine', 'Europe/Kyiv'],
    ['Georgia', 'Asia/Tbilisi'],
    ['RUS', undefined],
    ['United States', undefined],
    ['Nowhereville-on-Sea', undefined],
  ])('%s: %s', (name, zone) => expect(zoneOfPlace(gazetteer, name)).toBe(zone));
});

describe('packing and import', () => {
  const row = (name: string, id: number, more: Partial<PlaceRow> = {}): PlaceRow => ({
    name,
    lat: 40.1234,
    lon: -45.6789,
    id,
    population: 1200,
    country: 'ARM',
    admin1: 'AM.10',
    zone: 'Asia/Yerevan',
    feature: 'P.PPL',
    bits: 0,
    forms: [{ key: placeKey(name), naming: NAMING.name, writing: WRITING.free }],
    ...more,
  });
  const small = openGazetteer(
    encodePack('test', [row('Aghavnadzor', 7), row('Tsapatagh', 0)], new Map([['reading', 1]])),
    'test',
  );
  const line = (id: number, name: string, kind = 'P\tPPL', country = 'AM'): string =>
    [
      id,
      name,
      name,
      `${name}i,Ձոր`,
      '40.2',
      '45.1',
      kind,
      country,
      '',
      '10',
      '',
      '',
      '',
      '55',
      '',
      '1900',
      'Asia/Yerevan',
      '2024-01-01',
    ].join('\t');

  test('what is packed comes out again', () => {
    expect(small.named('aghavnadzor')).toMatchObject([
      { name: 'Aghavnadzor', lat: 40.1234, lon: -45.6789, geonamesId: '7', country: 'ARM', key: 'gn:7' },
    ]);
    expect(small.named('Tsapatagh')[0]).not.toHaveProperty('geonamesId');
    expect(small.named('Tsapatagh')[0]!.key).toBe('40.12,-45.68:tsapatagh');
    expect(small.named('Reading')).toEqual([]);
  });

  test('a dump adds places and names, and counts what it leaves', async () => {
    const lines = [
      line(7, 'Aghavnadzoor'),
      line(8, 'Khachik'),
      line(9, 'Some Hotel', 'S\tHTL'),
      line(10, 'Gori', 'P\tPPL', 'GE'),
      'no dump',
      '',
    ];
    const { packed, ...counts } = await importDump(lines, small, { countries: ['AM'], label: 'AM.txt' });
    expect(counts).toEqual({ added: 1, joined: 1, passed: 2, bad: 1 });
    const joined = openGazetteer(packed, 'test');
    expect(joined.version).toBe('test, AM.txt');
    expect(joined.named('Khachik')).toMatchObject([{ geonamesId: '8', country: 'ARM', population: 55 }]);
    expect(joined.named('Khachiki')[0]!.key).toBe('gn:8');
    expect(joined.named('Aghavnadzoor')[0]!.key).toBe(joined.named('Aghavnadzor')[0]!.key);
    expect(joined.named('Gori')).toEqual([]);
  });

  test('another file is refused', () => {
    expect(() => loadGazetteer('/nowhere/places.bin.gz')).toThrow(/cannot be read/);
  });
});
