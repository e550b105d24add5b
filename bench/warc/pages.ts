/** Made-up news pages for the archive bench: six kinds of sites, each with chrome, styles, scripts and metadata. */
import { randomOf, type Random } from './random.ts';
import { paragraphsOf, titleOf, type Subject } from './sentences.ts';

export interface MadePage {
  readonly url: string;
  readonly html: string;
  readonly subject: Subject;
}

const QUIET: readonly Subject[] = [
  'sport',
  'food',
  'money',
  'culture',
  'weather',
  'council',
  'gadgets',
  'health',
  'travel',
];
const FOREIGN: readonly Subject[] = ['spanish', 'french', 'german', 'russian'];
const LANGUAGE: Readonly<Partial<Record<Subject, string>>> = {
  spanish: 'es',
  french: 'fr',
  german: 'de',
  russian: 'ru',
};
/** Share of pages that speak of a conflict, and share of those in other languages. */
const CONFLICT_SHARE = 0.03;
const FOREIGN_SHARE = 0.2;
const SITES = 6;

/** Page number `index` of the archive; the same on every run. */
export function makePage(index: number): MadePage {
  const random = randomOf(index * 2_654_435_761 + 17);
  const subject = random.chance(CONFLICT_SHARE)
    ? 'conflict'
    : random.pick(random.chance(FOREIGN_SHARE) ? FOREIGN : QUIET);
  const site = random.int(SITES);
  const title = titleOf(subject, random);
  const day = `2022-${two(1 + random.int(12))}-${two(1 + random.int(28))}`;
  const url = `https://site${site}.example/${subject === 'conflict' ? 'world' : 'life'}/${day.replaceAll('-', '/')}/item-${index}`;
  const body = paragraphsOf(subject, 6 + random.int(14), random)
    .map((words) => `<p>${words}</p>`)
    .join('\n');
  const lang = LANGUAGE[subject] ?? 'en';
  const html = `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><title>${title} | Site ${site}</title>
${head({ site, title, day, url })}${styles(site)}${scripts(site, random)}</head>
<body class="page page--article">${navigation(site)}${article({ site, title, day, body })}${around(site, random)}${scripts(site + 1, random)}</body></html>\n`;
  return { url, html, subject };
}

const two = (value: number): string => String(value).padStart(2, '0');

interface Facts {
  readonly site: number;
  readonly title: string;
  readonly day: string;
  readonly url: string;
}

/** Each site states date and title in its own way; one states no date at all. */
function head({ site, title, day, url }: Facts): string {
  const linked = `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":${JSON.stringify(title)},"datePublished":"${day}T09:30:00+02:00","mainEntityOfPage":"${url}","publisher":{"@type":"Organization","name":"Site ${site}"}}</script>`;
  const graph = `<meta property="og:title" content="${title}"><meta property="og:type" content="article"><meta property="og:url" content="${url}"><meta property="og:site_name" content="Site ${site}">`;
  const dated = `<meta property="article:published_time" content="${day}T07:30:00Z">`;
  const links = Array.from(
    { length: 12 },
    (_, i) => `<link rel="preload" as="script" href="/assets/chunk-${site}-${i}.js">`,
  ).join('\n');
  return `<link rel="canonical" href="${url}">${links}${site % 3 === 0 ? linked : ''}${site % 2 === 0 ? graph : ''}${site === 1 || site === 5 ? dated : ''}`;
}

const RULES = 90;
const styles = (site: number): string =>
  `<style>${Array.from({ length: RULES }, (_, i) => `.s${site}-card-${i}{display:flex;margin:0 ${i}px;color:#${((i * 4099 + site * 77) % 4096).toString(16).padStart(3, '0')};font:400 ${12 + (i % 9)}px/1.4 Georgia,serif}`).join('')}</style>`;

const CALLS = 70;
/** Settings of advertisements and counters, and minified code: about a third of a real page. */
const scripts = (site: number, random: Random): string =>
  `<script>window.__config=${JSON.stringify(Array.from({ length: CALLS }, (_, i) => ({ slot: `slot-${site}-${i}`, sizes: [300, 250, random.int(900)], lazy: i % 2 === 0, key: random.int(1e9).toString(36) })))};!function(e,t){for(var n=0;n<e.length;n++)t.push(e[n]&&e[n].slot||null)}(window.__config,window.q=window.q||[]);</script>`;

const MENUS: readonly (readonly string[])[] = [
  ['Home', 'World', 'Politics', 'War in the east', 'Business', 'Sport', 'Culture', 'Weather', 'Opinion', 'Video'],
  ['Start', 'Town', 'Region', 'Clubs', 'Jobs', 'Cars', 'Houses', 'Notices', 'Letters', 'Tickets'],
  ['News', 'Conflicts', 'Security', 'Economy', 'Energy', 'Climate', 'Science', 'Games', 'Puzzles', 'Podcasts'],
];
const navigation = (site: number): string =>
  `<header class="masthead"><div class="logo">Site ${site}</div><nav class="navbar"><ul>${(MENUS[site % MENUS.length] as readonly string[]).map((name, i) => `<li class="navbar__item navbar__item--${i}"><a href="/${name.toLowerCase().replaceAll(' ', '-')}" data-track="nav|${i}">${name}</a></li>`).join('')}</ul></nav></header>`;

interface Story {
  readonly site: number;
  readonly title: string;
  readonly day: string;
  readonly body: string;
}

function article({ site, title, day, body }: Story): string {
  const byline = '<p class="byline">By Our Reporter</p>';
  const time = `<time datetime="${day}T09:30:00+02:00">${day}</time>`;
  if (site % 3 === 0)
    return `<main><article><h1>${title}</h1>${byline}${time}<div class="article-body">${body}</div></article></main>`;
  if (site % 3 === 1)
    return `<div id="wrap"><div class="col-8"><h1 class="entry-title">${title}</h1><div class="meta"><span class="posted-on">${day}</span></div><div class="entry-content">${body}</div></div></div>`;
  return `<main class="m"><h1>${title}</h1><section>${body}</section></main>`;
}

/** Other headlines, comments and the foot of the page: a word of a war may stand beside a recipe. */
function around(site: number, random: Random): string {
  const others = Array.from({ length: 24 }, () => {
    const subject = random.chance(0.08) ? 'conflict' : random.pick(QUIET);
    return `<li class="teaser teaser--small"><a class="teaser__link" href="/item/${random.int(1e6)}" data-id="${random.int(1e9)}"><img class="teaser__image" src="/img/${random.int(1e6)}.jpg?w=320" srcset="/img/${random.int(1e6)}.jpg?w=320 1x, /img/${random.int(1e6)}.jpg?w=640 2x" alt="" loading="lazy"><span class="teaser__title">${titleOf(subject, random)}</span></a></li>`;
  }).join('\n');
  const comments = Array.from(
    { length: 8 },
    (_, i) =>
      `<div class="comment" id="c${i}"><b>reader${random.int(999)}</b><p>${paragraphsOf('food', 1, random)[0]!}</p></div>`,
  ).join('\n');
  return `<aside class="related"><h2>Read also</h2><ul>${others}</ul></aside><section class="comments">${comments}</section><footer class="footer"><p>© 2022 Site ${site}. All rights reserved.</p>${Array.from({ length: 20 }, (_, i) => `<a href="/foot/${i}">Foot ${i}</a>`).join(' ')}</footer>`;
}
