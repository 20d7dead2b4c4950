import type { RunningSandbox } from '../../start-sandbox.ts'
import type { Customer } from '../../testing/customer.ts'
import type { Page, PageVisitor } from './page-visitor.ts'

/** The page that `provision` registers for each customer of the tests. */
export const pageOrigin = 'https://hiring.tulpenveld.example'

/** The address that the loader gives the frame. */
export function frameAddress(
  customer: Pick<Customer, 'clientId'>,
  changes: Readonly<Record<string, string>> = {},
): string {
  const query = {
    supportedBundledIntegrationTypes: 'RECRUITER_SYSTEM_CONNECT_COMPANY,RECRUITER_SYSTEM_CONNECT_CONTRACT',
    onintegrate: 'onIntegrate',
    api_key: customer.clientId,
    origin: pageOrigin,
    lang: 'en',
    ...changes,
  }
  return `/rsc/extensions/onboarding-widget?${new URLSearchParams(query)}`
}

export async function signInToFrame(visitor: PageVisitor, address: string, email: string): Promise<Page> {
  const answer = await visitor.send(address, { act: 'sign-in', email, password: 'sandbox' })
  return visitor.get(answer.location ?? '')
}

/** What the frame has the page's callback called with; undefined when it has nothing to tell. */
export function readCallback(page: Page): unknown {
  const argument = /data-argument="([^"]*)"/.exec(page.html)?.[1]
  return argument === undefined ? undefined : JSON.parse(argument.replaceAll('&quot;', '"'))
}

export function statusesOf(
  { store }: RunningSandbox,
  { clientId }: Pick<Customer, 'clientId'>,
): Record<string, string> {
  const own = store.integrations.list(each => each.clientId === clientId)
  return Object.fromEntries(own.map(each => [each.integrationType, each.status]))
}
