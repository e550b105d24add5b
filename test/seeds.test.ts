/**
 * The answer key to two real reports, where the local data folder stands beside the clone: what a careful analyst
 * records from them. Skipped, and said so, where it does not; the same behaviour is pinned elsewhere on texts of our own.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadLexicons } from '../src/lexicon/lexicons.ts';
import { codeReport, foldLedger, readReports, type Coded } from '../src/pipeline.ts';
import { judgeReport, judgeLedger, judgeMustNot, type AnswerKey } from './support/answer-key.ts';

const FOLDER = join(import.meta.dirname, '../../shared/seeds');
const KEY = join(FOLDER, 'answer-key.json');
const isThere = existsSync(KEY);
if (!isThere) process.stderr.write('seeds: skipped, there is no local data folder with the answer key\n');

describe.skipIf(!isThere)('answer key', () => {
  const key = (isThere ? JSON.parse(readFileSync(KEY, 'utf8')) : { reports: {} }) as AnswerKey;
  const coded = new Map<string, Coded>();
  for (const id of Object.keys(key.reports)) {
    const { reports } = readReports({ name: `${id}.txt`, bytes: readFileSync(join(FOLDER, `${id}.txt`)) });
    coded.set(id, codeReport(reports[0]!, loadLexicons()));
  }
  const ledger = () => foldLedger({ reports: [...coded.values()].map(({ card, records }) => ({ card, records })) });

  test.each(Object.keys(key.reports))('every line of article and times: %s', (id) => {
    const { article, times } = judgeReport(coded.get(id)!, key.reports[id]!);
    expect([...article, ...times].filter((line) => !line.right).map((line) => line.what)).toEqual([]);
  });

  test('at least 90 % of statements and records with all their slots', () => {
    const lines = Object.keys(key.reports).flatMap((id) => {
      const { statements, records } = judgeReport(coded.get(id)!, key.reports[id]!);
      return [...statements, ...records];
    });
    const wrong = lines.filter((line) => !line.right).map((line) => line.what);
    expect(wrong.length / lines.length, wrong.join('\n')).toBeLessThanOrEqual(0.1);
  });

  test('all of the ledger', () => {
    expect(
      judgeLedger(ledger(), key)
        .filter((line) => !line.right)
        .map((line) => line.what),
    ).toEqual([]);
  });

  test('nothing that must not be', () => {
    expect(
      judgeMustNot(ledger(), [...coded.values()])
        .filter((line) => !line.right)
        .map((line) => line.what),
    ).toEqual([]);
  });
});
