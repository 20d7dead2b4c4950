import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.LODESTONE_PUBLIC_URL ?? 'http://localhost:3000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The server puts its own nonce here, a new one in every answer.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    // A data: address would need a wider content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Few large shared files instead of dozens of small ones: the first page stays under twenty requests.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
            { name: 'frame', test: /node_modules[\\/](@tanstack|i18next|react-i18next|hono)[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': server, '/hooks': server } },
})
