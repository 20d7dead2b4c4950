import type { Sandbox } from '../../sandbox.ts'
import type { Visit } from '../visit.ts'

/** What every table of the inspector looks at. */
export interface InspectedState {
  readonly visit: Visit
  readonly sandbox: Sandbox
  /** Shows one application only. */
  readonly clientId: string | undefined
}
