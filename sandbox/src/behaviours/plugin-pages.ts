import type { DeveloperApplication } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'

/** The application of a page that shows a plugin: its key must exist and its list must hold exactly this origin. */
export function getApplicationOfPage(sandbox: Sandbox, page: { apiKey: string; origin: string }): DeveloperApplication {
  const application = sandbox.store.applications.find(page.apiKey)
  if (application?.kind !== 'child') {
    throw new Refusal(
      403,
      'unknown-api-key',
      `api_key "${page.apiKey}" is not the client id of a customer application. Give the one that POST /v2/provisionedApplications answered.`,
    )
  }
  if (!application.validJsSdkDomains.includes(page.origin)) {
    const known = application.validJsSdkDomains.join(', ') || 'nothing'
    throw new Refusal(
      403,
      'origin-not-valid',
      `validJsSdkDomains of this application does not hold ${page.origin}; it holds ${known}. Add the origin, without a slash at the end, by POST /v2/provisionedApplications/${application.key}.`,
    )
  }
  return application
}
