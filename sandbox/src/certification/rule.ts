import type { AtsDriver } from './ats-driver.ts'
import type { SandboxControl, SeenCall } from './sandbox-control.ts'

/** One rule of the certification, made executable. It knows no ATS: only the wire and a driver. */
export interface Rule {
  readonly id: string
  readonly title: string
  /** Where it is written down. */
  readonly source: string
  /** What of it is not tried, and why. */
  readonly leftOut?: string
  /** Throws where the rule is broken; the steps before that count as kept. */
  run(exam: Exam): Promise<void>
}

/** One rule being tried on one ATS. */
export interface Exam {
  readonly driver: AtsDriver
  readonly sandbox: SandboxControl
  readonly clientId: string
  /** How long to wait for what should happen by itself. */
  readonly patienceMs: number
  step<Found>(name: string, check: () => Promise<Found>): Promise<Found>
  /** Runs after the rule, however it ends; the last one first. */
  tidyUp(work: () => Promise<unknown>): void
  /** Between LinkedIn and the ATS under test, since the rule began. */
  listCalls(): Promise<readonly SeenCall[]>
  /** Calls of another application of the ATS belong to what was seen, too. */
  watch(clientId: string): void
  /** The exam's own calls to the ATS pass no sandbox, so they are written down here. */
  recordOwnCall(call: OwnCall): void
  /** Never the same twice, over all runs. */
  nextTag(): string
}

export interface OwnCall {
  readonly at: number
  readonly durationMs: number
  readonly method: string
  readonly path: string
  readonly status: number | null
}
