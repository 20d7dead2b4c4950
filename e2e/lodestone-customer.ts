import { createInstance } from '@lodestone/app/hiring/instances/instances'
import { getAccess } from '@lodestone/app/linkedin/access/access.queries'
import { childSecret } from '@lodestone/app/linkedin/access/clients'
import { type SetUpStep, setUp, setUpSignIn } from '@lodestone/app/linkedin/set-up/set-up.shapes'
import type { CustomerWish, ExamCustomer, SetUpShown } from '@lodestone/sandbox/certification/ats-driver'
import { consentAs } from '../scripts/demo/sandbox-consent.ts'
import { makeJobs } from './lodestone-jobs.ts'
import { findCandidates, untilQuiet } from './lodestone-looks.ts'
import { signInToLodestone } from './lodestone-session.ts'
import type { World } from './world.ts'

/** An instance as an operator opens it, with an administrator who hires as well. */
export async function addLodestoneCustomer(
  { ats, atsUrl, password }: World,
  { name, linkedInAdmin }: CustomerWish,
): Promise<ExamCustomer> {
  const { app } = ats
  const email = `${name.toLowerCase().replaceAll(' ', '-')}@exam.example`
  const { tenantId } = await createInstance(app, {
    name,
    instanceName: name,
    jobPrefix: 'EX',
    administrator: { firstName: 'Robin', lastName: 'Exam', email, password, roles: ['administrator', 'recruiter'] },
  })
  const session = await signInToLodestone(atsUrl, { email, password })
  const person = { name: 'Robin Exam', email }
  const jobs = makeJobs(async () => session, [])

  return {
    uniqueForeignId: tenantId,
    connect: async () => {
      const { authorizeUrl } = await session.send('POST', '/linkedin/set-up/sign-in', { shape: setUpSignIn })
      const returned = await consentAs(linkedInAdmin.email, authorizeUrl)
      const cameBackTo = await session.visit(`/linkedin/set-up/return?${returned}`)
      if (!cameBackTo.endsWith('linkedin=connected')) throw new Error(`Connect ended at ${cameBackTo}.`)
    },
    tellRequested: async keys =>
      void (await session.send('POST', '/linkedin/set-up/request', { body: { keys }, shape: setUp })),
    readSetUp: async () => shown[(await session.get('/linkedin/set-up', setUp)).step],
    readStored: async () => {
      const access = await app.db.transact({ tenantId }, tx => getAccess(tx, tenantId))
      const { clientId, organizationUrn, contractUrn, callbackUrl } = access
      const clientSecret = childSecret(app, tenantId, access)
      return { clientId, clientSecret, organization: organizationUrn, contract: contractUrn, callbackUrl }
    },
    setJobVisibility: async jobVisibility =>
      void (await session.send('PUT', '/linkedin/set-up/job-visibility', { body: { jobVisibility }, shape: setUp })),
    openJob: title => jobs.openJob({ title, team: [{ person, role: 'recruiter' }], prospect: 'on' }),
    findCandidates: name => findCandidates(session, name),
    untilQuiet: () => untilQuiet(ats, session),
  }
}

const shown: Readonly<Record<SetUpStep, SetUpShown>> = {
  notOffered: 'notRequested',
  connect: 'notRequested',
  request: 'notRequested',
  gettingReady: 'requested',
  partnerReady: 'partnerReady',
  enabled: 'enabled',
  switchedOff: 'switchedOff',
}
