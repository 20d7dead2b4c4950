import {
  newProvisionedApplicationSchema,
  provisionedApplicationPatchSchema,
} from '@lodestone/rsc/provisioned-applications'
import { changeApplication, findByForeignId, provisionApplication } from '../../behaviours/provisioning.ts'
import { Refusal } from '../../refusal.ts'
import { answerPage, type Resource, type WireRequest } from '../resource.ts'
import { readRecord } from '../schema-problems.ts'
import { readJsonBody, readParameters, type WireAnswer } from '../wire-call.ts'

export const provisionedApplications: Resource = {
  path: 'provisionedApplications',
  token: 'parent',
  methods: { create, 'finder credentialsByUniqueForeignId': findCredentials },
}

export const provisionedApplication: Resource = {
  path: 'provisionedApplications/{}',
  token: 'parent',
  methods: { partial_update: change },
}

function create({ sandbox, call }: WireRequest): WireAnswer {
  const order = readRecord(newProvisionedApplicationSchema, readJsonBody(call))
  const application = provisionApplication(sandbox, order)
  return {
    status: 201,
    headers: { 'x-restli-id': application.key },
    body: {
      key: application.key,
      credentials: { client_id: application.clientId, client_secret: application.clientSecret },
    },
  }
}

/** Never the secret: who loses it has to have it replaced. */
function findCredentials(request: WireRequest): WireAnswer {
  const uniqueForeignId = readParameters(request.call).get('uniqueForeignId')
  if (uniqueForeignId === null) throw new Refusal(400, 'missing-parameter', 'Parameter uniqueForeignId is required')
  const application = findByForeignId(request.sandbox, uniqueForeignId)
  if (application === undefined) return answerPage(request, [])
  const { key, name, description, validJsSdkDomains, oauth2AuthorizedCallbackUrls, clientId } = application
  const credentials = { client_id: clientId }
  return answerPage(request, [
    { key, uniqueForeignId, name, description, validJsSdkDomains, oauth2AuthorizedCallbackUrls, credentials },
  ])
}

function change({ sandbox, call }: WireRequest): WireAnswer {
  const record = readRecord(provisionedApplicationPatchSchema, readJsonBody(call))
  changeApplication(sandbox, readKey(call.segments[1] ?? ''), record.patch.$set)
  return { status: 204 }
}

/** The URN stands raw in the path, but an escaped colon is the same address. */
function readKey(segment: string): string {
  return segment.replace(/%3A/gi, ':')
}
