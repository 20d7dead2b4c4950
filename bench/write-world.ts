import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { kinds } from '../app/src/bulk/kinds.ts'
import type { Manifest } from '../app/src/bulk/manifest.ts'
import { digestOf, fileOf, writeManifestFile } from '../app/src/bulk/manifest.ts'
import { migrationsFolder } from '../app/src/platform/paths.ts'
import { tenantId, type World } from './world.ts'
import { linesOf } from './world-lines.ts'

/** Writes the world as an export would: the import cannot tell it from one. Answers how many lines it has. */
export async function writeWorld(world: World, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true })
  const lines = linesOf(world)
  const manifest: Manifest = {
    format: 'lodestone-export-1',
    instance: tenantId,
    migration: await newestMigrationFile(),
    files: [],
  }
  for (const { name } of kinds) {
    const file = fileOf(folder, name)
    const rows = await writeLines(file, lines[name] ?? [])
    manifest.files.push({ kind: name, rows, sha256: await digestOf(file) })
  }
  await writeManifestFile(folder, manifest)
  return manifest.files.reduce((sum, file) => sum + file.rows, 0)
}

async function newestMigrationFile(): Promise<string> {
  return ((await migrationFiles()).at(-1) ?? '').replace(/\.sql$/, '')
}

/** Another one as soon as a table is another one. */
export async function digestOfMigrations(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of await migrationFiles()) hash.update(await readFile(path.join(migrationsFolder, file)))
  return hash.digest('hex').slice(0, 8)
}

async function migrationFiles(): Promise<string[]> {
  return (await readdir(migrationsFolder)).filter(file => file.endsWith('.sql')).sort()
}

const TOGETHER = 1_000

async function writeLines(file: string, lines: Iterable<object>): Promise<number> {
  let rows = 0
  function* chunks() {
    let chunk: string[] = []
    for (const line of lines) {
      rows++
      chunk.push(`${JSON.stringify(line)}\n`)
      if (chunk.length < TOGETHER) continue
      yield chunk.join('')
      chunk = []
    }
    yield chunk.join('')
  }
  await pipeline(Readable.from(chunks()), createWriteStream(file))
  return rows
}
