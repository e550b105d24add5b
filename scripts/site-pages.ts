/** The documents as a site: which pages there are, in which order, and each as HTML with its contents and neighbours. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Marked } from 'marked';
import { getHeadingList, gfmHeadingId, resetHeadings } from 'marked-gfm-heading-id';

const ROOT = join(import.meta.dirname, '..');

/** The order of the navigation; a document that is not named here stands at the end. */
const ORDER: readonly (readonly [heading: string, pages: readonly string[]])[] = [
  ['Start', ['index', 'quick-start', 'desk', 'cli']],
  ['What it does', ['reading', 'watch', 'records', 'codebook', 'ledger', 'lexicons']],
  ['How good it is', ['accuracy', 'benchmarks', 'judged-records', 'truces-of-the-wires']],
  ['Handing on', ['exports', 'sitrep', 'api']],
  ['Keeping it', ['administration', 'architecture', 'dependencies', 'extending']],
];

export interface SitePage {
  /** Name without ending: `ledger` is `docs/ledger.md` and `ledger.html`; `index` is the README. */
  readonly name: string;
  readonly title: string;
  readonly group: string;
  readonly html: string;
}

/** All pages, in the order of the navigation. */
export function sitePages(): SitePage[] {
  const names = globSync('docs/*.md', { cwd: ROOT })
    .map((path) => basename(path, '.md'))
    .toSorted();
  const known = new Set(['index', ...names]);
  const listed = ORDER.flatMap(([group, pages]) =>
    pages.filter((name) => known.has(name)).map((name) => ({ group, name })),
  );
  const rest = names
    .filter((name) => !listed.some((one) => one.name === name))
    .map((name) => ({ group: 'More', name }));
  const pages = [...listed, ...rest].map(({ group, name }) => ({ group, name, ...bodyOf(name) }));
  return pages.map((page, index) => ({
    name: page.name,
    title: page.title,
    group: page.group,
    html: frame(page, pages, index),
  }));
}

interface Body {
  readonly title: string;
  readonly body: string;
  readonly contents: readonly { readonly id: string; readonly text: string }[];
}

function bodyOf(name: string): Body {
  const source = readFileSync(join(ROOT, name === 'index' ? 'README.md' : `docs/${name}.md`), 'utf8');
  resetHeadings();
  const marked = new Marked(gfmHeadingId());
  const body = marked
    .parse(source, { async: false })
    .replaceAll(/href="(?!https?:|#|mailto:)([^"]+)"/g, (_, target: string) => `href="${linkOf(target)}"`)
    .replaceAll(/src="(?:\.\.\/)?(?:docs\/)?(images\/[^"]+)"/g, 'src="$1"')
    .replaceAll('<table>', '<div class="scroll" tabindex="0" role="region" aria-label="table"><table>')
    .replaceAll('</table>', '</table></div>');
  const headings = getHeadingList();
  return {
    title: plain(headings.find(({ level }) => level === 1)?.text ?? name),
    body,
    contents: headings.filter(({ level }) => level === 2).map(({ id, text }) => ({ id, text: plain(text) })),
  };
}

/** A link between documents as one between pages; files of the repository beside the documents stand in the site as text. */
function linkOf(target: string): string {
  const [path = '', anchor] = target.split('#');
  const page =
    /^(?:\.\/)?(?:docs\/)?([\w-]+)\.md$/.exec(path)?.[1] ?? (/(?:^|\/)README\.md$/.test(path) ? 'index' : undefined);
  const file =
    page === undefined ? basename(path) : ['CONTRIBUTING', 'CHANGELOG'].includes(page) ? `${page}.md` : `${page}.html`;
  return anchor === undefined ? file : `${file}#${anchor}`;
}

const plain = (html: string): string => html.replaceAll(/<[^>]+>/g, '').trim();

interface Framed extends Body {
  readonly name: string;
  readonly group: string;
}

function frame(page: Framed, all: readonly Framed[], index: number): string {
  const neighbour = (other: Framed | undefined, rel: string, label: string): string =>
    other === undefined ? '' : `<a rel="${rel}" href="${other.name}.html"><small>${label}</small>${other.title}</a>`;
  const groups = [...new Set(all.map(({ group }) => group))];
  const navigation = groups
    .map((group) => {
      const links = all
        .filter((one) => one.group === group)
        .map(
          ({ name, title }) =>
            `<li><a href="${name}.html"${name === page.name ? ' aria-current="page"' : ''}>${name === 'index' ? 'Overview' : title}</a></li>`,
        );
      return `<h2>${group}</h2><ul>${links.join('')}</ul>`;
    })
    .join('');
  const contents =
    page.contents.length < 3
      ? ''
      : `<aside class="contents" aria-label="On this page"><h2>On this page</h2><ul>${page.contents.map(({ id, text }) => `<li><a href="#${id}">${text}</a></li>`).join('')}</ul></aside>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<title>${page.name === 'index' ? 'trucewatch' : `${page.title} · trucewatch`}</title>
<link rel="stylesheet" href="site.css">
<a class="skip" href="#page">To the page</a>
<header><a class="brand" href="index.html">truce<i>watch</i></a></header>
<div class="frame">
<nav aria-label="Documents">${navigation}</nav>
<main id="page">
${page.body}
<footer>${neighbour(all[index - 1], 'prev', 'before')}${neighbour(all[index + 1], 'next', 'next')}</footer>
</main>
${contents}
</div>
</html>
`;
}
