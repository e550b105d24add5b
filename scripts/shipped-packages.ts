/** Which packages of others a release holds: what the program depends on, and what is built into the desk. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression as the package states it. */
  readonly licence: string;
  readonly homepage?: string;
  /** `program`: installed beside it; `desk`: built into its files. */
  readonly part: 'program' | 'desk';
  /** Text of the licence, where the package brings one. */
  readonly text?: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type: string };
  readonly homepage?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const json = (path: string): Manifest => JSON.parse(readFileSync(path, 'utf8')) as Manifest;

/** Sorted by name. Throws when a package is not installed: `npm ci` brings all. */
export function shippedPackages(): ShippedPackage[] {
  const found = new Map<string, ShippedPackage>();
  for (const name of Object.keys(json(join(ROOT, 'package.json')).dependencies ?? {}))
    take(name, ROOT, 'program', found);
  for (const name of importedByTheDesk()) take(name, ROOT, 'desk', found);
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function take(name: string, from: string, part: ShippedPackage['part'], found: Map<string, ShippedPackage>): void {
  const folder = folderOf(name, from);
  const manifest = json(join(folder, 'package.json'));
  const key = `${name}@${manifest.version}`;
  if (found.has(key)) return;
  const [file] = globSync('{LICEN[CS]E,licen[cs]e,License,COPYING}*', { cwd: folder });
  const text = file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').trim();
  found.set(key, {
    name,
    version: manifest.version,
    licence: stated(manifest) ?? licenceOfText(text) ?? 'not stated',
    ...(manifest.homepage !== undefined && { homepage: manifest.homepage }),
    part,
    ...(text !== undefined && { text }),
  });
  for (const dependency of Object.keys(manifest.dependencies ?? {})) take(dependency, folder, part, found);
}

const stated = ({ license }: Manifest): string | undefined => (typeof license === 'object' ? license.type : license);

/** Of a package whose manifest says nothing: the MIT licence is known by the grant that its text begins with. */
const licenceOfText = (text: string | undefined): string | undefined =>
  text?.includes('Permission is hereby granted, free of charge') === true ? 'MIT' : undefined;

/** Node's own way of looking: the nearest `node_modules` upwards. */
function folderOf(name: string, from: string): string {
  for (let at = from; ; at = join(at, '..')) {
    const folder = join(at, 'node_modules', name);
    if (globSync('package.json', { cwd: folder }).length > 0) return folder;
    if (at === ROOT || at === join(at, '..')) throw new Error(`${name} is not installed: run npm ci`);
  }
}

function importedByTheDesk(): Set<string> {
  const names = new Set<string>();
  for (const file of globSync('web/src/**/*.{ts,tsx}', { cwd: ROOT })) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, isType, name] of text.matchAll(
      /\bimport (type )?[^'"`;]*?from '([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/g,
    ))
      if (isType === undefined && name !== undefined) names.add(packageOf(name));
    for (const [, name] of text.matchAll(/\bimport\('([^'.][^']*)'\)/g)) names.add(packageOf(name!));
  }
  return names;
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
