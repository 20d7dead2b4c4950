import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findExportSeat, readExportQuota } from '../behaviours/exports.ts'
import { steer } from '../testing/customer.ts'
import { connectSecondAts, type ExportWorld, startExportWorld } from './testing/export-world.ts'
import { type PageVisitor, startVisitor } from './testing/page-visitor.ts'

const lotte = '/talent/profile/lotte-verbeek'

let world: ExportWorld
let sanne: PageVisitor
beforeEach(async () => {
  world = await startExportWorld()
  sanne = startVisitor(world.running.url)
  await sanne.signIn('sanne-de-wit')
})
afterEach(() => world.stop())

const order = (job: string, extra: Readonly<Record<string, string>> = {}) =>
  sanne.send(`${lotte}/export?q=backend&n=1`, { ats: world.atsKey, job, ...extra })
const exported = () => world.running.store.exportedCandidates.list().map(each => each.externalJobPostingId)

interface BoxState {
  readonly name: string
  readonly prepare: () => unknown
  readonly member?: string
  readonly reads: readonly string[]
  readonly button: 'ready' | 'disabled'
}

const states: readonly BoxState[] = [
  {
    name: 'idle',
    prepare: () => {},
    reads: [
      'Export to Lodestone - Tulpenveld',
      'Lists active jobs where you are recruiter or hiring manager. Lotte arrives',
    ],
    button: 'ready',
  },
  {
    name: 'already exported, fetched by the ATS',
    prepare: async () => {
      world.exportTo('TV-1042', 'lotte-verbeek')
      await world.fetchExports()
      await world.running.clock.advance(3 * 60_000)
    },
    reads: ['Exported earlier', 'Senior backend engineer', '3 minutes ago', 'Sanne de Wit', 'View job'],
    button: 'ready',
  },
  {
    name: 'exported, not fetched yet',
    prepare: () => world.exportTo('TV-1042', 'lotte-verbeek'),
    reads: ['Lodestone - Tulpenveld has not fetched the profile yet.'],
    button: 'ready',
  },
  {
    name: 'exported, never taken in',
    prepare: async () => {
      world.receiver.pushStatus = 500
      world.exportTo('TV-1042', 'lotte-verbeek')
      await world.running.settle()
      await world.running.clock.advance(9 * 3_600_000)
    },
    reads: ['It never reached Lodestone - Tulpenveld. You can export again.'],
    button: 'ready',
  },
  {
    name: 'no job',
    prepare: () => world.takeJobsFrom('sanne-de-wit'),
    reads: ['No open jobs you may use.', 'Ask a recruiter of the job to add you'],
    button: 'disabled',
  },
  {
    name: 'member hides the profile',
    prepare: () => {},
    member: 'victor-segers',
    reads: ['Victor hides the profile outside LinkedIn, so it cannot be exported.'],
    button: 'disabled',
  },
  {
    name: 'switched off',
    prepare: () => steer(world.running, world.customer, 'disable', 'company'),
    reads: ['Export to your ATS', 'No ATS is switched on for your company.'],
    button: 'disabled',
  },
  {
    name: 'quota used',
    prepare: () => useUpQuota(),
    reads: ['You have used all 300 exports of this month. The count starts again on'],
    button: 'disabled',
  },
]

test.each(states)('the box when $name', async ({ prepare, member, reads, button }) => {
  await prepare()
  const page = await sanne.get(member === undefined ? lotte : `/talent/profile/${member}`)
  expect(page.status).toBe(200)
  for (const sentence of reads) expect(page.text).toContain(sentence)
  const exportButton = /<button class="button filled wide"[^>]*>/.exec(page.html)?.[0] ?? ''
  expect(exportButton.includes('aria-disabled="true"')).toBe(button === 'disabled')
  if (button === 'disabled') expect(page.html).toContain('id="export-obstacle"')
})

test('without script: a plain form exports, and the page tells it', async () => {
  const answer = await order('TV-1042')
  expect(answer.status).toBe(303)
  const page = await sanne.get((answer.location ?? '').replace('#export-box', ''))
  expect(page.text).toContain('Exported to Senior backend engineer · just now · View job in Lodestone - Tulpenveld')
  expect(page.html).toContain('href="https://hiring.tulpenveld.example/apply/TV-1042"')
  expect(page.html).toContain('aria-label="Back to Backend"')
  expect(exported()).toEqual(['TV-1042'])
  await world.running.settle()
  expect(world.receiver.pushes.map(push => JSON.parse(push.body).type)).toContain('EXPORT_CANDIDATE_PROFILE')
})

