import type { PluginTags } from './configuration-plugin.ts'
import { personUrnSchema } from './urns.ts'

/**
 * Where the profile plugin comes from: the documented path first, then the older one.
 *
 * Source: rsc-recruiter 6.1.
 */
export const profilePluginPaths = ['/rsc/extensions/profile-widget', '/recruiter/widget/hcm'] as const

/**
 * What a page can say about somebody who is not shared with LinkedIn yet. Ours: LinkedIn reads none of it.
 *
 * Source: design 6.
 */
export type CandidateLookup = {
  /** The person URN that our side has linked. */
  member?: string
  /** Person URNs that our side has unlinked. */
  notMembers?: readonly string[]
  firstName?: string
  lastName?: string
  emails?: readonly string[]
  profileUrl?: string
}

/** What a page needs to know to show the profile plugin. */
export type ProfilePluginOptions = {
  /** Origin of LinkedIn's platform, which serves the loader as well. */
  platformUrl: string
  /** Client id of the child application; `validJsSdkDomains` of it must hold the page's origin. */
  clientId: string
  /** The candidate's id exactly as synced. */
  atsCandidateId: string
  /** Organization URN of the `PROFILE_PLUGIN` integration. */
  integrationContext: string
  /** Names of global functions of the page; they are called with what {@link parseLinkedMember} reads. */
  onLink: string
  onUnlink: string
  showsUnlink?: boolean
  confirmsUnlink?: boolean
  widthInPixels?: number
  path?: (typeof profilePluginPaths)[number]
  lookup?: CandidateLookup
}

/**
 * The tags that show the LinkedIn profile of a candidate: first the placeholder, then the loader.
 *
 * Source: rsc-recruiter 6.1; design 6 for the look-up attributes.
 */
export function describeProfilePlugin(options: ProfilePluginOptions): PluginTags {
  const { origin } = new URL(options.platformUrl)
  const { clientId, widthInPixels = 800, path = profilePluginPaths[0], lookup = {} } = options
  return {
    loader: {
      src: `${origin}/xdoor/scripts/in.js`,
      text: `api_key: ${clientId}\nextensions: HcmWidget@${origin}${path}`,
    },
    placeholder: {
      type: 'IN/HcmWidget',
      attributes: {
        'data-widget-type': 'ATS',
        'data-ats-candidate-id': options.atsCandidateId,
        'data-integration-context': options.integrationContext,
        'data-show-unlink-url': String(options.showsUnlink ?? true),
        'data-confirm-unlink': String(options.confirmsUnlink ?? true),
        'data-onlink': options.onLink,
        'data-onunlink': options.onUnlink,
        'data-width': String(widthInPixels),
        ...describeLookup(lookup),
      },
    },
  }
}

/** The argument of an `onlink` or `onunlink` callback is no person URN. */
export class MalformedMemberError extends Error {
  override readonly name = 'MalformedMemberError'
}

/**
 * Reads what a page posts after its `data-onlink` or `data-onunlink` function was called: the person URN. It comes from a
 * browser, so it is a user's wish like any other.
 *
 * @throws {MalformedMemberError}
 * Source: rsc-recruiter 6.1.
 */
export function parseLinkedMember(argument: unknown): string {
  const parsed = personUrnSchema.safeParse(argument)
  if (parsed.success) return parsed.data
  throw new MalformedMemberError('The callback of the profile plugin was not called with a person URN.')
}

function describeLookup(lookup: CandidateLookup): Record<string, string> {
  const values = {
    'data-lookup-member': lookup.member,
    'data-lookup-not-members': lookup.notMembers?.join(','),
    'data-lookup-first-name': lookup.firstName,
    'data-lookup-last-name': lookup.lastName,
    'data-lookup-emails': lookup.emails?.join(','),
    'data-lookup-profile-url': lookup.profileUrl,
  }
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  )
}
