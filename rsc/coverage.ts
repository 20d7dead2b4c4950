/** How far a call is built. A `partial` one says in `use` what is missing. */
export type CoverageState = 'supported' | 'partial' | 'planned'

/**
 * One documented call.
 *
 * `address` comes after the base path for `v2`; elsewhere it is whole. `restliMethod` is null where Rest.li plays no part or
 * the method could not be read. `source` is a section of the wire reference. `definedBy: 'us'` marks what LinkedIn does not
 * have. `implementedBy` is `file.function` under `src/`, null for a planned call.
 */
export type CoveredCall = {
  generation: 'oauth' | 'v2' | 'rest' | 'webhook' | 'widget'
  method: 'GET' | 'PUT' | 'POST' | 'DELETE' | '*'
  address: string
  restliMethod: string | null
  use: string
  source: string
  definedBy: 'LinkedIn' | 'us'
  state: CoverageState
  implementedBy: string | null
}

/** Method, address, Rest.li method, use, source and, once built, `file.function`, with `partial` behind it if it is. */
type Row = [
  method: CoveredCall['method'],
  address: string,
  restliMethod: string | null,
  use: string,
  source: string,
  implementedBy?: string,
  state?: 'partial',
]

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

const v2: Row[] = [
  [
    'POST',
    '/provisionedApplications',
    'create',
    'a child application per customer',
    'rsc-sync 3.1',
    'provisioned-applications.provisionApplication',
  ],
  [
    'GET',
    '/provisionedApplications?q=credentialsByUniqueForeignId',
    'finder',
    'the child application of a customer',
    'rsc-sync 3.2',
    'provisioned-applications.findProvisionedApplication',
  ],
  [
    'POST',
    '/provisionedApplications/{developerApplicationUrn}',
    'partial_update',
    'other origins and redirect addresses',
    'rsc-sync 3.3',
    'provisioned-applications.updateProvisionedApplication',
  ],
  [
    'POST',
    '/developerApplicationsSecurity?action=rollDeveloperApplicationSecret',
    'action',
    'a new secret for the parent application',
    'rsc-sync 3.4',
  ],
  [
    'POST',
    '/atsIntegrations',
    'batch_partial_update',
    'the name of an integration; partner ready',
    'rsc-sync 5.1',
    'ats-integrations.nameIntegrations',
  ],
  [
    'GET',
    '/atsIntegrations',
    'batch_get',
    'the state of integrations',
    'rsc-sync 5.2',
    'ats-integrations.getIntegrations',
  ],
  [
    'GET',
    '/atsIntegrations?q=request',
    'finder',
    'the integrations that a push announced',
    'rsc-sync 5.3, rsc-recruiter 3.5',
    'ats-integrations.getIntegrationsByRequest',
  ],
  [
    'PUT',
    '/atsIntegrations/{key}/configurations',
    'batch_update',
    'callback address and viewers',
    'rsc-sync 6',
    'integration-configurations.putConfigurations',
  ],
  [
    'GET',
    '/atsIntegrations/{key}/configurations',
    'batch_get',
    'what is configured',
    'rsc-sync 6',
    'integration-configurations.getConfigurations',
  ],
  [
    'DELETE',
    '/atsIntegrations/{key}/configurations',
    'batch_delete',
    "back to LinkedIn's default",
    'rsc-sync 6 and 14',
    'integration-configurations.deleteConfigurations',
  ],
  [
    'POST',
    '/simpleJobPostings',
    'batch_create',
    'jobs: new, changed, closed',
    'rsc-sync 7.1 and 7.3',
    'simple-job-postings.submitJobPostings',
  ],
  [
    'GET',
    '/simpleJobPostingTasks',
    'batch_get',
    'what became of submitted jobs',
    'rsc-sync 7.2',
    'simple-job-posting-tasks.getJobPostingTasks',
  ],
  ['GET', '/jobPostingStatus', 'batch_get', 'whether a public job is listed (optional)', 'rsc-sync 7.4'],
  ['PUT', '/atsCandidates', 'batch_update', 'candidates, whole', 'rsc-sync 8.1', 'ats-candidates.putCandidates'],
  ['GET', '/atsCandidates', 'batch_get', 'who was matched', 'rsc-sync 8.2', 'ats-candidates.getCandidateMatches'],
  ['POST', '/atsCandidates', 'batch_partial_update', 'links by hand', 'rsc-sync 8.3', 'ats-candidates.linkCandidates'],
  ['DELETE', '/atsCandidates', 'batch_delete', 'candidates out', 'rsc-sync 14', 'ats-candidates.deleteCandidates'],
  ['PUT', '/atsCandidates/{key}/notes', 'batch_update', 'notes on a candidate', 'rsc-sync 9'],
  ['DELETE', '/atsCandidates/{key}/notes', 'batch_delete', 'notes on a candidate out of LinkedIn', 'rsc-sync 14'],
  ['PUT', '/atsApplications', 'batch_update', 'applications, whole', 'rsc-sync 10'],
  ['DELETE', '/atsApplications', 'batch_delete', 'applications with their parts out of LinkedIn', 'rsc-sync 14'],
  ['PUT', '/atsApplications/{key}/stages', 'batch_update', 'the history of stages', 'rsc-sync 11'],
  ['DELETE', '/atsApplications/{key}/stages', 'batch_delete', 'stages out of LinkedIn', 'rsc-sync 14'],
  ['PUT', '/atsApplications/{key}/notes', 'batch_update', 'notes on an application', 'rsc-sync 12'],
  ['DELETE', '/atsApplications/{key}/notes', 'batch_delete', 'notes on an application out of LinkedIn', 'rsc-sync 14'],
  ['PUT', '/atsApplications/{key}/interviewFeedback', 'batch_update', 'interview feedback', 'rsc-sync 13'],
  [
    'DELETE',
    '/atsApplications/{key}/interviewFeedback',
    'batch_delete',
    'interview feedback out of LinkedIn',
    'rsc-sync 14',
  ],
  ['PUT', '/atsEntityAcls', 'batch_update', 'jobs on access lists', 'rsc-sync 15', 'ats-entity-acls.putEntityAcls'],
  [
    'GET',
    '/atsEntityAcls?q=criteria',
    'finder',
    'the access lists of a job',
    'rsc-sync 15',
    'ats-entity-acls.findEntityAcls',
  ],
  [
    'DELETE',
    '/atsEntityAcls',
    'batch_delete',
    'jobs off access lists',
    'rsc-sync 14 and 15',
    'ats-entity-acls.deleteEntityAcls',
  ],
  [
    'PUT',
    '/atsEntityAclAssignees',
    'batch_update',
    'people on access lists',
    'rsc-sync 15',
    'ats-entity-acl-assignees.putEntityAclAssignees',
  ],
  [
    'GET',
    '/atsEntityAclAssignees?q=criteria',
    'finder',
    'the access lists of a person',
    'rsc-sync 15',
    'ats-entity-acl-assignees.findEntityAclAssignees',
  ],
  [
    'DELETE',
    '/atsEntityAclAssignees',
    'batch_delete',
    'people off access lists',
    'rsc-sync 14 and 15',
    'ats-entity-acl-assignees.deleteEntityAclAssignees',
  ],
  ['POST', '/hireMediaUrl', 'create', 'where to upload a resume', 'rsc-sync 15'],
  [
    'GET',
    '/exportedCandidates?q=request',
    'finder',
    'the person whom a recruiter exported',
    'rsc-recruiter 5.3',
    'exported-candidates.getExportedCandidate',
  ],
  ['GET', '/me', 'get', 'the person URN of a connected user', 'rsc-sync 2, rsc-recruiter 7', 'me.getMe'],
  [
    'GET',
    '/seatsV2?q=attributes',
    'finder',
    'the Recruiter seats of a contract',
    'rsc-recruiter 8.1',
    'seats.listSeats',
  ],
  ['GET', '/seats?q=seatsByAttributes', 'finder', 'the older form of the seats call', 'rsc-recruiter 8.1'],
  ['GET', '/conversationEvents?q=criteria', 'finder', 'InMail history', 'rsc-recruiter 8.2'],
  ['GET', '/mailStubs?q=contract', 'finder', 'InMail stub profiles', 'rsc-recruiter 8.3'],
  ['GET', '/prospectNotes?q=criteria', 'finder', 'notes written in Recruiter', 'rsc-recruiter 8.4'],
  [
    'GET',
    '/closedMemberProfiles?q=contract',
    'finder',
    'members who closed their account (address inferred)',
    'rsc-recruiter 10',
  ],
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
