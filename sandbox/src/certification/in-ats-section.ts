import type { ExamPerson } from './ats-driver.ts'
import { openProfile, readAttribute } from './recruiter-pages.ts'
import type { Exam } from './rule.ts'

/** What the section In-ATS shows to one recruiter: the whole text of each tab in one line, so that marked values can be looked for. */
export interface SeenInAts {
  readonly jobs: readonly { readonly externalJobPostingId: string; readonly status: string }[]
  readonly text: string
  readonly feedback: string
  readonly notes: string
}

/** Null when this recruiter sees no such section, or only that nothing is shared. */
export async function readInAts(exam: Exam, person: ExamPerson, memberId: string): Promise<SeenInAts | null> {
  const [jobs, feedback, notes] = await Promise.all(
    ['jobs', 'feedback', 'notes'].map(async tab =>
      findSections(await openProfile(exam, person, `${memberId}?in-ats=${tab}`)),
    ),
  )
  if (!jobs || !feedback || !notes) return null
  const rows = [...jobs.matchAll(/\sdata-job-id="([^"]*)" data-status="([^"]*)"/g)]
  return {
    jobs: rows.map(([, id = '', status = '']) => ({
      externalJobPostingId: readAttribute(id),
      status: readAttribute(status),
    })),
    text: readText(jobs),
    feedback: readText(feedback),
    notes: readText(notes),
  }
}

/** All cards: somebody may stand in an ATS twice. Empty where nobody stands. */
function findSections(html: string): string {
  const sections = html.match(/<section[^>]*\bdata-in-ats\b.*?<\/section>/gs) ?? []
  return sections.join('\n')
}

function readText(html: string): string {
  return readAttribute(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}
