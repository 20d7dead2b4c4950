import type { ImportFigures } from './installation.ts'
import type { Line } from './line.ts'
import type { Judgement } from './targets.ts'

export interface Report {
  database: 'embedded' | 'postgres'
  candidates: number
  applications: number
  machine: string
  imported: ImportFigures
  readyAfterMs: number
  memoryAtStartMb: number
  lines: Line[]
  judgements: Judgement[]
}

export function toTable(report: Report): string {
  const { imported } = report
  const rate = Math.round(imported.rows / imported.seconds)
  return [
    `${report.candidates} candidates, ${report.applications} applications, ${report.database}. ${report.machine}.`,
    `Import: ${imported.rows} lines in ${round(imported.seconds)} s, ${rate} a second, ${round(imported.highestMemoryMb)} MB at the most.`,
    `Ready after ${report.readyAfterMs} ms with ${round(report.memoryAtStartMb)} MB.`,
    '',
    ...table(
      ['workload', 'users', 'a second', 'p50 ms', 'p95 ms', 'CPU ms', 'MB', 'bare a second', 'ratio'],
      report.lines.map(line => [
        line.workload,
        String(line.users),
        round(line.api.perSecond),
        round(line.api.p50Ms),
        round(line.api.p95Ms),
        round(line.processorMs),
        round(line.memoryMb, 0),
        round(line.bare?.perSecond),
        line.ratio === undefined ? '' : line.ratio.toFixed(2),
      ]),
    ),
    '',
    ...table(
      ['target', '', 'aim', 'found', ''],
      report.judgements.map(one => [
        one.workload,
        one.what,
        String(one.target),
        one.target < 1 ? one.found.toFixed(2) : round(one.found),
        one.isReached ? 'reached' : 'MISSED',
      ]),
    ),
  ].join('\n')
}

/** In the form of Markdown, so that it can be pasted as it is. */
function table(head: string[], rows: string[][]): string[] {
  const widths = head.map((word, column) => Math.max(word.length, 3, ...rows.map(row => row[column]?.length ?? 0)))
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)]
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}

function round(value: number | undefined, digits = value !== undefined && value < 100 ? 1 : 0): string {
  return value === undefined || Number.isNaN(value) ? '' : value.toFixed(digits)
}
