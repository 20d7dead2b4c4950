import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '../start-sandbox.ts'
import { type PageVisitor, startVisitor } from './testing/page-visitor.ts'

let running: RunningSandbox
let visitor: PageVisitor
beforeAll(async () => {
  running = await startSandbox({ port: 0 })
})
afterAll(() => running.stop())

function newVisitor(language?: string): PageVisitor {
  visitor = startVisitor(running.url, language)
  return visitor
}

test('who is not signed in is sent to the sign-in page and comes back', async () => {
  const refused = await newVisitor().get('/talent/search?q=climate')
  expect([refused.status, refused.location]).toEqual([303, '/talent/sign-in?return=%2Ftalent%2Fsearch%3Fq%3Dclimate'])

  const form = { email: 'sanne.de.wit@tulpenveld.example', password: 'sandbox', return: '/talent/search?q=climate' }
  const signedIn = await visitor.send('/talent/sign-in', form)
  expect([signedIn.status, signedIn.location]).toEqual([303, '/talent/search?q=climate'])
  expect((await visitor.get('/talent/search?q=climate')).text).toContain('Saskia Oudejans')
})

test('the session cookie is out of reach for scripts and other sites', async () => {
  const signedIn = await newVisitor().signIn('sanne-de-wit')
  const cookie = signedIn.headers.getSetCookie().find(each => each.startsWith('recruiter_sandbox_session='))
  expect(cookie).toMatch(/; HttpOnly/)
  expect(cookie).toMatch(/; SameSite=Lax/)
})

test.each([
  ['a wrong password', { email: 'sanne.de.wit@tulpenveld.example', password: 'wrong' }, 401, 'We do not know this'],
  ['an unknown address', { email: 'nobody@tulpenveld.example', password: 'sandbox' }, 401, 'We do not know this'],
  ['no address', { email: ' ', password: 'sandbox' }, 400, 'Type the e-mail address'],
  ['no password', { email: 'sanne.de.wit@tulpenveld.example', password: '' }, 400, 'Type the password.'],
])('%s is refused, and what was typed stays', async (_name, form, status, sentence) => {
  const page = await newVisitor().send('/talent/sign-in', form)
  expect(page.status).toBe(status)
  expect(page.text).toContain(sentence)
  expect(page.html).toContain(`value="${form.email.trim()}"`)
  expect(page.headers.getSetCookie()).toEqual([])
})

test('a seeded person fills in the address', async () => {
  const page = await newVisitor().get('/talent/sign-in?return=%2Ftalent%2Fsearch')
  expect(page.html).toContain('/talent/sign-in?email=petra.kuiper%40tulpenveld.example&amp;return=%2Ftalent%2Fsearch')
  expect(page.text).toContain('Recruiter admin, Tulpenveld BV')
  const filled = await visitor.get('/talent/sign-in?email=petra.kuiper%40tulpenveld.example')
  expect(filled.html).toContain('value="petra.kuiper@tulpenveld.example"')
})

test.each(['https://evil.example/', '//evil.example', '/hooks', '/talent/\\evil.example'])(
  'the sign-in never leads to %s',
  async address => {
    const form = { email: 'sanne.de.wit@tulpenveld.example', password: 'sandbox', return: address }
    expect((await newVisitor().send('/talent/sign-in', form)).location).toBe('/talent/home')
  },
)

test('signing out ends the session', async () => {
  await newVisitor().signIn('sanne-de-wit')
  expect((await visitor.get('/talent/home')).status).toBe(200)
  await visitor.send('/talent/sign-out', {})
  expect((await visitor.get('/talent/home')).status).toBe(303)
})

test('a member without a seat hears who gives one, and sees nothing of Recruiter', async () => {
  await newVisitor().signIn('tom-aarts')
  for (const path of ['/talent/home', '/talent/search', '/talent/profile/lotte-verbeek']) {
    const page = await visitor.get(path)
    expect(page.status).toBe(403)
    expect(page.text).toContain('You have no Recruiter seat')
    expect(page.text).toContain('At Tulpenveld BV that is Petra Kuiper.')
    expect(page.text).not.toContain('postduif')
  }
})

test('the browser’s language is spoken until another is chosen', async () => {
  const dutch = await newVisitor('nl-NL,nl;q=0.9,en;q=0.5').get('/talent/sign-in')
  expect(dutch.html).toContain('<html lang="nl">')
  expect(dutch.text).toContain('Aanmelden')
  const chosen = await visitor.get('/talent/language?to=en&back=%2Ftalent%2Fsign-in')
  expect(chosen.location).toBe('/talent/sign-in')
  expect((await visitor.get('/talent/sign-in')).html).toContain('<html lang="en">')
})

test('the choice of a language leads to our own pages only', async () => {
  const page = await newVisitor().get('/talent/language?to=nl&back=https%3A%2F%2Fevil.example')
  expect(page.location).toBe('/talent/home')
})
