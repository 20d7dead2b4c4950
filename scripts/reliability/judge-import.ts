import type { Verdict } from './judge.ts'

/** What was brought in and taken out again is the same, file by file and byte by byte. */
export function compareFiles(wanted: ReadonlyMap<string, string>, seen: ReadonlyMap<string, string>): Verdict[] {
  const names = [...new Set([...wanted.keys(), ...seen.keys()])].sort()
  return names.map(name => {
    const about = `imported ${name}`
    const problem = differenceOf(wanted.get(name), seen.get(name))
    return problem === undefined ? { about } : { about, problem }
  })
}

function differenceOf(wanted: string | undefined, seen: string | undefined): string | undefined {
  if (wanted === seen) return undefined
  if (wanted === undefined) return 'comes from nowhere'
  if (seen === undefined) return 'is lost'
  const [one, other] = [wanted.split('\n'), seen.split('\n')]
  const line = one.findIndex((text, i) => text !== other[i])
  return `has ${other.length - 1} rows instead of ${one.length - 1}, the first other one in line ${line < 0 ? one.length : line + 1}`
}
