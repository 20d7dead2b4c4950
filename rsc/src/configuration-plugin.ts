import { z } from 'zod'
import { type IntegrationKey, integrationKeySchema } from './ats-integrations.ts'

/**
 * Bundles of integrations that a page can offer in the configuration plugin.
 *
 * Source: rsc-recruiter 2.
 */
export const bundledIntegrationTypes = [
  'RECRUITER_SYSTEM_CONNECT_COMPANY',
  'RECRUITER_SYSTEM_CONNECT_CONTRACT',
  'APPLY_WITH_LINKEDIN',
  'APPLY_STARTERS_EXP',
  'CANDIDATE_RELATIONSHIP_MANAGEMENT',
] as const

/** One of {@link bundledIntegrationTypes}. */
export type BundledIntegrationType = (typeof bundledIntegrationTypes)[number]

/**
 * Where the configuration plugin comes from: the documented path first, then the one of LinkedIn's older sample page.
 *
 * Source: rsc-recruiter 3.1.
 */
export const configurationPluginPaths = [
  '/rsc/extensions/onboarding-widget',
  '/recruiter/widget/ATSIntegration',
] as const

/** What a page needs to know to show the configuration plugin. */
export type ConfigurationPluginOptions = {
  /** Origin of LinkedIn's platform, which serves the loader as well. */
  platformUrl: string
  /** Client id of the child application; `validJsSdkDomains` of it must hold the page's origin. */
  clientId: string
  /** Name of a global function of the page; it is called with what {@link parseIntegratedKeys} reads. */
  onIntegrate: string
  bundles: readonly BundledIntegrationType[]
  widthInPixels?: number
  path?: (typeof configurationPluginPaths)[number]
}

/** The two tags of a plugin. The loader must be a plain script whose text stays in the page. */
export type PluginTags = {
  loader: { src: string; text: string }
  placeholder: { type: string; attributes: Record<string, string> }
}

/**
 * The tags that show the configuration plugin: first the placeholder, then the loader, which puts a frame in its place.
 * The loader has to be added anew each time the plugin is to be shown anew.
 *
 * Source: rsc-recruiter 3.1.
 */
export function describeConfigurationPlugin(options: ConfigurationPluginOptions): PluginTags {
  const { origin } = new URL(options.platformUrl)
  const { clientId, onIntegrate, bundles, widthInPixels = 500, path = configurationPluginPaths[0] } = options
  return {
    loader: {
      src: `${origin}/xdoor/scripts/in.js`,
      text: `api_key: ${clientId}\nextensions: ATSIntegrationWidget@${origin}${path}`,
    },
    placeholder: {
      type: 'IN/ATSIntegrationWidget',
      attributes: {
        'data-supported-bundled-integration-types': bundles.join(','),
        'data-onintegrate': onIntegrate,
        'data-width': String(widthInPixels),
      },
    },
  }
}

/**
 * The argument of the `data-onintegrate` callback: keys of integrations, as a list or as one object. Fields beside the key
 * are left out.
 *
 * Source: rsc-recruiter 3.1 (inferred by the reference).
 */
export const integratedKeysSchema = z.preprocess(
  argument => (Array.isArray(argument) ? argument : [argument]),
  z
    .array(z.looseObject({}).transform(pickKey).pipe(integrationKeySchema))
    .min(1, 'must hold at least one integration')
    .max(50, 'must hold at most 50 integrations'),
)

/** The callback was called with something that holds no keys of integrations. */
export class MalformedCallbackError extends Error {
  override readonly name = 'MalformedCallbackError'
}

/**
 * Reads what a page posts after its `data-onintegrate` function was called. It comes from a browser: nothing of it may be
 * believed before `getIntegrations` confirmed it with the child application's own token.
 *
 * @throws {MalformedCallbackError} when a key is missing or wrong.
 * Source: rsc-recruiter 3.1.
 */
export function parseIntegratedKeys(argument: unknown): IntegrationKey[] {
  const parsed = integratedKeysSchema.safeParse(argument)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new MalformedCallbackError(`The integrations are not as documented: ${issue?.path.join('.')} ${issue?.message}`)
}

function pickKey(value: Record<string, unknown>): Record<string, unknown> {
  const { integrationContext, integrationType, tenantType, dataProvider } = value
  return { integrationContext, integrationType, tenantType, dataProvider }
}
