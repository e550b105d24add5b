import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The desk is built into `dist/web`. No inline script or style: the content security policy allows none. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
});
