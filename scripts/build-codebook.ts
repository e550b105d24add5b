/** Writes docs/codebook.md from the sources and the lexicons. `--check` fails when it is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { codebookPage } from './codebook-page.ts';

const FILE = new URL('../docs/codebook.md', import.meta.url);
const page = codebookPage();

if (!process.argv.includes('--check')) writeFileSync(FILE, page);
else if (readFileSync(FILE, 'utf8') !== page)
  throw new Error('docs/codebook.md is stale: run node scripts/build-codebook.ts');
