import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { kinds } from './kinds.ts'

export const exportManifest = z.object({
  format: z.literal('lodestone-export-1'),
  /** The instance's id, which an import keeps. */
  instance: z.uuid(),
  /** The newest migration of the database that was exported. */
  migration: z.string(),
  files: z.array(
    z.object({
      kind: z.enum(kinds.map(kind => kind.name)),
      rows: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
})
export type Manifest = z.infer<typeof exportManifest>

export function fileOf(folder: string, kind: string): string {
  return path.join(folder, `${kind}.jsonl`)
}

/** Written last: a folder without one holds something that was broken off. */
export async function writeManifestFile(folder: string, content: object): Promise<void> {
  await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
}

export async function readManifestFile<T>(folder: string, shape: z.ZodType<T>): Promise<T> {
  const file = path.join(folder, 'manifest.json')
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    throw new Error(`${folder} is not whole: its manifest.json cannot be read. Write it again, or copy it again.`, {
      cause,
    })
  }
  try {
    return shape.parse(JSON.parse(text))
  } catch (cause) {
    throw new Error(`${file} is no manifest that this command of this version can read.`, { cause })
  }
}

export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}
