import type { z } from 'zod'
import { isEnabled } from '../../behaviours/integrations.ts'
import { refuseAccess } from '../authenticate.ts'
import { countRecords } from '../quotas.ts'
import { clientIdOf, type WireRequest } from '../resource.ts'
import { readRecord } from '../schema-problems.ts'
import { readParameters } from '../wire-call.ts'

/** Access lists serve the export box and the indicator, so either of the two must be on. */
export function checkMayUseAcls(request: WireRequest, integrationContext: string): void {
  const types = ['ONE_CLICK_EXPORT', 'IN_ATS_INDICATOR'] as const
  const mayUse = types.some(integrationType =>
    isEnabled(request.sandbox, clientIdOf(request), { integrationContext, integrationType }),
  )
  if (!mayUse) throw refuseAccess(request.call)
}

export function beginAclBatch(
  request: WireRequest,
  quotaName: string,
  keys: ReadonlyArray<{ integrationContext: string }>,
): void {
  for (const key of keys) checkMayUseAcls(request, key.integrationContext)
  countRecords(request.sandbox, clientIdOf(request), { quotaName, records: keys.length })
}

/** The parameters of a finder, apart from its name and the page. */
export function readCriteria<T extends z.ZodType>(request: WireRequest, schema: T): z.output<T> {
  const parameters = Object.fromEntries(readParameters(request.call))
  const { q: _, start: __, count: ___, fields: ____, ...criteria } = parameters
  return readRecord(schema, criteria)
}
