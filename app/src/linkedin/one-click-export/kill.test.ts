import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { enableAccess } from '@lodestone/sandbox/behaviours/integrations'
import type { RunningSandbox } from '@lodestone/sandbox/start-sandbox'
import { startSandbox } from '@lodestone/sandbox/start-sandbox'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApp } from '../../main.ts'
import { SESSION_COOKIE } from '../../platform/auth/session-cookie.ts'
import { readConfig } from '../../platform/config.ts'
import { newEncryptionKey } from '../../platform/crypto/encryption-keys.ts'
import { projectRoot } from '../../platform/paths.ts'
import { createDatabase } from '../../platform/testing/test-database.ts'
import { openTestSession } from '../../platform/testing/test-http.ts'
import { offeredTo } from '../testing/at-linkedin.ts'
import type { ConnectedCompany } from '../testing/companies.ts'
import { aJobForExport, aPreparedCompany, clickExport, connectAs, nederland } from '../testing/companies.ts'
import { bundleAts, startProcess } from '../testing/killable-ats.ts'
import { freePort } from '../testing/linkedin-world.ts'

const PATIENCE = { timeout: 60_000, interval: 100 }

let sandbox: RunningSandbox
let company: ConnectedCompany
let job: { id: string; reference: string }
let ats: { file: string; url: string; cookie: string; env: Record<string, string> }
const folders = { bundle: '', data: '' }

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, jobTaskDelayMs: 0 })
  await mkdir(path.join(projectRoot, 'dist'), { recursive: true })
  folders.bundle = await mkdtemp(path.join(projectRoot, 'dist', 'kill-'))
  folders.data = await mkdtemp(path.join(os.tmpdir(), 'lodestone-kill-'))
  ats = await prepare(await freePort(), await bundleAts(folders.bundle))
}, 180_000)

afterAll(async () => {
  await sandbox.stop()
  await Promise.all(Object.values(folders).map(folder => rm(folder, { recursive: true, force: true })))
})

/** A company with a recruiter and a job that LinkedIn offers, in a data directory on disk. */
async function prepare(port: number, file: string): Promise<typeof ats> {
  const { clientId, clientSecret } = sandbox.sandbox.seed.parentApplication
  const env = {
    ...(await onServer()),
    LODESTONE_PORT: String(port),
    LODESTONE_DATA_DIR: folders.data,
    LODESTONE_LOG_LEVEL: 'silent',
    LINKEDIN_WWW_URL: sandbox.url,
    LINKEDIN_API_URL: sandbox.url,
    LINKEDIN_PLATFORM_URL: sandbox.url,
    LINKEDIN_CLIENT_ID: clientId,
    LINKEDIN_CLIENT_SECRET: clientSecret,
  }
  const running = await startApp(readConfig(env))
  const place = { app: running.app, running: sandbox, settle: sandbox.settle }
  company = await aPreparedCompany(place)
  enableAccess(sandbox.sandbox, { clientId: company.clientId, level: 'company', contract: nederland })
  await connectAs(place, company.recruiter, 'sanne-de-wit')
  job = await aJobForExport(place, company.recruiter)
  await vi.waitFor(() => expect(offeredTo(place, company, 'sanne-de-wit')).toEqual([job.reference]), PATIENCE)
  const cookie = `${SESSION_COOKIE}=${await openTestSession(running.app, company.recruiter)}`
  await running.stop()
  return { file, url: running.url, cookie, env }
}

/** On a server a killed process leaves its sessions behind, with their locks, until the server notices. */
async function onServer(): Promise<Record<string, string>> {
  const server = process.env.LODESTONE_TEST_DATABASE_URL
  if (!server) return {}
  return {
    LODESTONE_DATABASE_URL: await createDatabase(server, 'kill'),
    LODESTONE_ENCRYPTION_KEYS: newEncryptionKey('kill'),
  }
}

async function read<T>(address: string): Promise<T> {
  const answer = await fetch(`${ats.url}/api/v1${address}`, { headers: { cookie: ats.cookie } })
  expect(answer.status).toBe(200)
  return (await answer.json()) as T // the shape is what the test expects of it
}

interface Board {
  stages: { cards: { name: string }[] }[]
}

interface Receipts {
  data: { personName: string | null; outcome: string }[]
}

const points: [point: string, member: string, name: string][] = [
  ['door:before-insert', 'saskia-oudejans', 'Saskia Oudejans'],
  ['door:after-insert-before-commit', 'daan-mulder', 'Daan Mulder'],
  ['door:after-commit-before-answer', 'eva-peeters', 'Eva Peeters'],
  ['export:after-claim', 'bas-willems', 'Bas Willems'],
  ['export:after-fetch', 'iris-smeets', 'Iris Smeets'],
  ['export:after-match', 'koen-maes', 'Koen Maes'],
  ['export:before-commit', 'ruben-visser', 'Ruben Visser'],
  ['export:after-commit', 'anouk-smit', 'Anouk Smit'],
]

test('every crash point of the code is in the drill', async () => {
  const sources = [
    'door/pushes.ts',
    'door/door.ts',
    'one-click-export/import-export.job.ts',
    'one-click-export/settle-export.ts',
  ]
  const found = await Promise.all(
    sources.map(async source => {
      const text = await readFile(path.join(projectRoot, 'app/src/linkedin', source), 'utf8')
      return [...text.matchAll(/crashPoint\('([^']+)'\)/g)].map(match => match[1])
    }),
  )
  expect(points.map(([point]) => point).sort()).toEqual(found.flat().sort())
})

let aheadMs = 0

test.each(points)(
  'killed at %s, the person is there once after the restart, with one receipt',
  async (point, member, name) => {
    const doomed = await startProcess(ats.file, {
      ...ats.env,
      CLOCK_AHEAD_MS: String(aheadMs),
      LODESTONE_CRASH_AT: point,
    })
    clickExport({ running: sandbox }, company, { recruiter: 'sanne-de-wit', member, jobReference: job.reference })
    expect(await doomed.ended).toBe('SIGKILL')
    await sandbox.settle()

    aheadMs += 31_000
    const restarted = await startProcess(ats.file, { ...ats.env, CLOCK_AHEAD_MS: String(aheadMs) })
    try {
      // LinkedIn tries again five minutes after a push that got no answer.
      await sandbox.clock.advance(5 * 60_000 + 1_000)
      await vi.waitFor(async () => {
        const { data } = await read<Receipts>('/export-receipts?limit=100')
        expect(data.filter(receipt => receipt.personName === name)).toEqual([
          expect.objectContaining({ outcome: 'arrived' }),
        ])
      }, PATIENCE)
      const board = await read<Board>(`/jobs/${job.id}/board`)
      const cards = board.stages.flatMap(stage => stage.cards)
      expect(cards.filter(card => card.name === name)).toHaveLength(1)
    } finally {
      await restarted.stop()
    }
  },
  180_000,
)

test('nothing of it is left in what is shipped', async () => {
  const shipped = await readFile(await bundleAts(folders.bundle, 'off'), 'utf8')
  expect(shipped).not.toContain('LODESTONE_CRASH_AT')
  expect(shipped).not.toContain('export:after-fetch')
})
