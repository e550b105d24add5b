/** Makes sure that the built desk is there and as new as its sources: in a clone nobody should have to think of it. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the built desk. Builds it in a clone when it is missing or older than `web/`; a package brings it built. */
export async function ensureWeb(root: string, say: (words: string) => void): Promise<string> {
  const built = join(root, 'dist/web');
  const sources = join(root, 'web');
  if (!existsSync(sources) || isFresh(join(built, 'index.html'), sources)) return built;
  say('Building the desk (once, a few seconds).');
  const { build } = await import('vite');
  await build({ root: sources, logLevel: 'error' });
  return built;
}

function isFresh(index: string, sources: string): boolean {
  const built = statSync(index, { throwIfNoEntry: false });
  return built !== undefined && newest(sources) <= built.mtimeMs;
}

function newest(folder: string): number {
  let time = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) time = Math.max(time, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return time;
}
