import { once } from 'node:events'
import type { ClientRequest, IncomingMessage } from 'node:http'
import http from 'node:http'
import { caller as person } from './world.ts'

export interface Question {
  method: 'GET' | 'POST'
  /** Behind /api/v1. */
  address: string
  body?: object
}

export interface Answer {
  status: number
  body: Buffer
}

/** A browser of the recruiter: one session, and connections that stay open. */
export class Caller {
  readonly url: string
  readonly #agent = new http.Agent({ keepAlive: true })
  #cookie = ''

  constructor(url: string) {
    this.url = url
  }

  async signIn({ email, password }: { email: string; password: string } = person): Promise<void> {
    const response = await this.open({ method: 'POST', address: '/sign-in', body: { email, password } })
    response.resume()
    await once(response, 'end')
    const [cookie] = response.headers['set-cookie'] ?? []
    if (response.statusCode !== 200 || !cookie) {
      throw new Error(`${email} could not sign in: the server answered ${response.statusCode}.`)
    }
    this.#cookie = cookie.split(';')[0] ?? ''
  }

  async ask(question: Question): Promise<Answer> {
    const response = await this.open(question)
    const chunks: Buffer[] = []
    for await (const chunk of response) chunks.push(chunk)
    return { status: response.statusCode ?? 0, body: Buffer.concat(chunks) }
  }

  /** For what is read outside of any timing. */
  async read<T>(address: string): Promise<T> {
    const { status, body } = await this.ask({ method: 'GET', address })
    if (status !== 200) throw new Error(`GET ${address} answered ${status}: ${body.toString().slice(0, 500)}`)
    return JSON.parse(body.toString()) as T // the caller names the documented shape
  }

  /** The answer's head, for streams. */
  async open(question: Question): Promise<IncomingMessage> {
    const request = this.#send(question)
    try {
      return await responseOf(request)
    } catch (error) {
      // The server had closed a connection that nobody used for some seconds, and so perhaps all the others: it has never seen
      // the question, and hears it on a new one.
      if (request.reusedSocket && isReset(error)) return responseOf(this.#send(question, false))
      throw error
    }
  }

  #send({ method, address, body }: Question, agent: http.Agent | false = this.#agent): ClientRequest {
    const text = body && JSON.stringify(body)
    const headers = {
      cookie: this.#cookie,
      origin: this.url,
      ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    }
    const request = http.request(`${this.url}/api/v1${address}`, { method, agent, headers })
    request.end(text)
    return request
  }

  close(): void {
    this.#agent.destroy()
  }
}

async function responseOf(request: ClientRequest): Promise<IncomingMessage> {
  const [response] = await once(request, 'response')
  return response
}

function isReset(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET'
}
