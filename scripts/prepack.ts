/** Makes what a release holds beside the repository's own files: compiled program, built desk, licences, bill of materials. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureWeb } from '../src/serve/build-web.ts';

const ROOT = join(import.meta.dirname, '..');

rmSync(join(ROOT, 'lib'), { recursive: true, force: true });
execFileSync('tsc', ['-p', 'tsconfig.build.json'], { cwd: ROOT, stdio: 'inherit' });
await ensureWeb(ROOT, (words) => console.error(words));
await import('./build-licences.ts');
