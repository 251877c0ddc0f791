import path from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Both paths are said in full, so that the tests run the same from here and from the root.
  plugins: [svelte({ configFile: path.join(import.meta.dirname, 'svelte.config.js') })],
  test: {
    name: 'ui',
    environment: 'node',
    include: ['test/**/*.test.ts'],
    server: { deps: { inline: ['@lucide/svelte'] } },
  },
})
