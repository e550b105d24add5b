/** Makes docs/lexicons.md from the lists themselves: what each holds, where it is from, what it lacks, how entries look. */
import { readdirSync, readFileSync } from 'node:fs';
import { loadSituations } from '../src/lexicon/situations.ts';

const FOLDER = new URL('../lexicons/en/', import.meta.url);

type Entry = Readonly<Record<string, unknown>> & { readonly id: string };

interface List {
  readonly file: string;
  readonly origin: string;
  readonly gaps: string;
  readonly entries: readonly Entry[];
}

/** The whole page. */
export function lexiconPage(): string {
  const lists = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.jsonl'))
    .toSorted()
    .map(readList);
  return [
    '# Lexicons',
    '',
    'Made by `node scripts/build-lexicon-docs.ts`; a test fails when it is stale. One JSON object a line, sorted by `id`;',
    'every entry has `id`, `forms` (all wordings) and `source`, some a `note`. Dates are ISO prefixes with both ends',
    'included. Add a line, run the tests: they name what is wrong. How forms match: lower case in any casing, a capital',
    'only capitalised words, two to six capitals only capitals.',
    '',
    '| list | entries | wordings |',
    '|---|---:|---:|',
    ...lists.map(({ file, entries }) => `| [${file}](#${file}) | ${entries.length} | ${wordings(entries)} |`),
    '',
    ...lists.flatMap(sectionOf),
    ...situationSection(),
  ].join('\n');
}

function readList(name: string): List {
  const lines = readFileSync(new URL(name, FOLDER), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const [first, ...rest] = lines.map(
    (line) => JSON.parse(line) as Entry & { lexicon?: string; origin?: string; gaps?: string },
  );
  const header = first?.lexicon === undefined ? undefined : first;
  const file = name.replace('.jsonl', '');
  return {
    file,
    origin: header?.origin ?? '',
    gaps: header?.gaps ?? '',
    entries: header === undefined && first ? [first, ...rest] : rest,
  };
}

const formsOf = (entry: Entry): readonly unknown[] => (Array.isArray(entry['forms']) ? entry['forms'] : []);
const wordings = (entries: readonly Entry[]): number => entries.reduce((sum, entry) => sum + formsOf(entry).length, 0);

function sectionOf({ file, origin, gaps, entries }: List): string[] {
  return [
    `## ${file}`,
    '',
    `${entries.length} entries, ${wordings(entries)} wordings. ${sentence(origin)}`,
    ...(gaps === '' ? [] : ['', `Gaps: ${sentence(gaps)}`]),
    '',
    '| field | in entries | for example |',
    '|---|---:|---|',
    ...fieldsOf(entries),
    '',
    ...[0.2, 0.5, 0.8].map((part) => `- ${exampleOf(entries[Math.floor(entries.length * part)]!)}`),
    '',
  ];
}

const sentence = (text: string): string => cell(text === '' || /[.!?]$/.test(text) ? text : `${text}.`);
const cell = (text: string): string => text.replaceAll('|', '\\|');

/** Fields beyond those of every entry, with the value that stands most often. */
function fieldsOf(entries: readonly Entry[]): string[] {
  const fields = new Map<string, Map<string, number>>();
  for (const entry of entries)
    for (const [name, value] of Object.entries(entry)) {
      if (name === 'id' || name === 'forms' || name === 'source') continue;
      const values = fields.get(name) ?? new Map<string, number>();
      const text = shorten(JSON.stringify(value));
      fields.set(name, values.set(text, (values.get(text) ?? 0) + 1));
    }
  return [...fields].map(([name, values]) => {
    const count = [...values.values()].reduce((sum, each) => sum + each, 0);
    const [example] = [...values].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
    return `| \`${name}\` | ${count} | \`${cell(example)}\` |`;
  });
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

function exampleOf(entry: Entry): string {
  const forms = formsOf(entry).slice(0, 4).map(String).join(', ');
  const rest = Object.entries(entry)
    .filter(([name]) => !['id', 'forms', 'source', 'note'].includes(name))
    .map(([name, value]) => `${name} ${shorten(JSON.stringify(value))}`);
  return `\`${entry.id}\`: ${[forms, ...rest].filter((part) => part !== '').join('; ')}`;
}

function situationSection(): string[] {
  const situations = loadSituations();
  return [
    '## situations',
    '',
    'Not words but configuration, in `situations/`: one file a conflict. A side has codes with a role (party, organ, ally,',
    'proxy) and the time in which it holds; `CODE|Name` is one actor by its name in `actors`. Partially recognised entities',
    'have the claiming state and the sector PRE as their code, and are sides here.',
    '',
    '| file | sides |',
    '|---|---|',
    ...situations.map(({ id, sides }) => `| ${id} | ${sides.map(({ name }) => name).join(' · ')} |`),
    '',
  ];
}
