const REDACTED = '[redacted]'
const secretHeaders = /^(authorization|cookie|set-cookie)$/i
const secretFields = 'client_secret|access_token|token|code|password'

/** A token proves who calls, so it never reaches the log or the inspector; the client id beside it says as much. */
export function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, secretHeaders.test(name) ? redactHeader(value) : value]),
  )
}

/** Secrets of form bodies, queries and JSON, in place, so that the rest stays readable byte for byte. */
export function redactText(text: string): string {
  return text
    .replace(new RegExp(`((?:^|[?&\\n])(?:${secretFields})=)[^&\\s]+`, 'g'), `$1${REDACTED}`)
    .replace(new RegExp(`("(?:${secretFields})"\\s*:\\s*")[^"]*(")`, 'g'), `$1${REDACTED}$2`)
}

function redactHeader(value: string): string {
  return value.toLowerCase().startsWith('bearer ') ? `Bearer ${REDACTED}` : REDACTED
}
