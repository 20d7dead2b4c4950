import { RuleBroken } from './demand.ts'

interface Door {
  readonly clientId: string
  readonly clientSecret: string
  readonly organization: string
  readonly callbackUrl: string
}

/** Tells LinkedIn the CALLBACK_URL with the credentials of the ATS, which makes LinkedIn validate it at once. */
export async function registerCallbackUrl(linkedinUrl: string, door: Door): Promise<void> {
  const integration = [
    `integrationContext=${door.organization}`,
    'integrationType=ONE_CLICK_EXPORT',
    'tenantType=RECRUITER',
    'dataProvider=ATS',
  ].join('&')
  const answer = await fetch(`${linkedinUrl}/v2/atsIntegrations/${integration}/configurations?ids=CALLBACK_URL`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${await takeToken(linkedinUrl, door)}`,
      'content-type': 'application/json',
      'x-restli-method': 'batch_update',
    },
    body: JSON.stringify({ entities: { CALLBACK_URL: { configurationValue: { string: door.callbackUrl } } } }),
  })
  const text = await answer.text()
  // A batch is 200 as a whole; the record's own verdict stands inside.
  if (answer.ok && /"errors"\s*:\s*\{\s*\}/.test(text)) return
  throw new RuleBroken({
    expected: `LinkedIn takes ${door.callbackUrl} as CALLBACK_URL`,
    actual: `it answers ${answer.status}: ${text.slice(0, 300)}`,
  })
}

/** Only the right secret gets one. */
export async function takeToken(
  linkedinUrl: string,
  { clientId, clientSecret }: Pick<Door, 'clientId' | 'clientSecret'>,
): Promise<string> {
  const answer = await fetch(`${linkedinUrl}/oauth/v2/accessToken`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }),
  })
  const body: unknown = await answer.json().catch(() => null)
  if (answer.ok && typeof body === 'object' && body !== null && 'access_token' in body) return String(body.access_token)
  throw new RuleBroken({
    expected: `LinkedIn gives a token for ${clientId} and the secret that the ATS holds`,
    actual: `it answers ${answer.status}`,
  })
}
