// The rules of the certification on Lodestone. And on an ATS that breaks each of them, because a rule that cannot fail proves nothing.
import type { AtsDriver } from '@lodestone/sandbox/certification/ats-driver'
import { registerCallbackUrl } from '@lodestone/sandbox/certification/callback-registration'
import { executableRules } from '@lodestone/sandbox/certification/executable-rules'
import { explainFailure } from '@lodestone/sandbox/certification/report'
import { findClientId, runRules } from '@lodestone/sandbox/certification/run-rules'
import { openSandboxControl } from '@lodestone/sandbox/certification/sandbox-control'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFalseDoor } from './false-door.ts'
import { createLodestoneDriver } from './lodestone-driver.ts'
import { type Liar, setUpLiars } from './set-up-liars.ts'
import { widgetLiars } from './widget-liars.ts'
import { startWorld, type World } from './world.ts'

let world: World
let driver: AtsDriver
let clientId: string

beforeAll(async () => {
  world = await startWorld()
  driver = await createLodestoneDriver(world)
  clientId = await findClientId(openSandboxControl(world.sandboxUrl), driver)
})

afterAll(() => world?.stop())

/** RSC-105 looks at a page; RSC-104 needs one job only. */
const fewestCalls: Record<string, number> = { 'RSC-104': 1, 'RSC-105': 0 }

describe('Lodestone keeps', () => {
  test.each(executableRules)('$id: $title', async ({ id }) => {
    const [result] = await runRules({ sandboxUrl: world.sandboxUrl, driver, ids: [id] })
    expect(result && explainFailure(result)).toBeNull()
    expect(result).toMatchObject({ passed: true, leftBehind: [] })
    expect(result?.calls.length).toBeGreaterThanOrEqual(fewestCalls[id] ?? 4)
  })
})

const liars: Liar[] = [
  ...setUpLiars,
  ...widgetLiars,
  {
    id: 'TC6',
    lie: 'forgets who the person is at LinkedIn',
    brokenStep: 'The person URN of the export is stored with the candidate',
    change: honest => ({
      listPeopleOnJob: async job => (await honest.listPeopleOnJob(job)).map(place => ({ ...place, personUrn: null })),
    }),
  },
  {
    id: 'TC7',
    lie: 'keeps a person on one job only',
    brokenStep: 'The recruiter exports the same person to the second job',
    change: honest => {
      const jobs: string[] = []
      return {
        openJob: async wish => {
          const job = await honest.openJob(wish)
          jobs.push(job)
          return job
        },
        listPeopleOnJob: async job => (job === jobs[0] ? honest.listPeopleOnJob(job) : []),
      }
    },
  },
  {
    id: 'TC7',
    lie: 'makes somebody known a new candidate',
    brokenStep: 'It is still one candidate, once on each of the two jobs',
    change: honest => {
      let edits = 0
      return {
        editCandidate: async (id, text) => {
          await honest.editCandidate(id, text)
          edits += 1
        },
        findCandidates: async name => {
          const found = await honest.findCandidates(name)
          return edits === 0 ? found : [...found, 'the same person again']
        },
      }
    },
  },
  {
    id: 'S-01',
    lie: 'tells LinkedIn of somebody as soon as he is edited',
    brokenStep: 'In Prospect, edited: LinkedIn is told nothing, and Recruiter shows nothing',
    change: honest => {
      let job = ''
      return {
        openJob: async wish => {
          job = await honest.openJob(wish)
          return job
        },
        editCandidate: async (id, text) => {
          await honest.editCandidate(id, text)
          await honest.advance(job, id)
        },
      }
    },
  },
  {
    id: 'S-01',
    lie: 'never tells LinkedIn of anybody',
    brokenStep: 'Past Prospect: LinkedIn is told the person and the application',
    change: () => ({ advance: async () => undefined }),
  },
  {
    id: 'RSC-502',
    lie: 'keeps its notes to itself',
    brokenStep: 'Past Prospect, with a note: Recruiter shows both under In-ATS',
    change: () => ({ writeNote: async () => undefined }),
  },
  {
    id: 'RSC-502',
    lie: 'deletes nobody',
    brokenStep: 'Deleted in the ATS: nobody of that name is left there',
    change: () => ({ deleteCandidate: async () => undefined }),
  },
  {
    id: 'RSC-502',
    lie: 'hides whom it should delete, and tells LinkedIn nothing',
    brokenStep: 'The indicator and the note are gone from Recruiter',
    change: honest => {
      let isHidden = false
      return {
        deleteCandidate: async () => {
          isHidden = true
        },
        findCandidates: async name => (isHidden ? [] : honest.findCandidates(name)),
      }
    },
  },
  {
    id: 'S-02',
    lie: 'treats interviewers as recruiters',
    brokenStep: 'Active job: its interviewer does not see it',
    change: honest => ({
      openJob: ({ team, ...wish }) => {
        const blurred = team.map(({ person, role }) => ({
          person,
          role: role === 'interviewer' ? ('recruiter' as const) : role,
        }))
        return honest.openJob({ ...wish, team: blurred })
      },
    }),
  },
  {
    id: 'S-02',
    lie: 'lets nobody go from a team',
    brokenStep: 'Removed from the team: the hiring manager no longer sees it, the recruiter still does',
    change: () => ({ removeFromTeam: async () => undefined }),
  },
  {
    id: 'S-07',
    lie: 'is silent about exports that came too late',
    brokenStep: 'After 24 hours: nobody is added, and the ATS tells its users why',
    change: () => ({ listExportOutcomes: async () => [] }),
  },
]

