/** What an outlet changes at the address of its report is its own correction, not another voice. */
import { describe, expect, test } from 'vitest';
import { loadLexicons } from '../../src/lexicon/lexicons.ts';
import type { CodedReport } from '../../src/model/ledger.ts';
import { codeReport, foldLedger, readReports } from '../../src/pipeline.ts';

function version(id: string, killed: string, replaces?: readonly string[]): CodedReport {
  const text = `Goma shelled\n\nMortar shells fell on the town of Goma on Tuesday. ${killed} soldiers were killed, the Congolese army said.`;
  const line = JSON.stringify({ id, text, published: '2022-09-20', outlet: 'Hill Radio' });
  const { reports } = readReports({ name: 'x', bytes: new TextEncoder().encode(line), input: 'jsonl' });
  const { card, records } = codeReport(reports[0]!, loadLexicons());
  return { card: replaces === undefined ? card : { ...card, replaces }, records };
}

const fold = (...reports: readonly CodedReport[]) => {
  const { entries, stories } = foldLedger({ reports });
  const toll = entries.find(({ kind }) => kind === 'toll')!;
  return {
    title: toll.title,
    types: toll.differences.map(({ type }) => type),
    chains: stories.flatMap((s) => s.chains),
  };
};

describe('two wordings under one name', () => {
  test('of two reports contradict each other', () => {
    expect(fold(version('a', 'Five'), version('b', 'Seven')).types).toEqual(['contradiction']);
  });

  test('of one report are an update, and the later one holds, whatever the order of arrival', () => {
    const [first, second] = [version('a', 'Five'), version('b', 'Seven', ['a'])];
    const ledger = fold(first, second);
    expect(ledger.types).toEqual(['update']);
    expect(ledger.title).toContain('7 killed');
    expect(ledger.chains).toMatchObject([{ from: 'a', to: 'b', type: 'update' }]);
    expect(fold(second, first)).toEqual(ledger);
  });

  test('over three versions the last one holds', () => {
    const ledger = fold(version('a', 'Five'), version('b', 'Seven', ['a']), version('c', 'Nine', ['a', 'b']));
    expect(ledger.title).toContain('9 killed');
    expect(new Set(ledger.types)).toEqual(new Set(['update']));
    expect(ledger.chains.map(({ from, to }) => `${from}>${to}`)).toEqual(['a>b', 'b>c']);
  });
});
