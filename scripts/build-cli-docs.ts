/** Writes docs/cli.md from the command table, so that it cannot say anything else. `--check` fails when it is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cliPage } from './cli-page.ts';

const FILE = new URL('../docs/cli.md', import.meta.url);
const page = cliPage();

if (process.argv.includes('--check')) {
  if (readFileSync(FILE, 'utf8') !== page) throw new Error('docs/cli.md is stale: run node scripts/build-cli-docs.ts');
} else writeFileSync(FILE, page);
