/**
 * A folder in which the documents' examples run as they stand. It has what they speak of: the bundled samples as `reports/`,
 * `~/reports` and `report.txt`, files of other formats, the templates. `trucewatch`, `npx` and `npm` are those of this
 * clone. The sites of the documents, example.org and example.com, are played on loopback.
 */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bytesOf, gzip, joinBytes, warcPage } from './archives.ts';
import { ROOT } from './doc-blocks.ts';
import { article, page, rss, testWeb, type TestWeb } from './web-server.ts';

export interface DocSandbox {
  readonly folder: string;
  /** Addresses that were asked for of the played sites. */
  readonly asked: () => readonly string[];
  /** Runs a script with bash, which ends at the first command that fails; gives what it printed. */
  run(script: string): Promise<string>;
  /** The same for a script with commands in it that go on until they are stopped. */
  shell(script: string): Promise<string>;
  /** Runs a program of the machine in the folder. */
  call(program: string, args: readonly string[]): Promise<string>;
  /** A text with the addresses of the documents as those that are played. */
  played(text: string): string;
  /** Stops what goes on; gives the exit codes. */
  stop(): Promise<readonly (number | null)[]>;
  remove(): Promise<void>;
}

const SAMPLES = join(ROOT, 'examples/reports');
const DESK = 'http://127.0.0.1:4180';
const SITES = /https:\/\/example\.(?:org|com)/g;

export async function docSandbox(): Promise<DocSandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'trucewatch-docs-'));
  const home = join(folder, 'home');
  const web = await playedSites();
  let desk = DESK;
  const played = (text: string): string =>
    text.replaceAll(SITES, web.url('127.0.0.1')).replaceAll(DESK, desk).replaceAll("'./src/", `'${ROOT}/src/`);
  mkdirSync(home);
  fill(folder, played);
  const env = {
    PATH: `${writeTools(join(home, 'bin'))}:${process.env['PATH']}`,
    HOME: home,
    TRUCEWATCH_DATA: join(home, 'data'),
    TRUCEWATCH_PORT: '0',
    TRUCEWATCH_ALLOW_ADDRESSES: '127.0.0.1',
    TRUCEWATCH_HOST_PAUSE: '0s',
  };
  const call = callIn(folder, env);
  const run = async (script: string): Promise<string> =>
    call('bash', ['-e', '-o', 'pipefail', '-c', await withIds(played(script), call)]);
  const lasting = lastingCommands(folder, env);
  return {
    folder,
    asked: () => web.seen,
    run,
    call,
    played,
    shell: async (script) => {
      let printed = '';
      for (const { text, isLasting } of partsOf(script)) {
        if (isLasting) desk = /open at (http:\/\/\S+?)\/?\s/.exec(await lasting.start(played(text)))?.[1] ?? desk;
        else printed = await run(text);
      }
      return printed;
    },
    stop: () => lasting.stop(),
    remove: async () => {
      await lasting.stop();
      await web.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Environment = Readonly<Record<string, string>>;

/** Runs a program; not in step with us, since the sites that are played answer from this process. */
const callIn =
  (cwd: string, env: Environment): DocSandbox['call'] =>
  async (program, args) => {
    const called = promisify(execFile)(program, args, { cwd, env, maxBuffer: 1e8 });
    const { stdout } = await called.catch((error: Error & { stdout: string }) => {
      throw new Error(`${error.message}\n${error.stdout}`);
    });
    return stdout;
  };

/** Commands that are started, each a group of processes, and stopped together as `Ctrl-C` would. */
function lastingCommands(
  cwd: string,
  env: Environment,
): Pick<DocSandbox, 'stop'> & {
  start(command: string): Promise<string>;
} {
  const going: { child: ChildProcess; ended: Promise<number | null> }[] = [];
  return {
    start: async (command) => {
      const child = spawn('bash', ['-c', command], { cwd, env, detached: true });
      const ended = new Promise<number | null>((resolve) => void child.once('close', resolve));
      going.push({ child, ended });
      return readySaid(child, ended, command);
    },
    stop: () =>
      Promise.all(
        going.splice(0).map(({ child, ended }) => {
          if (child.exitCode === null) process.kill(-child.pid!, 'SIGINT');
          return ended;
        }),
      ),
  };
}

/** Commands that go on until they are stopped. */
const LASTING =
  /^(?:.*&& )?(?:[A-Z_]+=\S+ )?(?:npm start|(?:npx (?:--\S+ )?)?trucewatch (?:serve(?!.*--get)|watch(?!.*--once)))\b.*$/;

/** A script cut at its lasting commands. */
function partsOf(script: string): readonly { text: string; isLasting: boolean }[] {
  const parts: { text: string; isLasting: boolean }[] = [];
  for (const line of script.split('\n').filter((one) => one.trim() !== '')) {
    const isLasting = LASTING.test(line);
    const last = parts.at(-1);
    if (last === undefined || last.isLasting || isLasting) parts.push({ text: line, isLasting });
    else last.text += `\n${line}`;
  }
  return parts;
}

/** What was said up to the line that tells where the desk is open, or what is watched. */
async function readySaid(child: ChildProcess, ended: Promise<number | null>, command: string): Promise<string> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (/Ctrl-C ends it/.test(said)) resolve();
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    void ended.then((code) => reject(new Error(`${command} ended with ${code}: ${said}`)));
  });
  return said;
}

