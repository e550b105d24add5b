/** The bundle without private names: texts are masked in place, raw bytes become the masked text. */
import type { ReportCard } from '../../model/ledger.ts';
import type { BundleReport, BundleSource } from '../bundle/bundle-source.ts';
import type { ExportSource } from '../source.ts';
import { mapStrings, masked, namesAt, patternOf, type PrivateWords, withheld } from './private-words.ts';

export const redactBundle = (
  whole: BundleSource,
  source: Pick<ExportSource, 'privateNames'>,
  wordsIn: (reports: readonly string[]) => PrivateWords,
): BundleSource => ({
  ...whole,
  redacted: true,
  async *reports() {
    for await (const report of whole.reports()) {
      // Reports that no entry rests on are looked through here
      const spans = (await source.privateNames([report.id]))[report.id] ?? [];
      yield without(report, wordsIn([report.id]) ?? patternOf(namesAt(report.article.text, spans)));
    }
  },
  // What could not be read cannot be looked through either
  async *rejects() {},
});

function without(report: BundleReport, words: PrivateWords): BundleReport {
  if (words === undefined) return { ...report, raw: new TextEncoder().encode(report.article.text) };
  const text = masked(report.article.text, words);
  const article = mapStrings(report.article, (value) => masked(value, words));
  return {
    ...report,
    article,
    mediaType: 'text/plain',
    card: cardWithout(report.card, words),
    records: mapStrings(report.records, (value) => withheld(value, words)),
    diagnostics: mapStrings(report.diagnostics, (value) => withheld(value, words)),
    raw: new TextEncoder().encode(text),
  };
}

/** Stories are compared by words and names: those of private persons are taken out. */
function cardWithout(card: ReportCard, words: RegExp): ReportCard {
  const isPrivate = (text: string): boolean => new RegExp(words.source, 'iu').test(text);
  const { features } = card;
  return {
    ...card,
    headline: masked(card.headline, words),
    features: {
      ...features,
      terms: Object.fromEntries(Object.entries(features.terms).filter(([term]) => !isPrivate(term))),
      names: features.names.filter((name) => !isPrivate(name)),
      ...(features.proper && { proper: features.proper.filter((term) => !isPrivate(term)) }),
      ...(features.lead && { lead: features.lead.filter((term) => !isPrivate(term)) }),
    },
  };
}
