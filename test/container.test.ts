/** Dockerfile and compose file, read by linters: no container engine is needed for the tests. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('container', () => {
  test('the Dockerfile passes its linter', () => {
    const problems = validate(read('Dockerfile'), {});
    expect(
      problems.map(
        ({ message, range }) => `${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`,
      ),
    ).toEqual([]);
  });

  test('the linter of the Dockerfile sees what is wrong', () => {
    expect(validate('FRMO node', {}).length).toBeGreaterThan(0);
  });

  test('the image runs without rights of an administrator', () => {
    expect(/^USER (\S+)/m.exec(read('Dockerfile'))?.[1]).toBe('node');
  });

  test('the compose file passes its linter', () => {
    const linter = join(ROOT, 'node_modules/dclint/bin/dclint.cjs');
    const answer = execFileSync(process.execPath, [linter, 'compose.yaml', '--formatter', 'json'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const [result] = JSON.parse(answer) as [{ readonly messages: readonly { line: number; message: string }[] }];
    expect(result.messages.map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  test('compose shows the desk to this machine only, and holds no password', () => {
    const text = read('compose.yaml');
    expect(text).toMatch(/- '127\.0\.0\.1:4180:4180'/);
    expect(text).toMatch(/PASSWORD: \$\{TRUCEWATCH_DATABASE_PASSWORD:\?/);
  });
});
