import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../app.ts'
import { createLog } from '../log.ts'
import { aTenant, aUser } from '../testing/builders.ts'
import { sendMails } from '../testing/mailbox.ts'
import type { SmtpServer } from '../testing/smtp-server.ts'
import { startSmtpServer } from '../testing/smtp-server.ts'
import { testApp, testClock } from '../testing/test-app.ts'
import { look, perform } from '../work.ts'
import { deliver } from './deliver.ts'
import { writeLetter } from './letter.ts'
import { queueMail, sendAgain } from './mail.ts'
import type { Writer } from './send-mail.job.ts'

let server: SmtpServer

beforeAll(async () => {
  server = await startSmtpServer()
})
afterAll(() => server.stop())

const address = 'anna.de.vries@example.com'

const greet: Writer = () =>
  writeLetter({
    to: address,
    language: 'nl',
    subject: 'Goedendag, één <b>tulp</b>',
    paragraphs: ['Hallo <script>alert(1)</script>'],
    link: { label: 'Openen', url: 'http://localhost:3000/reset-password#token' },
    unexpected: 'Niet verwacht?',
  })

async function aMail(app: App, kind = `greeting-${crypto.randomUUID()}`) {
  const user = await aUser(app, await aTenant(app))
  const ask = () => perform(app, user, work => queueMail(work, { userId: user.userId, kind, language: 'nl' }))
  const rows = () => look(app, user, tx => tx.selectFrom('mail').selectAll().orderBy('id').execute())
  await ask()
  return { user, ask, rows, send: (writer: Writer = greet) => sendMails(app, { [kind]: writer }) }
}

const mailing = (clock = testClock('2026-11-23T08:00:00Z'), log = createLog('silent')) =>
  testApp({ clock, log, config: { mail: { smtpUrl: server.url, from: 'Lodestone <ats@example.com>' } } })

test('a mail leaves once, as text and as HTML that escapes what people typed', async () => {
  const app = await mailing()
  const { send, rows, ask } = await aMail(app)
  await ask()
  const before = server.letters.length
  await send()
  await send()
  expect(await rows()).toMatchObject([{ state: 'sent', attempts: 1, reason: null }])
  expect(server.letters.length).toBe(before + 1)
  const letter = server.letters.at(-1) ?? ''
  expect(letter).toMatch(/^From: Lodestone <ats@example.com>/m)
  expect(letter).toMatch(/^Auto-Submitted: auto-generated/m)
  expect(letter).toContain('text/plain')
  expect(letter).toContain('text/html')
  expect(letter).toContain('&lt;script&gt;')
})

test('what fails waits longer each time, says why without naming anybody, and is given up after a day', async () => {
  const lines: string[] = []
  const clock = testClock('2026-11-23T08:00:00Z')
  const app = await mailing(clock, createLog('info', { write: line => lines.push(line) }))
  const { send, rows, user } = await aMail(app)
  server.answerRecipients(`450 ${address} try later`)
  const attemptsAfter = async (milliseconds: number) => {
    clock.moveMs(milliseconds)
    await send()
    return (await rows())[0]
  }
  expect(await attemptsAfter(0)).toMatchObject({
    state: 'waiting',
    attempts: 1,
    reason: 'The mail server answered 450.',
  })
  expect(await attemptsAfter(29_000)).toMatchObject({ attempts: 1 })
  expect(await attemptsAfter(1_000)).toMatchObject({ attempts: 2 })
  expect(await attemptsAfter(30_000)).toMatchObject({ attempts: 2 })
  const last = await attemptsAfter(24 * 60 * 60_000)
  expect(last).toMatchObject({ state: 'failed', attempts: 3 })
  expect(lines.join('')).toContain('The mail server answered 450.')
  expect(lines.join('')).not.toContain(address)
  server.answerRecipients('250 fine')
  await perform(app, user, work => sendAgain(work, last?.id ?? ''))
  expect(await attemptsAfter(0)).toMatchObject({ state: 'sent', attempts: 1, reason: null })
})

test('a final no is not tried again, and what has nothing to say any more is dropped', async () => {
  const app = await mailing()
  const refused = await aMail(app)
  server.answerRecipients(`550 ${address} unknown`)
  await refused.send()
  server.answerRecipients('250 fine')
  await refused.send()
  expect(await refused.rows()).toMatchObject([
    { state: 'failed', attempts: 1, reason: 'The mail server answered 550.' },
  ])
  const silent = await aMail(app)
  await silent.send(async () => undefined)
  expect(await silent.rows()).toMatchObject([{ state: 'dropped' }])
})

test('a server that is not there is a reason, and one elsewhere must speak TLS', async () => {
  const letter = await writeLetter({ to: address, language: 'en', subject: 's', paragraphs: [], unexpected: 'u' })
  const gone = await startSmtpServer()
  await gone.stop()
  const app = await testApp({ config: { mail: { smtpUrl: gone.url, from: 'ats@example.com' } } })
  expect(await deliver(app, letter)).toMatchObject({
    isFinal: false,
    reason: expect.stringMatching(/could not be reached/),
  })
  // The same server by a name that is not this machine's own: it offers no encryption, so nothing is said to it.
  const elsewhere = server.url.replace('127.0.0.1', '127.0.0.2')
  const before = server.letters.length
  const app2 = await testApp({ config: { mail: { smtpUrl: elsewhere, from: 'ats@example.com' } } })
  expect(await deliver(app2, letter)).toMatchObject({ isFinal: false })
  expect(server.letters.length).toBe(before)
})
