import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What is seen without a session. */
export const publicScreens = {
  '/sign-in': ['/sign-in', '/sign-in?company=otherDomain'],
  '/forgot-password': ['/forgot-password'],
  '/reset-password': ['/reset-password', '/reset-password#gone'],
  '/invitation': ['/invitation#gone'],
  '/demo/mail': ['/demo/mail'],
}

/**
 * Every address of the ATS as the router knows it, with the pages to look at there: full, empty, and found by nobody.
 * A test holds this to the router, so that a new screen cannot be forgotten.
 */
export async function listAtsScreens(page: Page): Promise<Record<string, string[]>> {
  const job = await findJob(page, 'Senior backend engineer')
  const draft = await findJob(page, 'Integration developer')
  const closed = await findJob(page, 'Office manager')
  const { id: application, candidateId } = await findCard(page, job)
  const view = await findOwnView(page)
  const pool = await findPool(page)
  await putPairInDoubt(page)
  const noted = await findPerson(page, 'Amira Bouazza')
  return {
    '/': ['/'],
    '/jobs': ['/jobs?scope=all', '/jobs?scope=all&q=nothing+fits+this'],
    '/jobs/$jobId': [
      `/jobs/${job}`,
      `/jobs/${job}?view=table`,
      `/jobs/${job}?closed=rejected`,
      `/jobs/${draft}`,
      `/jobs/${closed}`,
    ],
    '/jobs/$jobId/details': [`/jobs/${job}/details`],
    '/jobs/$jobId/team': [`/jobs/${job}/team`],
    '/jobs/$jobId/process': [`/jobs/${job}/process`, `/jobs/${draft}/process`],
    '/applications/$applicationId': [
      `/applications/${application}`,
      `/applications/${application}?tab=notes`,
      `/applications/${application}?tab=linkedin`,
    ],
    '/candidates': [
      '/candidates',
      '/candidates?q=Brouwer',
      '/candidates?q=Bruwer',
      '/candidates?q=nobody+is+called+this',
      '/candidates?q=engineer+)',
      '/candidates?stage=prospect&stage=offer&sort=name&columns=title+skills',
      '/candidates?company=nobody+works+here',
      view,
    ],
    '/candidates/$candidateId': [
      `/candidates/${candidateId}`,
      `/candidates/${candidateId}?from=list&sort=name`,
      `/candidates/${candidateId}?tab=linkedin`,
      `/candidates/${noted}?tab=notes`,
      `/candidates/${candidateId}?from=${pool}`,
    ],
    '/match-desk': ['/match-desk', '/match-desk?view=dismissed', '/match-desk?view=merged'],
    '/talent-pools': ['/talent-pools', '/talent-pools?q=nothing+fits+this'],
    '/talent-pools/$poolId': [`/talent-pools/${pool}`, `/talent-pools/${pool}?sort=name`, '/talent-pools/pool_nowhere'],
    '/settings': [],
    '/settings/profile': ['/settings/profile'],
    '/settings/security': ['/settings/security'],
    '/settings/connections': ['/settings/connections'],
    '/admin': [],
    '/admin/sign-in': ['/admin/sign-in'],
    '/admin/sign-in/domain': ['/admin/sign-in/domain#gone'],
    '/admin/users': ['/admin/users'],
    '/admin/linkedin': ['/admin/linkedin', '/admin/linkedin?linkedin=cancelled'],
    '/admin/api-tokens': ['/admin/api-tokens'],
    '/help': ['/help'],
    '/help/$topic': [
      '/help/set-up',
      '/help/own-connection',
      '/help/profile-widget',
      '/help/one-click-export',
      '/help/in-ats-indicator',
      '/help/match-desk',
      '/help/nothing',
    ],
    '/$': ['/nowhere', '/jobs/job_nowhere'],
  }
}

async function findJob(page: Page, title: string): Promise<string> {
  const { data } = await ask<{ data: { id: string }[] }>(page, `/api/v1/jobs?scope=all&q=${encodeURIComponent(title)}`)
  if (!data[0]) throw new Error(`The demo world has no job ${title}.`)
  return data[0].id
}

/** Opened and changed, so that its menu has all it can have. */
async function findOwnView(page: Page): Promise<string> {
  const { data } = await ask<{ data: { id: string; isOwn: boolean }[] }>(page, '/api/v1/saved-views')
  const own = data.find(view => view.isOwn)
  if (!own) throw new Error('The demo world has no view of this person.')
  return `/candidates?view=${own.id}&q=engineer`
}

async function findPool(page: Page): Promise<string> {
  const { data } = await ask<{ data: { id: string }[] }>(page, '/api/v1/talent-pools')
  if (!data[0]) throw new Error('The demo world has no talent pool.')
  return data[0].id
}

/** With notes of several people, a mention and a private one. */
async function findPerson(page: Page, name: string): Promise<string> {
  const { data } = await ask<{ data: { id: string }[] }>(page, `/api/v1/candidates?q=${encodeURIComponent(name)}`)
  if (!data[0]) throw new Error(`The demo world has nobody called ${name}.`)
  return data[0].id
}

/** So that the match desk has something to merge. */
async function putPairInDoubt(page: Page): Promise<void> {
  const countOpen = async () => (await ask<{ open: number }>(page, '/api/v1/match-desk')).open
  if ((await countOpen()) > 0) return
  for (const firstName of ['Piet', 'Marie']) {
    await page.evaluate(
      person =>
        fetch('/api/v1/candidates', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(person),
        }),
      { firstName, lastName: 'Roosenboom', emails: ['roosenboom@noordpost.example'] },
    )
  }
  await expect.poll(countOpen).toBeGreaterThan(0)
}

async function findCard(page: Page, jobId: string): Promise<{ id: string; candidateId: string }> {
  const { stages } = await ask<{ stages: { cards: { id: string; candidateId: string }[] }[] }>(
    page,
    `/api/v1/jobs/${jobId}/board`,
  )
  const card = stages.flatMap(stage => stage.cards)[0]
  if (!card) throw new Error('The board has no card.')
  return card
}

function ask<Answer>(page: Page, path: string): Promise<Answer> {
  return page.evaluate(address => fetch(address).then(answer => answer.json()), path)
}