/** `ID` stands for an entry of the list that the reader has before him. */
async function withIds(script: string, call: DocSandbox['call']): Promise<string> {
  if (!/\bID\b/.test(script)) return script;
  const data = /--data (\S+)/.exec(script)?.[1];
  const args = ['ledger', 'incident', '--json', ...(data === undefined ? [] : ['--data', data])];
  const [first] = JSON.parse(await call('trucewatch', args)) as { id: string }[];
  return script.replaceAll(/\bID\b/g, first!.id);
}

/** The programs of this clone. What npm installs is there already, and the tests do not run themselves. */
function writeTools(folder: string): string {
  mkdirSync(folder);
  const tool = (name: string, lines: string): void => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${lines}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  tool('trucewatch', `exec "${process.execPath}" "${join(ROOT, 'bin/trucewatch.js')}" "$@"`);
  tool('npx', 'case "$1" in --package=*) shift ;; esac\nexec "$@"');
  // A machine without curl reads the address all the same
  if (spawnSync('curl', ['--version']).error !== undefined)
    tool(
      'curl',
      `exec "${process.execPath}" -e 'fetch(process.argv[1]).then((it) => it.text()).then(console.log)' "$@"`,
    );
  // Benches run for minutes and in a browser: of those only the file is looked for
  tool('node', `case "$1" in bench/*) test -f "${ROOT}/$1" ;; *) exec "${process.execPath}" "$@" ;; esac`);
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const inClone = (script: string): string => script.replace('node ', `exec "${process.execPath}" `);
  tool(
    'npm',
    `cd "${ROOT}"
case "$1" in
  ci|test) ;;
  start) ${inClone(scripts['start']!)} ;;
  run) shift; [ "$1" = bench ] || exit 64; shift; [ "$1" = -- ] && shift; ${BENCH} ;;
  *) echo "npm $1 is not for examples" >&2; exit 64 ;;
esac`,
  );
  return folder;
}

/** A bench takes minutes: its options are read, and one that nobody knows stops it where it would begin. */
const BENCH = `"${process.execPath}" bench/main.ts "$@" --end-of-options 2>&1 | grep -q "Unknown option '--end-of-options'"`;

function fill(folder: string, played: (text: string) => string): void {
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
  cpSync(SAMPLES, join(folder, 'reports'), { recursive: true });
  cpSync(SAMPLES, join(folder, 'home/reports'), { recursive: true });
  cpSync(join(SAMPLES, '0913-north-csto.txt'), join(folder, 'report.txt'));
  symlinkSync(join(ROOT, 'templates'), join(folder, 'templates'));
  write('export.csv', `id,headline,body,date\nrow-1,${HEADLINE},"${WORDS.join('\n\n')}",2022-09-14\n`);
  const crawled = (path: string, words: readonly string[]): Uint8Array =>
    warcPage(`https://example.org/${path}`, bytesOf(article(HEADLINE, ...words)));
  write('crawl.warc.gz', gzip(joinBytes(crawled('fire', WORDS), crawled('garden', GARDEN))));
  write('feeds.opml', played(OPML));
  write('sources.json', played('{"sources": ["https://example.org/rss"]}\n'));
  // Format of GeoNames: id, name, ASCII name, other names, point, class, code, country, …, people, …, zone, day
  write(
    'AM.txt',
    '900001\tAygek\tAygek\t\t40.11\t45.52\tP\tPPL\tAM\t\t04\t\t\t\t300\t\t1900\tAsia/Yerevan\t2022-01-01\n',
  );
}

const HEADLINE = 'Fire at the border after a quiet day';
const WORDS = [
  "YEREVAN, Sept 14 - Azerbaijani forces opened fire at Armenian positions near Sotk on Wednesday, Armenia's Defence Ministry said.",
  'The ministry in Baku denied it. Both sides agreed on a ceasefire from 20:00 local time.',
];
const GARDEN = [
  'The town has planted two hundred lime trees along the river, and the mayor has watered the first of them.',
  'Children of three schools dug the holes; the last tree goes into the ground on Sunday, rain or shine.',
];
const OPML = `<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body>
<outline type="rss" text="Example" xmlUrl="https://example.com/rss"/></body></opml>`;

/** A feed, a page of links, and the reports behind both. */
async function playedSites(): Promise<TestWeb> {
  const web = await testWeb();
  const report = '127.0.0.1/2022/09/14/fire-at-the-border-after-a-quiet-day';
  const feed = rss([
    { link: web.url(report), title: HEADLINE, text: WORDS[0]!, date: 'Wed, 14 Sep 2022 18:00:00 GMT' },
  ]);
  web.on('127.0.0.1/rss', page(feed, 'application/rss+xml'));
  web.on(
    '127.0.0.1/news',
    page(`<!doctype html><title>News</title><ul><li><a href="${web.url(report)}">${HEADLINE}</a></ul>`),
  );
  web.on(report, page(article(HEADLINE, ...WORDS)));
  return web;
}
