import { demand, demandSame } from '../demand.ts'
import { openJob } from '../exam-jobs.ts'
import { demandLinked, openWidget, signInInFrame, untilNamed, untilThere, untilTold, widget } from '../exam-widget.ts'
import { addNewcomer } from '../newcomer.ts'
import type { Exam, Rule } from '../rule.ts'
import type { WidgetWindow } from '../widget-window.ts'

export const tc8: Rule = {
  id: 'TC8',
  title: 'Link a candidate by hand, and take it back',
  source: 'LinkedIn RSC certification, module 3 (page rsc-cert-module3), case TC8',

  async run(exam) {
    const { recruiter } = exam.driver.people
    const candidateId = await exam.step('The ATS has a candidate whom nobody at LinkedIn matches', () =>
      inventCandidate(exam),
    )
    const newcomer = await addNewcomer(exam)
    const window = await exam.step('A user opens the profile widget and signs in: it proposes nobody', async () => {
      const opened = await openWidget(exam, candidateId)
      await signInInFrame(exam, opened, recruiter)
      await untilThere(exam, opened, { is: 'a search for people', selector: widget.search })
      demandSame('the number of people to link', { expected: 0, actual: await opened.frame.count(widget.link) })
      await demandLinked(exam, candidateId, null)
      return opened
    })
    await exam.step('He finds a member by name and links him', async () => {
      await window.frame.fill(widget.search, newcomer.lastName)
      await window.frame.press(widget.startSearch)
      await untilThere(exam, window, { is: 'a person to link', selector: widget.link })
      await window.frame.press(widget.link)
      await untilNamed(exam, window, newcomer.name)
    })
    await exam.step('Both systems have stored whom he chose', () => demandLinked(exam, candidateId, newcomer.memberId))
    await exam.step('After loading the page again the link is still there', async () => {
      await window.reload()
      await untilNamed(exam, window, newcomer.name)
      await untilThere(exam, window, { is: 'a way to unlink', selector: `${widget.askToUnlink}, ${widget.unlink}` })
      await demandLinked(exam, candidateId, newcomer.memberId)
    })
    await exam.step('He unlinks him: neither system holds the link', async () => {
      await unlink(exam, window)
      await demandLinked(exam, candidateId, null)
    })
    await exam.step('After loading the page again the widget shows nobody', async () => {
      await window.reload()
      await untilThere(exam, window, { is: 'a search for people', selector: widget.search })
      const heading = await window.frame.readText(widget.name)
      demand(!heading.includes(newcomer.name), {
        expected: `${newcomer.name} is not shown`,
        actual: `the heading is "${heading.trim()}"`,
      })
    })
  },
}

async function inventCandidate(exam: Exam): Promise<string> {
  const job = await openJob(exam, {
    team: [{ person: exam.driver.people.recruiter, role: 'recruiter' }],
    prospect: 'on',
  })
  const tag = exam.nextTag()
  const wish = { firstName: 'Invented', lastName: `Candidate-${tag}`, email: `invented-${tag}@nowhere.example` }
  const candidateId = await exam.driver.addCandidate(job, wish)
  await untilTold(exam, candidateId)
  return candidateId
}

/** Where the ATS wants LinkedIn to ask first, the button that is pressed leads to the question. */
async function unlink(exam: Exam, window: WidgetWindow): Promise<void> {
  if ((await window.frame.count(widget.askToUnlink)) > 0) {
    await window.frame.press(widget.askToUnlink)
    await untilThere(exam, window, { is: 'the question before unlinking', selector: widget.unlink })
  }
  await window.frame.press(widget.unlink)
}
