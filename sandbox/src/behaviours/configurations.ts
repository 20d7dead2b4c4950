import type { Configuration, IntegrationKey, IntegrationType } from '../records.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from '../sandbox.ts'
import { findOwnerOfCallbackUrl, isAllowedCallbackUrl } from './callback-urls.ts'
import { forgetCallbackEndpoint, registerCallbackUrl } from './challenge.ts'
import { getIntegration, refreshPartnerReadiness } from './integrations.ts'

export const ALL_PRODUCT_USERS = 'ALL_PRODUCT_USERS'

const ownerTypes: Readonly<Record<string, IntegrationType>> = {
  CALLBACK_URL: 'ONE_CLICK_EXPORT',
  JOB_POSTING_VIEWERS: 'ONE_CLICK_EXPORT',
  APPLICATION_VIEWERS: 'IN_ATS_INDICATOR',
}

function listConfigurations(sandbox: Sandbox, clientId: string, key: IntegrationKey): readonly Configuration[] {
  return sandbox.store.configurations.list(each => each.clientId === clientId && isOfIntegration(each, key))
}

export function findConfiguration(
  sandbox: Sandbox,
  clientId: string,
  place: IntegrationKey & { name: string },
): Configuration | undefined {
  return listConfigurations(sandbox, clientId, place).find(each => each.name === place.name)
}

export function putConfiguration(
  sandbox: Sandbox,
  clientId: string,
  setting: IntegrationKey & { name: string; value: string },
): void {
  getIntegration(sandbox, clientId, setting)
  checkName(setting)
  checkValue(sandbox, clientId, setting)
  sandbox.store.configurations.put({
    clientId,
    integrationContext: setting.integrationContext,
    integrationType: setting.integrationType,
    name: setting.name,
    value: setting.value,
    changedAt: sandbox.clock.now(),
  })
  if (setting.name === 'CALLBACK_URL') registerCallbackUrl(sandbox, clientId, setting.value)
  refreshPartnerReadiness(sandbox, clientId)
}

export function removeConfiguration(
  sandbox: Sandbox,
  clientId: string,
  place: IntegrationKey & { name: string },
): void {
  getIntegration(sandbox, clientId, place)
  const { store } = sandbox
  const known = findConfiguration(sandbox, clientId, place)
  if (known === undefined) {
    throw new Refusal(404, 'unknown-configuration', `The configuration ${place.name} is not set.`)
  }
  store.configurations.remove(store.configurations.keyOf(known))
  if (place.name === 'CALLBACK_URL') forgetCallbackEndpoint(sandbox, clientId)
  refreshPartnerReadiness(sandbox, clientId)
}

function checkName(setting: IntegrationKey & { name: string }): void {
  const ownerType = ownerTypes[setting.name]
  if (ownerType === undefined) {
    throw new Refusal(400, 'unknown-configuration', `"${setting.name}" is not a configuration.`)
  }
  if (ownerType !== setting.integrationType) {
    throw new Refusal(
      400,
      'wrong-integration-type',
      `${setting.name} belongs to ${ownerType}, not to ${setting.integrationType}.`,
    )
  }
}

function checkValue(sandbox: Sandbox, clientId: string, setting: { name: string; value: string }): void {
  if (setting.name !== 'CALLBACK_URL') {
    if (setting.value === ALL_PRODUCT_USERS) return
    throw new Refusal(400, 'wrong-value', `${setting.name} takes ${ALL_PRODUCT_USERS} and nothing else.`)
  }
  if (!isAllowedCallbackUrl(setting.value, sandbox.options.strict)) {
    throw new Refusal(400, 'wrong-value', 'CALLBACK_URL must be an https address on port 443 or 80.')
  }
  const owner = findOwnerOfCallbackUrl(sandbox, setting.value)
  if (owner !== undefined && owner !== clientId) {
    throw new Refusal(400, 'callback-not-unique', 'CALLBACK_URL must be unique: another customer uses this address.')
  }
}

function isOfIntegration(configuration: Configuration, key: IntegrationKey): boolean {
  return (
    configuration.integrationContext === key.integrationContext && configuration.integrationType === key.integrationType
  )
}
