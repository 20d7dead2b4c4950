import type { MiddlewareHandler } from 'hono'
import { html, raw } from 'hono/html'
import type { Config } from '../config.ts'
import type { ApiDocument, ApiOperation } from './api-document.ts'
import { apiDocument, listOperations } from './api-document.ts'
import { pageStyle } from './api-page-style.ts'
import { describeSchema } from './describe-schema.ts'
import type { Router } from './router.ts'
import type { RouterEnv } from './router-env.ts'
import { newNonce, pagePolicy } from './security-headers.ts'

/** The API for people: one plain page, without a script, made from the document that programs read. */
export function apiPage(config: Config, routes: Router): MiddlewareHandler<RouterEnv> {
  let document: ApiDocument | undefined
  return async c => {
    document ??= apiDocument(routes)
    const nonce = newNonce()
    c.header('content-security-policy', pagePolicy(config, nonce))
    return c.html(renderPage(document, nonce))
  }
}

function renderPage(document: ApiDocument, nonce: string) {
  const groups = groupByTag(listOperations(document))
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${document.info.title} API</title>
        <style nonce="${nonce}">
          ${raw(pageStyle)}
        </style>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header>
          <h1>${document.info.title} API</h1>
          <p>${document.info.description}</p>
          <p>
            For programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1). The examples of addresses begin
            with this server's own address.
          </p>
        </header>
        <nav aria-label="Parts of the API">
          <ul>
            ${groups.map(([tag]) => html`<li><a href="#${anchor(tag)}">${tag}</a></li>`)}
            <li><a href="#shapes">Shapes</a></li>
          </ul>
        </nav>
        <main id="main">
          ${groups.map(
            ([tag, operations]) =>
              html`<section aria-labelledby="${anchor(tag)}">
                <h2 id="${anchor(tag)}">${tag}</h2>
                ${operations.map(renderOperation)}
              </section>`,
          )}
          <section aria-labelledby="shapes">
            <h2 id="shapes">Shapes</h2>
            ${Object.entries(document.components?.schemas ?? {}).map(
              ([name, schema]) =>
                html`<h3 id="${anchor(`shape ${name}`)}">${name}</h3>
                  <pre tabindex="0">${describeSchema(schema)}</pre>`,
            )}
          </section>
        </main>
      </body>
    </html>`
}

function groupByTag(operations: ApiOperation[]): [string, ApiOperation[]][] {
  const tags = [...new Set(operations.map(operation => operation.tag))].sort()
  return tags.map(tag => [tag, operations.filter(operation => operation.tag === tag)])
}

function renderOperation(operation: ApiOperation) {
  return html`<details>
    <summary>
      <span class="method">${operation.method.toUpperCase()}</span> <code>${operation.path}</code>
      <span>${operation.summary}</span>
    </summary>
    ${operation.description ? html`<p>${operation.description}</p>` : ''}
    <p>${renderCallers(operation)}</p>
    ${operation.parameters.length > 0 ? renderParameters(operation) : ''}
    ${
      operation.body
        ? html`<h3>Body</h3>
            <pre tabindex="0">${describeSchema(operation.body)}</pre>`
        : ''
    }
    ${operation.answers.map(
      ({ status, description, schema }) =>
        html`<h3>${status === 'default' ? 'A refusal' : `Answer ${status}`}</h3>
          <p>${description}</p>
          ${schema ? html`<pre tabindex="0">${describeSchema(schema)}</pre>` : ''}`,
    )}
  </details>`
}

function renderCallers({ isPublic, scope }: ApiOperation) {
  if (isPublic) return 'Open to everybody.'
  if (scope === undefined) return 'For people who are signed in; no token opens it.'
  return html`For people who are signed in, and for tokens with the scope <code>${scope}</code>.`
}

function renderParameters(operation: ApiOperation) {
  return html`<table>
    <caption>
      Parameters
    </caption>
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">In</th>
        <th scope="col">Takes</th>
      </tr>
    </thead>
    <tbody>
      ${operation.parameters.map(
        ({ name, place, isRequired, schema }) =>
          html`<tr>
            <td><code>${name}</code>${isRequired ? '' : ' (optional)'}</td>
            <td>${place}</td>
            <td><code>${describeSchema(schema)}</code></td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function anchor(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}
