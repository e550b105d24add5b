/** docs/lexicons.md says what the lists say. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lexiconPage } from '../../scripts/lexicon-page.ts';

test('docs/lexicons.md is fresh: else run node scripts/build-lexicon-docs.ts', () => {
  expect(readFileSync(new URL('../../docs/lexicons.md', import.meta.url), 'utf8')).toBe(lexiconPage());
});
