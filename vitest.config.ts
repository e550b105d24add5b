import { defineConfig } from 'vitest/config';

/** Two projects: `unit` needs nothing but Node, `browser` drives a real Chromium against the real server. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          testTimeout: 30_000,
          // Lexicons and the coder are loaded once a process, not once a file; nothing of ours keeps state between calls
          isolate: false,
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
