/**
 * What tags, roles and class names say about a part of a page. Class names are habits of site builders and content
 * systems, seen on many sites; a name alone never decides: see `choose.ts`.
 */

import type { Attributes } from './attributes.ts';

/** Bits of `PageNode.signs`; a node has those of its ancestors too. */
export const SIGN = {
  /** Never a part of the report: menus, forms' controls, what is not shown. */
  hidden: 1,
  /** Looks like a part of the page around the report. */
  chrome: 2,
  article: 4,
  body: 8,
  headline: 16,
  deck: 32,
  byline: 64,
  date: 128,
  caption: 256,
  /** Microdata about who published it. */
  publisher: 512,
} as const;

/** Elements that hold no running text of a report. */
const HIDDEN_TAGS = new Set(
  'aside button canvas datalist dialog footer label map menu nav noscript object option picture select svg template audio video'.split(
    ' ',
  ),
);
const HIDDEN_ROLES = new Set(
  'alert alertdialog complementary contentinfo dialog menu menubar navigation search tablist toolbar tooltip'.split(
    ' ',
  ),
);

const TAG_SIGNS: Readonly<Record<string, number>> = {
  article: SIGN.article,
  address: SIGN.byline,
  figcaption: SIGN.caption,
  h1: SIGN.headline,
  time: SIGN.date,
};

/** Names of microdata (schema.org) and RDFa (schema.org, Dublin Core), without their prefix. */
const PROPERTY_SIGNS: Readonly<Record<string, number>> = {
  articleBody: SIGN.body,
  alternativeHeadline: SIGN.deck,
  author: SIGN.byline,
  caption: SIGN.caption,
  created: SIGN.date,
  dateCreated: SIGN.date,
  dateModified: SIGN.date,
  datePublished: SIGN.date,
  issued: SIGN.date,
  publisher: SIGN.publisher,
  headline: SIGN.headline,
};

/** Whole names; `-` and `_` are the same. */
const CLASS_SIGNS = table({
  [SIGN.body]:
    'article-body article-content article-text article-body-text article__body body-copy body-text content-body entry-content news-body news-content news-text post-body post-content story-body story-content story-text text-content article__content article__text articlebody articlecontent storybody',
  [SIGN.deck]:
    'deck dek standfirst subtitle sub-title subheadline sub-headline strapline article-deck article-dek article-subtitle article-standfirst article-summary article-lead story-deck post-subtitle news-lead news-subtitle lead lede intro',
  [SIGN.headline]:
    'headline article-title article-headline entry-title news-title post-title story-title story-headline page-title',
  [SIGN.byline]: 'byline author authors article-author article-byline writer news-author post-author reporter',
  [SIGN.date]:
    'date dateline-date datetime date-time pub-date pubdate publish-date published published-date post-date posted posted-on entry-date article-date news-date time timestamp time-stamp when article-time updated modified timeago dt-published dt-updated last-modified',
  [SIGN.caption]: 'caption credit image-caption photo-caption photo-credit media-caption wp-caption-text img-caption',
});

/** Words of a class name or id, cut at hyphens, underscores and capitals. */
const CHROME_WORDS = new Set(
  'ad ads adsense advert adverts advertisement advertising also banner breadcrumb breadcrumbs carousel comment comments commentlist consent cookie cookies copyright disclaimer disqus donate footer gdpr livefyre login masthead menu mostread nav navbar navigation newsletter outbrain pager pagination paywall poll popup popular print promo promotion rail rating recirc recommend recommendation recommendations recommended related respond share sharing shares sidebar signup skip social socials sponsor sponsored subscribe subscription taboola tag tags tagline teaser teasers toolbar topics trending tweet views widget widgets addthis addtoany sharethis topbar clock calendar weather'.split(
    ' ',
  ),
);

function table(groups: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const [sign, names] of Object.entries(groups))
    for (const name of names.split(' ')) map.set(plain(name), Number(sign));
  return map;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]+/g, '-');
}

const seen = new Map<string, number>();
const MEMORY = 5000;

/** Signs of a `class` or `id` value. The same few values come thousands of times, so they are remembered. */
function classSigns(value: string): number {
  const known = seen.get(value);
  if (known !== undefined) return known;
  let signs = 0;
  for (const name of value.slice(0, 500).split(/\s+/)) {
    signs |= CLASS_SIGNS.get(plain(name)) ?? 0;
    const words = name
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z]+/);
    if (words.some((word) => CHROME_WORDS.has(word))) signs |= SIGN.chrome;
  }
  if (seen.size >= MEMORY) seen.clear();
  if (value.length < 200) seen.set(value, signs);
  return signs;
}

const UNSEEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Signs of an element by its own tag and attributes. */
export function signsOf(tag: string, attributes: Attributes): number {
  if (HIDDEN_TAGS.has(tag) || attributes.hidden !== undefined || attributes['aria-hidden'] === 'true')
    return SIGN.hidden;
  const { role, style, itemprop, property, class: classes, id } = attributes;
  if (role !== undefined && HIDDEN_ROLES.has(role)) return SIGN.hidden;
  if (style !== undefined && UNSEEN.test(style)) return SIGN.hidden;
  let signs = TAG_SIGNS[tag] ?? 0;
  if (role === 'article') signs |= SIGN.article;
  for (const names of [itemprop, property])
    if (names !== undefined)
      for (const name of names.split(/\s+/)) signs |= PROPERTY_SIGNS[name.replace(/^.*[:/#]/, '')] ?? 0;
  if (attributes.rel === 'author') signs |= SIGN.byline;
  if (classes !== undefined) signs |= classSigns(classes);
  if (id !== undefined) signs |= classSigns(id) & (SIGN.chrome | SIGN.body);
  return signs;
}
