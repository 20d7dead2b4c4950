import { v2 } from './coverage-v2.ts'
import type { CoveredCall, Row } from './covered-call.ts'

const oauth: Row[] = [
  [
    'POST',
    '/oauth/v2/accessToken',
    null,
    'a token of the application itself (grant_type=client_credentials)',
    'rsc-sync 2',
    'oauth.requestToken',
  ],
  [
    'POST',
    '/oauth/v2/accessToken (authorization_code)',
    null,
    "a member's token in exchange for his code",
    'rsc-recruiter 7',
    'oauth.exchangeCode',
  ],
  [
    'GET',
    '/oauth/v2/authorization',
    null,
    'a user connects his LinkedIn account',
    'rsc-recruiter 7',
    'oauth.buildAuthorizationUrl',
  ],
  ['POST', '/oauth/v2/introspectToken', null, 'periodic check of a token', 'rsc-sync 2', 'oauth.introspectToken'],
]

const webhook: Row[] = [
  [
    'POST',
    '{CALLBACK_URL}',
    null,
    'a push: export or change of an integration',
    'rsc-recruiter 4.1 and 4.3',
    'push.parsePush',
  ],
  [
    'POST',
    '{CALLBACK_URL} (signature)',
    null,
    'whether a push comes from LinkedIn',
    'rsc-recruiter 4.3',
    'signature.verifyPush',
  ],
  [
    'GET',
    '{CALLBACK_URL}?challengeCode',
    null,
    'the challenge of the callback address',
    'rsc-recruiter 4.2',
    'signature.answerChallenge',
  ],
]

const rest: Row[] = [
  ['PUT', '/rest/candidates', 'batch_update', 'versioned twin', 'rsc-sync 16'],
  ['GET', '/rest/candidates', 'batch_get', 'versioned twin', 'rsc-sync 16'],
  ['DELETE', '/rest/candidates', 'batch_delete', 'versioned twin', 'rsc-sync 16'],
  ['POST', '/rest/integrations', 'batch_partial_update', 'versioned twin', 'rsc-sync 16'],
  ['GET', '/rest/integrations', 'batch_get', 'versioned twin', 'rsc-sync 16'],
  ['GET', '/rest/integrations', 'finder', 'versioned twin', 'rsc-sync 16'],
  ['PUT', '/rest/integrationConfigurations', 'batch_update', 'versioned twin', 'rsc-sync 16'],
  ['GET', '/rest/integrationConfigurations', 'batch_get', 'versioned twin', 'rsc-sync 16'],
  ['PUT', '/rest/candidateNotes', 'batch_update', 'versioned twin', 'rsc-sync 16'],
  ['DELETE', '/rest/candidateNotes', 'batch_delete', 'versioned twin', 'rsc-sync 16'],
  ['PUT', '/rest/applicationNotes', 'batch_update', 'versioned twin', 'rsc-sync 16'],
  ['DELETE', '/rest/applicationNotes', 'batch_delete', 'versioned twin', 'rsc-sync 16'],
  ['PUT', '/rest/atsApplications', 'batch_update', 'versioned twin', 'rsc-sync 16'],
  ['PUT', '/rest/applicationStage', 'batch_update', 'versioned twin', 'rsc-sync 16'],
  ['PUT', '/rest/applicationInterviewFeedbacks', 'batch_update', 'versioned twin', 'rsc-sync 16'],
  ['*', '/rest/entityAcls', null, 'versioned resource, methods unread', 'rsc-sync 16'],
  ['*', '/rest/entityAclAssignees', null, 'versioned resource, methods unread', 'rsc-sync 16'],
  ['GET', '/rest/seatsV2', 'finder', 'versioned twin', 'rsc-sync 16'],
  ['GET', '/rest/simpleJobPostingTasks', 'batch_get', 'versioned twin', 'rsc-sync 1.5'],
  ['*', '/rest/attachments', null, 'versioned resource, methods unread', 'rsc-sync 15'],
  ['*', '/rest/jobRequisitions', null, 'versioned resource, methods unread', 'rsc-sync 7 and 18'],
]

const widget: Row[] = [
  [
    'GET',
    '/xdoor/scripts/in.js',
    null,
    'the loader of every plugin',
    'rsc-recruiter 3.1 and 6.1',
    'configuration-plugin.describeConfigurationPlugin',
  ],
  [
    'GET',
    '/rsc/extensions/onboarding-widget',
    null,
    'the configuration plugin',
    'rsc-recruiter 3.1',
    'configuration-plugin.describeConfigurationPlugin',
  ],
  [
    'GET',
    '/recruiter/widget/ATSIntegration',
    null,
    'the configuration plugin, older address',
    'rsc-recruiter 3.1',
    'configuration-plugin.describeConfigurationPlugin',
  ],
  [
    'GET',
    '/rsc/extensions/profile-widget',
    null,
    'the profile plugin; Save to project and Send InMail are missing in the sandbox',
    'rsc-recruiter 6.1',
    'profile-plugin.describeProfilePlugin',
    'partial',
  ],
  [
    'GET',
    '/recruiter/widget/hcm',
    null,
    'the profile plugin, older address; as above',
    'rsc-recruiter 6.1',
    'profile-plugin.describeProfilePlugin',
    'partial',
  ],
  [
    '*',
    'onintegrate(integrations)',
    null,
    'the callback of the configuration plugin',
    'rsc-recruiter 3.1',
    'configuration-plugin.parseIntegratedKeys',
  ],
  [
    '*',
    'onlink(personUrn), onunlink(personUrn)',
    null,
    'the callbacks of the profile plugin',
    'rsc-recruiter 6.1',
    'profile-plugin.parseLinkedMember',
  ],
  ['*', 'recommended matches', null, 'the optional widget of recommended people', 'rsc-recruiter 6.4'],
]

/** What the sandbox and the app agreed on beside LinkedIn's plugins. */
const ourWidget: Row[] = [
  'data-lookup-member',
  'data-lookup-not-members',
  'data-lookup-first-name',
  'data-lookup-last-name',
  'data-lookup-emails',
  'data-lookup-profile-url',
].map(attribute => [
  '*',
  attribute,
  null,
  'look-up of people who are not shared with LinkedIn yet',
  'design 6',
  'profile-plugin.describeProfilePlugin',
])

/** Every call that the wire reference documents, and what is ours beside it. A test holds it to the code, both ways. */
export const coverage: readonly CoveredCall[] = [
  ...oauth.map(row => describeCall('oauth', row)),
  ...v2.map(row => describeCall('v2', row)),
  ...webhook.map(row => describeCall('webhook', row)),
  ...rest.map(row => describeCall('rest', row)),
  ...widget.map(row => describeCall('widget', row)),
  ...ourWidget.map(row => ({ ...describeCall('widget', row), definedBy: 'us' as const })),
]

function describeCall(generation: CoveredCall['generation'], row: Row): CoveredCall {
  const [method, address, restliMethod, use, source, implementedBy = null, partial] = row
  const state = implementedBy === null ? 'planned' : (partial ?? 'supported')
  return { generation, method, address, restliMethod, use, source, definedBy: 'LinkedIn', state, implementedBy }
}
