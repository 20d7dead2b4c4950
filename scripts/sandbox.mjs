// npm run sandbox -- [options of the sandbox]
import path from 'node:path'
import { buildAll } from './build.mjs'
import { root } from './bundle.mjs'
import { becomeNode } from './processes.mjs'

await buildAll({ sandbox: true })
becomeNode(['--enable-source-maps', path.join(root, 'sandbox/dist/main.js'), ...process.argv.slice(2)])
