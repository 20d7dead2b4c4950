import { waitUntil } from '../demand.ts'
import { openJob } from '../exam-jobs.ts'
import { openWidget, signInInFrame, untilNamed, untilThere, untilTold, widget } from '../exam-widget.ts'
import { addNewcomer, type Newcomer } from '../newcomer.ts'
import type { Exam, Rule } from '../rule.ts'
import type { MeasuredDocument, WidgetWindow } from '../widget-window.ts'

const WIDTHS_IN_PIXELS = [1366, 768, 390]

export const tc9: Rule = {
  id: 'TC9',
  title: 'Log out of LinkedIn and in again, inside the widget',
  source: 'LinkedIn RSC certification, module 3 (page rsc-cert-module3), case TC9',

  async run(exam) {
    const { recruiter } = exam.driver.people
    const newcomer = await addNewcomer(exam)
    const candidateId = await exam.step('The ATS has a candidate whose address a member has', () =>
      addCandidateOf(exam, newcomer),
    )
    const window = await exam.step('A user opens the profile widget and signs in: the profile is shown', async () => {
      const opened = await openWidget(exam, candidateId)
      await signInInFrame(exam, opened, recruiter)
      await untilNamed(exam, opened, newcomer.name)
      return opened
    })
    await exam.step(
      'He logs out of LinkedIn: its frame asks him to sign in, also when the page is loaded again',
      async () => {
        await window.frame.press(widget.signOut)
        await untilThere(exam, window, { is: "LinkedIn's sign-in", selector: widget.password })
        await window.reload()
        await untilThere(exam, window, { is: "LinkedIn's sign-in", selector: widget.password })
      },
    )
    await exam.step('The sign-in fits the page of the ATS', () => demandFits(exam, window))
    await exam.step('He signs in there, and the profile is shown again, in the same place', async () => {
      await signInInFrame(exam, window, recruiter)
      await untilNamed(exam, window, newcomer.name)
    })
    await exam.step('The profile fits the page of the ATS', () => demandFits(exam, window))
  },
}

async function addCandidateOf(exam: Exam, { memberId, firstName, lastName }: Newcomer): Promise<string> {
  const email = `${memberId}@match.example`
  await exam.sandbox.addMember({ memberId, emailAddresses: [{ address: email, shared: true }] })
  const job = await openJob(exam, {
    team: [{ person: exam.driver.people.recruiter, role: 'recruiter' }],
    prospect: 'on',
  })
  const candidateId = await exam.driver.addCandidate(job, { firstName, lastName, email })
  await untilTold(exam, candidateId)
  return candidateId
}

/** Each frame stands inside its parent and in its page, and nothing has to be scrolled sideways, or inside LinkedIn's frame. */
async function demandFits(exam: Exam, window: WidgetWindow): Promise<void> {
  for (const width of WIDTHS_IN_PIXELS) {
    await waitUntil(
      `at ${width} pixels every frame stands inside its parent, and nothing scrolls but the page, downwards`,
      {
        withinMs: exam.patienceMs,
        see: async () => listBreaks(await window.measure(width)),
        isRight: breaks => breaks.length === 0,
        tell: breaks => breaks.join(', '),
      },
    )
  }
}

function listBreaks(documents: readonly MeasuredDocument[]): string[] {
  const [page, ...frames] = documents
  if (page === undefined || frames.length === 0) return ["LinkedIn's frame is not there"]
  return documents.flatMap((each, depth) => {
    const where = depth === 0 ? 'the page' : `frame ${depth}`
    const isOutside = each.frame !== null && !isInside(each.frame, each.width)
    return [
      ...(each.scrollWidth > each.width ? [`${where} is ${each.width} wide and holds ${each.scrollWidth}`] : []),
      ...(depth > 0 && each.scrollHeight > each.height
        ? [`${where} is ${each.height} high and holds ${each.scrollHeight}`]
        : []),
      ...(isOutside ? [`the frame in ${where} stands outside its parent`] : []),
    ]
  })
}

/** Half a pixel is rounding. */
function isInside(frame: NonNullable<MeasuredDocument['frame']>, width: number): boolean {
  const tolerance = 0.5
  return (
    frame.left >= frame.parentLeft - tolerance &&
    frame.right <= frame.parentRight + tolerance &&
    frame.left >= -tolerance &&
    frame.right <= width + tolerance
  )
}
