/** A Report with its parts told apart: furniture, headline, deck, dateline, paragraphs, sign-off, date and language. Last step of `read`. */
import { loadWireWords, type WireWords } from '../lexicon/wire-words.ts';
import type { Article, Published, Report } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { quote, type Quote, type Span } from '../model/span.ts';
import { blocksOf } from './article/blocks.ts';
import { isChrome } from './article/furniture.ts';
import { headOf, type Head } from './article/head.ts';
import { headlineSource } from './article/headline-source.ts';
import { languageOf } from './article/language.ts';
import { endingOf, type Ending } from './article/sign-off.ts';
import { dateArticle } from './dating/date-article.ts';
import { stampOf } from './stamp.ts';

export interface ArticleOptions {
  /** ISO date or instant after which the report cannot have come out: when it was captured. */
  readonly notAfter?: string;
  readonly words?: WireWords;
}

/**
 * Parses the form of a wire report. Every span points into `report.text`; what is in no part was white space.
 * @example parseArticle(report).dateline?.place // 'Kabul'
 */
export function parseArticle(report: Report, options: ArticleOptions = {}): Article {
  const { text } = report;
  const words = options.words ?? loadWireWords();
  const blocks = blocksOf(text);
  const head = headOf(report, blocks, words);
  const ending = endingOf(text, blocks, head.first, words);
  const chrome: Span[] = [...head.chrome];
  const paragraphs = bodyOf(text, blocks, head, ending, words, chrome);
  const published = datePublished(report, head, paragraphs, options.notAfter ?? report.captured);
  const outlet = report.outlet ?? head.dateline?.agency ?? ending.holder;
  const headline = head.headline && quote(text, head.headline);
  const source = head.headline && headlineSource(text, head.headline, words);
  return {
    report,
    text,
    headline,
    headlineSource: source && quote(text, source),
    deck: head.deck && quote(text, head.deck),
    dateline: head.dateline && settle(head.dateline, published),
    byline: head.byline && quote(text, head.byline),
    slugs: quotes(text, head.slugs),
    chrome: quotes(text, chrome),
    signOff: ending.signOff && quote(text, ending.signOff),
    paragraphs,
    published,
    language: languageOf(text, paragraphs.length > 0 ? paragraphs : blocks),
    outlet,
    diagnostics: isUnread(report, published) ? [...report.diagnostics, unreadDate(report)] : report.diagnostics,
  };
}

/** Metadata that state a date in a way that can be read in two ways, or in none, date nothing. */
const isUnread = ({ published }: Report, { basis }: Published): boolean =>
  published !== undefined && !basis.some(({ rule }) => rule === 'metadata-date');

const unreadDate = ({ published = '' }: Report): Diagnostic => ({
  rule: 'unread-date',
  severity: 'warning',
  message: `"${published.slice(0, 60)}" is no date that can be read in one way; it was left out.`,
  help: 'Give the date as YYYY-MM-DD.',
});

const quotes = (text: string, spans: readonly Span[]): Quote[] => spans.map((span) => quote(text, span));

function bodyOf(
  text: string,
  blocks: readonly Span[],
  head: Head,
  ending: Ending,
  words: WireWords,
  chrome: Span[],
): Span[] {
  const paragraphs: Span[] = [];
  for (let i = head.first; i < blocks.length; i++) {
    const block = blocks[i] as Span;
    const isLast = i === ending.first - 1;
    const start = i === head.first ? head.bodyStart : block.start;
    const end = isLast ? (ending.lastEnd ?? block.end) : block.end;
    if (end <= start) continue;
    if (i >= ending.first ? isChrome(text, block, words) : i > head.first && isChrome(text, block, words))
      chrome.push({ start, end });
    else if (i < ending.first) paragraphs.push({ start, end });
  }
  return paragraphs;
}

function datePublished(
  report: Report,
  head: Head,
  paragraphs: readonly Span[],
  notAfter: string | undefined,
): Published {
  const { text, published, publishedFrom, url } = report;
  const { dateline } = head;
  const bodySpan = { start: paragraphs[0]?.start ?? 0, end: paragraphs.at(-1)?.end ?? text.length };
  return dateArticle({
    text,
    bodySpan,
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published: stampOf(published) ?? published }),
    ...(publishedFrom !== undefined && { publishedFrom }),
    ...(dateline !== undefined && {
      dateline: {
        start: dateline.start,
        end: dateline.end,
        ...(dateline.date !== undefined && { date: dateline.date }),
      },
    }),
    ...(notAfter !== undefined && { notAfter }),
  });
}

/** The year of a dateline is settled once the report is dated. */
function settle(dateline: NonNullable<Head['dateline']>, published: Published): NonNullable<Head['dateline']> {
  const day = published.value?.slice(0, 10);
  if (day === undefined || day.length < 10 || dateline.date?.startsWith('--') !== true) return dateline;
  const year = nearestYear(dateline.date, day);
  return year === undefined ? dateline : { ...dateline, date: `${year}${dateline.date.slice(1)}` };
}

/** A report comes out on the day of its dateline, or some days later: 2 January for "Dec 31". */
function nearestYear(monthDay: string, day: string): string | undefined {
  const at = Date.parse(`${day}T00:00:00Z`);
  const year = Number(day.slice(0, 4));
  for (const candidate of [year, year - 1, year + 1]) {
    const days = (at - Date.parse(`${candidate}${monthDay.slice(1)}T00:00:00Z`)) / 86_400_000;
    if (days >= -2 && days <= 7) return String(candidate);
  }
  return undefined;
}
