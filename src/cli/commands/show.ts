/** `trucewatch show`: a report with its records, or an entry with all its readings and their words. */
import type { Entry, Reading } from '../../model/ledger.ts';
import type { Store, StoredReport } from '../../store/store.ts';
import { print, printJson, withStore, type StoreOptions } from '../context.ts';
import { entryBy, moment, spoken, wholeLedger } from '../moments.ts';
import { publishedText } from '../published-text.ts';
import { recordText } from '../record-text.ts';
import { historyText, versionHistory } from '../version-history.ts';
import { wrap } from '../text.ts';

export async function run(id: string, options: StoreOptions): Promise<void> {
  await withStore(options, async (store) => {
    const report = await store.report(id);
    if (report !== undefined) return showReport(store, report, options);
    const [record] = await store.records({ ids: [id] });
    if (record !== undefined) {
      if (options.json) return printJson(record);
      const text = (await store.report(record.report))?.text ?? '';
      return print(`${recordText(record, text)}\n  in report ${record.report}`);
    }
    const ledger = await wholeLedger(store, options);
    const entry = entryBy(ledger, id);
    if (options.json) return printJson({ entry, truce: ledger.truces.find((t) => t.id === entry.id) ?? null });
    print(await entryText(store, entry));
  });
}

async function showReport(store: Store, report: StoredReport, options: StoreOptions): Promise<void> {
  const records = await store.records({ report: report.id });
  const history = await versionHistory(store, report.id);
  if (options.json) return printJson({ ...report, records, ...(history !== undefined && { history }) });
  const { article, card } = report;
  print(
    [
      card.headline,
      `  ${card.outlet ?? 'unknown outlet'}, ${publishedText(article.published)}   from ${report.origin}`,
      '',
    ].join('\n'),
  );
  for (const { start, end } of article.paragraphs) print(`${wrap(report.text.slice(start, end))}\n`);
  for (const record of records) print(`${recordText(record, report.text)}\n`);
  for (const { severity, message, help } of report.diagnostics)
    print(`${severity}: ${message}${help === undefined ? '' : ` ${help}`}`);
  if (history !== undefined) print(historyText(history));
}

async function entryText(store: Store, entry: Entry): Promise<string> {
  const texts = new Map<string, string>();
  for (const id of entry.reports) texts.set(id, (await store.report(id))?.text ?? '');
  const lines = [`${entry.kind}: ${spoken(entry.title)}`, `  ${entry.id}`];
  for (const slot of entry.slots)
    for (const reading of slot.readings) lines.push(`  ${slot.name}: ${reading.label}`, ...wordsOf(reading, texts));
  const { corroboration } = entry;
  lines.push(
    `  corroboration: ${corroboration.step}`,
    ...corroboration.reached.map((r) => `    ${r.step}: ${r.reason}`),
  );
  for (const origin of corroboration.deniedBy) lines.push(`    denied by ${origin.name}`);
  for (const difference of entry.differences)
    lines.push(
      `  ${difference.type} in ${difference.slot}: ${difference.readings.map(({ label }) => label).join(' | ')}. ${difference.reason}`,
    );
  for (const link of entry.links) lines.push(`  ${link.type} ${link.entry}: ${spoken(link.reason)}`);
  for (const join of entry.joins)
    lines.push(`  joined ${join.a.slice(0, 8)} with ${join.b.slice(0, 8)} by ${join.rule}: ${join.reason}`);
  for (const record of entry.records) lines.push(`  record ${record}`);
  for (const decision of (await store.decisions()).filter(({ id }) => entry.decisions.includes(id)))
    lines.push(`  ${decision.type} by ${decision.by}, ${moment(decision.at)}: ${decision.why}`);
  return lines.join('\n');
}

function wordsOf(reading: Reading, texts: ReadonlyMap<string, string>): string[] {
  return reading.evidence.flatMap(({ report, spans, rule }) => {
    const words = spans
      .map(({ start, end }) => `“${(texts.get(report) ?? '').slice(start, end).replaceAll(/\s+/g, ' ')}”`)
      .join(' … ');
    return [`      ${rule === undefined ? 'said' : `inferred by ${rule}`} in ${report}: ${words}`];
  });
}