/** Long enough for what an honest part does by itself, on a busy machine too. */
const patienceMs = 5_000

describe('An ATS fails', () => {
  test.each(liars)('$id when it $lie', async ({ id, brokenStep, change }) => {
    const liar = { ...driver, ...change(driver, { linkedInUrl: world.sandboxUrl, clientId }) }
    const [result] = await runRules({ sandboxUrl: world.sandboxUrl, driver: liar, ids: [id], patienceMs })
    expect(result?.passed).toBe(false)
    expect(result?.steps.filter(step => step.broken !== null).map(step => step.name)).toEqual([brokenStep])
  })

  test.each([
    {
      id: 'RSC-104',
      lie: 'shows jobs to everybody beside its access lists',
      brokenStep: 'JOB_POSTING_VIEWERS is ALL_PRODUCT_USERS where no access list names jobs, else absent',
      change: { integrationType: 'ONE_CLICK_EXPORT', name: 'JOB_POSTING_VIEWERS', value: 'ALL_PRODUCT_USERS' },
    },
    {
      id: 'RSC-104',
      lie: 'shows applications to nobody',
      brokenStep: 'APPLICATION_VIEWERS is ALL_PRODUCT_USERS where no access list names applications, else absent',
      change: { integrationType: 'IN_ATS_INDICATOR', name: 'APPLICATION_VIEWERS', value: 'NOBODY' },
    },
    {
      id: 'RSC-104',
      lie: 'has its CALLBACK_URL on an open line',
      brokenStep: 'It is https, or http to this machine itself',
      change: { integrationType: 'ONE_CLICK_EXPORT', name: 'CALLBACK_URL', value: 'http://hiring.example/hooks' },
    },
  ] as const)('$id when it $lie', async ({ id, brokenStep, change }) => {
    const { configurations } = world.sandbox.store
    const place = { clientId, integrationContext: driver.instance.organization, changedAt: 0, ...change }
    const before = configurations.find(configurations.keyOf(place))
    const lie = configurations.put(place)
    const callbackUrl = change.name === 'CALLBACK_URL' ? change.value : driver.instance.callbackUrl
    const liar = { ...driver, instance: { ...driver.instance, callbackUrl } }
    const [result] = await runRules({ sandboxUrl: world.sandboxUrl, driver: liar, ids: [id], patienceMs })
    if (before === undefined) configurations.remove(configurations.keyOf(lie))
    else configurations.put(before)
    expect(result?.steps.filter(step => step.broken !== null).map(step => step.name)).toEqual([brokenStep])
  })

  test('RSC-105 when its list holds more than an origin', async () => {
    const { applications } = world.sandbox.store
    const before = applications.get(clientId)
    applications.put({ ...before, validJsSdkDomains: [...before.validJsSdkDomains, 'https://hiring.example/'] })
    const [result] = await runRules({ sandboxUrl: world.sandboxUrl, driver, ids: ['RSC-105'] })
    applications.put(before)
    expect(result?.steps.filter(step => step.broken !== null).map(step => step.name)).toEqual([
      'validJsSdkDomains holds origins only: no path, no slash at the end',
    ])
  })

  describe('behind a door that checks no signature', () => {
    let falseDoor: Awaited<ReturnType<typeof openFalseDoor>>
    let liar: AtsDriver
    let restore: () => Promise<void>

    beforeAll(async () => {
      const { callbackUrl, clientSecret } = driver.instance
      falseDoor = await openFalseDoor(callbackUrl, clientSecret)
      liar = { ...driver, instance: { ...driver.instance, callbackUrl: falseDoor.url } }
      await registerCallbackUrl(world.sandboxUrl, { ...liar.instance, clientId })
      restore = async () => {
        await registerCallbackUrl(world.sandboxUrl, { ...driver.instance, clientId })
        await falseDoor.stop()
      }
    })

    afterAll(() => restore?.())

    test.each([
      {
        id: 'RSC-103',
        pushStatus: null,
        brokenStep: 'At the door of the first, the signature of the second is refused',
      },
      { id: 'S-05', pushStatus: null, brokenStep: 'Refused: a digest made with another secret' },
      {
        id: 'S-05',
        pushStatus: 401,
        brokenStep: 'None of them had an effect: no call to exportedCandidates, nothing changed in the ATS',
      },
      {
        id: 'S-06',
        pushStatus: null,
        brokenStep: 'The answer has the members challengeCode and challengeResponse, and no others',
      },
    ])('$id at "$brokenStep"', async ({ id, pushStatus, brokenStep }) => {
      falseDoor.pushStatus = pushStatus
      const [result] = await runRules({ sandboxUrl: world.sandboxUrl, driver: liar, ids: [id], patienceMs })
      expect(result?.passed).toBe(false)
      expect(result?.steps.filter(step => step.broken !== null).map(step => step.name)).toEqual([brokenStep])
    })
  })
})
