/** ACLED's fatalities: the killed of one act, where its own words count them; never a total, never one death twice. */
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { exportAs } from '../../src/export/export-as.ts';
import { lent, sourceIn, textOf } from '../support/export.ts';
import { testStore } from '../support/stores.ts';

type Cells = Record<string, string>;

const SHELLED = 'Azerbaijani forces shelled Jermuk on Sept 14';
const SAID = "Armenia's Defense Ministry said.";

/** The rows of the export, from one report for each text; with `isRejected` people have said no to every toll. */
async function rowsFrom(texts: readonly string[], isRejected = false): Promise<Cells[]> {
  const opened = await testStore('sqlite');
  const { store } = opened;
  try {
    const reports = texts.map((text, at) => ({
      id: `report-${at}`,
      text: `Night on the border\n\nYEREVAN, Sept 15 (Sample Wire) - ${text}`,
      published: '2022-09-15',
      outlet: 'Sample Wire',
    }));
    let source = await sourceIn(store, reports);
    const tolls = source.ledger.entries.filter(({ kind }) => kind === 'toll').flatMap((entry) => entry.records);
    for (const { id, report, spans } of isRejected ? await source.records(tolls) : [])
      await store.addDecision({
        id: `no-${id}`,
        type: 'reject',
        target: { report, kind: 'toll', spans },
        why: 'of another village',
        by: 'ana',
        at: '2022-09-20T12:00:00Z',
      });
    if (isRejected) source = await lent(store);
    return parse(await textOf(exportAs('acled', source)), { columns: true }) as Cells[];
  } finally {
    await opened.remove();
  }
}

const told = (rows: readonly Cells[]): unknown =>
  rows
    .filter((row) => row['tw_tolls'] !== '')
    .map((row) => [row['location'], row['fatalities'], row['tw_killed_low'], row['tw_killed'], row['tw_killed_high']]);

describe('fatalities', () => {
  test.each([
    ['among the losses of an act', `${SHELLED}, killing two civilians, ${SAID}`, ['Jermuk', '2', '2', '2', '2']],
    ['a lower bound', `${SHELLED}, killing at least two civilians, ${SAID}`, ['Jermuk', '2', '2', '2', '']],
    ['nought that is said', `${SHELLED}, killing 0 civilians, ${SAID}`, ['Jermuk', '0', '0', '0', '0']],
    [
      'the killing is the act',
      `Azerbaijani troops killed two Armenian soldiers near Kapan on Sept 14, ${SAID}`,
      ['Kapan', '2', '2', '2', '2'],
    ],
  ])('%s', async (_, text, row) => expect(told(await rowsFrom([text]))).toEqual([row]));

  test('of an act at several places stand beside it, and are summed at none', async () => {
    const rows = await rowsFrom([
      `Azerbaijani forces shelled Jermuk and Goris on Sept 14, killing two civilians, ${SAID}`,
    ]);
    expect(told(rows)).toEqual([
      ['Jermuk', '', '2', '2', '2'],
      ['Goris', '', '2', '2', '2'],
    ]);
  });

  test('are left open where two counts differ and no side tells that they are of others', async () => {
    const rows = await rowsFrom([
      `${SHELLED}, killing at least two civilians, ${SAID}`,
      `${SHELLED}, killing three civilians, ${SAID}`,
    ]);
    expect(told(rows)).toEqual([['Jermuk', '', '', '', '']]);
    expect(rows.find((row) => row['tw_tolls'] !== '')!['tw_tolls']!.split('; ')).toHaveLength(2);
  });

  test('are no total that only stands near the act', async () => {
    const text = `Armenia's Defense Ministry said 105 soldiers had been killed since Azerbaijani forces shelled Goris on Sept 13.`;
    const rows = await rowsFrom([text]);
    expect(rows.map((row) => row['location'])).toContain('Goris');
    expect(told(rows)).toEqual([]);
  });

  test('go with the toll that people rejected', async () => {
    const rows = await rowsFrom([`${SHELLED}, killing two civilians, ${SAID}`], true);
    expect(rows.map((row) => row['location'])).toContain('Jermuk');
    expect(told(rows)).toEqual([]);
  });
});
