import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { demoPassword, emailOf, nederland } from '../demo/demo-people.ts'
import { askSandbox } from '../demo/sandbox-control.ts'
import { Caller } from './caller.ts'
import type { Place } from './drive.ts'
import type { History } from './history.ts'
import type { ImportDrill } from './import-drill.ts'
import { prepareImport } from './import-drill.ts'
import type { Victim } from './victim.ts'
import { startVictim } from './victim.ts'

export interface Stage {
  place: Place
  atsUrl: string
  first: Victim
  startAts(crashPoint?: string): Promise<Victim>
  imports: ImportDrill
  strike(): Promise<void>
}

const RECRUITER = 'Hoekstra'
const JOB = 'Senior backend engineer'

/** The demo world in a folder of its own: a LinkedIn that is never killed, and an ATS that is. */
export async function setTheStage(folder: string, history: History, root: string): Promise<Stage> {
  mkdirSync(folder, { recursive: true })
  const [port, sandboxPort] = [await freePort(), await freePort()]
  const database = await freshDatabase()
  const env = {
    ...database.env,
    LODESTONE_DATA_DIR: folder,
    LODESTONE_PORT: String(port),
    LODESTONE_PUBLIC_URL: `http://localhost:${port}`,
    LODESTONE_SANDBOX_PORT: String(sandboxPort),
    LODESTONE_LOG_LEVEL: 'warn',
  }
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`
  const linkedin = { LINKEDIN_WWW_URL: sandboxUrl, LINKEDIN_API_URL: sandboxUrl, LINKEDIN_PLATFORM_URL: sandboxUrl }
  const sandbox = await startVictim({
    file: path.join(root, 'sandbox/dist/main.js'),
    parameters: ['--job-delay-ms', '200'],
    env,
    readyUrl: `${sandboxUrl}/_sandbox/clock`,
    logFile: path.join(folder, 'sandbox.log'),
  })
  const startAts = (crashPoint?: string) =>
    startVictim({
      file: path.join(root, 'dist/reliability-ats.js'),
      env: { ...env, ...linkedin, ...(crashPoint ? { LODESTONE_CRASH_AT: crashPoint } : {}) },
      readyUrl: `http://127.0.0.1:${port}/readyz`,
      logFile: path.join(folder, 'lodestone.log'),
      mayCrash: crashPoint !== undefined,
    })
  const first = await startAts()
  await untilLogged(path.join(folder, 'lodestone.log'), DEMO_IS_FILLED)
  const place = await preparePlace(new Caller(`http://localhost:${port}`), sandboxUrl, history)
  return {
    place,
    atsUrl: `http://localhost:${port}`,
    first,
    startAts,
    imports: await prepareImport({ folder, root, env }),
    strike: async () => {
      await sandbox.kill()
      await database.drop()
    },
  }
}

const DEMO_IS_FILLED = 'Try first'
const FILLED_WITHIN_MS = 60_000

/** A demo world that is killed while it is filled is for the demo to complain about, not for this drill. */
async function untilLogged(file: string, words: string): Promise<void> {
  const giveUpAt = performance.now() + FILLED_WITHIN_MS
  while (!readFileSync(file, 'utf8').includes(words)) {
    if (performance.now() > giveUpAt) throw new Error(`The demo world was not filled in time. See ${file}.`)
    await pause(100)
  }
}

async function preparePlace(ats: Caller, sandboxUrl: string, history: History): Promise<Place> {
  const recruiter = nederland.users.find(user => user.lastName === RECRUITER)
  if (!recruiter) throw new Error(`The demo has nobody called ${RECRUITER}.`)
  const recruiterEmail = emailOf(recruiter, nederland.emailDomain)
  await ats.signIn(recruiterEmail, demoPassword)
  const { instance } = await ats.read<{ instance: { id: string } }>('/session')
  const jobs = await ats.list<{ id: string; title: string }>('/jobs?state=active')
  const first = jobs.find(({ title }) => title === JOB)
  if (!first) throw new Error(`${RECRUITER} has no job ${JOB} in the demo.`)
  const job = await ats.read<{
    id: string
    reference: string
    stages: { id: string; kind: string; enabled: boolean }[]
  }>(`/jobs/${first.id}`)
  const { records } = await askSandbox<{ records: Record<string, unknown>[] }>(sandboxUrl, 'state/members')
  const template = records.find(member => member.signInEmail !== recruiterEmail)
  if (!template) throw new Error('The sandbox has no members.')
  const stageIds = job.stages.filter(stage => stage.enabled).map(stage => stage.id)
  const place = { ats, sandboxUrl, history, job: { ...job, stageIds }, tenantId: instance.id, recruiterEmail, template }
  await untilOffered(place)
  return place
}

/** Until LinkedIn has looked at the job and offers it to this recruiter. */
async function untilOffered({ ats, job }: Place): Promise<void> {
  const giveUpAt = performance.now() + FILLED_WITHIN_MS
  for (;;) {
    const { visible, people } = await ats.read<{ visible: boolean; people: { canExport: boolean }[] }>(
      `/jobs/${job.id}/linkedin`,
    )
    if (visible && people.some(person => person.canExport)) return
    if (performance.now() > giveUpAt) throw new Error('LinkedIn does not offer the job of the drill.')
    await pause(200)
  }
}

interface OwnDatabase {
  env: Record<string, string>
  drop(): Promise<void>
}

/** Embedded in the folder, or on the server of LODESTONE_TEST_DATABASE_URL under a name of its own. */
async function freshDatabase(): Promise<OwnDatabase> {
  const server = process.env.LODESTONE_TEST_DATABASE_URL
  if (!server) return { env: { LODESTONE_DATABASE_URL: '' }, drop: async () => undefined }
  const name = `lodestone_reliability_${randomBytes(4).toString('hex')}`
  const ask = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await ask(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const keys = `reliability:${randomBytes(32).toString('base64')}`
  return {
    env: { LODESTONE_DATABASE_URL: url.href, LODESTONE_ENCRYPTION_KEYS: keys },
    drop: () => ask(`drop database ${name} with (force)`),
  }
}

/** CALLBACK_URL is told to LinkedIn before anything is served, so the port has to be known. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port could be had.')
  return address.port
}
