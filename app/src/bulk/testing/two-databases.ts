import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lodestone-bulk-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

/** Every file of a folder, for comparing byte by byte. */
export async function contentOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort()
  return Object.fromEntries(
    await Promise.all(names.map(async name => [name, await readFile(path.join(folder, name), 'utf8')] as const)),
  )
}
