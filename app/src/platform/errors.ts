export type RefusalKind = 'invalid' | 'notSignedIn' | 'notAllowed' | 'notFound' | 'conflict' | 'tooLarge' | 'tooMany'

export interface FieldError {
  field: string
  message: string
  code: string
}

interface RefusalDetails {
  /** Stable word the browser translates by, e.g. `job.missingLocation`. */
  code: string
  /** What happened, why, and what to do next, in English. */
  message: string
  params?: Record<string, string | number>
  errors?: FieldError[]
  retryAfterSeconds?: number
  /** What HTTP's `WWW-Authenticate` says about it. */
  challenge?: string
}

/** A clear no to the caller: nothing was changed, and the text says what to do next. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly params: Record<string, string | number>
  readonly errors: FieldError[]
  readonly retryAfterSeconds: number | undefined
  readonly challenge: string | undefined

  constructor(kind: RefusalKind, details: RefusalDetails) {
    super(details.message)
    this.name = 'Refusal'
    this.kind = kind
    this.code = details.code
    this.params = details.params ?? {}
    this.errors = details.errors ?? []
    this.retryAfterSeconds = details.retryAfterSeconds
    this.challenge = details.challenge
  }
}

export function invalid(details: RefusalDetails): Refusal {
  return new Refusal('invalid', details)
}

export function notAllowed(code: string, message: string): Refusal {
  return new Refusal('notAllowed', { code, message })
}

export function notFound(thing: string): Refusal {
  return new Refusal('notFound', {
    code: 'notFound',
    message: `There is no such ${thing} here. It may have been removed, or it belongs to another company.`,
    params: { thing },
  })
}

export function conflict(details: RefusalDetails): Refusal {
  return new Refusal('conflict', details)
}
