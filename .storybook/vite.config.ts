import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  // Storybook's renderer imports this one unbundled; without it two copies of lit-html are loaded.
  optimizeDeps: { include: ['lit/directive-helpers.js'] },
  build: { target: 'es2022', chunkSizeWarningLimit: 4000 },
});