test.each([
  ['its id', 'TV-1012', 'TV-1012'],
  ['its id in small letters', 'tv-1012', 'TV-1012'],
  ['its whole label', 'Data engineer · TV-1012', 'TV-1012'],
  ['a part that only it has', 'climate', 'TV-1033'],
])('typed text says which job by %s', async (_name, text, job) => {
  expect((await order(text)).status).toBe(303)
  expect(exported()).toEqual([job])
})

test('text that fits several jobs asks which one, and the answer counts', async () => {
  const page = await order('engineer')
  expect(page.status).toBe(400)
  expect(page.text).toContain('Several jobs match. Which one?')
  expect([...page.html.matchAll(/name="choice" value="([^"]+)"/g)].map(match => match[1])).toEqual([
    'TV-1012',
    'TV-1042',
  ])
  expect(exported()).toEqual([])
  expect((await order('engineer', { choice: 'TV-1012' })).status).toBe(303)
  expect(exported()).toEqual(['TV-1012'])
})

test.each([
  ['', 'Choose a job first'],
  ['astronaut', 'No open job of yours matches “astronaut”. Ask a recruiter or hiring manager'],
])('the text %j names no job', async (text, sentence) => {
  const page = await order(text)
  expect(page.status).toBe(400)
  expect(page.text).toContain(sentence)
})

test.each([
  [
    'the job was closed in between',
    () => world.closeJob('TV-1042'),
    409,
    'Senior backend engineer was closed in the meantime',
  ],
  ['he was taken off the job', () => world.takeJobsFrom('sanne-de-wit'), 404, 'No open jobs you may use'],
  [
    'the person is on the way',
    () => world.exportTo('TV-1042', 'lotte-verbeek'),
    409,
    'Lodestone - Tulpenveld has not fetched the profile yet.',
  ],
  ['the quota is used', () => useUpQuota(), 429, 'You have used all 300 exports of this month'],
  [
    'export was switched off',
    () => steer(world.running, world.customer, 'disable', 'company'),
    403,
    'No ATS is switched on for your company',
  ],
])('the export is refused when %s', async (_name, prepare, status, sentence) => {
  await prepare()
  const before = exported().length
  const page = await order('', { jobId: 'TV-1042' })
  expect(page.status).toBe(status)
  expect(page.text).toContain(sentence)
  expect(exported()).toHaveLength(before)
})

test('the script gets the box alone', async () => {
  const form = { ats: world.atsKey, job: '', jobId: 'TV-1042' }
  const answer = await sanne.send(`${lotte}/export`, form, { 'x-fragment': 'export-box' })
  expect([answer.status, answer.headers.get('x-fragment')]).toEqual([200, 'export-box'])
  expect(answer.html.startsWith('<section class="export-box"')).toBe(true)
  expect(answer.text).toContain('Exported to Senior backend engineer · just now')
  const again = await sanne.send(`${lotte}/export`, form, { 'x-fragment': 'export-box' })
  expect([again.status, again.headers.get('x-fragment')]).toEqual([409, 'export-box'])
  expect(again.text).toContain('Lodestone - Tulpenveld has not fetched the profile yet.')
})

test('whom the ATS has fetched is exported to the same job again by a second, plain choice', async () => {
  world.exportTo('TV-1042', 'lotte-verbeek')
  await world.fetchExports()
  const page = await order('', { jobId: 'TV-1042' })
  expect(page.status).toBe(409)
  expect(page.text).toContain('Already exported to Senior backend engineer on')
  expect(page.html).toMatch(/<button class="button filled wide"[^>]*>Export again</)
  expect(page.html).toContain('name="again" value="yes"')
  expect(exported()).toEqual(['TV-1042'])
  expect((await order('', { jobId: 'TV-1042', again: 'yes' })).status).toBe(303)
  expect(exported()).toEqual(['TV-1042', 'TV-1042'])
})

test('exports by others to jobs that are none of his business are not listed', async () => {
  world.exportTo('TV-1042', 'lotte-verbeek')
  const joris = startVisitor(world.running.url)
  await joris.signIn('joris-hoekstra')
  expect((await joris.get(lotte)).text).not.toContain('Exported earlier')
  expect((await sanne.get(lotte)).text).toContain('Exported earlier')
})

