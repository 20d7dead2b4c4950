import { isBuiltin } from 'node:module'
import path from 'node:path'
import { rolldown } from 'rolldown'
import { projectRoot } from '../paths.ts'

/** A program of ours as one file. It has to lie inside the project, where its packages are found. */
export async function bundleProgram(entry: string, file: string, crashPoints: 'on' | 'off' = 'off'): Promise<string> {
  const build = await rolldown({
    input: path.join(projectRoot, entry),
    platform: 'node',
    external: id => isBuiltin(id) || (/^[@a-z]/.test(id) && !id.startsWith('@lodestone/')),
    transform: { define: { 'process.env.LODESTONE_CRASH_POINTS': JSON.stringify(crashPoints) }, jsx: 'react-jsx' },
    tsconfig: false,
    logLevel: 'warn',
  })
  await build.write({ file, format: 'esm', codeSplitting: false })
  await build.close()
  return file
}
