/** Finds and reads the benchmark packs of the local data folder, or texts of our own where there is none. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface PackDocument {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly published?: string;
}

/** Every second document of a pack: errors are read in the even half, the odd half tells whether a rule is general. */
export type Half = 'even' | 'odd';

/** Documents of a pack without their gold, or undefined when the pack is not at hand. */
export function readPack(folder: string, name: string, half?: Half): PackDocument[] | undefined {
  return readGold(folder, name, half)?.map((line) => {
    const { id, text, title, published } = line as PackDocument;
    return { id, text, ...(title !== undefined && { title }), ...(published !== undefined && { published }) };
  });
}

/** Documents of a pack with their gold, as the pack writes them. */
export function readGold(folder: string, name: string, half?: Half): unknown[] | undefined {
  const file = goldFile(folder, name);
  if (file === undefined) return undefined;
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  const kept = half === undefined ? lines : lines.filter((_, index) => (index % 2 === 0) === (half === 'even'));
  return kept.map((line) => JSON.parse(line) as unknown);
}

export function goldFile(folder: string, name: string): string | undefined {
  return [`${name}.jsonl`, `${name}.jsonl.gz`]
    .map((file) => join(folder, 'dev', file))
    .find((file) => existsSync(file));
}

/** The bundled sample reports, over and over, where no wires are at hand: so that the bench runs in any clone. */
export function sampleTexts(copies: number): PackDocument[] {
  const folder = join(import.meta.dirname, '../examples/reports');
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  return Array.from({ length: copies }, (_, index) => ({ id: `sample-${index}`, text: texts[index % texts.length]! }));
}

export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;
