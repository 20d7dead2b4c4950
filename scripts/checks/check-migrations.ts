import { createHash } from 'node:crypto'
import path from 'node:path'
import { listFiles, read, readReasons } from './source-files.ts'

/** Released migrations stay as they are, and new ones have a number of their own behind them; a gap does no harm. */
export function checkMigrations(root: string): string[] {
  const files = listFiles(root, 'app/migrations', /\.sql$/)
  const released = readReasons(root, 'app/migrations/released.json')
  return [
    ...files.flatMap(file => explainNumber(file, { files, released: [...released.keys()] }) ?? []),
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

function explainNumber(file: string, others: { files: string[]; released: string[] }): string | undefined {
  const number = numberOf(file)
  if (!/^\d{4}$/.test(number)) return `${file} should begin with four digits: they order the migrations.`
  if (others.files.some(other => other !== file && numberOf(other) === number)) {
    return `${file} shares its number with another migration: take the next free one.`
  }
  const isReleased = others.released.includes(path.basename(file, '.sql'))
  const last = others.released.map(numberOf).sort().at(-1) ?? ''
  if (isReleased || number > last) return undefined
  return `${file} comes before a released migration: databases out there are past it, so give it a higher number.`
}

function numberOf(file: string): string {
  return path.basename(file).split('_')[0] ?? ''
}

export function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
