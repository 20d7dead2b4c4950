import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, found from the source as well as from a bundle. */
export const projectRoot = findRoot(path.dirname(fileURLToPath(import.meta.url)))

export const migrationsFolder = path.join(projectRoot, 'app', 'migrations')

/** Where the build puts the browser's pages. */
export const webFolder = path.join(projectRoot, 'app', 'dist', 'web')

function findRoot(folder: string): string {
  if (existsSync(path.join(folder, 'app', 'migrations'))) return folder
  const parent = path.dirname(folder)
  if (parent === folder) throw new Error('The Lodestone folder with app/migrations was not found.')
  return findRoot(parent)
}
