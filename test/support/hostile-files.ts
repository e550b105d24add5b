/** Reports that carry script, handlers and foreign addresses in every field of every format. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

const newsml = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${escaped(`urn:${ATTACK}`)}"><itemMeta><provider literal="${escaped(SHORT)}"/>
<versionCreated>${AT}</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>${safeTitle('newsml')}</headline>
<dateline>${escaped(SHORT)}</dateline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body>
${asWords.map((one) => `<p>${one}</p>`).join('')}<script>${SET}</script></body></html></inlineXML></contentSet></newsItem>`;

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
  altIds: [{ value: SCRIPT_URL }],
  links: [{ href: SCRIPT_URL }],
  bodies: [{ role: 'main', contentType: 'text/html', value: html }],
};

const letter = `From: ${SHORT} <w@${ELSEWHERE}>\r\nDate: Wed, 14 Sep 2022 12:00:00 +0000\r\nSubject: ${title('letter')}\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<h1>${safeTitle('letter')}</h1>${html}\r\n`;

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

/** By file name. The last is a name that itself is markup, of a file that cannot be read. */
const FILES: Readonly<Record<string, string>> = {
  'plain.txt': `${title('text')}\n\n${plain}\n`,
  'page.html': page,
  'lines.jsonl': `${JSON.stringify(line)}\n${JSON.stringify(lineOfMarkup)}\n`,
  'table.csv': `id,headline,story,date,source,url\n${[`row ${SHORT}`, title('table'), plain, AT, `Table ${SHORT}`, SCRIPT_URL].map(cell).join(',')}\n`,
  'feed.rss': feed,
  'ninjs.json': JSON.stringify(ninjs),
  'newsml.xml': newsml,
  'letter.eml': letter,
  [`broken ${SHORT}.json`]: '{"neither": "a report"}',
};

/** Writes them all into a folder. */
export function writeHostileFiles(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
}
