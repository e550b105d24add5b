/** The entries as JSON lines: each as the ledger has it, with the words of every span and the cards of its reports. */
import type { Entry, Evidence } from '../model/ledger.ts';
import { backed, type Backed } from './batch.ts';
import { selectEntries } from './select.ts';
import type { ExportOptions, ExportSource } from './source.ts';
import { wordsOf } from './words.ts';

export async function* exportJsonl(source: ExportSource, options: ExportOptions): AsyncIterable<string> {
  const entries = selectEntries(source.ledger, options);
  for await (const one of backed(source, entries)) yield `${JSON.stringify(lineOf(one))}\n`;
}

function lineOf({ entry, reports }: Backed): unknown {
  const quoted = (evidence: Evidence) => ({ ...evidence, words: wordsOf(evidence, reports) });
  const sources = entry.reports.flatMap((id) => reports.get(id) ?? []);
  return {
    ...withWords(entry, quoted),
    sources: sources.map(({ id, card, coder }) => ({
      id,
      hash: card.hash,
      headline: card.headline,
      outlet: card.outlet,
      url: card.url,
      published: card.published.value,
      language: card.language,
      coder,
    })),
  };
}

const withWords = (entry: Entry, quoted: (evidence: Evidence) => unknown): object => ({
  ...entry,
  slots: entry.slots.map(({ name, readings }) => ({
    name,
    readings: readings.map((reading) => ({ ...reading, evidence: reading.evidence.map(quoted) })),
  })),
});
