import type { Told } from './history.ts'

/** What came back, and what it says about whether anything was done. */
export interface Reply<T = unknown> {
  told: Told
  status: number
  body: T | undefined
}

const PATIENCE_MS = 20_000

/** A recruiter of the demo world, with a session that outlives the server. */
export class Caller {
  readonly #url: string
  #cookie = ''

  constructor(url: string) {
    this.#url = url
  }

  async signIn(email: string, password: string): Promise<void> {
    const answer = await this.#send('POST', '/sign-in', { email, password })
    const cookie = answer.headers.get('set-cookie')
    if (answer.status !== 200 || cookie === null) throw new Error(`${email} could not sign in: ${answer.status}.`)
    this.#cookie = cookie.split(';')[0] ?? ''
  }

  /** A change. Never sent twice. */
  async change<T>(address: string, body: object, method: 'POST' | 'PATCH' = 'POST'): Promise<Reply<T>> {
    try {
      const answer = await this.#send(method, address, body)
      const text = await answer.text()
      const parsed = text === '' ? undefined : JSON.parse(text)
      if (answer.ok) return { told: 'done', status: answer.status, body: parsed as T } // the caller names the documented shape
      return { told: parsed.code === 'outcomeUnknown' ? 'unknown' : 'notDone', status: answer.status, body: undefined }
    } catch (error) {
      return { told: neverLeft(error) ? 'notDone' : 'unknown', status: 0, body: undefined }
    }
  }

  async read<T>(address: string): Promise<T> {
    const answer = await this.#send('GET', address)
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as T // the caller names the documented shape
  }

  /** All pages of a list. */
  async list<T>(address: string): Promise<T[]> {
    const all: T[] = []
    const joint = address.includes('?') ? '&' : '?'
    for (let next: string | null = ''; next !== null; ) {
      const cursor: string = next === '' ? '' : `&next=${encodeURIComponent(next)}`
      const page: { data: T[]; next: string | null } = await this.read(`${address}${joint}limit=100${cursor}`)
      all.push(...page.data)
      next = page.next
    }
    return all
  }

  #send(method: string, address: string, body?: object): Promise<Response> {
    return fetch(`${this.#url}/api/v1${address}`, {
      method,
      headers: { cookie: this.#cookie, origin: this.#url, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  }
}

function neverLeft(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED'
}
