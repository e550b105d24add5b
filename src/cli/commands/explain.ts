/** `trucewatch explain`: of a file, which rule made which record from which words; of an entry, why it says what it says. */
import { existsSync, statSync } from 'node:fs';
import type { Lexicons } from '../../lexicon/lexicons.ts';
import type { Report } from '../../model/article.ts';
import { codeReport, explainEntry, readSource } from '../../pipeline.ts';
import { lexicons, print, printJson, remark, withStore, type StoreOptions } from '../context.ts';
import { inputsOf } from '../inputs.ts';
import { entryBy, wholeLedger } from '../moments.ts';
import { recordText } from '../record-text.ts';
import { explanationText } from '../explanation-text.ts';

export async function run(target: string, options: StoreOptions): Promise<void> {
  if (target === '-' || (existsSync(target) && !statSync(target).isDirectory())) return explainFile(target, options);
  await withStore(options, async (store) => {
    const ledger = await wholeLedger(store, options);
    const entry = entryBy(ledger, target);
    const records = new Map(
      (await store.records({ ids: entry.records.map((id) => id.split('~')[0]!) })).map((record) => [record.id, record]),
    );
    const texts = new Map<string, string>();
    for (const id of entry.reports) texts.set(id, (await store.report(id))?.text ?? '');
    const explanation = explainEntry(ledger, records, await store.decisions(), entry.id);
    if (options.json) return printJson(explanation);
    print(explanationText(explanation, texts));
  });
}

async function explainFile(file: string, options: StoreOptions): Promise<void> {
  const [input] = inputsOf([file]);
  const words = await lexicons(options);
  for await (const { reports, rejected } of readSource({ name: input!.name, source: input!.open() }))
    explainReports(reports, rejected, words, options);
}

function explainReports(
  reports: readonly Report[],
  rejected: readonly { message: string }[],
  words: Lexicons,
  options: StoreOptions,
): void {
  for (const { message } of rejected) remark(`trucewatch: ${message}`);
  for (const report of reports) {
    const { article, records, diagnostics } = codeReport(report, words);
    if (options.json) {
      printJson({ id: report.id, published: article.published, records, diagnostics });
      continue;
    }
    const { value, candidates, basis } = article.published;
    print(
      `${report.id}: ${value === undefined ? 'undated' : `published ${value}`}${candidates.length > 1 ? ` (also possible: ${candidates.filter((c) => c !== value).join(', ')})` : ''}`,
    );
    for (const { rule, start, end, note } of basis)
      print(
        `  ${rule}${start === undefined ? '' : `: “${report.text.slice(start, end)}”`}${note === undefined ? '' : ` ${note}`}`,
      );
    for (const record of records) print(`\n${recordText(record, report.text)}`);
    for (const { severity, rule, message } of diagnostics) print(`\n${severity}: ${message} [${rule}]`);
  }
}
