/** @jsxImportSource hono/jsx */
import { randomUUID } from 'node:crypto'
import { HTTPException } from 'hono/http-exception'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { protectPage } from './content-security.ts'
import { ErrorPage } from './ErrorPage.tsx'
import { renderPage } from './render-page.ts'
import { type PageContext, readVisit } from './visit.ts'

/** The forgery check refuses with 403; a refusal of a behaviour explains itself; the rest is ours and gets a reference. */
export function showFailure(c: PageContext, sandbox: Sandbox, error: unknown): Promise<Response> {
  const visit = c.get('visit') ?? readVisit(c, sandbox)
  protectPage(c)
  if (error instanceof HTTPException && error.status === 403) {
    return renderPage(c, <ErrorPage visit={visit} kind="refused" />, 403)
  }
  if (error instanceof Refusal) {
    return renderPage(c, <ErrorPage visit={visit} kind="notPossible" detail={error.message} />, 409)
  }
  const reference = randomUUID().slice(0, 8)
  sandbox.log.error({ err: error, reference, path: c.req.path }, 'page failed')
  return renderPage(c, <ErrorPage visit={visit} kind="failed" reference={reference} />, 500)
}

export function showNotFound(c: PageContext): Promise<Response> {
  return renderPage(c, <ErrorPage visit={c.get('visit')} kind="notFound" />, 404)
}
