import { defineConfig } from 'vitest/config'

const hookTimeout = 60_000

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'rsc', include: ['rsc/**/*.test.ts'] } },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
        test: { name: 'sandbox', include: ['sandbox/**/*.test.{ts,tsx}'], hookTimeout, testTimeout: 20_000 },
      },
      // Not isolated: the files of one worker share its database, which takes seconds to make.
      {
        test: {
          name: 'app',
          include: ['app/**/*.test.{ts,tsx}'],
          isolate: false,
          hookTimeout,
          testTimeout: 60_000,
        },
      },
      { test: { name: 'scripts', include: ['scripts/**/*.test.ts'], hookTimeout, testTimeout: 60_000 } },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          hookTimeout: 180_000,
          testTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
