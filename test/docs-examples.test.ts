/**
 * Every shell example of the README and of the documents runs as it stands: the blocks marked `sh`, one folder a
 * document, line by line. Beside them lie the bundled sample reports, as `reports/` and `~/reports`, and one as `report.txt`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const DOCUMENTS = ['README.md', ...globSync('docs/*.md', { cwd: ROOT }).toSorted()];

/** Commands of the blocks marked `sh`; a line that ends in a backslash goes on. */
const commandsOf = (path: string): string[] =>
  [...readFileSync(join(ROOT, path), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block]) =>
    block!
      .replaceAll('\\\n', ' ')
      .split('\n')
      .map((line) =>
        line
          .replace(/^\$ /, '')
          .replace(/\s+#.*$/, '')
          .trim(),
      )
      .filter((line) => line !== '' && !line.startsWith('#')),
  );

describe('examples of the documents', () => {
  let tools: string;

  beforeAll(() => {
    tools = mkdtempSync(join(tmpdir(), 'trucewatch-tools-'));
    const shim = (name: string, line: string): void => {
      writeFileSync(join(tools, name), `#!/bin/sh\n${line}\n`);
      chmodSync(join(tools, name), 0o755);
    };
    shim('trucewatch', `exec "${process.execPath}" "${join(ROOT, 'bin/trucewatch.js')}" "$@"`);
    shim('npx', 'exec "$@"');
  });
  afterAll(() => rmSync(tools, { recursive: true, force: true }));

  /** A folder of its own, with what the documents speak of. */
  const sandbox = (): { folder: string; env: NodeJS.ProcessEnv } => {
    const folder = mkdtempSync(join(tmpdir(), 'trucewatch-docs-'));
    const samples = join(ROOT, 'examples/reports');
    mkdirSync(join(folder, 'home'));
    cpSync(samples, join(folder, 'reports'), { recursive: true });
    cpSync(samples, join(folder, 'home/reports'), { recursive: true });
    cpSync(join(samples, '0913-north-csto.txt'), join(folder, 'report.txt'));
    const env = {
      PATH: `${tools}:${process.env['PATH']}`,
      HOME: join(folder, 'home'),
      TRUCEWATCH_DATA: join(folder, 'home/data'),
      TRUCEWATCH_PORT: '0',
    };
    return { folder, env };
  };

  test.each(DOCUMENTS.filter((path) => commandsOf(path).length > 0))('%s', { timeout: 120_000 }, async (path) => {
    const { folder, env } = sandbox();
    try {
      for (const command of commandsOf(path)) {
        if (/\bserve\b(?!.*--get)/.test(command)) await starts(command, folder, env);
        else
          expect(
            () => execFileSync('bash', ['-o', 'pipefail', '-c', command], { cwd: folder, env, stdio: 'pipe' }),
            command,
          ).not.toThrow();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  /** The desk says where it is open, and ends when it is told to. */
  async function starts(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
    const child = spawn('bash', ['-c', `exec ${command}`], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const opened = new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (/http:\/\/\S+/.test(said)) resolve();
      });
      child.on('exit', (code) => reject(new Error(`${command} ended with ${code}: ${said}`)));
    });
    await opened;
    child.removeAllListeners('exit');
    child.kill('SIGINT');
    expect(await new Promise((resolve) => void child.once('exit', resolve)), command).toBe(0);
  }

  test('there are examples to run', () => {
    expect(DOCUMENTS.flatMap(commandsOf).length).toBeGreaterThan(15);
  });
});
