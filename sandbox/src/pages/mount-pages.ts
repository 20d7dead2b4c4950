import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import type { Sandbox } from '../sandbox.ts'
import { mountAdminSettings } from './admin-settings/admin-settings.routes.tsx'
import { mountConsent } from './consent.routes.tsx'
import { protectPage } from './content-security.ts'
import { showFailure, showNotFound } from './failure.tsx'
import { mountInspector } from './inspector.routes.tsx'
import { mountConfigurationPlugin } from './plugins/configuration-plugin.tsx'
import { mountProfilePlugin } from './plugins/profile-plugin.tsx'
import { mountProfile } from './profile.routes.tsx'
import { mountProjects } from './projects/projects.routes.tsx'
import { mountSearch } from './search.routes.tsx'
import { mountSignIn } from './sign-in.routes.tsx'
import { mountLoader, mountStaticFiles } from './static-files.ts'
import { type PageEnv, readVisit } from './visit.ts'

/** The pages for people: Recruiter, the plugins, the consent page and the inspector. */
export function mountPages(app: Hono, sandbox: Sandbox): void {
  mountStaticFiles(app)
  mountLoader(app)
  mountConfigurationPlugin(app, sandbox)
  mountProfilePlugin(app, sandbox)
  const pages = new Hono<PageEnv>()
  for (const path of ['/talent/*', '/oauth/v2/authorization']) {
    pages.use(path, async (c, next) => {
      c.set('visit', readVisit(c, sandbox))
      protectPage(c)
      c.header('Cache-Control', 'no-store')
      await next()
    })
    pages.use(path, csrf())
  }
  mountSignIn(pages, sandbox)
  mountSearch(pages, sandbox)
  mountProfile(pages, sandbox)
  mountProjects(pages, sandbox)
  mountAdminSettings(pages, sandbox)
  mountInspector(pages, sandbox)
  mountConsent(pages, sandbox)
  pages.all('/talent/*', showNotFound)
  pages.onError((error, c) => showFailure(c, sandbox, error))
  app.route('/', pages)
}
