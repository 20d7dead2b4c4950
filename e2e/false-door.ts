import { createServer } from 'node:http'
import { signBody } from '@lodestone/sandbox/certification/signing'

interface FalseDoor {
  url: string
  /** Said to LinkedIn whatever the real door says. */
  pushStatus: number | null
  stop(): Promise<void>
}

/** An ATS that trusts everybody: pushes are signed anew before the real door sees them, and a challenge is answered with too much. */
export async function openFalseDoor(realDoor: string, clientSecret: string): Promise<FalseDoor> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString('utf8')
    const query = new URL(request.url ?? '', realDoor).search
    const isPush = request.method === 'POST'
    const headers = { 'content-type': 'application/json', 'x-li-signature': signBody(clientSecret, body) }
    const answer = await fetch(realDoor + query, isPush ? { method: 'POST', headers, body } : {})
    const text = await answer.text()
    response.writeHead((isPush ? falseDoor.pushStatus : null) ?? answer.status, { 'content-type': 'application/json' })
    response.end(isPush ? text : JSON.stringify({ ...JSON.parse(text), server: 'false door' }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const falseDoor: FalseDoor = {
    pushStatus: null,
    url: `http://127.0.0.1:${port}/hooks`,
    stop: () => {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
  return falseDoor
}
