/**
 * The examples of docs/cli.md run; no document has a block that nothing runs, or names a command or option that there is
 * not. What the blocks of the other documents do is seen to by docs-examples.test.ts.
 */
import { globSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { program } from '../src/cli/program.ts';
import { blocksOf, DOCUMENTS, inlineCode, inlineCommands, ROOT, textOf } from './support/doc-blocks.ts';
import { docSandbox, type DocSandbox } from './support/doc-sandbox.ts';

/** Those that docs-examples.test.ts runs or compares, and `text` for pictures. */
const LANGUAGES = ['sh', 'ts', 'sql', 'python', 'r', 'json', 'text'];

describe('the command line page', () => {
  let sandbox: DocSandbox;
  beforeAll(async () => void (sandbox = await docSandbox()), 60_000);
  afterAll(() => sandbox.remove());
  const examples = [...textOf('docs/cli.md').matchAll(/^ {2}\$ (.+)$/gm)].map(([, command]) => command!);

  test('has an example of each command', () => expect(examples).toHaveLength(program().commands.length));

  test.each(examples)('%s', { timeout: 120_000 }, async (command) => {
    await expect(sandbox.shell(command)).resolves.toBeDefined();
  });

  test('what goes on until it is stopped ends well', async () => {
    for (const code of await sandbox.stop()) expect(code).toBe(0);
  });
});

describe('blocks and commands', () => {
  test.each(DOCUMENTS)('%s has no block that nothing runs or checks', (path) => {
    for (const { line, language, text } of blocksOf(path)) {
      expect(LANGUAGES, `${path}:${line}`).toContain(language);
      const isPicture = path === 'docs/cli.md' || !/^\s*(?:\$ |npm |npx |node |trucewatch )/m.test(text);
      expect(language !== 'text' || isPicture, `${path}:${line} holds commands: set it as sh`).toBe(true);
    }
  });

  test.each(DOCUMENTS)('%s names only commands and options that there are', (path) => {
    const commands = new Map(program().commands.map((command) => [command.name(), command]));
    for (const words of inlineCommands(path)) {
      const [, name = ''] = /trucewatch (\S+)/.exec(words)!;
      const command = commands.get(name);
      expect(command, `${path}: ${words}`).toBeDefined();
      const known = new Set(command!.options.flatMap(({ long }) => long ?? []));
      for (const [option] of words.matchAll(/(?<=\s)--[a-z][a-z-]*/g))
        expect([...known], `${path}: ${words}`).toContain(option);
    }
  });

  test.each(DOCUMENTS)('%s names only files and scripts of npm that there are', (path) => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    for (const code of inlineCode(path)) {
      const [, file] =
        /^(?:node )?((?:bench|docs|examples|lexicons|scripts|src|templates|test|tools|web)\/[\w./*-]+)/.exec(code) ??
        [];
      expect(file === undefined ? [path] : globSync(file, { cwd: ROOT }), `${path}: ${code}`).not.toEqual([]);
      const [, script] = /^npm run ([\w:-]+)/.exec(code) ?? [];
      expect(['', ...Object.keys(scripts)], `${path}: ${code}`).toContain(script ?? '');
    }
  });
});
