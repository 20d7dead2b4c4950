// Node 20 cannot run TypeScript: bundles one script and runs it. node scripts/run.mjs scripts/db-types.ts [arguments]
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'

const [entry, ...rest] = process.argv.slice(2)
const file = await bundle(entry, path.join('dist', 'scripts', `${path.basename(entry, '.ts')}.js`))
process.argv = [process.argv[0], file, ...rest]
await import(pathToFileURL(file).href)
