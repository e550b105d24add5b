/** Outlets are told from an index: they must be what going through all reports tells. */
import { expect, test } from 'vitest';
import type { ReportLine } from '../../src/model/lines.ts';
import type { NewReport } from '../../src/store/store.ts';
import { sampleReports, storeReports } from '../support/samples.ts';
import { DIALECTS, testStore } from '../support/stores.ts';

/** The report under another id, outlet and date. */
function like(one: NewReport, id: string, outlet: string | undefined, published: string | undefined): NewReport {
  const hash = id.padEnd(64, '0');
  const { outlet: _, ...card } = one.card;
  const dated = { ...card.published, value: published };
  return {
    ...one,
    id,
    hash,
    records: [],
    card: { ...card, id, ...(outlet !== undefined && { outlet }), published: dated },
  } as NewReport;
}

/** First and last date and number of the reports of each outlet, most first; of as many, the unnamed ones first. */
function gathered(lines: readonly ReportLine[]) {
  return [...Map.groupBy(lines, ({ outlet }) => outlet ?? 'unknown')]
    .map(([name, own]) => {
      const dates = own
        .flatMap(({ published }) => published.value ?? [])
        .map((value) => (value.includes('T') ? new Date(value).toISOString().replace('.000', '') : value))
        .toSorted();
      return { name, reports: own.length, ...(dates.length > 0 && { first: dates[0], last: dates.at(-1) }) };
    })
    .toSorted((a, b) => b.reports - a.reports || (orderOf(a.name) < orderOf(b.name) ? -1 : 1));
}

const orderOf = (name: string): string => (name === 'unknown' ? '' : name);

test.each(DIALECTS)('outlets in %s', async (dialect) => {
  const opened = await testStore(dialect);
  const { store } = opened;
  const [one, ...rest] = await sampleReports();
  expect(await store.outlets()).toEqual([]);
  await storeReports(store, [
    one!,
    ...rest,
    like(one!, 'unnamed', undefined, '2022-09-13'),
    like(one!, 'undated', 'Ärzte am Fluss', undefined),
    like(one!, 'alone', 'A', '2022-09-14T01:00:00Z'),
  ]);
  const { rows } = await store.reportLines({ limit: 100 });
  const told = (await store.outlets()).map(({ name, reports, first, last }) => ({
    name,
    reports,
    ...(first !== undefined && { first, last }),
  }));
  expect(told).toEqual(gathered(rows));
  expect(told.map(({ name }) => name)).toEqual(expect.arrayContaining(['unknown', 'Ärzte am Fluss', 'A']));
  await opened.remove();
});
