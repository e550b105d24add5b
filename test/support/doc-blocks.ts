/** The fenced blocks of the README and of the documents, and the commands that stand within sentences and tables. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

export const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: ROOT }).toSorted()];

export interface DocBlock {
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** What stands behind the fence: `sh`; empty for a bare one. */
  readonly language: string;
  readonly text: string;
  /** The last line above that is not empty. */
  readonly above: string;
}

export const textOf = (document: string): string => readFileSync(join(ROOT, document), 'utf8');

export function blocksOf(document: string): readonly DocBlock[] {
  const text = textOf(document);
  return [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(({ index, 1: language, 2: body }) => {
    const before = text.slice(0, index).trimEnd().split('\n');
    const line = text.slice(0, index).split('\n').length;
    return { line, language: language!, text: body!, above: before.at(-1)! };
  });
}

/** What stands as code within a line: "`src/pipeline.ts`". */
export const inlineCode = (document: string): readonly string[] =>
  [...withoutBlocks(document).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!);

/** Commands of ours among it: "`trucewatch sources retry`". */
export const inlineCommands = (document: string): readonly string[] =>
  inlineCode(document).filter((code) => /^(?:[A-Z_]+=\S+ )?trucewatch /.test(code));

/** Those that fill a cell of a table: they are examples. */
export const tableCommands = (document: string): readonly string[] =>
  [...withoutBlocks(document).matchAll(/\| `(trucewatch [^`|\n]+)` +\|/g)].map(([, command]) => command!);

const withoutBlocks = (document: string): string => textOf(document).replaceAll(/^```[\s\S]*?^```$/gm, '');
