/** Situation reports: every line with its notes, every note with the words of a report, the same bytes each time. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocumentProxy, extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportAs } from '../../src/export/export-as.ts';
import { SPEECH } from '../../src/export/sitrep/language.ts';
import type { ExportSource, SitrepOptions } from '../../src/export/source.ts';
import { TrucewatchError } from '../../src/model/errors.ts';
import { bytesOf, frozenSource, sourceIn, textOf } from '../support/export.ts';
import { testStore, type TestStore } from '../support/stores.ts';

const PERIOD = { from: '2022-09-13', to: '2022-09-15' } satisfies SitrepOptions;
const HAS_PDFTOTEXT = spawnSync('pdftotext', ['-v']).error === undefined;
if (!HAS_PDFTOTEXT) process.stderr.write('pdftotext is not here: PDF files are read by unpdf alone\n');

test.each([
  [1.9, '1 hour without', 'нарушениях: 1 час.'],
  [47.9, '47 hours without', 'нарушениях: 47 часов.'],
  [48, '2 days without', 'нарушениях: 2 дня.'],
  [240.5, '10 days without', 'нарушениях: 10 дней.'],
])('%d hours of quiet are told as on the desk', (hours, english, russian) => {
  expect(SPEECH.en.quiet(hours)).toContain(english);
  expect(SPEECH.ru.quiet(hours)).toContain(russian);
});

describe('situation report of the samples', () => {
  let source: ExportSource;
  let markdown: string;
  beforeAll(async () => {
    source = await frozenSource();
    markdown = await textOf(exportAs('sitrep-md', source, PERIOD));
  });

  const section = (heading: string): string => markdown.split(`\n## ${heading}`)[1]?.split('\n## ')[0] ?? '';
  const bullets = (heading: string): string[] => section(heading).match(/^- .+$/gm) ?? [];

  test.each(['Alleged acts', 'Losses', 'Requests and calls', 'Where reports differ'])(
    'every line of "%s" has a note',
    (heading) => {
      expect(bullets(heading).length).toBeGreaterThan(0);
      for (const line of bullets(heading)) expect(line).toMatch(/\[\^\d+\]/);
    },
  );

  test('every mark has its note, every note is used, and its words stand in its report', async () => {
    const notes = new Map(
      [...markdown.matchAll(/^\[\^(\d+)\]: “(.+)” — (.+)$/gm)].map(([, number, words]) => [number!, words!]),
    );
    const marks = new Set([...markdown.matchAll(/(?<!^)\[\^(\d+)\]/gm)].map(([, number]) => number!));
    expect([...marks].filter((number) => !notes.has(number))).toEqual([]);
    expect([...notes.keys()].filter((number) => !marks.has(number))).toEqual([]);
    const ids = source.ledger.entries.flatMap(({ reports }) => reports);
    const texts = (await source.reports([...new Set(ids)])).map(({ text }) => text.replaceAll(/\s+/g, ' '));
    for (const words of notes.values()) {
      const plain = words.replaceAll(/\\(.)/g, '$1').replace(/ …$/, '');
      expect(
        texts.some((text) => text.includes(plain)),
        plain,
      ).toBe(true);
    }
  });

  test('accusations are told as the word of their accuser, and nothing is added up', () => {
    const alleged = source.ledger.entries.filter(
      (entry) => entry.kind === 'incident' && entry.slots.some(({ name }) => name === 'accuser'),
    );
    expect(alleged.length).toBeGreaterThan(3);
    for (const line of bullets('Alleged acts'))
      expect(line).toMatch(/alleged by|as the reports tell it|^- [^:]+: [A-Z][^:]*\./);
    expect(markdown.split('## Notes')[0]).not.toMatch(/\btotal\b/i);
  });

  test('the same input gives the same bytes, in every form', async () => {
    for (const format of ['sitrep-md', 'sitrep-html', 'sitrep-pdf']) {
      const [one, other] = [
        await bytesOf(await exportAs(format, source, PERIOD)),
        await bytesOf(await exportAs(format, source, PERIOD)),
      ];
      expect(Buffer.from(one).equals(Buffer.from(other)), format).toBe(true);
    }
  });

  test('the page holds timeline and map, and every note is a place that a mark leads to', async () => {
    const page = await textOf(exportAs('sitrep-html', source, PERIOD));
    expect(page.match(/<svg /g)).toHaveLength(2);
    const targets = new Set([...page.matchAll(/ id="(note-\d+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/ href="#(note-\d+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((id) => !targets.has(id))).toEqual([]);
    expect(page).not.toMatch(/<script|<img|<link|src=|url\(/i);
  });

  test('the PDF has text that can be selected and bookmarks for its headings', async () => {
    const bytes = await bytesOf(await exportAs('sitrep-pdf', source, { ...PERIOD, language: 'ru' }));
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const outline = (await pdf.getOutline()) as readonly { title: string; items: readonly { title: string }[] }[];
    expect(outline[0]!.items.map(({ title }) => title)).toContain('Заявленные действия');
    const { text } = await extractText(pdf, { mergePages: true });
    expect(text).toContain('Соблюдается ли перемирие?');
    expect(text).toContain('Армения – Азербайджан');
    if (!HAS_PDFTOTEXT) return;
    const folder = mkdtempSync(join(tmpdir(), 'trucewatch-pdf-'));
    writeFileSync(join(folder, 'report.pdf'), bytes);
    const read = execFileSync('pdftotext', ['-enc', 'UTF-8', join(folder, 'report.pdf'), '-'], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(read).toContain('Где сообщения расходятся');
  });

  test('both languages have all words', () => {
    const shape = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .toSorted(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, inner]) => [key, shape(inner)]),
          )
        : typeof value;
    expect(shape(SPEECH.ru)).toEqual(shape(SPEECH.en));
  });

  test('a mission changes the template without code', async () => {
    const template =
      '# Brief on {{ situation }}\n\n{% for truce in truces %}{{ truce.title }}: {{ truce.status }}\n\n{% endfor %}';
    const brief = await textOf(exportAs('sitrep-md', source, { ...PERIOD, template }));
    expect(brief).toMatch(/^# Brief on Armenia – Azerbaijan\n\nArmenia – Azerbaijan/);
  });

  test.each([
    ['an unknown value', '{{ nonsense }}'],
    ['an open tag', '{% for truce in truces %}'],
    ['an endless loop', '{% for a in (1..100000000) %}{{ a }}{% endfor %}'],
    ['a file of the machine', "{% include '/etc/passwd' %}"],
  ])('a template with %s is refused with the next step', async (_, template) => {
    const made = exportAs('sitrep-md', source, { ...PERIOD, template }).then(textOf);
    await expect(made).rejects.toThrow(TrucewatchError);
    await expect(made).rejects.toThrow(/Mend it there/);
  });

  test('a period that ends before it begins is refused', async () => {
    const made = exportAs('sitrep-md', source, { from: '2022-09-15', to: '2022-09-13' }).then(textOf);
    await expect(made).rejects.toThrow(/ends before it begins/);
  });

  test('a day without anything says so', async () => {
    const empty = await textOf(exportAs('sitrep-md', source, { from: '2022-09-30', to: '2022-09-30' }));
    expect(empty).toContain('No act is alleged in this period.');
  });
});

describe('situation report of hostile input', () => {
  let stored: TestStore;
  beforeAll(async () => void (stored = await testStore('sqlite')));
  afterAll(() => stored.remove());

  test('words of reports never become markup', async () => {
    const text =
      'YEREVAN, September 13. Armenia\'s Defence Ministry said Azerbaijan\'s troops shelled the town of Goris | "<script>alert(1)</script> **no** [^9] [link](javascript:x)" on September 13.';
    const source = await sourceIn(stored.store, [
      { id: 'bad', text, published: '2022-09-13', outlet: '<img src=x onerror=alert(1)>', url: 'javascript:alert(1)' },
    ]);
    const page = await textOf(exportAs('sitrep-html', source, { from: '2022-09-13', to: '2022-09-13' }));
    expect(page).toContain('Goris');
    expect(page).not.toMatch(/<script|<img|href="javascript:/i);
    expect(page).toContain('&lt;script&gt;');
  });
});
