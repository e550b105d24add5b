/** Reports that carry script, handlers and foreign addresses in every field of every format. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, gzip, joinBytes, pdfOf, tarOf, warcPage, zipOf } from './archives.ts';

/** What each attack would set, were it run. */
export const FLAG = 'pwned';
const SET = `window.${FLAG}=1`;
/** A host that must never be asked. */
export const ELSEWHERE = 'elsewhere.example';

/** Markup that runs script or fetches from elsewhere as soon as it is parsed as markup. */
export const ATTACK = [
  `<script>${SET}</script>`,
  `<img src=x onerror=${SET}>`,
  `<svg onload=${SET}><a xlink:href="javascript:${SET}">x</a></svg>`,
  `"'><iframe srcdoc="<script>parent.${FLAG}=1</script>"></iframe>`,
  `<img src="https://${ELSEWHERE}/x.png">`,
  `<link rel=stylesheet href="https://${ELSEWHERE}/x.css">`,
  `<style>@import 'https://${ELSEWHERE}/y.css'</style>`,
  `</textarea></title></script><script>${SET}</script>`,
].join('');
/** Short enough to stand within a name. */
export const SHORT = `<img src=x onerror=${SET}>`;
export const SCRIPT_URL = `javascript:${SET}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Marks texts, so that searching finds them. */
export const WORD = 'zibeline';

/** A report that every kind of record can be read from, with attacks where names and places stand. */
const body = (attack: string, short: string): string[] => [
  `YEREVAN, Sept 14, 2022 (${short}) - Armenian forces ${short} shelled positions near Kalbajar on September 13, the Azerbaijani Defence Ministry ${short} said. ${WORD} ${attack}`,
  `A ceasefire between Armenia and Azerbaijan ${short} took effect at 20:00 on September 14, Secretary Armen ${short} Grigoryan of the Security Council said. "${attack}"`,
  `At least 49 ${short} soldiers were killed, Prime Minister Nikol ${short} Pashinyan told parliament. Foreign ministers are to meet in ${short} Samarkand on September 16.`,
  `Armenia asked the CSTO for help ${short}. Azerbaijan denied that it had opened fire near Jermuk ${short}.`,
];

const plain = body(ATTACK, SHORT).join('\n\n');
/** As text within markup: what a reader takes for words, and the desk must show as words. */
const asWords = body(escaped(ATTACK), escaped(SHORT));
/** As markup: what a reader must throw away. */
const asMarkup = body(ATTACK, SHORT);
const html = [...asWords, ...asMarkup].map((one) => `<p>${one}</p>`).join('\n');
const title = (format: string): string => `Truce ${SHORT} of ${format} ${ATTACK}`;
const safeTitle = (format: string): string => escaped(title(format));
const AT = '2022-09-14T12:00:00Z';
const HREF = `https://${ELSEWHERE}/"><script>${SET}</script>`;
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const page = `<!doctype html><html lang="en"><head><title>${safeTitle('page')}</title>
<meta property="og:site_name" content="${escaped(`Outlet ${SHORT}`)}"><meta property="article:published_time" content="${AT}">
<link rel="canonical" href="${SCRIPT_URL}"><meta name="author" content="${escaped(ATTACK)}"><base href="https://${ELSEWHERE}/">
<meta http-equiv="refresh" content="0;url=${SCRIPT_URL}"></head>
<body onload="${SET}"><article onclick="${SET}"><h1>${safeTitle('page')}</h1>${ATTACK}${html}<a href="${SCRIPT_URL}">x</a></article></body></html>`;

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>${escaped(`Feed ${SHORT}`)}</title><link>${SCRIPT_URL}</link>
<item><title>${safeTitle('feed')}</title><link>${SCRIPT_URL}</link><guid>${escaped(ATTACK)}</guid><author>${escaped(SHORT)}</author>
<pubDate>Wed, 14 Sep 2022 12:00:00 GMT</pubDate><description>${escaped(html)}</description></item></channel></rss>`;

const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>${escaped(`Atom ${SHORT}`)}</title><link href="${SCRIPT_URL}"/>
<entry><id>${escaped(ATTACK)}</id><title type="html">${escaped(safeTitle('atom'))}</title><link href="${SCRIPT_URL}#atom"/><published>${AT}</published>
<author><name>${escaped(SHORT)}</name></author><source><title>${escaped(`Atom source ${SHORT}`)}</title></source><summary>${escaped(ATTACK)}</summary>
<content type="html">${escaped(html)}</content></entry></feed>`;

