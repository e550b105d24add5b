/** The import table of docs/architecture.md, kept by reading import lines: who may use whom, and no cycles. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');
const WEB = join(import.meta.dirname, '../web/src');
const files = globSync('**/*.ts', { cwd: SRC }).sort();

/** Folder or file of `src/` -> what it may import of ours; `cli` may import everything. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  lexicon: ['model'],
  read: ['model', 'lexicon'],
  annotate: ['model', 'lexicon'],
  code: ['model', 'lexicon'],
  ledger: ['model', 'lexicon'],
  'pipeline.ts': ['model', 'lexicon', 'read', 'annotate', 'code', 'ledger'],
  store: ['model'],
  export: ['model', 'lexicon'],
  fetch: ['model'],
  work: ['model', 'lexicon', 'pipeline.ts', 'store', 'export', 'fetch'],
  serve: ['model', 'store', 'export'],
  'settings.ts': [],
  'client.ts': ['model', 'serve'],
  'index.ts': ['client.ts', 'model', 'lexicon', 'pipeline.ts', 'store'],
};

/** Packages and Node modules that a folder may use; everything not named here is refused in the pure stages. */
const PURE: Readonly<Record<string, RegExp>> = {
  model: /^$/,
  lexicon: /^(?:node:(?:fs|crypto|zlib|path|url|module)|topojson-client|topojson-specification|geojson)$/,
  annotate: /^wink-eng-lite-web-model(?:\/|$)/,
  code: /^node:crypto$/,
  ledger: /^node:crypto$/,
  export: /^(?:node:(?:crypto|zlib)|hyparquet-writer|liquidjs|marked|pdfkit|d3-geo|geojson)$/,
};

function importsOf(file: string): { ours: string[]; packages: string[] } {
  const text = readFileSync(join(SRC, file), 'utf8');
  const names = [
    ...text.matchAll(/^\s*(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm),
  ].map((m) => (m[1] ?? m[2] ?? m[3])!);
  return {
    ours: names.filter((n) => n.startsWith('.')).map((n) => normalize(join(dirname(file), n))),
    packages: names.filter((n) => !n.startsWith('.')),
  };
}

const partOf = (file: string): string => relative('.', file).split('/')[0]!;

describe('architecture', () => {
  test.each(files)('%s imports only what its folder may', (file) => {
    const part = partOf(file);
    const { ours, packages } = importsOf(file);
    if (part !== 'cli') {
      const allowed = ALLOWED[part];
      expect(allowed, `${part} has no line in the import table`).toBeDefined();
      for (const target of ours) expect([part, ...allowed!], `${file} -> ${target}`).toContain(partOf(target));
    }
    const pure = PURE[part];
    if (pure !== undefined) for (const name of packages) expect(name, `${file} uses ${name}`).toMatch(pure);
  });

  test('nobody imports the command line', () => {
    const culprits = files.filter(
      (file) => partOf(file) !== 'cli' && importsOf(file).ours.some((target) => partOf(target) === 'cli'),
    );
    expect(culprits).toEqual([]);
  });

  test('no import cycle', () => {
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) throw new Error(`cycle: ${[...path.slice(path.indexOf(file)), file].join(' -> ')}`);
      if (done.has(file)) return;
      for (const target of importsOf(file).ours) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(done.size).toBe(files.length);
  });

  test('pure stages read no clock, no chance and no locale', () => {
    const forbidden =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\blocaleCompare\b|\bIntl\.|\bTemporal\.Now\b|\bprocess\.|toLocale/;
    const stages = new Set(['model', 'annotate', 'code', 'ledger', 'read', 'export']);
    const culprits = files.filter(
      (file) => stages.has(partOf(file)) && forbidden.test(readFileSync(join(SRC, file), 'utf8')),
    );
    expect(culprits).toEqual([]);
  });

  test('every source file says what it is for, and none is longer than 400 lines', () => {
    for (const file of files) {
      const text = readFileSync(join(SRC, file), 'utf8');
      expect(text, `${file} opens without a comment`).toMatch(/^\/\*\*/);
      expect(text.split('\n').length, `${file} is too long`).toBeLessThanOrEqual(400);
    }
  });

  test('every sheet of the desk says what it is for, and none is longer than 400 lines', () => {
    const sheets = globSync('**/*.css', { cwd: WEB });
    expect(sheets.length).toBeGreaterThan(5);
    for (const file of sheets) {
      const text = readFileSync(join(WEB, file), 'utf8');
      expect(text, `${file} opens without a comment`).toMatch(/^\/\*/);
      expect(text.split('\n').length, `${file} is too long`).toBeLessThanOrEqual(400);
    }
  });
});
