import { existsSync } from 'node:fs'
import path from 'node:path'
import { explainPackage, explainStep } from './arrows.ts'
import { findCycles } from './find-cycles.ts'
import { findSharedTables } from './find-shared-tables.ts'
import type { ModuleFacts } from './parse-module.ts'
import { parseModule } from './parse-module.ts'
import { placeOf } from './places.ts'
import { listFiles, read } from './source-files.ts'

const folders = ['rsc', 'sandbox', 'app', 'e2e', 'scripts', 'bench']

/** Holds the tree to the arrows of ARCHITECTURE.md. One sentence for each import that goes the wrong way. */
export function checkImports(root: string): string[] {
  const violations: string[] = []
  const modules = new Map<string, ModuleFacts>()
  for (const file of folders.flatMap(folder => listFiles(root, folder, /\.(tsx?|mjs)$/))) {
    modules.set(file, parseModule(file, read(root, file)))
  }

  const graph = new Map<string, string[]>()
  for (const [file, { imports, isBarrel }] of modules) {
    const targets: string[] = []
    if (isBarrel)
      violations.push(`${file} only passes on other files’ exports: import from the file that makes the thing.`)
    for (const { specifier, line } of imports) {
      const target = resolve(file, specifier)
      const problem = target === undefined ? explainPackage(placeOf(file), specifier) : judge(root, file, target)
      if (problem) violations.push(`${file}:${line} imports ${specifier}: ${problem}`)
      if (target !== undefined) targets.push(target)
    }
    graph.set(file, targets)
  }
  for (const cycle of findCycles(graph)) {
    violations.push(`${cycle.join(' -> ')} is a circle: move what both need into a file of its own.`)
  }
  return [...violations, ...findSharedTables(root, modules)]
}

function judge(root: string, file: string, target: string): string | undefined {
  if (!existsSync(path.join(root, target))) return `there is no file ${target}.`
  return explainStep(placeOf(file), placeOf(target))
}

/** The file behind an import; undefined for a package. */
function resolve(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''))
  const workspace = /^@lodestone\/(\w+)\/(.+)$/.exec(specifier)
  if (!workspace) return undefined
  return specifier === '@lodestone/rsc/coverage' ? 'rsc/coverage.ts' : `${workspace[1]}/src/${workspace[2]}.ts`
}
