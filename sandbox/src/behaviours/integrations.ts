import type { AccessLevel, Integration, IntegrationKey, IntegrationStatus, IntegrationType } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { integrationIdOf, partnerNoticeIdOf } from '../store.ts'
import { findCallbackUrl } from './callback-urls.ts'
import { getContract, isContractAdmin } from './contracts.ts'
import { announceStatusChange, giveUpWaitingExports } from './pushes.ts'

const COMPANY_TYPES: readonly IntegrationType[] = ['ONE_CLICK_EXPORT', 'IN_ATS_INDICATOR', 'PROFILE_PLUGIN']

/** One line of the plugin and of the ATS tab: an application, a level and the contract it is looked at from. */
export interface AccessRow {
  readonly clientId: string
  readonly level: AccessLevel
  readonly contract: string
}

export interface AccessRowState extends AccessRow {
  readonly status: 'NONE' | IntegrationStatus
  readonly integrationName: string | null
  readonly integrations: readonly Integration[]
  /** Why the toggle cannot be turned on yet, or null. */
  readonly obstacle: Obstacle | null
}

/** What is missing before a row can be turned on: a word for the pages, a sentence for refusals. */
export interface Obstacle {
  readonly kind: 'notRequested' | 'notNamed' | 'noCallbackUrl' | 'beingValidated' | 'blocked' | 'challengeFailed'
  readonly sentence: string
}

/** The key as LinkedIn hands it to the plugin's callback and writes it into records. */
export function spellOutKey(key: IntegrationKey) {
  return {
    integrationContext: key.integrationContext,
    integrationType: key.integrationType,
    tenantType: 'RECRUITER' as const,
    dataProvider: 'ATS' as const,
  }
}

/** Request in the plugin. Contract level asks for the company's three as well, because it contains them. */
export function requestIntegrations(sandbox: Sandbox, row: AccessRow & { byMemberId?: string }): IntegrationKey[] {
  checkMayAdminister(sandbox, row)
  checkOneCompany(sandbox, row)
  const keys = wantedKeysOf(sandbox, row)
  for (const key of keys) {
    const known = findIntegration(sandbox, row.clientId, key)
    if (known !== undefined && known.status !== 'DISABLED') continue
    const now = sandbox.clock.now()
    sandbox.store.integrations.put({
      ...key,
      clientId: row.clientId,
      integrationName: known?.integrationName ?? null,
      status: 'REQUESTED',
      requestedAt: now,
      changedAt: now,
    })
  }
  refreshPartnerReadiness(sandbox, row.clientId)
  return keys
}

/** Notify partner: the same keys once more, for a callback that went lost. Only the moment is remembered. */
export function notifyPartner(sandbox: Sandbox, row: AccessRow & { byMemberId?: string }): IntegrationKey[] {
  checkMayAdminister(sandbox, row)
  if (readAccessRow(sandbox, row).status === 'NONE') {
    throw new Refusal(409, 'not-requested', `${nameLevel(row.level)} was not requested, so there is nothing to tell.`)
  }
  const { clientId, level, contract } = row
  sandbox.store.partnerNotices.put({ clientId, level, contract, notifiedAt: sandbox.clock.now() })
  return listRequestedKeys(sandbox, row)
}

/** When the partner was told again, or null when nobody did so since the last request. */
export function findNotice(sandbox: Sandbox, row: AccessRow): number | null {
  const notice = sandbox.store.partnerNotices.find(partnerNoticeIdOf(row))
  const requestedAt = Math.max(0, ...readAccessRow(sandbox, row).integrations.map(each => each.requestedAt))
  return notice !== undefined && notice.notifiedAt >= requestedAt ? notice.notifiedAt : null
}

/** What the plugin's callback is called with. */
export function listRequestedKeys(sandbox: Sandbox, row: AccessRow): IntegrationKey[] {
  return wantedKeysOf(sandbox, row).filter(key => findIntegration(sandbox, row.clientId, key) !== undefined)
}

