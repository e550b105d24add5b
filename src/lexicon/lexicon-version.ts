/** What the coder's version says of the lexicons: a hash over all their files, the gazetteer included. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../lexicons/', import.meta.url);

/** SHA-256 in hex over names and contents in order of name; `gazetteer` is an imported file that takes the place of ours. */
export function lexiconVersion(gazetteer?: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:jsonl|gz)$/.test(name));
  for (const name of files.map((file) => file.replaceAll('\\', '/')).sort())
    hash.update(name).update(readFileSync(new URL(name, ROOT)));
  if (gazetteer !== undefined) hash.update(readFileSync(gazetteer));
  return hash.digest('hex');
}
