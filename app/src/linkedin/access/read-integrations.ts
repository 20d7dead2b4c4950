import type { Integration, IntegrationKey } from '@lodestone/rsc/ats-integrations'
import { getIntegrations } from '@lodestone/rsc/ats-integrations'
import type { RecordReading } from '@lodestone/rsc/batch'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { enqueue, TryLater } from '../../platform/queue/queue.ts'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import type { Access, Level, RscIntegrationType } from './access.queries.ts'
import { findAccess, integrationTypes, permissionsOf } from './access.queries.ts'
import { countCall } from './call-count.ts'
import { clientOf } from './clients.ts'
import type { Contexts } from './integration-keys.ts'
import { integrationKeysOf } from './integration-keys.ts'
import { READ_SEATS } from './read-seats.job.ts'

/** Asks LinkedIn what is switched on and stores its words. What LinkedIn does not say clearly counts as not allowed. */
export async function readIntegrations(app: App, actor: Actor): Promise<Level> {
  const asked = await perform(app, actor, beginReading)
  if (!asked) return 'off'
  const { access, organizationUrn, contractUrn } = asked
  const client = clientOf(app, actor.tenantId, access)
  const readings = await getIntegrations(client, integrationKeysOf({ organizationUrn, contractUrn }))
  // A record that could not be read this time says nothing about what is switched on.
  const passing = readings.find(reading => !reading.ok && reading.retry !== 'never')
  if (passing && !passing.ok) {
    throw new TryLater(
      new Date(app.clock.now().getTime() + READ_AGAIN_MS),
      passing.message ?? 'LinkedIn gave no answer.',
    )
  }
  return perform(app, actor, work => storeReadings(work, readings, asked))
}

const READ_AGAIN_MS = 60_000

interface Asked extends Contexts {
  access: Access
  number: number
}

/** Counts the call and numbers it, so that of two answers the one to the later question counts. */
async function beginReading(work: Work): Promise<Asked | undefined> {
  const access = await findAccess(work.tx, work.tenantId)
  if (access?.organizationUrn == null) return undefined
  const waitUntil = await countCall(work, 'atsIntegrations')
  if (waitUntil) throw new TryLater(waitUntil, 'The calls that LinkedIn allows today are used.')
  const { number } = await work.tx
    .updateTable('linkedin_access')
    .set(eb => ({ readings_asked: eb('readings_asked', '+', 1) }))
    .where('tenant_id', '=', work.tenantId)
    .returning('readings_asked as number')
    .executeTakeFirstOrThrow()
  return { access, organizationUrn: access.organizationUrn, contractUrn: access.contractUrn, number }
}

async function storeReadings(
  work: Work,
  readings: readonly RecordReading<IntegrationKey, Integration>[],
  asked: Asked,
): Promise<Level> {
  // Push and hourly check may come together: each compares with what the other has stored.
  const access = await work.tx
    .selectFrom('linkedin_access')
    .select(['organization_urn', 'contract_urn', 'reading_stored'])
    .where('tenant_id', '=', work.tenantId)
    .forUpdate()
    .executeTakeFirst()
  const before = await permissionsOf(work.tx, work.tenantId)
  // What LinkedIn said about a company or contract that was left meanwhile says nothing about the new one.
  if (access?.organization_urn !== asked.organizationUrn || access.contract_urn !== asked.contractUrn) {
    return before.level
  }
  if (access.reading_stored > asked.number) return before.level
  const there = readings.filter(reading => reading.ok || reading.kind !== 'notFound')
  for (const reading of there) await storeReading(work, reading)
  await forgetOthers(work, new Set(there.map(reading => reading.key.integrationType)))
  await work.tx
    .updateTable('linkedin_access')
    .set({ checked_at: work.now, reading_stored: asked.number })
    .where('tenant_id', '=', work.tenantId)
    .execute()
  const after = await permissionsOf(work.tx, work.tenantId)
  const switches = ['exportEnabled', 'indicatorEnabled'] as const
  if (after.level !== before.level || switches.some(name => after[name] !== before[name])) {
    await work.record({
      kind: 'linkedin.levelChanged',
      subject: { kind: 'linkedin', id: work.tenantId },
      change: {
        from: before.level,
        to: after.level,
        exportSwitchedOn: after.exportEnabled && !before.exportEnabled,
        indicatorSwitchedOn: after.indicatorEnabled && !before.indicatorEnabled,
      },
    })
  }
  if (after.level === 'contract') await enqueue(work, { kind: READ_SEATS, key: 'all', payload: {} })
  return after.level
}

async function storeReading(work: Work, reading: RecordReading<IntegrationKey, Integration>): Promise<void> {
  const type = rscTypeOf(reading.key)
  if (!type) return
  const status = reading.ok ? (reading.value.statusText ?? 'UNKNOWN') : 'UNKNOWN'
  const raw = JSON.stringify(reading.ok ? reading.value.raw : { message: reading.message })
  const integrationContext = reading.key.integrationContext
  await work.tx
    .insertInto('linkedin_integration')
    .values({
      tenant_id: work.tenantId,
      integration_type: type,
      integration_context: integrationContext,
      status,
      since: work.now,
      checked_at: work.now,
      raw,
    })
    .onConflict(conflict =>
      conflict.columns(['tenant_id', 'integration_type']).doUpdateSet(eb => ({
        integration_context: integrationContext,
        status,
        since: eb
          .case()
          .when('linkedin_integration.status', '=', status)
          .then(eb.ref('linkedin_integration.since'))
          .else(work.now)
          .end(),
        checked_at: work.now,
        raw,
      })),
    )
    .execute()
}

/** A record that LinkedIn no longer holds is no permission any more. */
async function forgetOthers(work: Work, there: ReadonlySet<string>): Promise<void> {
  const gone = integrationTypes.filter(type => !there.has(type))
  if (gone.length === 0) return
  await work.tx
    .deleteFrom('linkedin_integration')
    .where('tenant_id', '=', work.tenantId)
    .where('integration_type', 'in', gone)
    .execute()
}

function rscTypeOf(key: IntegrationKey): RscIntegrationType | undefined {
  return integrationTypes.find(type => type === key.integrationType)
}
