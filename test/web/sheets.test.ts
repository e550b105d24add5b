/** Sheets that come with a page: what they style is theirs alone, so that no page looks like the one visited before it. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const WEB = join(import.meta.dirname, '../../web/src');
const IMPORT = /^import (?:(?!type )[^;]*? from )?'(\.[^']+)'/gm;
const LATER = /\bimport\('(\.[^']+)'\)/g;
const text = (file: string): string => readFileSync(file, 'utf8');

/** Everything that is loaded together with a module. */
function loadedWith(entry: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(entry) || !existsSync(entry)) return found;
  found.add(entry);
  for (const [, name] of text(entry).matchAll(IMPORT)) loadedWith(join(dirname(entry), name!), found);
  return found;
}

const start = loadedWith(join(WEB, 'main.tsx'));
/** Modules that are loaded when they are first needed. */
const later = globSync('**/*.{ts,tsx}', { cwd: WEB })
  .map((name) => join(WEB, name))
  .flatMap((file) => [...text(file).matchAll(LATER)].map(([, name]) => loadedWith(join(dirname(file), name!))));
const isSheet = (file: string): boolean => file.endsWith('.css');
const sheets = [...new Set([start, ...later].flatMap((files) => [...files].filter(isSheet)))];
const lazy = sheets.filter((sheet) => !start.has(sheet));

const CLASS = /\.([a-z][\w-]*)/gi;
const classesOf = (selector: string): string[] => [...selector.matchAll(CLASS)].map(([, name]) => name!);

/** Selectors of a sheet, one by one. */
const selectorsOf = (sheet: string): string[] =>
  [
    ...text(sheet)
      .replaceAll(/\/\*.*?\*\//gs, '')
      .matchAll(/([^{}]+)\{/g),
  ]
    .map(([, selectors]) => selectors!.trim())
    .filter((selectors) => !selectors.startsWith('@'))
    .flatMap((selectors) => selectors.split(/,(?![^(]*\))/));

/** Classes that no other sheet names. */
const ownOf = (sheet: string): ReadonlySet<string> => {
  const others = new Set(
    sheets.filter((other) => other !== sheet).flatMap((other) => selectorsOf(other).flatMap(classesOf)),
  );
  return new Set(
    selectorsOf(sheet)
      .flatMap(classesOf)
      .filter((name) => !others.has(name)),
  );
};

/** Classes that a module writes into its markup. */
const writtenIn = (module: string): string[] =>
  [...text(module).matchAll(/className=(?:"([^"]*)"|\{([^}]*)\})/g)].flatMap(([, plain, code]) =>
    plain === undefined
      ? [...code!.matchAll(/'([^']*)'/g)].flatMap(([, words]) => words!.split(' '))
      : plain.split(' '),
  );

describe('sheets that are loaded with a page', () => {
  test('there is one to be checked', () => {
    expect(lazy.map((sheet) => relative(WEB, sheet))).toEqual(['parts/lists.css']);
    expect(later.length).toBeGreaterThan(10);
  });

  test.each(lazy.map((sheet) => [relative(WEB, sheet), sheet]))(
    '%s styles nothing but what carries or stands in a class of its own',
    (_, sheet) => {
      const own = ownOf(sheet);
      const strays = selectorsOf(sheet).filter((selector) => !classesOf(selector).some((name) => own.has(name)));
      expect(strays).toEqual([]);
    },
  );

  test.each(lazy.map((sheet) => [relative(WEB, sheet), sheet]))(
    '%s is loaded wherever its classes are written',
    (_, sheet) => {
      const own = ownOf(sheet);
      const without = [start, ...later]
        .filter((files) => !files.has(sheet))
        .flatMap((files) => [...files].filter((file) => file.endsWith('.tsx')))
        .filter((file) => writtenIn(file).some((name) => own.has(name)));
      expect(without.map((file) => relative(WEB, file))).toEqual([]);
    },
  );
});
