import path from 'node:path'
import type { App } from '../app/src/platform/app.ts'
import { readConfig } from '../app/src/platform/config.ts'
import { apiDocument } from '../app/src/platform/http/api-document.ts'
import { createRouter } from '../app/src/platform/http/router.ts'
import { createLog } from '../app/src/platform/log.ts'
import { projectRoot } from '../app/src/platform/paths.ts'
import { buildRoutes } from '../app/src/routes.ts'
import { writeTypes } from './openapi-types.ts'

export const clientTypesFile = path.join(projectRoot, 'client/src/generated/paths.d.ts')

/** The types of the client, from the routes themselves. */
export function renderClientTypes(): string {
  // Routes are declared and never called here, so what they work on is not there.
  const nothing = { config: readConfig({}), log: createLog('silent') } as Partial<App> as App
  return writeTypes(apiDocument(createRouter().route('/', buildRoutes(nothing))))
}
