/**
 * Every example of the README and of the documents does what it says: a block of a document runs as it stands, one after
 * the other, in a folder that has what the document speaks of. What is set as `text` is a picture and holds no command.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { blocksOf, type DocBlock, DOCUMENTS, ROOT, tableCommands } from './support/doc-blocks.ts';
import { docSandbox, type DocSandbox } from './support/doc-sandbox.ts';
import { runSql } from './support/duckdb.ts';

/** What happens to a block of each language; what is printed is what the next `json` block shows. */
const RUNNERS: Readonly<Record<string, (sandbox: DocSandbox, block: DocBlock, context: TestContext) => unknown>> = {
  sh: (sandbox, { text }) => sandbox.shell(text),
  ts: (sandbox, { text, line }) => runTypeScript(sandbox, text, `line-${line}.ts`),
  sql: (sandbox, { text }) => runSql(text, sandbox.folder),
  python: (sandbox, { text }, context) => runWith('python3', text, sandbox, context),
  r: (sandbox, { text }, context) => runWith('Rscript', text, sandbox, context),
};

/** Feed, list of links and the report behind both, on the sites that are played. */
const WATCHED: Readonly<Record<string, readonly string[]>> = {
  'docs/watch.md': ['/rss', '/news', '/2022/09/14/fire-at-the-border-after-a-quiet-day'].map(
    (path) => `127.0.0.1${path}`,
  ),
};

const runnable = DOCUMENTS.map((path) => [path, blocksOf(path).filter(({ language }) => language !== 'text')] as const);

describe.each(runnable.filter(([, blocks]) => blocks.length > 0))('%s', (path, blocks) => {
  let sandbox: DocSandbox;
  let printed: unknown;
  beforeAll(async () => void (sandbox = await docSandbox()), 60_000);
  afterAll(() => sandbox.remove());

  test.for(blocks.map((block) => [block.line, block.language, block] as const))(
    'line %d: %s',
    { timeout: 240_000 },
    async ([, language, block], context) => {
      if (language === 'json') return checkJson(sandbox, block, printed);
      printed = await RUNNERS[language]!(sandbox, block, context);
      expect(printed).toBeDefined();
    },
  );

  test.each(tableCommands(path))('%s', { timeout: 60_000 }, async (command) => {
    await expect(sandbox.run(command)).resolves.toBeDefined();
  });

  test('what goes on until it is stopped ends well, and what is watched was asked for', async () => {
    for (const code of await sandbox.stop()) expect(code).toBe(0);
    expect(sandbox.asked()).toEqual(expect.arrayContaining([...(WATCHED[path] ?? [])]));
  });
});

/** A program of another language, where this machine has it. */
async function runWith(program: string, text: string, sandbox: DocSandbox, context: TestContext): Promise<string> {
  if (spawnSync(program, ['--version']).error !== undefined) context.skip(`there is no ${program} here`);
  writeFileSync(join(sandbox.folder, 'example'), text);
  return sandbox.call(program, ['example']);
}

/** The types of this clone check it, then it runs; `trucewatch` is the source of this clone. */
async function runTypeScript(sandbox: DocSandbox, text: string, name: string): Promise<string> {
  const write = (file: string, content: unknown): void =>
    writeFileSync(join(sandbox.folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  const index = join(ROOT, 'src/index.ts');
  write(name, sandbox.played(text));
  write('package.json', { type: 'module' });
  write('tsconfig.json', {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: {
      rewriteRelativeImportExtensions: false,
      allowImportingTsExtensions: true,
      paths: { trucewatch: [index] },
      typeRoots: [join(ROOT, 'node_modules/@types')],
    },
    include: [name],
  });
  write(
    'resolve.mjs',
    `import { registerHooks } from 'node:module';
registerHooks({ resolve: (name, context, next) => next(name === 'trucewatch' ? ${JSON.stringify(`file://${index}`)} : name, context) });`,
  );
  await sandbox.call(join(ROOT, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.json']);
  return sandbox.call(process.execPath, ['--import', './resolve.mjs', name]);
}

/** A file that the line above names, to be used by what comes next; else what the command before has printed. */
function checkJson(sandbox: DocSandbox, { text, above }: DocBlock, printed: unknown): void {
  const shown: unknown = JSON.parse(text);
  const file = /`([\w.-]+\.json)`:$/.exec(above)?.[1];
  if (file !== undefined) return writeFileSync(join(sandbox.folder, file), sandbox.played(text));
  expect(JSON.parse(String(printed).trim().split('\n').at(-1)!)).toEqual(likeShown(shown));
}

/** As shown; an ellipsis stands for any words, a list and an object may go on. */
function likeShown(shown: unknown): unknown {
  if (typeof shown === 'string' && shown.endsWith('…'))
    return expect.stringMatching(new RegExp(`^${RegExp.escape(shown.slice(0, -1))}`, 'u'));
  if (Array.isArray(shown)) return shown.length === 0 ? [] : expect.arrayContaining(shown.map(likeShown));
  if (typeof shown !== 'object' || shown === null) return shown;
  return expect.objectContaining(
    Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, likeShown(value)])),
  );
}
