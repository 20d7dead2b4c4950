import type { ModuleFacts } from './parse-module.ts'
import { placeOf } from './places.ts'
import { listFiles, read } from './source-files.ts'

/** A table is written by one slice only; tests and their builders may write where they like. */
export function findSharedTables(root: string, modules: ReadonlyMap<string, ModuleFacts>): string[] {
  const tables = readTables(root)
  const writers = new Map<string, Map<string, string>>()
  for (const [file, { writes }] of modules) {
    const place = placeOf(file)
    if (place.workspace !== 'app' || place.isTest) continue
    for (const { table, line } of writes) {
      if (!tables.has(table)) continue
      const slices = writers.get(table) ?? new Map<string, string>()
      if (!slices.has(place.slice)) slices.set(place.slice, `${file}:${line}`)
      writers.set(table, slices)
    }
  }
  return [...writers]
    .filter(([, slices]) => slices.size > 1)
    .map(
      ([table, slices]) =>
        `The table ${table} is written in ${[...slices.values()].join(' and ')}: one slice owns a table, others call its verbs.`,
    )
}

function readTables(root: string): Set<string> {
  const names = listFiles(root, 'app/migrations', /\.sql$/).flatMap(file =>
    [...read(root, file).matchAll(/create table (?:if not exists )?(\w+)/gi)].map(match => match[1] ?? ''),
  )
  return new Set(names)
}