const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${SCRIPT_URL}"><title>${escaped(`RDF ${SHORT}`)}</title><link>${SCRIPT_URL}</link></channel>
<item rdf:about="${escaped(ATTACK)}"><title>${escaped(safeTitle('rdf'))}</title><link>${SCRIPT_URL}#rdf</link><dc:date>${AT}</dc:date>
<dc:creator>${escaped(SHORT)}</dc:creator><dc:publisher>${escaped(`RDF ${SHORT}`)}</dc:publisher><description>${escaped(html)}</description></item></rdf:RDF>`;

const jsonFeed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: `JSON feed ${SHORT}`,
  home_page_url: SCRIPT_URL,
  items: [
    {
      id: ATTACK,
      url: `${SCRIPT_URL}#json`,
      title: title('jsonfeed'),
      authors: [{ name: SHORT }],
      date_published: AT,
      summary: ATTACK,
      content_html: html,
    },
  ],
};

const newsItem = (format: string): string => `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${escaped(
  `urn:${format}:${ATTACK}`,
)}"><itemMeta><provider literal="${escaped(SHORT)}"/>
<versionCreated>${AT}</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>${safeTitle(format)}</headline>
<dateline>${escaped(SHORT)}</dateline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body>
${asWords.map((one) => `<p>${one}</p>`).join('')}<script>${SET}</script></body></html></inlineXML></contentSet></newsItem>`;
const message = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sender>${escaped(SHORT)}</sender></header><itemSet>${newsItem('message')}</itemSet></newsMessage>`;

const nitf = `<nitf><head><title>${safeTitle('nitf')}</title><docdata><doc-id id-string="${escaped(`nitf ${ATTACK}`)}"/><date.issue norm="20220914T120000Z"/>
<doc.copyright holder="${escaped(`NITF ${SHORT}`)}"/></docdata></head><body><body.head><hedline><hl1>${safeTitle('nitf')}</hl1><hl2>${escaped(ATTACK)}</hl2></hedline>
<dateline>${escaped(SHORT)}</dateline></body.head><body.content>${asWords.map((one) => `<p>${one}</p>`).join('')}</body.content></body></nitf>`;

const ninjs = {
  uri: `urn:${ATTACK}`,
  standard: { name: 'ninjs', version: '3.0' },
  versionCreated: AT,
  firstCreated: AT,
  headlines: [
    { role: 'main', value: title('ninjs') },
    { role: 'sub', value: ATTACK },
  ],
  bylines: [{ value: SHORT }],
  provider: SHORT,
  copyrightHolder: `ninjs ${SHORT}`,
  altIds: [{ value: SCRIPT_URL }],
  links: [{ href: SCRIPT_URL }],
  bodies: [{ role: 'main', contentType: 'text/html', value: html }],
};

/** A letter whose page is hostile, and which brings a hostile file along under a hostile name. */
const letter = [
  `From: ${SHORT} <w@${ELSEWHERE}>`,
  'Date: Wed, 14 Sep 2022 12:00:00 +0000',
  `Subject: ${title('letter')}`,
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=part',
  '',
  '--part',
  'Content-Type: text/html; charset=utf-8',
  '',
  `<h1>${safeTitle('letter')}</h1>${html}`,
  '--part',
  'Content-Type: text/plain; charset=utf-8',
  `Content-Disposition: attachment; filename="attached ${SHORT}.txt"`,
  '',
  `${title('attached')}\n\n${plain}`,
  '--part--',
  '',
].join('\r\n');

const line = {
  id: `line ${SHORT}`,
  text: `${title('line')}\n\n${plain}`,
  title: title('line'),
  published: AT,
  outlet: `Lines ${SHORT}`,
  url: SCRIPT_URL,
};
const lineOfMarkup = {
  ...line,
  id: `markup ${ATTACK}`,
  text: undefined,
  html: `<h1>${safeTitle('markup')}</h1>${html}`,
  url: HREF,
};

const text = (format: string): Uint8Array => bytesOf(`${title(format)}\n\n${plain}\n`);
/** Lines on a page; what a PDF calls its title is not what stands on it. */
const pdf = (format: string): Uint8Array =>
  pdfOf(
    [[title(format), ...body(ATTACK, SHORT)].map((words, row) => [40, 740 - 60 * row, row === 0 ? 20 : 10, words])],
    title(`title of ${format}`),
  );

/** An address list, which is no report: its name goes to the quarantine, its titles to whoever watches it. */
export const SITEMAP =
  bytesOf(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://${ELSEWHERE}/${escaped(ATTACK)}</loc><lastmod>${escaped(SHORT)}</lastmod><news:news><news:publication><news:name>${escaped(SHORT)}</news:name></news:publication>
<news:title>${safeTitle('sitemap')}</news:title></news:news></url></urlset>`);

