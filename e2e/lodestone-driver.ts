import { addedApplication, board } from '@lodestone/app/hiring/applications/applications.shapes'
import { candidate } from '@lodestone/app/hiring/candidates/candidates.shapes'
import { user } from '@lodestone/app/hiring/users/users.shapes'
import { findAccess } from '@lodestone/app/linkedin/access/access.queries'
import { childSecret } from '@lodestone/app/linkedin/access/clients'
import { exportReceipt } from '@lodestone/app/linkedin/one-click-export/one-click-export.shapes'
import { profileWidget } from '@lodestone/app/linkedin/profile-widget/profile-widget.shapes'
import { linkedinSignIn, userConnection } from '@lodestone/app/linkedin/user-connection/user-connection.shapes'
import type { RunningApp } from '@lodestone/app/main'
import { sessionSchema } from '@lodestone/app/platform/auth/session.shapes'
import { pageOf } from '@lodestone/app/platform/http/paging'
import type {
  AtsDriver,
  AtsInstance,
  ExamPeople,
  ExamPerson,
  PersonOnJob,
} from '@lodestone/sandbox/certification/ats-driver'
import { nederland } from '../scripts/demo/demo-people.ts'
import { consentAs } from '../scripts/demo/sandbox-consent.ts'
import { addLodestoneCustomer } from './lodestone-customer.ts'
import { makeJobs } from './lodestone-jobs.ts'
import { findCandidates, untilQuiet } from './lodestone-looks.ts'
import { type LodestoneSession, signInToLodestone } from './lodestone-session.ts'
import { openWidgetWindow } from './lodestone-widget.ts'
import type { World } from './world.ts'

const domain = nederland.emailDomain
const people = {
  recruiter: { name: 'Sanne de Wit', email: `sanne.de.wit@${domain}` },
  hiringManager: { name: 'Meike Bos', email: `meike.bos@${domain}` },
  // What she may do on a job hangs on her role there, and she has a seat: if anything shows her the job, the exam sees it.
  interviewer: { name: 'Els van Rijn', email: `els.van.rijn@${domain}` },
  colleague: { name: 'Joris Hoekstra', email: `joris.hoekstra@${domain}` },
  notConnected: { name: 'Petra Kuiper', email: `petra.kuiper@${domain}` },
} as const satisfies ExamPeople
const administrator = people.notConnected

/** Lodestone under examination, in the demo's Tulpenveld Nederland. */
export async function createLodestoneDriver(world: World): Promise<AtsDriver> {
  const { ats, atsUrl, password } = world
  const sessions = new Map<string, Promise<LodestoneSession>>()
  const sessionOf = ({ email }: ExamPerson) => {
    const session = sessions.get(email) ?? signInToNederland(atsUrl, { email, password })
    sessions.set(email, session)
    return session
  }
  const recruiter = await sessionOf(people.recruiter)
  for (const person of [people.hiringManager, people.interviewer]) await connect(await sessionOf(person), person)
  const { jobOf, ...jobs } = makeJobs(sessionOf, (await recruiter.get('/users?limit=100', pageOf(user))).data)
  async function findCard(reference: string, candidateId: string) {
    const { id, maker } = jobOf(reference)
    const session = await sessionOf(maker)
    const { stages } = await session.get(`/jobs/${id}/board`, board)
    const card = stages.flatMap(stage => stage.cards).find(one => one.candidateId === candidateId)
    if (!card) throw new Error(`${candidateId} is not on ${reference}.`)
    return { session, stages, card }
  }
  return {
    instance: await readInstance(ats, recruiter),
    people,
    ...jobs,
    listPeopleOnJob: async reference => {
      const { id, maker } = jobOf(reference)
      return listPeopleOnJob(await sessionOf(maker), id)
    },
    findCandidates: name => findCandidates(recruiter, name),
    readCandidate: async id => {
      const { headline, location } = await recruiter.get(`/candidates/${id}`, candidate)
      return { headline, location }
    },
    editCandidate: async (id, text) =>
      void (await recruiter.send('PATCH', `/candidates/${id}`, { body: text, shape: candidate })),
    advance: async (reference, candidateId) => {
      const { session, stages, card } = await findCard(reference, candidateId)
      const next = stages.find(stage => stage.kind === 'application')
      const body = { toStageId: next?.id ?? '' }
      await session.send('POST', `/applications/${card.id}/stage-moves`, { body, shape: anything })
    },
    writeNote: async (reference, candidateId, text) => {
      const { session, card } = await findCard(reference, candidateId)
      const words = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
      const call = { body: { body: words, visibility: 'shared' }, shape: anything }
      await session.send('POST', `/applications/${card.id}/notes`, call)
    },
    deleteCandidate: async id => {
      const { firstName, lastName } = await recruiter.get(`/candidates/${id}`, candidate)
      const body = { reason: 'request', name: `${firstName} ${lastName}` }
      await (await sessionOf(administrator)).order(`/candidates/${id}/erasure`, body)
    },
    addCandidate: async (reference, { email, ...name }) => {
      const { id, maker } = jobOf(reference)
      const body = { candidate: { ...name, emails: [email] }, as: 'applicant' }
      const call = { body, shape: addedApplication }
      return (await (await sessionOf(maker)).send('POST', `/jobs/${id}/applications`, call)).candidateId
    },
    readLinkedPerson: async id =>
      (await recruiter.get(`/candidates/${id}/linkedin`, profileWidget)).link?.personUrn ?? null,
    openProfileWidget: ({ email }, id) => openWidgetWindow(world, email, id),
    listExportOutcomes: async () => {
      const receipts = await recruiter.get('/export-receipts?limit=100', pageOf(exportReceipt))
      return receipts.data.map(({ id, outcome, cause }) => ({
        outcomeId: id,
        result: outcome === 'arrived' || outcome === 'joined' ? 'arrived' : 'notArrived',
        reason: cause,
      }))
    },
    untilQuiet: () => untilQuiet(ats, recruiter),
    readPluginPage: async () => {
      const path = '/linkedin/set-up/plugin'
      return { url: atsUrl + path, html: await (await sessionOf(administrator)).read(path) }
    },
    addCustomer: wish => addLodestoneCustomer(world, wish),
  }
}

