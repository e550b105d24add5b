/**
 * The table of commands: name, arguments, options, one line of help and an example for each. The code of a command
 * is loaded when it is called, so that `status` does not pay for the coder.
 */
import type { Command } from 'commander';

interface CommandRow {
  readonly name: string;
  readonly args?: string;
  readonly help: string;
  readonly example: string;
  readonly options?: readonly (readonly [flags: string, help: string])[];
  readonly load: () => Promise<{ run(...args: never[]): Promise<void> | void }>;
}

const DATA = [
  '--data <dir>',
  'folder of the store (default: ./.trucewatch in a clone, else in your data folder)',
] as const;
const JSON_OUT = ['--json', 'print JSON'] as const;
const AS_OF = [
  '--as-of <time>',
  'as the ledger stood at that moment, e.g. 2022-09-15 or 2022-09-15T12:00+04:00',
] as const;

/** Of the commands that read files. */
const READING = [
  ['--input <format>', 'text, html, jsonl, feed, csv, ninjs or newsml (default: by looking at the file)'],
  ['--columns <map>', 'columns of a table or fields of JSON lines by name, e.g. text=body,published=date'],
  ['--gate <width>', 'relevance gate: wide, narrow or off (default: wide for web archives, off for all else)'],
] as const;

const ROWS: readonly CommandRow[] = [
  {
    name: 'ingest',
    args: '[paths...]',
    help: 'read reports into the store: files, folders, - for standard input',
    example: 'trucewatch ingest ~/reports',
    options: [
      DATA,
      JSON_OUT,
      ['--recode', 'also code stored reports again whose records an older coder made, or none for want of rules'],
      ...READING,
      ['--dropped <file>', 'where to list what the gate held back (default: dropped/ in the data folder)'],
    ],
    load: () => import('./commands/ingest.ts'),
  },
  {
    name: 'watch',
    help: 'poll feeds, listings and sitemaps and take in what they publish, until stopped',
    example: 'trucewatch watch --sources sources.json',
    options: [
      DATA,
      ['--sources <file>', 'JSON or OPML file of the sources (default: sources.json in the data folder)'],
      ['--once', 'poll every source once, take what is due, and end'],
      JSON_OUT,
    ],
    load: () => import('./commands/watch.ts'),
  },
  {
    name: 'sources',
    args: '[verb] [what]',
    help: 'how the watched sources fare; add, remove, import (JSON, OPML), export (OPML); failed: lost items; retry them; log: polls of one',
    example: 'trucewatch sources add https://example.org/rss --every 30m',
    options: [
      DATA,
      ['--sources <file>', 'file of the sources (default: sources.json in the data folder)'],
      ['--kind <kind>', 'add: feed, listing or sitemap (default feed)'],
      ['--match <text>', 'add: part of the address of those links that lead to reports'],
      ['--outlet <name>', 'add: name of the outlet, for reports that do not give it'],
      ['--every <time>', 'add: time between two polls, e.g. 30m'],
      JSON_OUT,
    ],
    load: () => import('./commands/sources.ts'),
  },
  {
    name: 'outlets',
    args: '[name]',
    help: 'outlets of the stored reports: country, owner, side, zone; unknown ones are named as unknown',
    example: 'trucewatch outlets "Sample Wire"',
    options: [DATA, ['--all', 'the whole register, with or without reports'], JSON_OUT],
    load: () => import('./commands/outlets.ts'),
  },
  {
    name: 'code',
    args: '[files...]',
    help: 'code reports without storing anything; one JSON object a report',
    example: 'trucewatch code report.txt --json > records.json',
    options: [
      ...READING,
      ['--json', 'one JSON object a line (else a short list for people)'],
      ['--stories', 'add the story of each report, clustered over the whole input'],
      ['--threads <n>', 'worker threads (default 1)'],
    ],
    load: () => import('./commands/code.ts'),
  },
  {
    name: 'status',
    args: '[truce]',
    help: 'whether each truce holds, and according to whom',
    example: 'trucewatch status --as-of 2022-09-15T12:00+04:00',
    options: [DATA, AS_OF, JSON_OUT],
    load: () => import('./commands/status.ts'),
  },
  {
    name: 'ledger',
    args: '[kind]',
    help: 'the entries of the ledger, all or of one kind (incident, agreement, request, agenda …)',
    example: 'trucewatch ledger incident',
    options: [
      DATA,
      AS_OF,
      JSON_OUT,
      ['--hash', 'print the hash of the whole ledger'],
      ['--rebuild', 'fold the ledger anew from the records'],
    ],
    load: () => import('./commands/ledger.ts'),
  },
  {
    name: 'show',
    args: '<id>',
    help: 'one report, record, entry or truce with the words that each value rests on',
    example: 'trucewatch show 0913-north-csto',
    options: [DATA, AS_OF, JSON_OUT],
    load: () => import('./commands/show.ts'),
  },
  {
    name: 'explain',
    args: '<file-or-id>',
    help: 'which rule made which record, from which words; or why an entry says what it says',
    example: 'trucewatch explain report.txt',
    options: [DATA, AS_OF, JSON_OUT],
    load: () => import('./commands/explain.ts'),
  },
  {
    name: 'diff',
    help: 'what changed in the ledger since a moment',
    example: 'trucewatch diff --since 2022-09-13',
    options: [
      DATA,
      AS_OF,
      JSON_OUT,
      ['--since <time>', 'the earlier moment'],
      ['--by <time>', 'go by the dates of reports (report, default) or by when they were taken in (capture)'],
    ],
    load: () => import('./commands/diff.ts'),
  },
  {
    name: 'review',
    args: '[verb] [id]',
    help: 'list what waits for a person; lay down a decision: confirm reject correct merge split grade side note assign undo; log',
    example: 'trucewatch review confirm ID --why "checked with the mission\'s report"',
    options: [
      DATA,
      JSON_OUT,
      ['--why <text>', 'reason, kept with the decision'],
      ['--by <name>', 'who decides (default: you)'],
      ['--grade <grade>', 'Admiralty grade for the verb grade, e.g. B2'],
      ['--other <id>', 'merge: the other entry; split: the entry that the record is taken out of'],
      ['--slot <name>', 'correct: the slot, e.g. killed'],
      ['--value <value>', 'correct: the value, e.g. "at least 50", "near Goris", "2022-09-13T09:00 Europe/Moscow"'],
      ['--side <key>', 'side: the side that the actor code belongs to, e.g. AZE'],
      ['--situation <id>', 'side: the situation that it is a side of, e.g. armenia-azerbaijan'],
      ['--to <name>', 'assign: who is to look at it'],
    ],
    load: () => import('./commands/review.ts'),
  },
  {
    name: 'export',
    args: '<format>',
    help: 'the ledger in a form that others read: csv, acled, geojson, ics, parquet, bundle … (docs/exports.md)',
    example: 'trucewatch export acled --from 2022-09-13 --to 2022-09-15 --redact persons --out incidents.csv',
    options: [
      DATA,
      AS_OF,
      ['--truce <id>', 'only what belongs to this truce'],
      ['--kind <kind>', 'only entries of this kind; csv and parquet then have a column for each slot'],
      ['--from <time>', 'only what happened at or after this date or instant'],
      ['--to <time>', 'only what happened up to this date or before this instant'],
      ['--redact <what>', 'withhold persons (names of those without an office), notes, analysts; with commas'],
      ['--bom', 'begin CSV with a byte order mark, for Excel'],
      ['--url <address>', 'where the desk stands, for links; without it ids are URNs'],
      ['--limit <n>', 'most items of a feed (default 100)'],
      ['--out <file>', 'write to a file instead of standard output'],
    ],
    load: () => import('./commands/export.ts'),
  },
  {
    name: 'sitrep',
    help: 'a situation report of a day or any period: Markdown, a page that prints, or PDF; each sentence with its notes',
    example: 'trucewatch sitrep --from 2022-09-13 --to 2022-09-15 --out sitrep.html',
    options: [
      DATA,
      AS_OF,
      ['--truce <id>', 'only this truce and what belongs to it'],
      ['--from <time>', 'begin of the period (default: the last day of the ledger)'],
      ['--to <time>', 'end of the period, a date included'],
      ['--since <time>', 'also tell what changed in the ledger since then'],
      ['--language <language>', 'en or ru (default en)'],
      ['--format <format>', 'md, html or pdf (default: by the ending of --out, else md)'],
      ['--template <file>', 'a template of your own, Markdown with Liquid (docs/sitrep.md)'],
      ['--redact <what>', 'withhold persons (names of those without an office), notes, analysts; with commas'],
      ['--out <file>', 'write to a file instead of standard output'],
    ],
    load: () => import('./commands/sitrep.ts'),
  },
  {
    name: 'serve',
    help: 'open the desk on a loopback address',
    example: 'trucewatch serve --port 4180',
    options: [
      DATA,
      ['--host <address>', 'address to listen on (default 127.0.0.1)'],
      ['--port <n>', 'port; when taken, the next free one (default 4180)'],
      ['--samples', 'read the bundled sample reports when the store is empty'],
      ['--watch', 'watch the sources of sources.json in the data folder as well'],
      ['--get <path>', 'answer one request on standard output, without a socket'],
    ],
    load: () => import('./commands/serve.ts'),
  },
  {
    name: 'backup',
    args: '<file>',
    help: 'copy the embedded store into one file while it is in use',
    example: 'trucewatch backup trucewatch-2022-09-15.sqlite',
    options: [DATA],
    load: () => import('./commands/backup.ts'),
  },
  {
    name: 'restore',
    args: '<file>',
    help: 'put a backup in the place of an empty or missing store, or add a bundle to any store',
    example: 'trucewatch restore trucewatch-2022-09-15.sqlite --data ./restored',
    options: [DATA],
    load: () => import('./commands/restore.ts'),
  },
  {
    name: 'gazetteer',
    args: '<verb> [file]',
    help: 'import places from a GeoNames dump (tab-separated), or go back to the bundled ones',
    example: 'trucewatch gazetteer import AM.txt --countries AM,AZ',
    options: [DATA, ['--countries <codes>', 'take only these countries, by two-letter codes']],
    load: () => import('./commands/gazetteer.ts'),
  },
  {
    name: 'doctor',
    help: 'check environment, store and lexicons, and say what to do about what is wrong',
    example: 'trucewatch doctor',
    options: [DATA, JSON_OUT],
    load: () => import('./commands/doctor.ts'),
  },
  {
    name: 'settings',
    help: 'effective settings and the variables that set them',
    example: 'TRUCEWATCH_PORT=5000 trucewatch settings',
    options: [JSON_OUT],
    load: () => import('./commands/settings.ts'),
  },
  {
    name: 'completion',
    args: '<shell>',
    help: 'print the script that completes commands and options in bash, zsh, fish or powershell',
    example: 'source <(trucewatch completion bash)',
    load: () => import('./commands/completion.ts'),
  },
  {
    name: 'complete',
    args: '[words...]',
    help: 'what could stand next on a command line; the scripts of `completion` call it',
    example: 'trucewatch complete -- led',
    load: () => import('./commands/complete.ts'),
  },
];

/** Adds every command of the table to the program. */
export const COMMANDS: readonly ((root: Command) => void)[] = ROWS.map((row) => (root) => define(row, root));

function define(row: CommandRow, root: Command): void {
  const command = root
    .command(`${row.name}${row.args === undefined ? '' : ` ${row.args}`}`)
    .summary(row.help)
    .description(row.help);
  for (const [flags, help] of row.options ?? []) command.option(flags, help);
  command.addHelpText('after', `\nExample:\n  $ ${row.example}`);
  command.action(async (...args: unknown[]) => {
    const implementation = (await row.load()) as { run: (...args: unknown[]) => Promise<void> | void };
    await implementation.run(...args);
  });
}
