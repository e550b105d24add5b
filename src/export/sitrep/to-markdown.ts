/** The report's content put into its template: Markdown with footnotes, the one form that pages and PDF are made from. */
import { Liquid } from 'liquidjs';
import { TrucewatchError } from '../../model/errors.ts';
import type { Note } from './notes.ts';
import type { Sitrep } from './report.ts';

/** Pictures that a template may place with `{% picture NAME %}`. */
export const PICTURES = ['timeline', 'map'] as const;
export type PictureName = (typeof PICTURES)[number];

/** Characters that mean something in Markdown; words of reports never become markup. */
const MARKUP = /[\\`*_[\]<>|#~]/g;

/** Bounds of a template, so that one with an endless loop ends. */
const LIMITS = { parseLimit: 1_000_000, renderLimit: 5_000, memoryLimit: 50_000_000 };

/** Markdown of a report. Throws `bad-option` for a template that cannot be read, with the place of the mistake. */
export async function markdownOf(
  sitrep: Sitrep,
  template: string,
  pictures: ReadonlySet<PictureName>,
): Promise<string> {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    jsTruthy: true,
    ownPropertyOnly: true,
    ...LIMITS,
  });
  engine.registerFilter('upcase_first', (text: string) => text.charAt(0).toUpperCase() + text.slice(1));
  engine.registerTag('picture', {
    parse(token) {
      this['name'] = token.args.trim();
    },
    render() {
      const name = this['name'] as PictureName;
      return pictures.has(name) ? `![${name}](picture:${name})` : '';
    },
  });
  try {
    const text = (await engine.parseAndRender(template, {
      ...escaped(sitrep),
      notes_list: NOTES_LIST,
    })) as string;
    return `${withNotes(text, sitrep.notes)
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()}\n`;
  } catch (cause) {
    const { message } = cause as Error;
    throw new TrucewatchError(
      'bad-option',
      `The template cannot be used: ${message.split('\n')[0]}. Mend it there.`,
      cause,
    );
  }
}

/** Stands in the place of the notes until it is known which the template shows. */
const NOTES_LIST = 'notes-of-this-report';

/** Marks numbered in the order in which they stand in the text, and the notes that they lead to; others are left out. */
function withNotes(text: string, notes: readonly Note[]): string {
  const numbers = new Map<number, number>();
  const body = text.replaceAll(/\[\^(\d+)\]/g, (_, mark: string) => {
    const number = numbers.get(Number(mark)) ?? numbers.size + 1;
    numbers.set(Number(mark), number);
    return `[^${number}]`;
  });
  const lines = [...numbers].map(([mark, number]) => noteLine(number, notes[mark - 1]!));
  return body.replace(NOTES_LIST, () => lines.join('\n\n'));
}

const noteLine = (number: number, { words, source, url }: Note): string =>
  `[^${number}]: “${escapeMarkdown(words)}” — ${escapeMarkdown(source)}${url === undefined || !/^https?:\/\/[^\s<>]+$/.test(url) ? '' : ` <${url}>`}`;

/** Everything that the template shows, with markup taken out; marks of notes stay. */
function escaped(value: unknown): object {
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return escapeMarkdown(one).replaceAll(/\\\[\^(\d+)\\\]/g, '[^$1]');
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one === 'object' && one !== null)
      return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]));
    return one;
  };
  return walk(value) as object;
}

const escapeMarkdown = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(MARKUP, String.raw`\$&`);
