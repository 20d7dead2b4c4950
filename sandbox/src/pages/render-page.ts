import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { PageContext } from './visit.ts'

export async function renderPage(c: PageContext, page: Child, status: ContentfulStatusCode = 200): Promise<Response> {
  return c.html(await html`<!doctype html>${page}`, status)
}
