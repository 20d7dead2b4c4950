import { expect, test } from 'vitest'
import type { UserActor } from '../../platform/actor.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { look, perform } from '../../platform/work.ts'
import { listCandidates } from '../candidates/candidates.queries.ts'
import { changeCandidate } from '../candidates/candidates.ts'
import type { Company } from '../testing/builders.ts'
import { aCandidate, aCompany, anActiveJob, anApplication } from '../testing/builders.ts'
import type { CandidateQuery } from './search.shapes.ts'

async function withPeople() {
  const app = await testApp()
  const company = await aCompany(app)
  const people = [
    { firstName: 'Zoë', lastName: 'Ångström', headline: 'Tulip grower', emails: ['zoe@example.com'], skills: ['C++'] },
    { firstName: 'Jo', lastName: 'Bos', currentCompany: 'Bulbs & Co 100%', location: 'Lisse', skills: ['Java'] },
    { firstName: 'Marjolein', lastName: 'de Boer', currentTitle: 'Head of Tulips', skills: ['JavaScript', 'C#'] },
    { firstName: 'Jean-Pierre', lastName: 'de Wit', emails: ['jp.dewit@tuin.example'], headline: 'Grower of roses' },
    { firstName: 'نور', lastName: 'חדד', headline: 'Boer' },
  ]
  for (const values of people) await aCandidate(app, company.recruiter, values)
  const found = async (query: string | CandidateQuery, actor: UserActor = company.recruiter) => {
    const asked = typeof query === 'string' ? { q: query, sort: 'name' as const } : query
    const page = await look(app, actor, tx => listCandidates(tx, actor, { ...asked, limit: 10 }))
    return page.data.map(one => one.firstName)
  }
  const readings = async (q: string) =>
    (await look(app, company.recruiter, tx => listCandidates(tx, company.recruiter, { q, limit: 10 }))).readings
  return { app, company, found, readings }
}

test('what is too long for any word of the index is found nowhere, and is no error', async () => {
  const { found } = await withPeople()
  const long = '漢'.repeat(900)
  for (const q of [long, `${long}*`, `"${long}"`, `${long}@example.com`, `NOT ${long}@example.com grower`]) {
    expect(await found(q), `${q.length} letters`).toHaveLength(q.startsWith('NOT') ? 2 : 0)
  }
})

test('questions and who answers them', async () => {
  const { found } = await withPeople()
  const cases: [string, string[]][] = [
    ['zoe ANGSTROM', ['Zoë']],
    ['ångström', ['Zoë']],
    ['java', ['Jo']],
    ['java*', ['Marjolein', 'Jo']],
    ['java* NOT java', ['Marjolein']],
    // The whole values that filters ask for are no words: not these names of theirs, and not a letter of those.
    ['location* OR skill* OR email*', []],
    ['c++', ['Zoë']],
    ['C#', ['Marjolein']],
    ['"head of tulips"', ['Marjolein']],
    ['“Head of tul*”', ['Marjolein']],
    ['"tulips of head"', []],
    ['"boer head"', []],
    ['(java OR c++) AND grower', ['Zoë']],
    ['java OR c++ grower', ['Zoë', 'Jo']],
    ['grower NOT tulip', ['Jean-Pierre']],
    ['NOT grower', ['Marjolein', 'Jo', 'نور']],
    ['NOT (grower OR boer)', ['Jo']],
    ['grower -tulip', ['Jean-Pierre']],
    ['-(grower OR boer)', ['Jo']],
    ['grower -"tulip grower"', ['Jean-Pierre']],
    ['(-grower boer)', ['Marjolein', 'نور']],
    ['- grower', ['Zoë', 'Jean-Pierre']],
    ['zoe and grower', ['Zoë']],
    ['zoe en grower', ['Zoë']],
    ['(zoe) and (grower)', ['Zoë']],
    ['grower and -tulip', ['Jean-Pierre']],
    ['and grower', []],
    ['"zoe and grower"', []],
    ['de wit', ['Jean-Pierre']],
    ['"de wit"', ['Jean-Pierre']],
    ['jean-pierre', ['Jean-Pierre']],
    ['pierre', ['Jean-Pierre']],
    ['zoe@example.com', ['Zoë']],
    ['ZOE@example.com grower', ['Zoë']],
    ['oe@example.com', []],
    ['@tuin.example', ['Jean-Pierre']],
    ['dewit', ['Jean-Pierre']],
    ['נור', []],
    ['حدد', []],
    ['نور', ['نور']],
    ['חדד boer', ['نور']],
    ['100%', ['Jo']],
    ['b_lbs', []],
    ['%', []],
    ['*', []],
    ['""', []],
    ['()', ['Marjolein', 'Jo', 'Zoë', 'Jean-Pierre', 'نور']],
  ]
  for (const [q, who] of cases) expect([q, (await found(q)).toSorted()]).toEqual([q, who.toSorted()])
})

test('what is still open while one types is closed at the end', async () => {
  const { found } = await withPeople()
  expect(await found('(java OR c++')).toEqual(['Zoë', 'Jo'])
  expect(await found('"tulip gro')).toEqual([])
  expect(await found('"tulip grower')).toEqual(['Zoë'])
  for (const q of ['tulip AND', 'AND tulip', 'tulip OR', 'tulip NOT', 'tulip ()'])
    expect(await found(q)).toEqual(['Zoë'])
})

