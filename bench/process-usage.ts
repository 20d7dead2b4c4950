import { readFileSync } from 'node:fs'

// Linux counts in hundredths of a second, whatever the machine.
const TICK_MS = 10

export interface Usage {
  /** Of all threads, in user and system mode. */
  processorMs: number
  memoryMb: number
  highestMemoryMb: number
}

/** What a running process has used up to now. Only where there is /proc; elsewhere the figures are missing. */
export function usageOf(pid: number): Usage {
  try {
    return parseUsage(readFileSync(`/proc/${pid}/stat`, 'utf8'), readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return { processorMs: Number.NaN, memoryMb: Number.NaN, highestMemoryMb: Number.NaN }
  }
}

export function parseUsage(stat: string, status: string): Usage {
  // The name of the program stands in parentheses and may hold spaces.
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024
  return {
    processorMs: (Number(afterName[11]) + Number(afterName[12])) * TICK_MS,
    memoryMb: megabytes('VmRSS'),
    highestMemoryMb: megabytes('VmHWM'),
  }
}
