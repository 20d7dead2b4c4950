import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'

interface ReceivedPush {
  readonly signature: string | undefined
  readonly contentType: string | undefined
  readonly body: string
}

export interface Receiver {
  /** The CALLBACK_URL. */
  readonly url: string
  readonly pushes: ReceivedPush[]
  /** Query strings of the challenges that came. */
  readonly challenges: string[]
  /** What a push is answered with. */
  pushStatus: number
  /** The secret with which challenges are answered; another one fails them. */
  secret: string
  challengeBehaviour: 'right' | 'silent' | 'wrong status' | 'plain text' | 'extra member'
  stop(): Promise<void>
}

/** The door of an ATS, as small as it can be, written from the description and not from the rsc code. */
export async function startReceiver(path = '/hooks/linkedin/9f2c'): Promise<Receiver> {
  const held = new Set<() => void>()
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      const body = await readBody(request)
      const signature = request.headers['x-li-signature']
      receiver.pushes.push({
        signature: typeof signature === 'string' ? signature : undefined,
        contentType: request.headers['content-type'],
        body,
      })
      response.writeHead(receiver.pushStatus).end()
      return
    }
    const query = new URL(request.url ?? '', 'http://localhost').searchParams
    receiver.challenges.push(query.toString())
    if (receiver.challengeBehaviour === 'silent') {
      held.add(() => response.destroy())
      return
    }
    const challengeCode = query.get('challengeCode') ?? ''
    const challengeResponse = createHmac('sha256', receiver.secret).update(challengeCode).digest('hex')
    const extra = receiver.challengeBehaviour === 'extra member' ? { more: true } : {}
    const type = receiver.challengeBehaviour === 'plain text' ? 'text/plain' : 'application/json'
    response.writeHead(receiver.challengeBehaviour === 'wrong status' ? 202 : 200, { 'content-type': type })
    response.end(JSON.stringify({ challengeCode, challengeResponse, ...extra }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}${path}`,
    pushes: [],
    challenges: [],
    pushStatus: 200,
    secret: '',
    challengeBehaviour: 'right',
    stop: () => {
      for (const release of held) release()
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
  return receiver
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
