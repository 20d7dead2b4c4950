// npm run lodestone -- <verb> [options]
import path from 'node:path'
import { buildAll } from './build.mjs'
import { root } from './bundle.mjs'
import { becomeNode } from './processes.mjs'

await buildAll({ server: true, web: process.argv[2] === 'serve' })
becomeNode(['--enable-source-maps', path.join(root, 'app/dist/cli.js'), ...process.argv.slice(2)])
