/** The site of the documents: every page there, every link and anchor leads somewhere, nothing is asked of anybody else. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codebookPage } from '../scripts/codebook-page.ts';
import { sitePages } from '../scripts/site-pages.ts';

const ROOT = join(import.meta.dirname, '..');
const FILES = ['CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE', 'NOTICE'];

describe('site', () => {
  const pages = sitePages();
  const byName = new Map(pages.map((page) => [`${page.name}.html`, page]));

  test('has a page for every document', () => {
    const documents = globSync('docs/*.md', { cwd: ROOT }).map((path) => basename(path, '.md'));
    expect(pages.map(({ name }) => name).toSorted()).toEqual(['index', ...documents].toSorted());
    expect(pages.every(({ title }) => title !== '')).toBe(true);
  });

  test.each(pages.map(({ name }) => name))('links and pictures of %s lead somewhere', (name) => {
    const { html } = byName.get(`${name}.html`)!;
    for (const [, target] of html.matchAll(/ (?:href|src)="(?!https?:|mailto:)([^"]*)"/g)) {
      const [file = '', anchor] = target!.split('#');
      if (file === 'site.css' || FILES.includes(file)) continue;
      if (file.startsWith('images/')) {
        expect(existsSync(join(ROOT, 'docs', file)), target).toBe(true);
        continue;
      }
      const page = file === '' ? byName.get(`${name}.html`) : byName.get(file);
      expect(page, `${name} -> ${target}`).toBeDefined();
      if (anchor !== undefined) expect(page!.html.includes(` id="${anchor}"`), `${name} -> ${target}`).toBe(true);
    }
  });

  test('loads nothing from elsewhere and runs no script', () => {
    for (const { name, html } of pages) {
      expect(html, name).not.toMatch(/<script/i);
      expect(
        [...html.matchAll(/<(?:img|link)[^>]+(?:src|href)="(https?:[^"]+)"/g)].map(([, url]) => url),
        name,
      ).toEqual([]);
    }
  });

  test('docs/codebook.md is what the sources say', () => {
    expect(readFileSync(join(ROOT, 'docs/codebook.md'), 'utf8')).toBe(codebookPage());
  });
});
