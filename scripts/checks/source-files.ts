import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const notOurs = new Set(['node_modules', 'dist', '.git', 'coverage', 'generated'])

/** All files of ours below a folder, as paths with slashes from the root, in order of name. */
export function listFiles(root: string, folder = '', ending = /./): string[] {
  return readFolder(path.join(root, folder))
    .flatMap(entry => {
      const name = folder ? `${folder}/${entry.name}` : entry.name
      if (notOurs.has(entry.name) || entry.name.startsWith('.lodestone')) return []
      if (entry.isDirectory()) return listFiles(root, name, ending)
      return entry.isFile() && ending.test(name) ? [name] : []
    })
    .sort()
}

export function read(root: string, file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

export function readJson(root: string, file: string): unknown {
  return JSON.parse(read(root, file))
}

/** A list kept by hand: what is excepted, and why. */
export function readReasons(root: string, file: string): Map<string, string> {
  return new Map(Object.entries(readJson(root, file) as Record<string, string>)) // our own file, read by its one check
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
