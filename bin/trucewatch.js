#!/usr/bin/env node
// Starts the command line: in a clone from its TypeScript, in the package from what was compiled of it. The machine's
// own Node may be older: in a clone the one that npm installed beside us takes over. This file runs on Node 18 and later.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = 26;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'src/cli/main.ts');
const isClone = existsSync(source);
const main = isClone ? source : join(root, 'lib/cli/main.js');

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  // A small young generation and a heap that grows by steps of 30%: a fifth less memory for coding at about the same speed.
  // Not where the heap was set, by people or for an archive: there it would cost a quarter of the speed of folding
  if (!process.execArgv.some((flag) => flag.startsWith('--max-old-space-size'))) {
    const { setFlagsFromString } = await import('node:v8');
    setFlagsFromString('--semi-space-growth-factor=1');
    setFlagsFromString('--max-semi-space-size=4');
    setFlagsFromString('--heap-growing-percent=30');
  }
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(join(root, 'node_modules/.cache/trucewatch'));
  await import(pathToFileURL(main).href);
} else {
  const node = bundledNode();
  if (node === undefined) {
    const next = isClone
      ? 'Run `npm ci` here, which brings it.'
      : 'Install it from nodejs.org or your package manager.';
    console.error(`trucewatch: needs Node ${NEEDED} or later; this is ${process.version}. ${next}`);
    process.exit(1);
  }
  // With an arena for each of the engine's threads, glibc keeps some 50 MB that nobody uses
  const env = { MALLOC_ARENA_MAX: '1', ...process.env };
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit', env });
  process.on('SIGINT', () => {}); // the terminal sends it to the child as well, which ends by itself
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

/** Path of the Node binary that npm installed for this platform. */
function bundledNode() {
  const arch = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const require = createRequire(import.meta.url);
  for (const name of [`node-${arch}`, `node-bin-${arch}`]) {
    try {
      const path = join(dirname(require.resolve(`${name}/package.json`)), 'bin', file);
      if (existsSync(path)) return path;
    } catch {
      // not the package of this platform
    }
  }
  return undefined;
}
