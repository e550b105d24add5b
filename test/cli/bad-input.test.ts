/** Bad input gets a clear word and loses nothing. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { trucewatch } from '../support/cli.ts';
import { testFolder } from '../support/stores.ts';

let folder: ReturnType<typeof testFolder>;
const path = (name: string): string => join(folder.path, name);
const ingest = (...names: string[]) => trucewatch(['ingest', ...names.map(path), '--data', path('data'), '--json']);

beforeEach(() => void (folder = testFolder()));
afterEach(() => folder.remove());

const REPORT = 'KHARTOUM, Sudan, May 22 (Sample Wire) - Fighting eased in the capital on Monday, residents said.\n';

describe('ingest', () => {
  test('an empty file and a binary go to quarantine, the rest is read', async () => {
    writeFileSync(path('empty.txt'), '');
    writeFileSync(
      path('picture.txt'),
      Uint8Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256),
    );
    writeFileSync(path('good.txt'), REPORT);
    const ran = await ingest('empty.txt', 'picture.txt', 'good.txt');
    expect(ran.code).toBe(0);
    const result = JSON.parse(ran.stdout) as { added: number; rejected: { key: string; message: string }[] };
    expect(result.added).toBe(1);
    expect(result.rejected.map(({ key }) => key).sort()).toEqual(['binary-input', 'empty-input']);
    for (const { message } of result.rejected) expect(message).toMatch(/\. [A-Z]/); // what happened, then what to do
    const doctor = await trucewatch(['doctor', '--data', path('data')]);
    expect(doctor.stdout).toContain('empty.txt');
  });

  test('windows-1251 is recognised, and said so', async () => {
    const text =
      'Министерство обороны сообщило, что перемирие соблюдается. Обстрелов за ночь не зафиксировано. Стороны договорились о встрече.';
    const bytes = Uint8Array.from(
      [...text].map((c) => (c >= 'А' && c <= 'я' ? c.codePointAt(0)! - 0x410 + 0xc0 : c.charCodeAt(0))),
    );
    writeFileSync(path('ru.txt'), bytes);
    await ingest('ru.txt');
    const shown = JSON.parse((await trucewatch(['show', 'ru', '--data', path('data'), '--json'])).stdout) as {
      text: string;
      diagnostics: { message: string }[];
    };
    expect(shown.text).toBe(text);
    expect(shown.diagnostics.map(({ message }) => message).join(' ')).toMatch(/windows-1251/i);
  });

  test('the same report twice is stored once, in one run and in two', async () => {
    writeFileSync(path('a.txt'), REPORT);
    mkdirSync(path('copy'));
    writeFileSync(path('copy/a.txt'), REPORT);
    const first = JSON.parse((await ingest('a.txt', 'copy/a.txt')).stdout) as {
      added: number;
      known: number;
      hash: string;
    };
    expect(first).toMatchObject({ added: 1, known: 1 });
    const second = JSON.parse((await ingest('a.txt')).stdout) as { added: number; known: number; hash: string };
    expect(second).toMatchObject({ added: 0, known: 1, hash: first.hash });
  });

  test('a report without a date stays undated', async () => {
    writeFileSync(
      path('undated.txt'),
      'Rebels and the army traded fire near the bridge, villagers said. Nobody was hurt.\n',
    );
    await ingest('undated.txt');
    const shown = JSON.parse((await trucewatch(['show', 'undated', '--data', path('data'), '--json'])).stdout) as {
      article: { published: { value?: string } };
    };
    expect(shown.article.published.value).toBeUndefined();
  });

  test('a folder without reports says what it looked for', async () => {
    mkdirSync(path('nothing'));
    writeFileSync(path('nothing/photo.jpg'), 'x');
    const ran = await trucewatch(['ingest', path('nothing'), '--data', path('data')]);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/No report was found in .*nothing.*\.txt/);
    expect(ran.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a path that is not there is named', async () => {
    const ran = await trucewatch(['ingest', path('absent.txt'), '--data', path('data')]);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('absent.txt');
  });

  test('a text beyond the limit goes to quarantine, whole', async () => {
    writeFileSync(path('long.txt'), 'word '.repeat(10_000_000));
    writeFileSync(path('good.txt'), REPORT);
    const result = JSON.parse((await ingest('long.txt', 'good.txt')).stdout) as {
      added: number;
      rejected: { key: string }[];
    };
    expect(result).toMatchObject({ added: 1, rejected: [{ key: 'input-too-large' }] });
  });

  test('one bad line of JSONL does not take the others with it', async () => {
    const good = (id: string) => JSON.stringify({ id, text: REPORT + id });
    writeFileSync(path('lines.jsonl'), [good('one'), '{"id": "two", "text"', good('three')].join('\n'));
    const result = JSON.parse((await ingest('lines.jsonl')).stdout) as {
      added: number;
      rejected: { message: string }[];
    };
    expect(result.added).toBe(2);
    expect(result.rejected[0]!.message).toMatch(/line 2/);
  });

  test('a store from a newer version is not touched', async () => {
    mkdirSync(path('data'));
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(path('data/trucewatch.sqlite'));
    db.exec('pragma user_version = 9999');
    db.close();
    writeFileSync(path('a.txt'), REPORT);
    const ran = await trucewatch(['ingest', path('a.txt'), '--data', path('data')]);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/newer trucewatch/);
  });
});

describe('other commands', () => {
  test('an unknown id, kind or moment is one line with the next step', async () => {
    writeFileSync(path('a.txt'), REPORT);
    await ingest('a.txt');
    for (const args of [
      ['show', 'nowhere'],
      ['ledger', 'rumour'],
      ['status', '--as-of', 'yesterday-ish'],
    ]) {
      const ran = await trucewatch([...args, '--data', path('data')]);
      expect(ran.code, args.join(' ')).toBe(1);
      expect(ran.stderr.trim().split('\n'), args.join(' ')).toHaveLength(1);
      expect(ran.stderr).toMatch(/^trucewatch: .*[.:]/);
    }
  });

  test('code reads standard input, prints one object a report, and says what it could not read', async () => {
    const ran = await trucewatch(['code', '-', '--input', 'jsonl', '--json'], {
      input: `${JSON.stringify({ id: 'x', text: REPORT })}\nnot json\n`,
    });
    expect(ran.code).toBe(1);
    expect(ran.stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(ran.stdout) as { id: string; text: string }).toMatchObject({ id: 'x', text: REPORT });
    expect(ran.stderr).toMatch(/line 2/);
  });
});
