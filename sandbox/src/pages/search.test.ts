import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '../start-sandbox.ts'
import { pageSize } from './search-members.ts'
import { type PageVisitor, startVisitor } from './testing/page-visitor.ts'

let running: RunningSandbox
let visitor: PageVisitor
beforeAll(async () => {
  running = await startSandbox({ port: 0 })
  visitor = startVisitor(running.url)
  await visitor.signIn('sanne-de-wit')
})
afterAll(() => running.stop())

const namesIn = (html: string) => [...html.matchAll(/class="result-name"[^>]*>([^<]+)</g)].map(match => match[1])

test.each([
  ['q=saskia oudejans', ['Saskia Oudejans']],
  ['q=Saskia&location=Zwolle', ['Saskia Oudejans']],
  ['q=Saskia&location=Gent', []],
  ['company=Kasbouw Noord&skill=PLC', ['Saskia Oudejans']],
  ['q=lotte verbeek', ['Lotte Verbeek', 'Lotte Verbeek']],
])('%s finds %j', async (query, names) => {
  const page = await visitor.get(`/talent/search?${query.replaceAll(' ', '+')}`)
  expect(namesIn(page.html)).toEqual(names)
})

test('nobody found says what to do', async () => {
  expect((await visitor.get('/talent/search?q=astronaut')).text).toContain('Nobody found No member matches all')
})

test('pages hold everybody once, and a page beyond the last is the last', async () => {
  const first = await visitor.get('/talent/search')
  const total = running.store.members.size
  expect(first.text).toContain(`${total} people`)
  const pages = Math.ceil(total / pageSize)
  const names = []
  for (let page = 1; page <= pages; page += 1) {
    names.push(...namesIn((await visitor.get(`/talent/search?page=${page}`)).html))
  }
  expect(names).toHaveLength(total)
  const beyond = await visitor.get('/talent/search?page=900')
  expect(beyond.text).toContain(`Page ${pages} of ${pages}`)
})

test('a closed account is found no more', async () => {
  const other = await startSandbox({ port: 0 })
  const { sandbox } = other
  sandbox.store.members.put({ ...sandbox.store.members.get('saskia-oudejans'), closedAt: other.clock.now() })
  const person = startVisitor(other.url)
  await person.signIn('sanne-de-wit')
  expect((await person.get('/talent/search?q=saskia')).text).toContain('Nobody found')
  expect((await person.get('/talent/profile/saskia-oudejans')).status).toBe(404)
  await other.stop()
})

test('a profile knows its place in the search and the way back', async () => {
  const first = await visitor.get('/talent/search?q=engineer&location=Netherlands')
  const addresses = [...first.html.matchAll(/href="(\/talent\/profile\/[^"]+)"/g)].map(match =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  )
  const second = await visitor.get(addresses[1] ?? '')
  expect(second.text).toMatch(/2 of \d+/)
  expect(second.html).toContain('aria-label="Back to Engineer, Netherlands"')
  expect(second.html).toContain('href="/talent/search?q=engineer&amp;location=Netherlands"')
  expect(second.html.replaceAll('&amp;', '&')).toContain(`href="${addresses[0]}" aria-label="Previous person"`)
  expect(second.html.replaceAll('&amp;', '&')).toContain(`href="${addresses[2]}" aria-label="Next person"`)
})

test('a profile that was opened by its address offers the search only', async () => {
  const page = await visitor.get('/talent/profile/lotte-verbeek')
  expect(page.html).toContain('aria-label="Back to Search people"')
  expect(page.text).not.toMatch(/\d+ of \d+/)
})

test('the contact card shows what is shared and says what is not', async () => {
  const page = await visitor.get('/talent/profile/lotte-verbeek')
  expect(page.text).toContain('lotte.verbeek@postduif.example')
  expect(page.text).toContain('Phone not shared')
  const hidden = await visitor.get('/talent/profile/saskia-oudejans')
  expect(hidden.text).toContain('E-mail not shared')
  expect(hidden.html).not.toContain('s.oudejans@post.example')
})

test('home keeps the last searches', async () => {
  const person = startVisitor(running.url)
  await person.signIn('joris-hoekstra')
  expect((await person.get('/talent/home')).text).toContain('Your searches of this session')
  await person.get('/talent/search?q=climate&location=Zwolle')
  const home = await person.get('/talent/home')
  expect(home.text).toContain('Climate, Zwolle')
  expect(home.html).toContain('href="/talent/search?q=climate&amp;location=Zwolle"')
})
