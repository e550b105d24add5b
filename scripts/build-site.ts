/** Builds the documents as a site of plain pages into `dist/site`: no script, no request to anybody else. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sitePages } from './site-pages.ts';

const ROOT = join(import.meta.dirname, '..');
const SITE = join(ROOT, 'dist/site');

rmSync(SITE, { recursive: true, force: true });
mkdirSync(SITE, { recursive: true });
for (const { name, html } of sitePages()) writeFileSync(join(SITE, `${name}.html`), html);
const tokens = readFileSync(join(ROOT, 'web/src/tokens.css'), 'utf8');
writeFileSync(join(SITE, 'site.css'), `${tokens}\n${readFileSync(join(import.meta.dirname, 'site.css'), 'utf8')}`);
cpSync(join(ROOT, 'docs/images'), join(SITE, 'images'), { recursive: true });
for (const file of ['CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE']) cpSync(join(ROOT, file), join(SITE, file));
console.log(`The site stands in ${SITE}`);
