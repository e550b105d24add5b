/**
 * The text of docs/codebook.md: every kind with its slots, every PLOVER category with the words that code it, every
 * rule, and every error, taken from the sources and the lexicons themselves.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_KEYS, TrucewatchError } from '../src/model/errors.ts';
import { PLOVER_QUAD, type Quad } from '../src/model/vocabulary.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const QUADS: Readonly<Record<Quad, string>> = {
  VC: 'verbal cooperation',
  MC: 'material cooperation',
  VX: 'verbal conflict',
  MX: 'material conflict',
};

/** The whole page. */
export function codebookPage(): string {
  const model = read('src/model/record.ts');
  return [
    '# Codebook',
    '',
    'Made by `node scripts/build-codebook.ts` from the sources and the lexicons; a test fails when it is stale. What the kinds mean in prose: [records](records.md). How entries, corroboration and status are decided: [the ledger](ledger.md). All words: [lexicons](lexicons.md).',
    '',
    '## Slots that all kinds have',
    '',
    ...slotTable(bodyOf(model, 'RecordBase')),
    ...kindsOf(model).flatMap(([kind, body]) => [`## ${kind}`, '', ...slotTable(body)]),
    '## Choices',
    '',
    'Values of slots that are one of a list.',
    '',
    '| type | values |',
    '|---|---|',
    ...choicesOf(`${model}\n${read('src/model/vocabulary.ts')}`),
    '',
    '## PLOVER categories',
    '',
    'Category, quad class, and how many wordings of `lexicons/en/events.jsonl` code it.',
    '',
    '| category | quad | wordings | for instance |',
    '|---|---|---:|---|',
    ...ploverRows(),
    '',
    '## Rules',
    '',
    'A record, an inferred slot, a join, a status or a diagnostic carries the name of its rule. Here each leads to its file.',
    '',
    '| rule | file | what the file does |',
    '|---|---|---|',
    ...ruleRows(),
    '',
    '## Errors',
    '',
    'Keys are permanent: scripts may rely on them. `…` stands for what the error is about.',
    '',
    '| key | message |',
    '|---|---|',
    ...ERROR_KEYS.map((key) => `| \`${key}\` | ${cell(new TrucewatchError(key, '…').message)} |`),
    '',
  ].join('\n');
}

function kindsOf(source: string): [kind: string, body: string][] {
  const kinds = [...source.matchAll(/export interface (\w+)Record extends RecordBase \{/g)];
  return kinds.map(([, name]) => [name!.toLowerCase(), bodyOf(source, `${name}Record`)]);
}

function bodyOf(source: string, name: string): string {
  const body = new RegExp(`export interface ${name}\\b[^{]*\\{([\\s\\S]*?)\\n\\}`).exec(source)?.[1];
  if (body === undefined) throw new Error(`src/model/record.ts has no interface ${name}`);
  return body;
}

function slotTable(body: string): string[] {
  const rows = [...body.matchAll(/(?:\/\*\*([\s\S]*?)\*\/\s*)?readonly (\w+)(\?)?: ([^;]+);/g)]
    .filter(([, , name]) => name !== 'kind')
    .map(([, comment, name, optional, type]) => {
      const slot = /^(readonly )?Slot<(.+?)>(\[\])?$/.exec(type!.replaceAll(/\s+/g, ' '));
      const held = slot === null ? type!.replaceAll('readonly ', '') : slot[2]!;
      const many = type!.endsWith('[]') ? 'several' : optional === undefined ? 'always' : 'if known';
      return `| \`${name}\` | ${cell(held.replace(/\[\]$/, ''))} | ${many} | ${slot === null ? '' : 'yes'} | ${cell(clean(comment))} |`;
    });
  return ['| slot | holds | how many | with words or rule | note |', '|---|---|---|---|---|', ...rows, ''];
}

function choicesOf(source: string): string[] {
  return [...source.matchAll(/export type (\w+) =\s*((?:\|?\s*'[^']+'\s*)+);/g)].map(
    ([, name, values]) => `| ${name} | ${[...values!.matchAll(/'([^']+)'/g)].map(([, value]) => value).join(', ')} |`,
  );
}

interface EventLine {
  readonly id: string;
  readonly forms?: readonly string[];
  readonly event?: string;
  readonly type?: string;
}

function ploverRows(): string[] {
  const lines = read('lexicons/en/events.jsonl').trim().split('\n');
  const entries = lines.map((line) => JSON.parse(line) as EventLine);
  return Object.entries(PLOVER_QUAD).map(([event, quad]) => {
    const own = entries.filter((entry) => entry.event === event || entry.type === event);
    const forms = own.flatMap(({ forms: all = [] }) => all.slice(0, 1));
    const step = Math.max(1, Math.floor(forms.length / 5));
    const examples = forms.filter((_, index) => index % step === 0).slice(0, 5);
    return `| ${event} | ${QUADS[quad]} | ${own.flatMap(({ forms: all = [] }) => all).length} | ${cell(examples.join(', '))} |`;
  });
}

function ruleRows(): string[] {
  const files = globSync('src/{annotate,code,ledger,read}/**/*.ts', { cwd: ROOT }).toSorted();
  const rows = files.flatMap((file) => {
    const text = read(file);
    const names = [...text.matchAll(/\brule(?:: | = |\()'([a-z][a-z0-9-]+)'/g)].map(([, name]) => name!);
    const head = clean(/^\/\*\*([\s\S]*?)\*\//.exec(text)?.[1]).split(/(?<=\.) /)[0]!;
    return [...new Set(names)].map((name) => `| \`${name}\` | \`${file.replace('src/', '')}\` | ${cell(head)} |`);
  });
  return rows.toSorted();
}

/** A doc comment as one line. */
const clean = (comment = ''): string =>
  comment
    .replaceAll(/\n\s*\*/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
