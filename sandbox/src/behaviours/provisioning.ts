import { randomBytes } from 'node:crypto'
import type { DeveloperApplication } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'

const FIRST_APPLICATION_NUMBER = 900_042

interface NewChildApplication {
  readonly uniqueForeignId: string
  readonly name: string
  readonly description: string
  readonly oauth2AuthorizedCallbackUrls?: readonly string[] | undefined
  readonly validJsSdkDomains?: readonly string[] | undefined
}

/** The only moment at which the secret is told. */
export function provisionApplication(sandbox: Sandbox, order: NewChildApplication): DeveloperApplication {
  if (findByForeignId(sandbox, order.uniqueForeignId) !== undefined) {
    throw new Refusal(
      409,
      'duplicate-foreign-id',
      `An application with uniqueForeignId ${order.uniqueForeignId} already exists.`,
    )
  }
  const number = sandbox.store.nextNumber('application', FIRST_APPLICATION_NUMBER)
  return sandbox.store.applications.put({
    key: `urn:li:developerApplication:${number}`,
    kind: 'child',
    clientId: `77sb${number}${randomBytes(3).toString('hex')}`,
    clientSecret: `${randomBytes(9).toString('base64')}+/=`,
    uniqueForeignId: order.uniqueForeignId,
    name: order.name,
    description: order.description,
    oauth2AuthorizedCallbackUrls: order.oauth2AuthorizedCallbackUrls ?? [],
    validJsSdkDomains: order.validJsSdkDomains ?? [],
    createdAt: sandbox.clock.now(),
  })
}

export function findByForeignId(sandbox: Sandbox, uniqueForeignId: string): DeveloperApplication | undefined {
  return sandbox.store.applications.findWhere(
    application => application.kind === 'child' && application.uniqueForeignId === uniqueForeignId,
  )
}

/** Each list that is given replaces the whole list. */
export function changeApplication(
  sandbox: Sandbox,
  key: string,
  changes: Pick<NewChildApplication, 'oauth2AuthorizedCallbackUrls' | 'validJsSdkDomains'>,
): DeveloperApplication {
  const application = sandbox.store.applications.findWhere(each => each.kind === 'child' && each.key === key)
  if (application === undefined) {
    throw new Refusal(404, 'unknown-application', `The application ${key} does not exist.`)
  }
  return sandbox.store.applications.put({
    ...application,
    oauth2AuthorizedCallbackUrls: changes.oauth2AuthorizedCallbackUrls ?? application.oauth2AuthorizedCallbackUrls,
    validJsSdkDomains: changes.validJsSdkDomains ?? application.validJsSdkDomains,
  })
}