test('a word that occurs nowhere is the beginning of one, else a slip in a name, and the answer says so', async () => {
  const { found, readings } = await withPeople()
  expect(await found('tul')).toEqual(['Zoë', 'Marjolein'])
  expect(await readings('tul')).toEqual([{ word: 'tul', as: 'beginning' }])
  expect(await readings('tulip')).toEqual([])
  for (const slip of ['Marjolien', 'Marjolijn', 'Marjolin', 'Marjoleyn', 'Mrajolein', 'Marjoleinn']) {
    expect([slip, await found(slip), await readings(slip)]).toEqual([slip, ['Marjolein'], [{ word: slip, as: 'slip' }]])
  }
  expect(await found('jean-piere')).toEqual(['Jean-Pierre'])
  // Of several words, only those that occur nowhere; and nothing is read into what is quoted, excluded or an operator's alternative.
  expect(await found('marjolien tulips')).toEqual(['Marjolein'])
  expect(await found('marjolien OR java')).toEqual(['Jo', 'Marjolein'])
  expect(await found('"marjolien"')).toEqual([])
  expect(await found('boer NOT marjolien')).toEqual(['Marjolein', 'نور'])
  expect(await readings('xyzzyq boer')).toEqual([{ word: 'xyzzyq', as: 'nothing' }])
})

test('a change is found at once, and what was there before no more', async () => {
  const { app, company, found } = await withPeople()
  const { recruiter } = company
  const made = await aCandidate(app, recruiter, { firstName: 'Saar', headline: 'Quince', emails: ['saar@a.example'] })
  await perform(app, recruiter, work =>
    changeCandidate(work, made.id, { headline: 'Medlar', emails: ['saar@b.example'] }),
  )
  expect(await found('medlar')).toEqual(['Saar'])
  expect(await found('saar@b.example')).toEqual(['Saar'])
  expect(await found('quince')).toEqual([])
  expect(await found('saar@a.example')).toEqual([])
  await app.db.transact({ tenantId: company.tenantId }, tx =>
    tx.deleteFrom('candidate').where('id', '=', made.id).execute(),
  )
  expect(await found('medlar')).toEqual([])
})

test('hits in the name come first, then those in title and company', async () => {
  const { app, company, found } = await withPeople()
  await aCandidate(app, company.recruiter, { firstName: 'Rose', lastName: 'Visser' })
  await aCandidate(app, company.recruiter, { firstName: 'Ahmed', lastName: 'Rose', headline: 'Baker' })
  await aCandidate(app, company.recruiter, { firstName: 'Piet', headline: 'Rose grower' })
  await aCandidate(app, company.recruiter, { firstName: 'Kees', skills: ['Rose'] })
  expect(await found({ q: 'rose' })).toEqual(['Ahmed', 'Rose', 'Piet', 'Kees'])
  expect(await found({ q: 'rose', sort: 'newest' })).toEqual(['Kees', 'Piet', 'Ahmed', 'Rose'])
  expect(await found({ q: 'rose', sort: 'name' })).toEqual(['Kees', 'Piet', 'Ahmed', 'Rose'])
})

test('a filter takes each of its values, and all filters have to fit; job, stage and source of one application', async () => {
  const { app, company, found } = await withPeople()
  const { recruiter } = company
  const [job, other] = [await anActiveJob(app, recruiter), await anActiveJob(app, recruiter)]
  const candidate = { firstName: 'Fien', location: 'lisse', skills: ['Java'] }
  const { candidateId } = await anApplication(app, recruiter, { jobId: job.id, candidate, stage: 'interview' })
  await anApplication(app, recruiter, { jobId: other.id, candidateId, as: 'applicant' })
  expect(await found({ location: ['LISSE'] })).toEqual(['Fien', 'Jo'])
  expect(await found({ skill: ['java', 'c++'], location: ['Lisse', 'Aalsmeer'] })).toEqual(['Fien', 'Jo'])
  expect(await found({ q: 'java', job: [job.id] })).toEqual(['Fien'])
  expect(await found({ job: [job.id], stage: ['interview'] })).toEqual(['Fien'])
  expect(await found({ job: [other.id], stage: ['interview'] })).toEqual([])
  expect(await found({ source: ['recruiter'] })).toEqual(['Fien'])
  expect(await found({ source: ['linkedin'] })).toEqual([])
})

test('nobody is found whom the searcher may not know', async () => {
  const { app, company, found } = await withPeople()
  const { recruiter, colleague, manager } = company
  const team = [
    { userId: colleague.userId, role: 'interviewer' as const },
    { userId: manager.userId, role: 'hiring_manager' as const },
  ]
  const prospect = { enabled: true, openToHiringManagers: false }
  const job = await anActiveJob(app, recruiter, { team, prospect })
  await anApplication(app, recruiter, {
    jobId: job.id,
    as: 'applicant',
    candidate: { firstName: 'Bea', headline: 'Rose' },
  })
  await anApplication(app, recruiter, { jobId: job.id, candidate: { firstName: 'Cor', headline: 'Rose' } })
  const asked = async (actor: Company['admin'], query: CandidateQuery) => (await found(query, actor)).toSorted()
  expect(await asked(colleague, {})).toEqual(['Bea'])
  expect(await asked(colleague, { q: 'rose' })).toEqual(['Bea'])
  expect(await asked(colleague, { q: 'NOT lily' })).toEqual(['Bea'])
  // What others have in their profiles decides nothing for him: "grower" occurs nowhere that he may look.
  expect(await asked(colleague, { q: 'ros OR grower' })).toEqual(['Bea'])
  // A hiring manager works with all candidates, but where prospects are closed to him he does not learn who is one.
  expect(await asked(manager, { q: 'rose' })).toEqual(['Bea', 'Cor'])
  expect(await asked(manager, { job: [job.id] })).toEqual(['Bea'])
  expect(await asked(manager, { job: [job.id], stage: ['prospect'] })).toEqual([])
  expect(await asked(recruiter, { job: [job.id], stage: ['prospect'] })).toEqual(['Cor'])
})
