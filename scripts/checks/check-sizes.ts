import { listFiles, read, readReasons } from './source-files.ts'

const longestLines = 400

export const longFiles = 'scripts/checks/long-files.json'

/** A file that grows past the limit is split, or listed with a reason. */
export function checkSizes(root: string): string[] {
  const reasons = readReasons(root, longFiles)
  const sizes = measureFiles(root)
  return [
    ...sizes
      .filter(({ file, lines }) => lines > longestLines && !reasons.has(file))
      .map(
        ({ file, lines }) =>
          `${file} has ${lines} lines: split it below ${longestLines}, or list it in ${longFiles} with a reason.`,
      ),
    ...[...reasons.keys()]
      .filter(file => !sizes.some(one => one.file === file && one.lines > longestLines))
      .map(file => `${file} is listed in ${longFiles} and is not long: remove it there.`),
  ]
}

/** The longest first. */
function measureFiles(root: string): { file: string; lines: number }[] {
  return ['rsc', 'sandbox', 'app', 'e2e', 'scripts', 'bench']
    .flatMap(folder => listFiles(root, folder, /\.(tsx?|mjs|js|sql)$/))
    .map(file => ({ file, lines: read(root, file).split('\n').length - 1 }))
    .sort((a, b) => b.lines - a.lines)
}