export function readAccessRow(sandbox: Sandbox, row: AccessRow): AccessRowState {
  const keys = rowKeysOf(sandbox, row)
  const integrations = keys.flatMap(key => findIntegration(sandbox, row.clientId, key) ?? [])
  const isComplete = integrations.length === keys.length
  return {
    clientId: row.clientId,
    level: row.level,
    contract: row.contract,
    status: isComplete ? combineStatuses(integrations.map(integration => integration.status)) : 'NONE',
    integrationName: integrations[0]?.integrationName ?? null,
    integrations,
    obstacle: isComplete
      ? findObstacle(sandbox, row.clientId, integrations)
      : { kind: 'notRequested', sentence: 'It was not requested yet.' },
  }
}

/** The toggle of Recruiter's ATS tab, turned on. Returns the integrations that changed. */
export function enableAccess(sandbox: Sandbox, row: AccessRow & { byMemberId?: string }): readonly Integration[] {
  checkMayAdminister(sandbox, row)
  const rows: AccessRow[] = row.level === 'contract' ? [{ ...row, level: 'company' }, row] : [row]
  for (const each of rows) {
    const { obstacle } = readAccessRow(sandbox, each)
    if (obstacle !== null) {
      throw new Refusal(409, 'not-partner-ready', `${nameLevel(each.level)} cannot be turned on: ${obstacle.sentence}`)
    }
  }
  return changeStatus(sandbox, rows, 'ENABLED')
}

/** The toggle turned off. The two rows are independent: each turns off its own integrations only. */
export function disableAccess(sandbox: Sandbox, row: AccessRow & { byMemberId?: string }): readonly Integration[] {
  checkMayAdminister(sandbox, row)
  if (readAccessRow(sandbox, row).status !== 'ENABLED') {
    throw new Refusal(409, 'not-enabled', `${nameLevel(row.level)} is not turned on, so there is nothing to turn off.`)
  }
  const changed = changeStatus(sandbox, [row], 'DISABLED')
  if (row.level === 'company') giveUpWaitingExports(sandbox, row.clientId, 'one-click export was turned off')
  return changed
}

/** `atsIntegrations` batch_partial_update: the ATS says that it is set up and how it wants to be called. */
export function nameIntegration(
  sandbox: Sandbox,
  clientId: string,
  key: IntegrationKey,
  integrationName: string,
): void {
  const integration = getIntegration(sandbox, clientId, key)
  sandbox.store.integrations.put({ ...integration, integrationName, changedAt: sandbox.clock.now() })
  refreshPartnerReadiness(sandbox, clientId)
}

export function findIntegration(sandbox: Sandbox, clientId: string, key: IntegrationKey): Integration | undefined {
  return sandbox.store.integrations.find(integrationIdOf({ ...key, clientId }))
}

export function getIntegration(sandbox: Sandbox, clientId: string, key: IntegrationKey): Integration {
  const integration = findIntegration(sandbox, clientId, key)
  if (integration === undefined) {
    throw new Refusal(404, 'unknown-integration', 'The integration does not exist: the customer has not requested it.')
  }
  return integration
}

/** URN of the company that this application serves. Who switched everything off may begin anew with another one. */
export function findConnectedCompany(sandbox: Sandbox, clientId: string): string | undefined {
  const context = sandbox.store.integrations.findWhere(
    each => each.clientId === clientId && each.status !== 'DISABLED',
  )?.integrationContext
  return context === undefined ? undefined : (sandbox.store.contracts.find(context)?.organization ?? context)
}

export function isEnabled(sandbox: Sandbox, clientId: string, key: IntegrationKey): boolean {
  return findIntegration(sandbox, clientId, key)?.status === 'ENABLED'
}

/** Waiting records become PARTNER_READY once the ATS did its part, and fall back when it takes that away again. */
export function refreshPartnerReadiness(sandbox: Sandbox, clientId: string): void {
  for (const integration of sandbox.store.integrations.list(each => each.clientId === clientId)) {
    if (integration.status !== 'REQUESTED' && integration.status !== 'PARTNER_READY') continue
    const isReady = findObstacle(sandbox, clientId, [integration]) === null
    const status = isReady ? 'PARTNER_READY' : 'REQUESTED'
    if (status !== integration.status) {
      sandbox.store.integrations.put({ ...integration, status, changedAt: sandbox.clock.now() })
    }
  }
}

