import { createHash } from 'node:crypto'
import path from 'node:path'
import { listFiles, read, readReasons } from './source-files.ts'

/** Released migrations stay as they are, and every file continues the numbering. */
export function checkMigrations(root: string): string[] {
  const files = listFiles(root, 'app/migrations', /\.sql$/)
  const released = readReasons(root, 'app/migrations/released.json')
  return [
    ...files.flatMap((file, position) => {
      const number = String(position + 1).padStart(4, '0')
      return path.basename(file).startsWith(`${number}_`)
        ? []
        : [`${file} should be number ${number}: migrations count without a gap.`]
    }),
    ...[...released].flatMap(([name, checksum]) => {
      const file = `app/migrations/${name}.sql`
      if (!files.includes(file))
        return [`${file} was released and is gone: databases out there have it, so bring it back.`]
      return checksumOf(read(root, file)) === checksum
        ? []
        : [`${file} was released and has changed: restore it and write a new migration instead.`]
    }),
  ]
}

export function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
