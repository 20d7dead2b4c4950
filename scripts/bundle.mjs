import { isBuiltin } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Bundles one server entry: our own three workspaces go in, packages stay in node_modules. */
export async function bundle(entry, outFile, define = {}) {
  const build = await rolldown({
    input: path.join(root, entry),
    platform: 'node',
    external: id => isBuiltin(id) || (/^[@a-z]/.test(id) && !id.startsWith('@lodestone/')),
    transform: { define: { 'process.env.LODESTONE_CRASH_POINTS': '"off"', ...define }, jsx: 'react-jsx' },
    tsconfig: false,
    logLevel: 'warn',
  })
  await build.write({ file: path.join(root, outFile), format: 'esm', sourcemap: true, codeSplitting: false })
  await build.close()
  return path.join(root, outFile)
}
