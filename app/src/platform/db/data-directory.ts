import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Making a database takes a second or more. One that was broken off in between holds nothing that anybody was promised,
 * and could never be opened: the mark beside it says so, and it is made anew.
 */
export async function prepareDataDirectory(dataDir: string): Promise<{ hasOpened(): Promise<void> }> {
  const mark = `${dataDir}.unfinished`
  await mkdir(path.dirname(dataDir), { recursive: true })
  if (existsSync(mark)) await rm(dataDir, { recursive: true, force: true })
  // We hold the directory's lock. PostgreSQL's own, left half written by a full disk, would keep it shut for good.
  await rm(path.join(dataDir, 'postmaster.pid'), { force: true })
  if (!existsSync(dataDir)) await writeFile(mark, 'This database is being made. It holds nothing yet.\n')
  return { hasOpened: () => rm(mark, { force: true }) }
}
