type Cause = 'away' | 'full'

interface OutageDetails {
  cause: Cause
  /** What happened and what to do, in English, for /readyz and the log. */
  message: string
  isOutcomeUnknown?: boolean
  isSessionLost?: boolean
  error?: unknown
}

/** The database cannot do its work just now. It comes back without a restart, and whoever waits for it goes on. */
export class DatabaseUnavailable extends Error {
  readonly why: Cause
  /** A change was on its way when the connection broke: it may or may not have been stored. */
  readonly isOutcomeUnknown: boolean
  /** The session that met it is of no more use; a new one may be. */
  readonly isSessionLost: boolean

  constructor(details: OutageDetails) {
    super(details.message, { cause: details.error })
    this.name = 'DatabaseUnavailable'
    this.why = details.cause
    this.isOutcomeUnknown = details.isOutcomeUnknown ?? false
    this.isSessionLost = details.isSessionLost ?? false
  }

  withOutcome(isOutcomeUnknown: boolean): DatabaseUnavailable {
    const { why, message, isSessionLost, cause } = this
    return new DatabaseUnavailable({ cause: why, message, isSessionLost, isOutcomeUnknown, error: cause })
  }
}

/** An outage is told once, by whoever watches the database; background work that meets it waits without a word. */
export function isOutage(error: unknown): error is DatabaseUnavailable {
  return error instanceof DatabaseUnavailable
}

/** Nobody can say whether the change was stored: look before you repeat it, or repeat only what is safe to repeat. */
export function isOutcomeUnknown(error: unknown): boolean {
  return isOutage(error) && error.isOutcomeUnknown
}

/** No session could be had, for whatever reason: nothing was begun. */
export function explainNoSession(error: unknown): DatabaseUnavailable {
  const sentence = `The database server cannot be reached (${shortReason(error)}).`
  return new DatabaseUnavailable({
    cause: 'away',
    message: `${sentence} Check that it runs and that LODESTONE_DATABASE_URL is right.`,
    error,
  })
}

/** What a failed statement says about the database as a whole; undefined when it is about the statement only. */
export function explainOutage(error: unknown): DatabaseUnavailable | undefined {
  if (!(error instanceof Error)) return undefined
  if (isOutage(error)) return error
  const code = codeOf(error)
  if (code === DISK_FULL) return diskFull({ error })
  if (isBreak(error)) {
    const message = `The connection to the database broke (${shortReason(error)}).`
    return new DatabaseUnavailable({ cause: 'away', message, isOutcomeUnknown: true, isSessionLost: true, error })
  }
  if (/^(53|58)...$/.test(code)) {
    const message = `The database server has no means left for its work (${code}). Look into its log.`
    return new DatabaseUnavailable({ cause: 'away', message, error })
  }
  return undefined
}

export function diskFull(details: Pick<OutageDetails, 'isOutcomeUnknown' | 'isSessionLost' | 'error'>) {
  const message = 'The disk of the database is full. Free some space; Lodestone goes on by itself.'
  return new DatabaseUnavailable({ cause: 'full', message, ...details })
}

const DISK_FULL = '53100'
// Connection exceptions, and a server that shuts down, crashed or starts.
const BREAKS = /^(08...|57P0[1235])$/
// What the driver says by itself when the connection or the answer is missing.
const DRIVER_BREAKS =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout)/

function isBreak(error: Error): boolean {
  const code = codeOf(error)
  return BREAKS.test(code) || /^E[A-Z]{3,}$/.test(code) || DRIVER_BREAKS.test(error.message)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

// The message itself may name hosts and users, and /readyz is open to everybody.
function shortReason(error: unknown): string {
  return (
    codeOf(error) || (error instanceof Error && /time/i.test(error.message) ? 'no answer in time' : 'no connection')
  )
}