const anything = { parse: (answer: unknown) => answer }

async function signInToNederland(
  atsUrl: string,
  credentials: { email: string; password: string },
): Promise<LodestoneSession> {
  const session = await signInToLodestone(atsUrl, credentials)
  const { instances } = await session.get('/session', sessionSchema)
  const instance = instances.find(each => each.instanceName === nederland.instanceName)
  if (!instance) throw new Error(`${credentials.email} does not work in ${nederland.instanceName}.`)
  const body = { tenantId: instance.id }
  await session.send('POST', '/session/instance', { body, shape: sessionSchema })
  return session
}

/** User settings, Connect, sign in at LinkedIn, Allow. */
async function connect(session: LodestoneSession, { email }: ExamPerson): Promise<void> {
  if ((await session.get('/linkedin/user-connection', userConnection)).connected) return
  const { authorizeUrl } = await session.send('POST', '/linkedin/user-connection/sign-in', { shape: linkedinSignIn })
  const cameBackTo = await session.visit(`/linkedin/return?${await consentAs(email, authorizeUrl)}`)
  if (!cameBackTo.endsWith('linkedin=connected')) throw new Error(`${email} could not connect LinkedIn: ${cameBackTo}`)
}

/** The secret is shown to nobody by the API, so it is read where it is kept. */
async function readInstance({ app }: RunningApp, session: LodestoneSession): Promise<AtsInstance> {
  const tenantId = (await session.get('/session', sessionSchema)).instance.id
  const access = await app.db.transact({ tenantId }, tx => findAccess(tx, tenantId))
  if (!access?.organizationUrn || !access.contractUrn) throw new Error('LinkedIn is not set up in the demo world.')
  return {
    application: { uniqueForeignId: tenantId },
    clientSecret: childSecret(app, tenantId, access),
    organization: access.organizationUrn,
    contract: access.contractUrn,
    callbackUrl: access.callbackUrl,
  }
}

async function listPeopleOnJob(session: LodestoneSession, jobId: string): Promise<PersonOnJob[]> {
  const { stages } = await session.get(`/jobs/${jobId}/board`, board)
  const cards = stages.flatMap(stage => stage.cards.map(card => ({ ...card, stage: stage.name, kind: stage.kind })))
  return Promise.all(
    cards.map(async ({ candidateId, stage, kind }) => {
      const { origins } = await session.get(`/candidates/${candidateId}`, candidate)
      const urns = new Set(Object.values(origins).flatMap(origin => (origin.kind === 'linkedin' ? [origin.by] : [])))
      const [personUrn = null] = urns.size === 1 ? urns : []
      return { candidateId, stage: kind === 'prospect' ? 'Prospect' : stage, personUrn }
    }),
  )
}
