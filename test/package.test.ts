/** The package: what `npm pack` makes runs without the repository, and asks for nothing that only builds and tests. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shippedPackages } from '../scripts/shipped-packages.ts';

const ROOT = join(import.meta.dirname, '..');
/** Licences that allow what we do with what is shipped: use, change, hand on, with their notices. */
const PERMISSIVE = /^\(?(?:MIT|MIT-0|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|OFL-1\.1)\)?$/;

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

describe('package', () => {
  let folder: string;
  let home: string;
  let packed: Packed;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trucewatch-package-'));
    const answer = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    [packed] = JSON.parse(answer.slice(answer.indexOf('[\n'))) as [Packed];
    const modules = join(folder, 'use/node_modules');
    mkdirSync(modules, { recursive: true });
    execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', modules]);
    execFileSync('mv', [join(modules, 'package'), join(modules, 'trucewatch')]);
    home = join(modules, 'trucewatch');
    // What npm would install beside it, and nothing else: the repository's copies of the packages that it asks for.
    for (const { name, part } of shippedPackages()) {
      const place = join(modules, name);
      if (part !== 'program' || existsSync(place)) continue;
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules', name), place);
    }
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]): string =>
    execFileSync(process.execPath, [join(home, 'bin/trucewatch.js'), ...args], {
      cwd: join(folder, 'use'),
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  test('holds the compiled program and the built desk, and neither sources nor tests', () => {
    const paths = packed.files.map(({ path }) => path);
    for (const path of [
      'bin/trucewatch.js',
      'lib/index.js',
      'lib/index.d.ts',
      'dist/web/index.html',
      'man/trucewatch.1',
      'LICENSE',
      'NOTICE',
    ])
      expect(paths).toContain(path);
    expect(paths.filter((path) => /^(?:src|web|test|bench|docs|tools|node_modules)\//.test(path))).toEqual([]);
  });

  test('asks for no Node binary and for nothing that an install script builds', () => {
    const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Record<string, object | undefined>;
    expect(manifest['optionalDependencies']).toBeUndefined();
    expect(
      Object.keys(manifest['dependencies']!).filter((name) => /^node-(?:bin-)?(?:linux|darwin|win)/.test(name)),
    ).toEqual([]);
    expect(Object.keys(manifest['scripts']!).filter((name) => /install/.test(name))).toEqual([]);
  });

  test('reads reports, keeps a ledger and answers from it', () => {
    const data = join(folder, 'data');
    expect(run('ingest', join(home, 'examples/reports'), '--data', data)).toMatch(/17 reports/);
    expect(run('status', '--data', data)).toMatch(/in force from/i);
    const ledger = JSON.parse(run('serve', '--data', data, '--get', '/api/v1/truces')) as { data: readonly unknown[] };
    expect(ledger.data.length).toBeGreaterThan(0);
  });

  test('serves the built desk', async () => {
    const child = spawn(
      process.execPath,
      [join(home, 'bin/trucewatch.js'), 'serve', '--data', join(folder, 'data'), '--port', '0'],
      {
        cwd: join(folder, 'use'),
        env: { PATH: process.env['PATH'], HOME: folder },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    try {
      const [said] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
      const url = /http:\S+/.exec(said)![0];
      expect(await (await fetch(url)).text()).toContain('<div id="root">');
    } finally {
      child.kill();
    }
  });

  test('codes on several threads', () => {
    const report = join(home, 'examples/reports/0913-north-csto.txt');
    expect(run('code', '--json', '--threads', '2', report)).toBe(run('code', '--json', report));
  });

  test('can be imported, with types', () => {
    const names = execFileSync(
      process.execPath,
      ['--input-type=module', '-e', 'import * as all from "trucewatch"; console.log(Object.keys(all).join(" "))'],
      { cwd: join(folder, 'use'), encoding: 'utf8' },
    );
    expect(names).toContain('codeReport');
    expect(readFileSync(join(home, 'lib/index.d.ts'), 'utf8')).toContain('codeReport');
  });

  test('says what of others it holds, under licences that allow it', () => {
    const shipped = shippedPackages();
    for (const { name, licence } of shipped)
      for (const part of licence.split(' AND ')) expect(part, name).toMatch(PERMISSIVE);
    const page = readFileSync(join(home, 'dist/licences.md'), 'utf8');
    const bill = JSON.parse(readFileSync(join(home, 'dist/sbom.cdx.json'), 'utf8')) as {
      readonly bomFormat: string;
      readonly components: readonly { readonly version: string }[];
    };
    expect(bill.bomFormat).toBe('CycloneDX');
    expect(bill.components.length).toBe(shipped.length);
    for (const { name, version } of shipped) expect(page).toContain(`| ${name} | ${version} |`);
  });
});
