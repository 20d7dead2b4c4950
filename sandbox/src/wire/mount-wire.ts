import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { Sandbox } from '../sandbox.ts'
import { answerCall } from './answer-call.ts'
import { answerOauthCall } from './oauth-endpoints.ts'
import type { RawCall } from './raw-call.ts'
import { type AnswerWire, serveCall } from './serve-call.ts'
import type { WireAnswer } from './wire-call.ts'

type WireEnv = { Bindings: HttpBindings }

export function mountWire(app: Hono<WireEnv>, sandbox: Sandbox): void {
  app.all('/v2/*', c => serve(c, sandbox, answerCall))
  app.all('/rest/*', c => serve(c, sandbox, answerCall))
  app.all('/oauth/v2/accessToken', c => serve(c, sandbox, answerOauthCall))
  app.all('/oauth/v2/introspectToken', c => serve(c, sandbox, answerOauthCall))
}

async function serve(c: Context<WireEnv>, sandbox: Sandbox, answerWire: AnswerWire): Promise<Response> {
  const answer = await serveCall(sandbox, await readRawCall(c), answerWire)
  if (answer === null) {
    c.env.incoming.socket.destroy()
    return new Response(null, { status: 500 })
  }
  return writeAnswer(answer)
}

/** The address comes from Node, because every URL class tidies it up and the rules are about the raw text. */
async function readRawCall(c: Context<WireEnv>): Promise<RawCall> {
  const address = c.env.incoming.url ?? ''
  const mark = address.indexOf('?')
  return {
    method: c.req.method,
    path: mark < 0 ? address : address.slice(0, mark),
    query: mark < 0 ? '' : address.slice(mark + 1),
    headers: Object.fromEntries(c.req.raw.headers),
    body: await c.req.text(),
  }
}

function writeAnswer(answer: WireAnswer): Response {
  const headers = new Headers(answer.headers)
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers })
  headers.set('content-type', 'application/json')
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers })
}
