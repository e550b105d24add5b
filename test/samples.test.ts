/** What a careful ledger makes of the bundled sample reports: September 2022, from opposed sides. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCountries } from '../src/lexicon/countries.ts';
import { loadLexicons } from '../src/lexicon/lexicons.ts';
import { loadSituations } from '../src/lexicon/situations.ts';
import type { CodedReport, Entry, Ledger } from '../src/model/ledger.ts';
import { codeReport, foldLedger, readReports } from '../src/pipeline.ts';

const FOLDER = join(import.meta.dirname, '../examples/reports');
const reports: CodedReport[] = readdirSync(FOLDER)
  .sort()
  .flatMap((file) => readReports({ name: file, bytes: readFileSync(join(FOLDER, file)) }).reports)
  .map((report) => {
    const { card, records } = codeReport(report, loadLexicons());
    return { card, records };
  });
const names = Object.fromEntries(readCountries().map(({ code, name }) => [code, name]));
const fold = (asOf?: string): Ledger =>
  foldLedger({ reports, situations: loadSituations(), names }, asOf === undefined ? {} : { asOf });
const ledger = fold();

const of = (kind: string, from: Ledger = ledger): Entry[] => from.entries.filter((entry) => entry.kind === kind);
const values = (entry: Entry, slot: string): unknown[] =>
  entry.slots.find(({ name }) => name === slot)?.readings.map(({ value }) => value) ?? [];
const labels = (entry: Entry, slot: string): string[] =>
  entry.slots.find(({ name }) => name === slot)?.readings.map(({ label }) => label) ?? [];
const truceFrom = (effective: string, from: Ledger = ledger) =>
  from.truces.find(({ effectiveFrom }) => effectiveFrom === effective);

const FIRST = '2022-09-13T06:00:00Z';
const SECOND = '2022-09-14T16:00:00Z';

describe('truces', () => {
  test('there are two, and each has its fate', () => {
    // Beside the two stands the instrument of 2020, which is still in force
    const standing = ledger.truces.filter(({ effectiveFrom = '' }) => effectiveFrom < '2022');
    const ceasefires = ledger.truces.filter((truce) => !standing.includes(truce));
    expect(standing.map(({ effectiveFrom }) => effectiveFrom?.slice(0, 10))).toEqual(['2020-11-09']);
    expect(ceasefires.map(({ effectiveFrom }) => effectiveFrom)).toEqual([FIRST, SECOND]);
    for (const truce of ceasefires) expect([...truce.parties].sort()).toEqual(['ARM', 'AZE']);
    const [first, second] = [truceFrom(FIRST)!, truceFrom(SECOND)!];
    expect(first.status).toBe('superseded');
    expect(first.supersededBy).toBe(second.id);
    expect(first.breaches.length).toBeGreaterThan(0);
    expect(second.status).toBe('contested');
    expect(second.breaches).toHaveLength(1);
  });

  test('the first was doubted within minutes, before anybody spoke of a second', () => {
    // A report that tells its day alone is known once that day is over
    const then = truceFrom(FIRST, fold('2022-09-13T21:00:00Z'))!;
    expect(['contested', 'broken']).toContain(then.status);
    expect(then.breaches.length).toBeGreaterThan(0);
  });

  test('the second was announced by one side, and nothing was alleged until the 22nd', () => {
    const then = truceFrom(SECOND, fold('2022-09-20T12:00:00Z'))!;
    expect(['in force, nothing alleged', 'announced']).toContain(then.status);
    expect(then.reasons.some(({ text }) => /announced by Armenia/.test(text))).toBe(true);
    expect(then.breaches).toEqual([]);
  });
});

describe('the night of 12 to 13 September', () => {
  const shelling = of('incident').filter(
    (entry) => labels(entry, 'places').some((place) => /Jermuk/.test(place)) && (entry.latest ?? '') <= FIRST,
  );

  test('the shelling precedes both truces and bears on the standing one of 2020', () => {
    expect(shelling.length).toBeGreaterThan(0);
    const breaches = new Set([truceFrom(FIRST)!, truceFrom(SECOND)!].flatMap((truce) => truce.breaches));
    const standing = of('agreement').find((entry) => values(entry, 'signed').includes('2020-11-09'))!;
    for (const entry of shelling) {
      expect(breaches.has(entry.id), entry.title).toBe(false);
      expect(
        entry.links.filter(({ type }) => type === 'bears on').map(({ entry: to }) => to),
        entry.title,
      ).toContain(standing.id);
    }
  });

  test('two opposed accusations, each denied, none a fact', () => {
    const accusers = new Set(
      of('incident')
        .filter(({ earliest = '' }) => earliest < FIRST && earliest > '2022-09-11')
        .flatMap((entry) => entry.corroboration.origins.map(({ side }) => side)),
    );
    expect(accusers.has('ARM') && accusers.has('AZE')).toBe(true);
    // Each side tells of its own answer; of what the other did, neither has more than its own word
    const byOthers = of('incident').filter((entry) => {
      const accused = values(entry, 'perpetrators').map((code) => String(code).slice(0, 3));
      return entry.corroboration.origins.some(({ side }) => !accused.includes(side));
    });
    for (const entry of byOthers)
      expect(['third party confirms', 'verified', 'other party admits'], entry.title).not.toContain(
        entry.corroboration.step,
      );
    const denied = of('incident').filter((entry) => entry.corroboration.deniedBy.length > 0);
    expect(
      new Set(denied.flatMap((entry) => entry.corroboration.deniedBy.map(({ side }) => side))).size,
    ).toBeGreaterThanOrEqual(2);
  });
});

test('the statement dated the 9th and the 10th of November 2020 is one, with two namings', () => {
  const dated = of('agreement').filter((entry) =>
    values(entry, 'signed').some((signed) => String(signed).startsWith('2020-11')),
  );
  expect(dated).toHaveLength(1);
  expect(values(dated[0]!, 'signed')).toEqual(expect.arrayContaining(['2020-11-09', '2020-11-10']));
  expect(dated[0]!.differences.some(({ type, slot }) => type === 'naming' && slot === 'signed')).toBe(true);
});

describe('tolls', () => {
  const killed = (side: string): number[] =>
    of('toll')
      .filter((entry) => values(entry, 'side').some((value) => String(value).startsWith(side)))
      .flatMap((entry) =>
        values(entry, 'killed').map(
          (value) => (value as { low?: number; best?: number }).best ?? (value as { low?: number }).low ?? 0,
        ),
      );

  test('grow on the Armenian side', () => {
    expect(killed('ARM')).toEqual(expect.arrayContaining([49, 105]));
  });

  test('differ on the Azerbaijani side, and the difference is shown', () => {
    expect(killed('AZE')).toEqual(expect.arrayContaining([50, 71]));
    const differences = of('toll').flatMap((entry) =>
      entry.differences.filter(({ slot, type }) => slot === 'killed' && type === 'contradiction'),
    );
    expect(
      differences.some(({ readings }) =>
        ['50', '71'].every((count) => readings.some(({ label }) => label.includes(count))),
      ),
    ).toBe(true);
  });
});

test('Armenia asks Russia, the CSTO and the UN Security Council', () => {
  const asked = of('request')
    .filter((entry) => values(entry, 'requester').some((code) => String(code).startsWith('ARM')))
    .flatMap((entry) => labels(entry, 'addressee'))
    .join(' ');
  expect(asked).toMatch(/Russia/);
  expect(asked).toMatch(/CSTO|Collective Security Treaty/);
  expect(asked).toMatch(/Security Council/);
});

describe('agenda', () => {
  const find = (from: Ledger, words: RegExp) => from.agenda.filter(({ title }) => words.test(title));

  test('on the 13th at noon the council of the evening is due', () => {
    expect(
      find(fold('2022-09-13T12:00:00Z'), /Collective Security Council|CSTO/).some(
        ({ outcome, earliest }) => outcome === 'due' && earliest === '2022-09-13T15:30:00Z',
      ),
    ).toBe(true);
  });

  test('on the 15th the council is kept and the meeting in Samarkand still due', () => {
    const then = fold('2022-09-15T06:00:00Z');
    expect(find(then, /Collective Security Council/).some(({ outcome }) => outcome === 'kept')).toBe(true);
    expect(find(then, /Samarkand|Shanghai/).some(({ outcome }) => outcome === 'due' || outcome === 'open')).toBe(true);
  });

  test('on the 22nd the summit and the talks were held, and the report of the autumn is open', () => {
    const then = fold('2022-09-22T23:00:00Z');
    expect(find(then, /Samarkand|Shanghai/).every(({ outcome }) => outcome === 'kept')).toBe(true);
    expect(
      then.agenda.some(({ title, outcome }) => /report/i.test(title) && (outcome === 'open' || outcome === 'due')),
    ).toBe(true);
  });
});