function findObstacle(sandbox: Sandbox, clientId: string, integrations: readonly Integration[]): Obstacle | null {
  const unnamed = integrations.filter(integration => integration.integrationName === null)
  if (unnamed.length > 0) {
    const types = unnamed.map(integration => integration.integrationType).join(', ')
    return { kind: 'notNamed', sentence: `the ATS has not named ${types} yet.` }
  }
  if (findCallbackUrl(sandbox, clientId) === undefined) {
    return { kind: 'noCallbackUrl', sentence: 'the ATS has not set its CALLBACK_URL yet.' }
  }
  return sandbox.options.challenge ? findChallengeObstacle(sandbox, clientId) : null
}

function findChallengeObstacle(sandbox: Sandbox, clientId: string): Obstacle | null {
  const endpoint = sandbox.store.callbackEndpoints.find(clientId)
  if (endpoint === undefined || endpoint.state === 'unchecked') {
    return { kind: 'beingValidated', sentence: 'the CALLBACK_URL is still being validated.' }
  }
  if (endpoint.state === 'blocked') {
    return { kind: 'blocked', sentence: 'the CALLBACK_URL failed three challenges in a row and is blocked.' }
  }
  const failed = endpoint.state === 'failing' ? endpoint.lastFailure : null
  if (failed === null) return null
  return { kind: 'challengeFailed', sentence: `the CALLBACK_URL did not answer its challenge: ${failed}` }
}

function changeStatus(sandbox: Sandbox, rows: readonly AccessRow[], status: IntegrationStatus): readonly Integration[] {
  const changed = rows
    .flatMap(row => readAccessRow(sandbox, row).integrations)
    .filter(integration => integration.status !== status)
    .map(integration => sandbox.store.integrations.put({ ...integration, status, changedAt: sandbox.clock.now() }))
  const [first] = changed
  if (first !== undefined) announceStatusChange(sandbox, first.clientId, changed)
  return changed
}

function combineStatuses(statuses: readonly IntegrationStatus[]): IntegrationStatus {
  const weakestFirst: readonly IntegrationStatus[] = ['DISABLED', 'REQUESTED', 'PARTNER_READY', 'ENABLED']
  return weakestFirst.find(status => statuses.includes(status)) ?? 'REQUESTED'
}

function checkMayAdminister(sandbox: Sandbox, row: AccessRow & { byMemberId?: string }): void {
  getContract(sandbox, row.contract)
  const application = sandbox.store.applications.find(row.clientId)
  if (application?.kind !== 'child') {
    throw new Refusal(404, 'unknown-application', `There is no customer application with client id ${row.clientId}.`)
  }
  if (row.byMemberId !== undefined && !isContractAdmin(sandbox, row.byMemberId, row.contract)) {
    throw new Refusal(
      403,
      'not-contract-admin',
      'Only an administrator with an active seat on this contract can do this.',
    )
  }
}

/** One application is one customer: its credentials must never open a second company. */
function checkOneCompany(sandbox: Sandbox, row: AccessRow): void {
  const company = findConnectedCompany(sandbox, row.clientId)
  if (company === undefined || company === getContract(sandbox, row.contract).organization) return
  throw new Refusal(
    409,
    'other-company',
    'This ATS instance is connected to another company. Each company connects an instance of its own.',
  )
}

function wantedKeysOf(sandbox: Sandbox, row: AccessRow): IntegrationKey[] {
  return row.level === 'contract' ? [...companyKeysOf(sandbox, row), contractKeyOf(row)] : companyKeysOf(sandbox, row)
}

function rowKeysOf(sandbox: Sandbox, row: AccessRow): IntegrationKey[] {
  return row.level === 'contract' ? [contractKeyOf(row)] : companyKeysOf(sandbox, row)
}

function companyKeysOf(sandbox: Sandbox, row: AccessRow): IntegrationKey[] {
  const { organization } = getContract(sandbox, row.contract)
  return COMPANY_TYPES.map(integrationType => ({ integrationContext: organization, integrationType }))
}

function contractKeyOf(row: AccessRow): IntegrationKey {
  return { integrationContext: row.contract, integrationType: 'CSA_API' }
}

function nameLevel(level: AccessLevel): string {
  return level === 'company' ? 'Company level access' : 'Contract level access'
}
