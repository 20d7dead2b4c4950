import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '../../start-sandbox.ts'
import { wireCall } from '../../testing/wire-call.ts'
import { type Page, type PageVisitor, startVisitor } from '../testing/page-visitor.ts'

const dutch = 'urn:li:contract:771203'
const belgian = 'urn:li:contract:771204'
const saskia = '/talent/profile/saskia-oudejans'

let running: RunningSandbox
let sanne: PageVisitor
beforeEach(async () => {
  running = await startSandbox({ port: 0 })
  sanne = await visitorFor('sanne-de-wit')
})
afterEach(() => running.stop())

async function visitorFor(memberId: string): Promise<PageVisitor> {
  const visitor = startVisitor(running.url)
  await visitor.signIn(memberId)
  return visitor
}

/** Presses a button and goes where it leads. */
async function press(visitor: PageVisitor, address: string, form: Readonly<Record<string, string>>): Promise<Page> {
  const answer = await visitor.send(address, form)
  return answer.location === null ? answer : visitor.get(answer.location)
}

const save = (visitor: PageVisitor, project: string, person = saskia) =>
  press(visitor, `${person}/projects`, { act: 'save-to-project', project })

const savedIn = () => running.store.savedProfiles.list().map(each => `${each.memberId} in ${each.projectId}`)

test('the list holds own and shared projects, with contract, access and number of people', async () => {
  await save(sanne, '7001')
  const page = await sanne.get('/talent/projects')
  expect(page.text).toContain('Greenhouse software Tulpenveld Nederland · Yours 1 person')
  expect(page.text).toContain('Climate specialists Tulpenveld Nederland · Owned by Petra Kuiper 0 people View only')
  expect(page.text).toContain('Production in Gent Tulpenveld Belgie · Yours')
  expect(page.text).not.toContain('Planners')
  expect(page.html).toContain('<a class="bar-link" href="/talent/projects" aria-current="page">Projects</a>')
})

test('Save to project says where, offers only what one may write to, and twice is once', async () => {
  const before = await sanne.get(saskia)
  expect(before.text).toMatch(/Save to project .*Greenhouse software .*Production in Gent/)
  expect(before.text).not.toContain('Climate specialists')
  expect(before.text).not.toContain('In your projects')

  const saved = await save(sanne, '7001')
  expect(saved.text).toContain('Saved to Greenhouse software')
  expect(saved.text).toContain('In your projects: Greenhouse software')
  expect(saved.html).not.toContain('<option value="7001">')
  expect((await save(sanne, '7001')).text).toContain('Was saved already to Greenhouse software')
  expect(savedIn()).toEqual(['saskia-oudejans in 7001'])
})

test('a new project is made on the way, once', async () => {
  const form = { act: 'save-to-new-project', name: ' Night shift ', contract: belgian }
  for (const sentence of ['Saved to Night shift', 'Was saved already to Night shift']) {
    expect((await press(sanne, `${saskia}/projects`, form)).text).toContain(sentence)
  }
  const made = running.store.projects.list(project => project.name === 'Night shift')
  expect(made).toMatchObject([{ contract: belgian, ownerMemberId: 'sanne-de-wit', collaborators: [] }])
  expect(savedIn()).toEqual([`saskia-oudejans in ${made[0]?.projectId}`])
})

test('a project shows who saved whom and when, and removes people', async () => {
  const joris = await visitorFor('joris-hoekstra')
  await save(joris, '7001')
  const page = await sanne.get('/talent/projects/7001')
  expect(page.text).toMatch(/1 person SO Saskia Oudejans .*Saved by Joris Hoekstra, \d+ \w+ \d{4}/)
  expect(page.text).toContain('Shared with Joris Hoekstra · Pipeline only')
  const removed = await press(joris, '/talent/projects/7001', { act: 'remove', member: 'saskia-oudejans' })
  expect(removed.text).toContain('Saskia Oudejans was removed from this project.')
  expect(removed.text).toContain('Nobody is in this project yet')
  expect(savedIn()).toEqual([])
})

test.each([
  ['a project of another company', 'ruben-postma@polderlogistiek', '7001', 404],
  ['a project that is not shared', 'joris-hoekstra', '7002', 404],
  ['a seat that is no longer active', 'bram-kolk', '7001', 403],
  ['no seat at all', 'tom-aarts', '7001', 403],
  ['no such project', 'sanne-de-wit', 'nope', 404],
])('%s is not shown or written to', async (_name, who, projectId, status) => {
  const [memberId = '', company = 'tulpenveld'] = who.split('@')
  const visitor = startVisitor(running.url)
  const email = `${memberId.replaceAll('-', '.')}@${company}.example`
  await visitor.send('/talent/sign-in', { email, password: 'sandbox' })
  const page = await visitor.get(`/talent/projects/${projectId}`)
  expect([page.status, page.text]).toEqual([status, expect.not.stringContaining('Shared with')])
  await save(visitor, projectId)
  await visitor.send(`/talent/projects/${projectId}`, { act: 'remove', member: 'saskia-oudejans' })
  expect(savedIn()).toEqual([])
})

