/** What an answer has to look like. */
interface Shape<Answer> {
  parse(answer: unknown): Answer
}

/** One user of Lodestone, speaking its public API as the browser does. */
export interface LodestoneSession {
  get<Answer>(path: string, shape: Shape<Answer>): Promise<Answer>
  send<Answer>(
    method: 'POST' | 'PATCH' | 'PUT',
    path: string,
    call: { body?: object; shape: Shape<Answer> },
  ): Promise<Answer>
  /** What is answered with nothing. */
  order(path: string, body: object): Promise<void>
  remove(path: string): Promise<void>
  /** A page as it stands there, by its own address. */
  read(path: string): Promise<string>
  /** Follows the browser's way back from another site; answers where it ends. */
  visit(path: string): Promise<string>
}

export async function signInToLodestone(
  atsUrl: string,
  credentials: { email: string; password: string },
): Promise<LodestoneSession> {
  const origin = new URL(atsUrl).origin
  let cookie = ''

  async function call(method: string, path: string, body?: object): Promise<Response> {
    const answer = await fetch(atsUrl + path, {
      method,
      redirect: 'manual',
      headers: { origin, cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (answer.status >= 400) {
      throw new Error(`Lodestone refused ${credentials.email} ${method} ${path}: ${await answer.text()}`)
    }
    for (const given of answer.headers.getSetCookie()) cookie = given.split(';')[0] ?? ''
    return answer
  }

  await call('POST', '/api/v1/sign-in', credentials)
  return {
    get: async (path, shape) => shape.parse(await (await call('GET', `/api/v1${path}`)).json()),
    send: async (method, path, { body, shape }) =>
      shape.parse(await (await call(method, `/api/v1${path}`, body)).json()),
    read: async path => (await call('GET', path)).text(),
    order: async (path, body) => void (await call('POST', `/api/v1${path}`, body)),
    remove: async path => void (await call('DELETE', `/api/v1${path}`)),
    visit: async path => (await call('GET', path)).headers.get('location') ?? '',
  }
}
