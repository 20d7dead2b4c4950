import { z } from 'zod'
import type { App } from '../app.ts'
import { notFound } from '../errors.ts'
import { operation } from '../http/operation.ts'
import { createRouter } from '../http/router.ts'
import { listCapturedMails } from './captured-mails.ts'

const capturedMails = z.object({
  data: z.array(z.object({ at: z.string(), to: z.string(), subject: z.string(), text: z.string() })),
})

export function capturedMailsRoutes(app: App) {
  return createRouter().openapi(
    operation({
      method: 'get',
      path: '/demo/mails',
      summary: 'Lists the mails that the demo would have sent; an installation that is no demo has none',
      tags: ['Session'],
      public: true,
      answer: capturedMails,
    }),
    c => {
      if (!app.config.demo || app.config.mail) throw notFound('demo')
      return c.json({ data: listCapturedMails(app) }, 200)
    },
  )
}
