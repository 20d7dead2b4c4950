import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = process.env.LODESTONE_PUBLIC_URL ?? 'http://localhost:3000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressedTwins()],
  // The server puts its own nonce here, a new one in every answer.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    // A data: address would need a wider content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Left alone, what pages share becomes a dozen small files; the first page is to need few, and no dialog.
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
            { name: 'frame', tags: ['$initial'], priority: 2 },
            { name: 'parts', test: /[\\/]src[\\/]ui[\\/](?!i18n|ShortcutHelp|ConfirmDialog|ChoiceBoxes)/, priority: 1 },
            {
              name: 'home',
              test: /[\\/](hiring[\\/]home|home-warnings|one-click-export[\\/](Exports|Refused|export-news)|match-desk[\\/](Doubts|doubts-waiting\.module|desk-counts))/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': server, '/hooks': server, '/linkedin': server } },
})

/** The server hands these out instead, so that it never compresses while somebody waits. */
function compressedTwins(): Plugin {
  return {
    name: 'compressed-twins',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const names = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      for (const name of names.filter(one => /\.(js|css|svg)$/.test(one))) {
        const file = path.join(dir, name)
        const bytes = readFileSync(file)
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
      }
    },
  }
}
