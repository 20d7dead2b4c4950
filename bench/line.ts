import type { Figures } from './statistics.ts'

/** One workload at one number of users. */
export interface Line {
  workload: string
  users: number
  api: Figures
  /** Missing where the driver alone cannot do it. */
  bare?: Figures
  /** The API's operations for each one of the bare driver. */
  ratio?: number
  /** Of the server's process, for one operation. */
  processorMs?: number
  memoryMb?: number
}
