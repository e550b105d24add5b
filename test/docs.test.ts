/** Documents that fail the tests when they are stale: commands, settings, kinds and slots, links, and the changelog's version. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cliPage } from '../scripts/cli-page.ts';
import { manPage } from '../scripts/man-page.ts';
import { program } from '../src/cli/program.ts';
import { VERSION } from '../src/cli/version.ts';
import { RECORD_KINDS } from '../src/model/record.ts';
import { SETTINGS } from '../src/settings.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('documents', () => {
  test('docs/cli.md is what the program says of itself', () => {
    expect(read('docs/cli.md')).toBe(cliPage());
  });

  test('man/trucewatch.1 is what the program says of itself', () => {
    expect(read('man/trucewatch.1')).toBe(manPage());
  });

  test('every command has help and an example', () => {
    for (const command of program().commands) {
      let help = '';
      command.configureOutput({ writeOut: (text) => void (help += text) }).outputHelp();
      expect(help, command.name()).toMatch(/Example:\n {2}\$ \S*.*trucewatch/);
      expect(command.summary(), command.name()).not.toBe('');
    }
  });

  test('every setting is documented', () => {
    for (const name of Object.keys(SETTINGS)) expect(read('docs/cli.md')).toContain(`| ${name} |`);
  });

  test('every kind of record and every slot of the types stands in docs/records.md', () => {
    const page = read('docs/records.md');
    for (const kind of RECORD_KINDS) expect(page).toContain(`| ${kind} |`);
    const source = read('src/model/record.ts');
    const bodies = source.matchAll(/export interface (\w+)Record extends RecordBase \{([^}]+)\}/g);
    for (const [, name, body] of bodies) {
      for (const [, slot] of body!.matchAll(/readonly (\w+)\??:/g))
        if (slot !== 'kind') expect(page, `${name}.${slot}`).toContain(`\`${slot}\``);
    }
  });

  test('every link between documents leads somewhere', () => {
    const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: ROOT })];
    for (const page of pages) {
      for (const [, target] of read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g))
        expect(existsSync(join(ROOT, dirname(page), target!)), `${page} -> ${target}`).toBe(true);
    }
  });

  test('every dependency has its reason', () => {
    const manifest = JSON.parse(read('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const page = read('docs/dependencies.md');
    for (const name of [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)])
      expect(page, name).toContain(name);
  });

  test('the changelog opens with this version', () => {
    expect(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(VERSION);
  });

  test('no document speaks of a machine’s paths', () => {
    for (const page of globSync('{README,CONTRIBUTING,CHANGELOG}.md', { cwd: ROOT }).concat(
      globSync('docs/**/*.md', { cwd: ROOT }),
    ))
      expect(read(page), page).not.toMatch(/(?<![\w.])\/(?:work|root|home|tmp)\//);
  });
});
