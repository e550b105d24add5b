/** A page to a Report: the article's words as plain text, with the way back to the page. Nothing of the page is ever run. */
import type { Report } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { decode, latin1 } from '../decode.ts';
import { charsetOf } from '../detect.ts';
import {
  DEFAULT_MAX_TEXT,
  nothingBut,
  rejected,
  single,
  tooLarge,
  type ReadInput,
  type ReadResult,
} from '../format.ts';
import { idOfFile, optional, sha256 } from '../report.ts';
import { choose, titleKey, type Chosen } from './choose.ts';
import { pageMeta, type PageMeta } from './meta.ts';
import { readPage } from './page.ts';
import { emptyRendering, renderBlock } from './render.ts';

/** A page may be this much longer than the text that is wanted from it. */
const PAGE_FACTOR = 8;

/** The one report of a page. */
export function readHtml(input: ReadInput): ReadResult {
  const { name, bytes, maxText = DEFAULT_MAX_TEXT } = input;
  if (bytes.length > maxText * PAGE_FACTOR) return nothingBut(tooLarge(name, bytes.length, maxText));
  const decoded = decode(bytes, charsetOf(input) ?? declaredCharset(bytes));
  if (decoded === undefined) return nothingBut(rejected('binary-input', name));
  const { text: html, encoding } = decoded;
  const page = readPage(html);
  const meta = pageMeta(html, page);
  const written = write(html, choose(html, page, meta), meta);
  if (written.text === '') return nothingBut(rejected('empty-input', name, `The page ${name}`));
  if (written.text.length > maxText) return nothingBut(tooLarge(name, written.text.length, maxText));
  const digest = sha256(bytes);
  const report: Report = {
    id: idOfFile(name, digest),
    hash: digest,
    mediaType: 'text/html',
    ...written,
    ...optional('outlet', meta.outlet),
    ...optional('url', meta.url),
    source: { encoding, offsets: written.source.offsets },
    diagnostics: [...decoded.diagnostics, ...meta.diagnostics, ...written.diagnostics],
  };
  return single(report, bytes);
}

/** The charset that the page names in its first bytes (html.spec.whatwg.org, "prescan a byte stream"). */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes, 4096);
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]
  );
}

type Written = Pick<Report, 'text' | 'parts' | 'title' | 'published' | 'publishedFrom' | 'diagnostics'> & {
  readonly source: { readonly offsets: NonNullable<NonNullable<Report['source']>['offsets']> };
};

function write(html: string, chosen: Chosen, meta: PageMeta): Written {
  const to = emptyRendering();
  const headline = chosen.headline && renderBlock(html, chosen.headline, to);
  const deck = chosen.deck && renderBlock(html, chosen.deck, to);
  const before = to.text.length;
  for (const block of chosen.body) renderBlock(html, block, to);
  const diagnostics: Diagnostic[] = [];
  if (to.text.length === before) {
    // Pages that build themselves by script often carry the whole text for search engines.
    if (meta.body === undefined) diagnostics.push(NO_BODY);
    else to.text += (before === 0 ? '' : '\n\n') + meta.body;
  }
  const title = headline === undefined ? siteless(meta) : to.text.slice(headline.start, headline.end);
  const published = meta.published ?? chosen.shown?.value;
  return {
    text: to.text,
    ...optional('title', title),
    ...optional('published', published),
    ...optional('publishedFrom', meta.publishedFrom ?? chosen.shown?.from),
    parts: { ...optional('headline', headline), ...optional('deck', deck) },
    source: { offsets: to.offsets },
    diagnostics,
  };
}

const NO_BODY: Diagnostic = {
  rule: 'page-without-body',
  severity: 'warning',
  message: 'No running text was found on the page; only its headings were read.',
  help: 'If the page shows its text only with scripts on, save it from a browser or give the text itself.',
};

/** The page's title without the name of the site behind it: "Talks resume | Sample Wire". */
function siteless(meta: PageMeta): string | undefined {
  const title = meta.titles[0];
  const site = meta.outlet === undefined ? undefined : titleKey(meta.outlet);
  const cut =
    title === undefined
      ? -1
      : Math.max(
          title.lastIndexOf(' | '),
          title.lastIndexOf(' - '),
          title.lastIndexOf(' — '),
          title.lastIndexOf(' – '),
        );
  if (title === undefined || cut < 0 || site === undefined) return title;
  return titleKey(title.slice(cut + 3)) === site ? title.slice(0, cut).trim() : title;
}
