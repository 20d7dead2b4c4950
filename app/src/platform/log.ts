import type { DestinationStream, Logger } from 'pino'
import { pino } from 'pino'

const hidden = [
  'authorization',
  'cookie',
  'setCookie',
  'password',
  'secret',
  'clientSecret',
  'token',
  'accessToken',
  'refreshToken',
  'email',
  'emails',
  'phone',
  'name',
  'firstName',
  'lastName',
  'text',
  'body',
]

/** Logs are kept long and read by many: what names a person or opens a door is cut out, one and two levels deep. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const paths = hidden.flatMap(key => [key, `*.${key}`, `*.*.${key}`])
  const options = {
    level,
    base: null,
    redact: { paths, censor: '[hidden]' },
    serializers: { err: errorForLog },
  }
  return destination ? pino(options, destination) : pino(options)
}

// A database error carries the values of the row in `detail`, a validation error those of the input: neither is copied.
function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return {
    type: error.name,
    message: withoutAddresses(error.message),
    code,
    stack: withoutAddresses(error.stack ?? ''),
  }
}

function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'(),;:=]+@[^\s<>"'(),;:=]+/g, '[hidden]')
}
