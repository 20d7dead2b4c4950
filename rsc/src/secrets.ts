/** What stands in the place of a secret that was taken out. */
export const removedMark = '[removed]'

const secretHeaders = new Set(['authorization', 'cookie', 'set-cookie', 'proxy-authorization'])
const jsonSecret = /("(?:client_secret|access_token|refresh_token|id_token)"\s*:\s*)"(?:[^"\\]|\\.)*"/g
/** A form carries the code and the inspected token too; in JSON `code` is an error's name. */
const formSecret = /(^|[?&])(client_secret|access_token|refresh_token|token|code)=[^&]*/g

/** The same headers with the values of credentials replaced by {@link removedMark}. */
export function removeHeaderSecrets(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, secretHeaders.has(name.toLowerCase()) ? removedMark : value]),
  )
}

/**
 * The same body or address with the values of tokens, codes and client secrets replaced, in JSON and in forms.
 *
 * Source: the fields of rsc-sync 2 and 3.1, rsc-recruiter 7.
 */
export function removeTextSecrets(text: string): string {
  return text.replace(jsonSecret, `$1"${removedMark}"`).replace(formSecret, `$1$2=${removedMark}`)
}