test('view only: the people are seen, and nothing is changed', async () => {
  const petra = await visitorFor('petra-kuiper')
  await save(petra, '7002')
  const page = await sanne.get('/talent/projects/7002')
  expect(page.text).toContain('Saved by Petra Kuiper')
  expect(page.html).not.toMatch(/value="(remove|share|take-back)"/)
  const address = '/talent/projects/7002'
  for (const answer of [
    await save(sanne, '7002', '/talent/profile/lotte-verbeek'),
    await press(sanne, address, { act: 'remove', member: 'saskia-oudejans' }),
    await press(sanne, address, { act: 'share', member: 'joris-hoekstra', access: 'full' }),
  ]) {
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('Nothing was changed')])
  }
  expect(savedIn()).toEqual(['saskia-oudejans in 7002'])
})

test('pipeline only: people come and go, and sharing is for others', async () => {
  const joris = await visitorFor('joris-hoekstra')
  expect((await save(joris, '7001')).text).toContain('Saved to Greenhouse software')
  const refused = await press(joris, '/talent/projects/7001', { act: 'share', member: 'meike-bos', access: 'view' })
  expect(refused.text).toContain('people with full access can share')
})

test('shared and taken back, by its owner, with people of its contract', async () => {
  const address = '/talent/projects/7003'
  const wout = await visitorFor('wout-claes')
  expect((await wout.get(address)).status).toBe(404)
  await press(sanne, address, { act: 'share', member: 'wout-claes', access: 'view' })
  expect((await wout.get(address)).text).toContain('View only')
  await press(sanne, address, { act: 'share', member: 'wout-claes', access: 'full' })
  expect((await wout.get(address)).text).toContain('Full access')
  expect(running.store.projects.get('7003').collaborators).toHaveLength(1)
  await press(sanne, address, { act: 'take-back', member: 'wout-claes' })
  expect((await wout.get(address)).status).toBe(404)
  const stranger = await press(sanne, address, { act: 'share', member: 'joris-hoekstra', access: 'view' })
  expect(stranger.text).toContain('people who have a seat on its contract')
})

test.each([
  [{ name: '  ', contract: dutch }, 'needs a name'],
  [{ name: 'x'.repeat(101), contract: dutch }, 'at most 100 characters'],
  [{ name: 'greenhouse SOFTWARE', contract: dutch }, 'already'],
  [{ name: 'Elsewhere', contract: 'urn:li:contract:880417' }, 'no active Recruiter seat'],
])('a project like %j is not made', async (form, sentence) => {
  const before = running.store.projects.size
  const answer = await sanne.send('/talent/projects', form)
  expect([answer.status, answer.text]).toEqual([409, expect.stringContaining(sentence)])
  expect(running.store.projects.size).toBe(before)
})

test('a new project is empty and one’s own', async () => {
  const page = await press(sanne, '/talent/projects', { name: 'Packing', contract: dutch })
  expect(page.text).toContain('Packing Tulpenveld Nederland · Owned by Sanne de Wit · Full access')
})

test('whoever closed the account cannot be saved, and stays as a name where he was', async () => {
  await save(sanne, '7001')
  const closing = { memberId: 'saskia-oudejans', closedAt: running.clock.now() }
  await wireCall(running.url, 'POST /_sandbox/members', { json: closing })
  const page = await sanne.get('/talent/projects/7001')
  expect(page.text).toContain('Saskia Oudejans This account is closed')
  expect(page.html).not.toContain('href="/talent/profile/saskia-oudejans"')
  expect((await save(sanne, '7003')).text).toContain('has closed the account')
})

test('another site cannot save for its visitor', async () => {
  const form = { act: 'save-to-project', project: '7001' }
  const answer = await sanne.send(`${saskia}/projects`, form, { origin: 'https://evil.example' })
  expect(answer.status).toBe(403)
  expect(savedIn()).toEqual([])
})

test('the inspector shows both tables, and a reset takes back to the seed', async () => {
  await press(sanne, '/talent/projects', { name: 'Packing', contract: dutch })
  await save(sanne, '7001')
  const page = await sanne.get('/talent/inspector?app=86kdlodestone')
  expect(page.text).toMatch(/Greenhouse software Tulpenveld Nederland Sanne de Wit Joris Hoekstra \(Pipeline only\)/)
  expect(page.text).toMatch(/Greenhouse software Saskia Oudejans Sanne de Wit/)
  expect((await wireCall(running.url, 'GET /_sandbox/state/savedProfiles')).body.count).toBe(1)
  await wireCall(running.url, 'POST /_sandbox/reset')
  expect(savedIn()).toEqual([])
  expect(running.store.projects.list().map(each => each.projectId)).toEqual(['7001', '7002', '7003', '7004'])
})

test('a restart keeps projects and people', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'))
  try {
    const first = await startSandbox({ port: 0, dataDir })
    const visitor = startVisitor(first.url)
    await visitor.signIn('sanne-de-wit')
    await save(visitor, '7001')
    await first.stop()
    const second = await startSandbox({ port: 0, dataDir })
    expect(second.store.savedProfiles.list()).toMatchObject([
      { projectId: '7001', memberId: 'saskia-oudejans', savedByMemberId: 'sanne-de-wit' },
    ])
    await second.stop()
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})

test('the words are Dutch for who reads Dutch', async () => {
  const visitor = startVisitor(running.url, 'nl')
  await visitor.signIn('sanne-de-wit')
  expect((await save(visitor, '7001')).text).toContain('Opgeslagen in Greenhouse software')
  expect((await visitor.get('/talent/projects')).text).toContain('Projecten')
})
