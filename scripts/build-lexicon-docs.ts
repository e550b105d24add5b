/** Writes docs/lexicons.md from the lists. `--check` fails when it is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { lexiconPage } from './lexicon-page.ts';

const FILE = new URL('../docs/lexicons.md', import.meta.url);
const page = lexiconPage();

if (process.argv.includes('--check')) {
  if (readFileSync(FILE, 'utf8') !== page)
    throw new Error('docs/lexicons.md is stale: run node scripts/build-lexicon-docs.ts');
} else writeFileSync(FILE, page);
