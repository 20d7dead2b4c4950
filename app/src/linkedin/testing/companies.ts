import { exportCandidate } from '@lodestone/sandbox/behaviours/exports'
import { enableAccess, requestIntegrations } from '@lodestone/sandbox/behaviours/integrations'
import { allowAuthorization, readAuthorizationRequest } from '@lodestone/sandbox/behaviours/oauth'
import type { NewTeamMember, ProspectSetting } from '../../hiring/jobs/jobs.shapes.ts'
import { activateJob, changeJob } from '../../hiring/jobs/jobs.ts'
import type { Company } from '../../hiring/testing/builders.ts'
import { aCompany, aJob } from '../../hiring/testing/builders.ts'
import type { UserActor } from '../../platform/actor.ts'
import { perform } from '../../platform/work.ts'
import { nameIntegrations } from '../access/name-integrations.ts'
import { provisionAccess } from '../access/provision-access.ts'
import type { SignInOutcome } from '../user-connection/user-connection.shapes.ts'
import { finishSignIn, startSignIn } from '../user-connection/user-connection.ts'
import type { LinkedInWorld } from './linkedin-world.ts'

/** As much of the world as most of these steps need. */
type Place = Pick<LinkedInWorld, 'app' | 'running' | 'settle'>

export const organization = 'urn:li:organization:4102938'
export const nederland = 'urn:li:contract:771203'
export const belgie = 'urn:li:contract:771204'

export interface ConnectedCompany extends Company {
  clientId: string
  contract: string
}

type Level = 'company' | 'contract'

/** A company whose administrators, here and at LinkedIn, have done their part. */
export async function aConnectedCompany(
  world: Place,
  { level = 'company', contract = nederland }: { level?: Level; contract?: string } = {},
): Promise<ConnectedCompany> {
  const company = await aPreparedCompany(world, { level, contract })
  enableAccess(world.running.sandbox, { clientId: company.clientId, level, contract })
  await world.settle()
  return company
}

/** As far as Partner ready. */
export async function aPreparedCompany(
  world: Place,
  { level = 'company', contract = nederland }: { level?: Level; contract?: string } = {},
): Promise<ConnectedCompany> {
  const company = await aCompany(world.app)
  const { clientId } = await provisionAccess(world.app, company.admin)
  requestIntegrations(world.running.sandbox, { clientId, level, contract })
  await nameIntegrations(world.app, company.admin, { organization, contract: level === 'contract' ? contract : null })
  await world.settle()
  return { ...company, clientId, contract }
}

/** The user's own step: sign-in at LinkedIn as this member, and Allow. */
export async function connectAs(world: Place, actor: UserActor, memberId: string): Promise<SignInOutcome> {
  const outcome = await finishSignIn(world.app, actor, await allowAs(world, actor, memberId))
  await world.settle()
  return outcome
}

/** The query with which the browser comes back after Allow. */
export async function allowAs(world: Place, actor: UserActor, memberId: string): Promise<URLSearchParams> {
  const { sandbox } = world.running
  const { authorizeUrl } = await startSignIn(world.app, actor)
  const read = readAuthorizationRequest(sandbox, new URL(authorizeUrl).searchParams)
  if (read.kind !== 'ask') throw new Error(`LinkedIn would not ask for consent: ${read.to}`)
  return new URL(allowAuthorization(sandbox, read.request, memberId)).searchParams
}

export interface JobValues {
  title?: string
  description?: string
  location?: string
  ownRole?: 'recruiter' | 'hiring_manager'
  team?: NewTeamMember[]
  prospect?: ProspectSetting
}

export const longDescription =
  'Keeps the climate computers of forty hectares of greenhouse honest, by day and by night, with a small team.\n\nDrives.'

/** An active job that LinkedIn takes. */
export async function aJobForExport(
  world: Place,
  owner: UserActor,
  values: JobValues = {},
): Promise<{ id: string; reference: string }> {
  const { description = longDescription, location = 'Zwolle, Netherlands', ...rest } = values
  const job = await aJob(world.app, owner, rest)
  await perform(world.app, owner, async work => {
    await changeJob(work, job.id, { description, location })
    await activateJob(work, job.id)
  })
  return job
}

/** Sent, evaluated by LinkedIn, and offered in the export box. */
export async function letSync(world: LinkedInWorld): Promise<void> {
  await world.settle()
  // The first look at a submitted job is a second later.
  await world.pass({ seconds: 2 })
}

interface ExportOrder {
  recruiter: string
  member: string
  jobReference: string
}

/** The Export button in Recruiter; what follows is not waited for. */
export function clickExport(
  world: Pick<LinkedInWorld, 'running'>,
  company: ConnectedCompany,
  order: ExportOrder,
): string {
  const { requestId } = exportCandidate(world.running.sandbox, {
    recruiterMemberId: order.recruiter,
    clientId: company.clientId,
    integrationContext: organization,
    memberId: order.member,
    externalJobPostingId: order.jobReference,
  })
  return requestId
}