/** A page of links, for whoever watches it. */
export const LISTING = bytesOf(
  `<!doctype html><title>${safeTitle('listing')}</title><a href="https://${ELSEWHERE}/${escaped(`"'>${SHORT}`)}">${safeTitle('listing')}</a>`,
);

/** How many reports the files below hold. */
export const REPORTS = 25;

/** By file name. Names that are markup themselves stand within archives, and on files that cannot be read. */
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'plain.txt': text('text'),
  'page.html': page,
  'lines.jsonl': `${JSON.stringify(line)}\n${JSON.stringify(lineOfMarkup)}\n`,
  'table.csv': `id,headline,story,date,source,url\n${[`row ${SHORT}`, title('table'), plain, AT, `Table ${SHORT}`, SCRIPT_URL].map(cell).join(',')}\n`,
  'table.tsv': `id\theadline\tstory\tdate\tsource\turl\n${[`tab ${SHORT}`, title('tabs'), plain, AT, `Tabs ${SHORT}`, SCRIPT_URL].map(cell).join('\t')}\n`,
  'feed.rss': feed,
  'feed.atom': atom,
  'feed.rdf': rdf,
  'feed.json': JSON.stringify(jsonFeed),
  'ninjs.json': JSON.stringify(ninjs),
  'newsml.xml': newsItem('newsml'),
  'message.xml': message,
  'story.nitf': nitf,
  'letter.eml': letter,
  'paper.pdf': pdf('pdf'),
  'crawl.warc.gz': gzip(
    joinBytes(
      warcPage(`https://${ELSEWHERE}/${ATTACK}`, bytesOf(page.replaceAll('of page', 'of crawl'))),
      warcPage(SCRIPT_URL, bytesOf(page.replaceAll('of page', 'of script address'))),
    ),
  ),
  'files.zip': zipOf({
    [`zipped ${SHORT}.txt`]: text('zip'),
    [`zipped ${SHORT}.pdf`]: pdf('zipped pdf'),
    [`broken in a zip ${SHORT}.json`]: bytesOf('{"not even": "a report"}'),
    [`inner ${SHORT}.tgz`]: gzip(tarOf({ [`nested ${SHORT}.txt`]: text('nested') })),
  }),
  'files.tar': tarOf({ [`tarred ${SHORT}.html`]: bytesOf(page.replaceAll('of page', 'of tar')) }),
  'files.tar.gz': gzip(tarOf({ [`packed ${SHORT}.txt`]: text('packed tar') })),
  'single.txt.gz': gzip(text('gzip')),
  [`map ${SHORT}.xml`]: SITEMAP,
  [`broken ${SHORT}.pdf`]: '%PDF-1.4 and no more',
  [`broken ${SHORT}.zip`]: 'PK\u0003\u0004 and no more',
  [`broken ${SHORT}.json`]: '{"neither": "a report"}',
};

/** Writes them all into a folder. */
export function writeHostileFiles(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
}