test('a breakdown offers Retry with the same job, and Retry works', async () => {
  const { sandbox } = world.running
  const breakdown = vi.spyOn(sandbox.faults, 'takePushFault').mockImplementationOnce(() => {
    throw new Error('the push could not be made')
  })
  const failed = await order('', { jobId: 'TV-1042' })
  expect(failed.status).toBe(500)
  expect(failed.text).toContain('The export did not go through.')
  expect(failed.html).toContain('value="TV-1042"')
  expect(failed.html).toMatch(/<button class="button filled wide"[^>]*>Retry</)
  breakdown.mockRestore()
})

test('the list holds matches in bold, marks exported jobs and explains when it is empty', async () => {
  world.exportTo('TV-1012', 'lotte-verbeek')
  await world.fetchExports()
  const source = `${lotte}/jobs?${new URLSearchParams({ ats: world.atsKey })}`
  const byTitle = await sanne.get(`${source}&q=engineer&chosen=TV-1042`)
  expect(byTitle.html).toContain('Senior backend <b>engineer</b>')
  expect(byTitle.html).toMatch(/aria-selected="true"[^>]*data-job-id="TV-1042"/)
  expect(byTitle.html).toMatch(/data-job-id="TV-1012"[^>]*data-exported="Already exported to Data engineer on/)
  const byId = await sanne.get(`${source}&q=1033`)
  expect([...byId.html.matchAll(/data-job-id="([^"]+)"/g)].map(match => match[1])).toEqual(['TV-1033'])
  expect(byId.html).toContain('TV-<b>1033</b>')
  const none = await sanne.get(`${source}&q=astronaut`)
  expect(none.text).toContain('No open job of yours matches “astronaut”.')
})

test('what people type is never read as markup', async () => {
  const source = `${lotte}/jobs?${new URLSearchParams({ ats: world.atsKey, q: '<img src=x onerror=alert(1)>' })}`
  expect((await sanne.get(source)).html).not.toContain('<img')
  expect((await order('<img src=x onerror=alert(1)>')).html).not.toContain('<img')
})

test('Change ATS is offered with two instances only, and holds for the next profile', async () => {
  expect((await sanne.get(lotte)).text).not.toContain('Change ATS')
  const source = `${lotte}/jobs?${new URLSearchParams({ ats: world.atsKey, q: 'production' })}`
  expect((await sanne.get(source)).text).not.toContain('Change ATS')
  const second = await connectSecondAts(world)
  expect((await sanne.get(lotte)).text).toContain('Change ATS')
  expect((await sanne.get(source)).text).toContain('Or use Change ATS to look in another one.')
  const choice = await sanne.get(`${lotte}?ats=choose`)
  expect(choice.text).toContain('Which ATS? Lodestone - Tulpenveld Lodestone - Belgie')
  const changed = await sanne.get(`${lotte}?ats=${encodeURIComponent(second)}`)
  expect(changed.text).toContain('Export to Lodestone - Belgie')
  expect(changed.html).toContain('value="Production lead · TB-201"')
  expect((await sanne.get('/talent/profile/saskia-oudejans')).text).toContain('Export to Lodestone - Belgie')
})

test('the labels of the seed are spoken in Dutch', async () => {
  await connectSecondAts(world)
  const dutch = startVisitor(world.running.url, 'nl')
  await dutch.signIn('sanne-de-wit')
  const page = await dutch.get(lotte)
  for (const label of ['Exporteren naar Lodestone', 'ATS wijzigen', 'Functietitel of functie-id', 'Exporteren']) {
    expect(page.text).toContain(label)
  }
})

/** The seat of Sanne that pays for this instance, filled to the brim with exports of others to other jobs. */
function useUpQuota(): void {
  const { store, clock, sandbox } = world.running
  const seat = findExportSeat(sandbox, world.exporter)
  if (seat === undefined) throw new Error('Sanne has no seat in this world.')
  const { limit } = readExportQuota(sandbox, seat.seatId)
  for (let index = 0; index < limit; index += 1) {
    store.exportedCandidates.put({
      requestId: `earlier-${index}`,
      clientId: world.customer.clientId,
      integrationContext: world.exporter.integrationContext,
      externalJobPostingId: `TV-${index}`,
      memberId: 'noor-verhoeven',
      exporterMemberId: 'sanne-de-wit',
      seatId: seat.seatId,
      contract: seat.contract,
      exportedAt: clock.now(),
      fetchedAt: clock.now(),
      note: null,
    })
  }
}
