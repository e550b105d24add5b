/**
 * The way of a report: bytes in, records out. The stages are strangers to each other; this page is the only place
 * where they meet, and the one to read first.
 */
import { createHash } from 'node:crypto';
import { featuresOf, gistsOf } from './annotate/features.ts';
import { findInstruments } from './annotate/instruments/find-instruments.ts';
import { findNames } from './annotate/names/find-names.ts';
import { findPlaces } from './annotate/places/find-places.ts';
import { findQuantities } from './annotate/quantities/find-quantities.ts';
import { segment } from './annotate/segment.ts';
import { findStatements } from './annotate/statements/find-statements.ts';
import type { Step } from './annotate/step.ts';
import { parseSyntax } from './annotate/syntax/parse-syntax.ts';
import { findTimes } from './annotate/times/find-times.ts';
import { findWeapons } from './annotate/weapons/find-weapons.ts';
import { codeDoc, codeDocs } from './code/code-doc.ts';
import type { Lexicons } from './lexicon/lexicons.ts';
import type { Article, Report } from './model/article.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Doc } from './model/doc.ts';
import type { ReportCard } from './model/ledger.ts';
import type { CodedRecord, PloverView } from './model/record.ts';
import { parseArticle } from './read/article.ts';

export {
  correctable,
  correctionValue,
  diffLedgers,
  explainEntry,
  foldLedger,
  unattachedIn,
  type Explanation,
  type LedgerChange,
} from './ledger/ledger.ts';
// A ledger that is kept up to date: the state takes reports and decisions, `takeDelta` tells a store what to write
export { addDecision, addReports, createLedgerState, ledgerOf, removeReport, setDecisions } from './ledger/ledger.ts';
export { takeDelta, trackChanges, type LedgerState } from './ledger/ledger.ts';
export type { LedgerDelta } from './model/ledger.ts';
export { clusterStories } from './ledger/stories/cluster.ts';
export { codedJson } from './code/coded-json.ts';
export { FORMATS, READABLE_EXTENSIONS, readReports, SOURCE_EXTENSIONS, type Format } from './read/read.ts';
export { readSource, type Gate, type ReadOptions } from './read/source.ts';
export { feedRecord } from './read/feed/adapt.ts';
export { declared, readFeed, type Feed } from './read/feed/parse.ts';
export { readListing, type Listing } from './read/listing/parse.ts';
export { readSitemap, type Sitemap } from './read/sitemap/parse.ts';
export type { ColumnMap, Dropped } from './read/format.ts';
export { GATES, type GateWidth } from './read/gate/gate.ts';
export { ByteStream, type ByteSource } from './read/byte-stream.ts';
export { tarEntries } from './read/tar/parse.ts';
export { codeDoc, parseArticle, segment };

/** Changes whenever the same report could give other records. */
const CODER = '0.1.0';

/** The steps of `annotate` in running order, by name. */
export const STEPS: readonly (readonly [name: string, step: Step])[] = [
  ['syntax', parseSyntax],
  ['times', findTimes], // before names: "May" and "Sunday" are no persons once they are times
  ['names', findNames], // after syntax: titles and appositions are phrases
  ['places', findPlaces], // after names: "Washington said" is a government, "the Washington Post" a paper
  ['instruments', findInstruments], // after times and names: date and parties are part of what an instrument is called
  ['weapons', findWeapons],
  ['quantities', findQuantities], // after times: "13 September" counts nothing
  ['statements', findStatements], // last: its sources are actors
];

/** All that was made of one report. */
export interface Coded {
  readonly article: Article;
  readonly doc: Doc;
  readonly records: readonly CodedRecord[];
  readonly events: readonly PloverView[];
  readonly card: ReportCard;
  readonly diagnostics: readonly Diagnostic[];
}

/** Codes one report. A function of the report, the lexicons and this version of the coder, and of nothing else. */
export const codeReport = (report: Report, lexicons: Lexicons): Coded => codeBatch([report], lexicons)[0]!;

/** Reports that go through the steps together: more save nothing, and each holds its annotations until all are done. */
export const BATCH = 32;
/** …and no more text than this, in UTF-16 units. */
const BATCH_TEXT = 200_000;

/**
 * Codes reports in their order, each as `codeReport` does, in a third less time: a step reads a batch before the next
 * step begins, so that the step's code stays in the processor's cache.
 */
export function* codeReports(reports: Iterable<Report>, lexicons: Lexicons): Generator<Coded> {
  let batch: Report[] = [];
  let size = 0;
  for (const report of reports) {
    batch.push(report);
    size += report.text.length;
    if (batch.length < BATCH && size < BATCH_TEXT) continue;
    yield* codeBatch(batch, lexicons);
    [batch, size] = [[], 0];
  }
  yield* codeBatch(batch, lexicons);
}

function codeBatch(reports: readonly Report[], lexicons: Lexicons): Coded[] {
  const docs = annotateAll(
    reports.map((report) => parseArticle(report)),
    lexicons,
  );
  const results = codeDocs(docs, lexicons);
  return docs.map((doc, at) => {
    const { article } = doc;
    const { records, events, diagnostics } = results[at]!;
    return {
      article,
      doc,
      records,
      events,
      card: cardOf(doc, records, lexicons),
      diagnostics: [...article.diagnostics, ...doc.diagnostics, ...diagnostics],
    };
  });
}

/** An article with sentences, clauses and mentions. */
export const annotate = (article: Article, lexicons: Lexicons): Doc => annotateAll([article], lexicons)[0]!;

function annotateAll(articles: readonly Article[], lexicons: Lexicons): Doc[] {
  const docs = articles.map((article) => segment(article, lexicons));
  for (const [, step] of STEPS) for (const [at, doc] of docs.entries()) docs[at] = step(doc, lexicons);
  return docs;
}

/** Version of coder and lexicons: two reports coded under one version can be compared. */
export const coderVersion = ({ version }: Lexicons): string => `${CODER}+${version.slice(0, 12)}`;

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** What the ledger needs to know of the report. */
function cardOf(doc: Doc, records: readonly CodedRecord[], lexicons: Lexicons): ReportCard {
  const { article } = doc;
  const { report } = article;
  const name = article.outlet ?? article.dateline?.agency;
  const outlet = name === undefined ? undefined : lexicons.outletNames.get(name.toLowerCase());
  return {
    id: report.id,
    hash: report.hash,
    headline: article.headline?.text ?? report.title ?? firstWords(doc),
    published: article.published,
    slugs: article.slugs.map((slug) => slug.text),
    language: article.language,
    ...(!lexicons.languages.has(article.language) && { notCoded: 'language' as const }),
    features: featuresOf(doc),
    gists: gistsOf(
      doc,
      records.filter((record) => record.kind === 'statement'),
    ),
    ...(article.headline !== undefined && {
      headlineSpan: { start: article.headline.start, end: article.headline.end },
    }),
    ...(name !== undefined && { outlet: outlet?.name ?? name }),
    ...(outlet !== undefined && { outletKey: outlet.id, outletCountry: outlet.country }),
    ...(outlet?.affiliation !== undefined && { outletAffiliation: outlet.affiliation }),
    ...(report.url !== undefined && { url: report.url }),
  };
}

/** A report without a headline is called by its first words. */
function firstWords({ text, sentences }: Doc): string {
  const first = sentences[0];
  return first === undefined
    ? text.slice(0, 80)
    : text.slice(first.start, Math.min(first.end, first.start + 120)).replaceAll(/\s+/g, ' ');
}
