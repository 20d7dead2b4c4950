import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { ZodError } from 'zod'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { addClockRoutes } from './clock.ts'
import { addCompanyIdRoutes } from './company-ids.ts'
import { addCredentialsRoutes } from './credentials.ts'
import { addExportRoutes } from './exports.ts'
import { addFaultRoutes } from './faults.ts'
import { addIntegrationRoutes } from './integrations.ts'
import { addMemberRoutes } from './members.ts'
import { refuseOtherSites } from './refuse-other-sites.ts'
import { addRevocationRoutes } from './revocations.ts'
import { addStateRoutes } from './state.ts'
import { addTrafficRoutes } from './traffic.ts'

/** `/_sandbox`: for tests and demos. LinkedIn has nothing like it. */
export function mountControl<E extends Env>(app: Hono<E>, sandbox: Sandbox): void {
  const control = new OpenAPIHono({
    defaultHook: (result, c) => (result.success ? undefined : c.json(describeZodError(result.error), 400)),
  })
  control.use(refuseOtherSites)
  addCredentialsRoutes(control, sandbox)
  addStateRoutes(control, sandbox)
  addTrafficRoutes(control, sandbox)
  addClockRoutes(control, sandbox)
  addFaultRoutes(control, sandbox)
  addMemberRoutes(control, sandbox)
  addIntegrationRoutes(control, sandbox)
  addCompanyIdRoutes(control, sandbox)
  addExportRoutes(control, sandbox)
  addRevocationRoutes(control, sandbox)
  control.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Recruiter sandbox: control surface',
      version: '1',
      description: 'Looks into the sandbox and moves it. Not part of the imitation: an ATS must never call this.',
    },
    servers: [{ url: '/_sandbox' }],
  })
  control.onError((error, c) => {
    if (error instanceof Refusal) {
      return c.json({ message: error.message, reason: error.reason, status: error.status }, statusOf(error))
    }
    if (error instanceof HTTPException) {
      return c.json({ message: error.message, reason: 'wrong-request', status: error.status }, error.status)
    }
    if (error instanceof ZodError) return c.json(describeZodError(error), 400)
    throw error
  })
  app.route('/_sandbox', control)
}

function statusOf(refusal: Refusal): 400 | 401 | 403 | 404 | 409 | 429 {
  const known = [401, 403, 404, 409, 429] as const
  return known.find(status => status === refusal.status) ?? 400
}

function describeZodError(error: ZodError) {
  const message = error.issues.map(issue => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; ')
  return { message, reason: 'wrong-field', status: 400 }
}
