import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { examineDatabase, findFindings } from './doctor.ts'
import { databaseFolder } from './main.ts'
import { readConfig } from './platform/config.ts'
import { openDb } from './platform/db/db.ts'
import { anotherDatabase } from './platform/testing/test-database.ts'

async function anEnvironment(settings: Record<string, string> = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lodestone-doctor-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return { LODESTONE_DATA_DIR: folder, ...settings }
}

const linkedInAnswers: typeof fetch = async input => {
  if (String(input).includes('/readyz')) throw new TypeError('fetch failed')
  return new Response(null, { status: 404 })
}
const nobodyAnswers: typeof fetch = async () => {
  throw new TypeError('fetch failed')
}

const sentencesOf = (findings: { isGood: boolean; sentence: string }[], isGood: boolean) =>
  findings.filter(finding => finding.isGood === isGood).map(finding => finding.sentence)

test('before the first start everything is in order, and nothing is made', async () => {
  const findings = await findFindings(await anEnvironment(), linkedInAnswers)
  expect(sentencesOf(findings, false)).toEqual([])
  expect(sentencesOf(findings, true).join('\n')).toMatch(/makes one for an empty database[\s\S]*database will be made/)
})

test('wrong settings are told, and nothing else is tried', async () => {
  const findings = await findFindings({ LODESTONE_PORT: 'x' }, nobodyAnswers)
  expect(findings).toEqual([{ isGood: false, sentence: expect.stringContaining('LODESTONE_PORT must be a number') }])
})

test('a LinkedIn that cannot be reached is told with its setting', async () => {
  const findings = await findFindings(await anEnvironment(), nobodyAnswers)
  expect(sentencesOf(findings, false)).toEqual([
    'http://localhost:4000 does not answer. Check LINKEDIN_WWW_URL, and that this machine may reach it.',
    'http://localhost:4000 does not answer. Check LINKEDIN_API_URL, and that this machine may reach it.',
    'http://localhost:4000 does not answer. Check LINKEDIN_PLATFORM_URL, and that this machine may reach it.',
  ])
})

test('passwords over http across a network are told', async () => {
  const env = await anEnvironment({ LODESTONE_PUBLIC_URL: 'http://ats.example.com', LODESTONE_HOST: '0.0.0.0' })
  expect(sentencesOf(await findFindings(env, linkedInAnswers), false)).toEqual([
    expect.stringContaining('Put a proxy with https in front'),
  ])
})

test('a database server that does not answer is told', async () => {
  const env = await anEnvironment({ LODESTONE_DATABASE_URL: 'postgres://x@127.0.0.1:1/x', LODESTONE_DEMO: 'true' })
  expect(sentencesOf(await findFindings(env, linkedInAnswers), false)).toEqual([
    expect.stringMatching(/^The database does not answer: .*Check LODESTONE_DATABASE_URL and that the server runs\.$/),
  ])
})

test('a database that lacks a migration is told, and one that has all is in order', async () => {
  const empty = await openDb({})
  onTestFinished(() => empty.close())
  expect(sentencesOf(await examineDatabase(empty, undefined, '/data/encryption-key'), false)).toEqual([
    'The migration 0001_platform has not run. Start the server, or run: npm run lodestone -- migrate',
  ])
  // Where nobody has stored a secret.
  const migrated = await anotherDatabase('doctor')
  onTestFinished(() => migrated.close())
  const findings = await examineDatabase(migrated, undefined, '/data/encryption-key')
  expect(sentencesOf(findings, false)).toEqual([])
  expect(sentencesOf(findings, true)).toEqual([
    expect.stringMatching(/^The database answers \((embedded, )?PostgreSQL \d+/),
    'The database is up to date.',
  ])
}, 60_000)

test('a server that runs answers for its own database', async () => {
  const env = await anEnvironment()
  await mkdir(databaseFolder(readConfig(env)))
  const answers =
    (body: object, status: number): typeof fetch =>
    async () =>
      Response.json(body, { status })
  expect(sentencesOf(await findFindings(env, answers({ status: 'ready' }, 200)), false)).toEqual([])
  const starting = answers({ status: 'notReady', reason: 'Lodestone is starting.' }, 503)
  expect(sentencesOf(await findFindings(env, starting), false)).toEqual([
    expect.stringContaining('Lodestone is starting.'),
  ])
})
