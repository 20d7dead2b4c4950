import os from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './e2e/longest-first.ts'

const hookTimeout = 60_000

export default defineConfig({
  test: {
    // Vitest leaves one core alone, which on a machine of two is half of it.
    maxWorkers: Math.min(os.availableParallelism(), 4),
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: 'rsc', include: ['rsc/**/*.test.ts'] } },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
        test: { name: 'sandbox', include: ['sandbox/**/*.test.{ts,tsx}'], hookTimeout, testTimeout: 20_000 },
      },
      // Not isolated: the files of one worker share its embedded database, which takes seconds to make. On a server each file has its own.
      {
        test: {
          name: 'app',
          include: ['app/**/*.test.{ts,tsx}'],
          isolate: false,
          setupFiles: ['app/src/platform/testing/after-each-file.ts'],
          hookTimeout,
          testTimeout: 60_000,
        },
      },
      { test: { name: 'scripts', include: ['{scripts,bench}/**/*.test.ts'], hookTimeout, testTimeout: 60_000 } },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          hookTimeout: 180_000,
          testTimeout: 300_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
})
