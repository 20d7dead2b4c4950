import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Faults } from './faults.ts'
import type { InFlight } from './in-flight.ts'
import type { Seed } from './seed.ts'
import type { Store } from './store.ts'
import type { Traffic } from './traffic.ts'

/** What every behaviour, route and page works with. */
export interface Sandbox {
  readonly store: Store
  readonly clock: Clock
  readonly options: SandboxOptions
  readonly traffic: Traffic
  readonly faults: Faults
  /** Deliveries and checks that are on their way; `settle` waits for them. */
  readonly inFlight: InFlight
  readonly log: Logger
  /** What a reset goes back to. */
  readonly seed: Seed
  /** Origin of this server, known once it listens: `http://localhost:4000`. */
  readonly origin: () => string
}

export interface SandboxOptions {
  /** Refuse what only the sandbox allows: CALLBACK_URL over plain http on loopback, look-up attributes of the profile plugin. */
  readonly strict: boolean
  /** Validate CALLBACK_URL by a challenge at registration and every two hours. */
  readonly challenge: boolean
  /** How long a job posting task stays IN_PROGRESS. */
  readonly jobTaskDelayMs: number
  /** How long it takes to find out who a synced candidate is. */
  readonly matchDelayMs: number
  readonly accessTokenLifetimeSeconds: number
  /** How long a push may wait for its answer, in real time. */
  readonly pushTimeoutMs: number
}

export const defaultOptions: SandboxOptions = {
  strict: false,
  challenge: true,
  jobTaskDelayMs: 2_000,
  matchDelayMs: 2_000,
  accessTokenLifetimeSeconds: 1800,
  pushTimeoutMs: 5_000,
}
