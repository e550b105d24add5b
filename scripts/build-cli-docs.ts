/** Writes docs/cli.md and man/trucewatch.1 from the command table, so that they cannot say anything else. `--check` fails when one is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cliPage } from './cli-page.ts';
import { manPage } from './man-page.ts';

const PAGES = [
  ['docs/cli.md', cliPage()],
  ['man/trucewatch.1', manPage()],
] as const;

for (const [path, page] of PAGES) {
  const file = new URL(`../${path}`, import.meta.url);
  if (!process.argv.includes('--check')) writeFileSync(file, page);
  else if (readFileSync(file, 'utf8') !== page) throw new Error(`${path} is stale: run node scripts/build-cli-docs.ts`);
}
