import { isEnabled } from '../../behaviours/integrations.ts'
import { refuseAccess } from '../authenticate.ts'
import { countRecords } from '../quotas.ts'
import { clientIdOf, type WireRequest } from '../resource.ts'

interface Key {
  readonly integrationContext: string
}

/** Candidates, applications and what belongs to them are for the indicator. */
export function checkIndicatorIsEnabled(request: WireRequest, { integrationContext }: Key): void {
  const key = { integrationContext, integrationType: 'IN_ATS_INDICATOR' } as const
  if (!isEnabled(request.sandbox, clientIdOf(request), key)) throw refuseAccess(request.call)
}

export function beginIndicatorBatch(request: WireRequest, quotaName: string, keys: readonly Key[]): void {
  for (const key of keys) checkIndicatorIsEnabled(request, key)
  countRecords(request.sandbox, clientIdOf(request), { quotaName, records: keys.length })
}
