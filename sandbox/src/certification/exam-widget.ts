import { z } from 'zod'
import type { ExamPerson } from './ats-driver.ts'
import { takeToken } from './callback-registration.ts'
import { waitUntil } from './demand.ts'
import { untilQuiet } from './exam-jobs.ts'
import type { Exam } from './rule.ts'
import type { WidgetWindow } from './widget-window.ts'

/** What stands in the sandbox's profile plugin. */
export const widget = {
  email: 'input[name="email"]',
  password: 'input[name="password"]',
  signIn: 'button[value="sign-in"]',
  signOut: 'button[value="sign-out"]',
  name: 'main h2',
  search: 'input[type="search"]',
  startSearch: 'search button',
  link: 'button[value="link"]',
  askToUnlink: 'a[href*="unlink=yes"]',
  unlink: 'button[value="unlink"]',
}

/** The widget of this candidate, opened by the recruiter. The window is closed after the rule. */
export async function openWidget(exam: Exam, candidateId: string): Promise<WidgetWindow> {
  const window = await exam.driver.openProfileWidget(exam.driver.people.recruiter, candidateId)
  exam.tidyUp(() => window.close())
  return window
}

export function untilThere(exam: Exam, { frame }: WidgetWindow, { is, selector }: { is: string; selector: string }) {
  return waitUntil(`${is} stands in LinkedIn's frame in the ATS`, {
    withinMs: exam.patienceMs,
    see: () => frame.count(selector),
    isRight: count => count > 0,
    tell: () => 'it does not',
  })
}

const PRESS_AGAIN_AFTER_MS = 2_000

/** Pressed again where the ATS has loaded the widget anew meanwhile, as it may when it learns of a match: what was typed is gone then. */
export async function signInInFrame(exam: Exam, window: WidgetWindow, { email }: ExamPerson): Promise<void> {
  const { frame } = window
  await untilThere(exam, window, { is: "LinkedIn's sign-in", selector: widget.password })
  const known = (await exam.sandbox.readPeople()).find(each => each.email === email)
  let pressedAt = -Infinity
  await waitUntil('LinkedIn takes the sign-in inside its frame', {
    withinMs: exam.patienceMs,
    see: async () => {
      const asks = (await frame.count(widget.password)) > 0
      if (asks && performance.now() - pressedAt > PRESS_AGAIN_AFTER_MS) {
        await frame.fill(widget.email, email)
        await frame.fill(widget.password, known?.password ?? '')
        await frame.press(widget.signIn)
        pressedAt = performance.now()
      }
      return frame.count(widget.signOut)
    },
    isRight: count => count > 0,
    tell: () => 'it asks again',
  })
}

export async function untilNamed(exam: Exam, { frame }: WidgetWindow, name: string): Promise<void> {
  await waitUntil(`the profile of ${name} is shown in LinkedIn's frame in the ATS`, {
    withinMs: exam.patienceMs,
    see: async () => ((await frame.count(widget.name)) > 0 ? frame.readText(widget.name) : ''),
    isRight: text => text.includes(name),
    tell: text => (text === '' ? 'it has no heading' : `its heading is "${text.trim()}"`),
  })
}

const candidateSchema = z.object({ clientId: z.string(), atsCandidateId: z.string() })
const linkSchema = candidateSchema.extend({ memberId: z.string().nullable() })

/** Comes back when LinkedIn has heard of the candidate from the ATS. */
export async function untilTold(exam: Exam, candidateId: string): Promise<void> {
  await untilQuiet(exam)
  await waitUntil('LinkedIn knows the candidate from the ATS', {
    withinMs: exam.patienceMs,
    see: async () => (await exam.sandbox.listRecords('atsCandidates', candidateSchema)).filter(isOf(exam, candidateId)),
    isRight: found => found.length === 1,
    tell: () => 'it does not',
  })
}

/** Whom the candidate is linked with, on both sides, after all that is under way between them. */
export async function demandLinked(exam: Exam, candidateId: string, memberId: string | null): Promise<void> {
  await waitUntil(`LinkedIn holds ${memberId ?? 'nobody'} as linked by hand, and the ATS the same`, {
    withinMs: exam.patienceMs,
    see: async () => {
      await untilQuiet(exam)
      const links = await exam.sandbox.listRecords('candidateLinks', linkSchema)
      const chosen = links.find(isOf(exam, candidateId))?.memberId ?? null
      const atLinkedIn = await readManualMatch(exam, candidateId)
      return { chosen, atLinkedIn, inAts: await exam.driver.readLinkedPerson(candidateId) }
    },
    isRight: ({ chosen, atLinkedIn, inAts }) => chosen === memberId && inAts === atLinkedIn,
    tell: ({ chosen, atLinkedIn, inAts }) =>
      `LinkedIn holds ${chosen ?? 'nobody'} (manualMatchedMember ${atLinkedIn ?? 'absent'}), the ATS ${inAts ?? 'nobody'}`,
  })
}

const matchSchema = z.object({
  results: z.record(z.string(), z.object({ manualMatchedMember: z.string().optional() })),
})

/** As LinkedIn tells it the ATS. */
async function readManualMatch({ sandbox, driver, clientId }: Exam, candidateId: string): Promise<string | null> {
  const { clientSecret, organization } = driver.instance
  const key = { atsCandidateId: candidateId, dataProvider: 'ATS', integrationContext: organization }
  const ids = Object.entries(key).map(([name, value]) => `ids[0].${name}=${encodeURIComponent(value)}`)
  const answer = await fetch(`${sandbox.url}/v2/atsCandidates?${ids.join('&')}&fields=manualMatchedMember`, {
    headers: { authorization: `Bearer ${await takeToken(sandbox.url, { clientId, clientSecret })}` },
  })
  const { results } = matchSchema.parse(await answer.json())
  return Object.values(results)[0]?.manualMatchedMember ?? null
}

function isOf(exam: Exam, candidateId: string) {
  return (row: { clientId: string; atsCandidateId: string }) =>
    row.clientId === exam.clientId && row.atsCandidateId === candidateId
}
