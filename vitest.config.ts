import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rooms',
          include: [
            'packages/{calendar,dsl,domain,db,operations,api}/**/*.test.ts',
            'apps/{cli,worker,sandbox,server,portal,desk}/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      'packages/ui',
    ],
  },
})
