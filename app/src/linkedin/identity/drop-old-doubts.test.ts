import { beforeEach, expect, test } from 'vitest'
import type { CandidateChange } from '../../hiring/candidates/candidates.shapes.ts'
import { changeCandidate } from '../../hiring/candidates/candidates.ts'
import type { Company } from '../../hiring/testing/builders.ts'
import { aCandidate, aCompany } from '../../hiring/testing/builders.ts'
import type { App } from '../../platform/app.ts'
import { testApp } from '../../platform/testing/test-app.ts'
import { look, perform } from '../../platform/work.ts'
import { raiseDoubts, settleDoubt } from './doubts.ts'
import { dropOldDoubts } from './drop-old-doubts.ts'

let app: App
let company: Company
beforeEach(async () => {
  app = await testApp()
  company = await aCompany(app)
})

const email = 'familie@post.example'
const profileUrl = 'https://www.linkedin.com/in/familie'

/** Two in doubt who share both. */
async function aPair(evidence: readonly string[]) {
  const add = () => aCandidate(app, company.recruiter, { emails: [email], profileUrl })
  const [one, other] = [await add(), await add()]
  const pair = { oneId: one.id, otherId: other.id }
  await perform(app, company.recruiter, work => raiseDoubts(work, [{ ...pair, evidence }]))
  return pair
}

const change = (id: string, values: CandidateChange) =>
  perform(app, company.recruiter, async work => {
    await changeCandidate(work, id, values)
    await dropOldDoubts(work, [id])
  })

async function count(state: 'open' | 'dismissed'): Promise<number> {
  const rows = await look(app, company.recruiter, tx =>
    tx
      .selectFrom('linkedin_doubt')
      .select('one_id')
      .where('tenant_id', '=', company.tenantId)
      .where('state', '=', state)
      .execute(),
  )
  return rows.length
}

test('a pair that shares nothing any more is no longer in doubt, whichever of the two has changed', async () => {
  const { oneId, otherId } = await aPair([`email:${email}`, `profileUrl:${profileUrl}`])
  await change(oneId, { emails: [] })
  expect(await count('open')).toBe(1)
  await change(otherId, { profileUrl: null })
  expect(await count('open')).toBe(0)
})

test('another name is no evidence of its own', async () => {
  const { otherId } = await aPair([`email:${email}`, 'otherName:urn:li:person:Noor1'])
  await change(otherId, { emails: ['own@post.example'] })
  expect(await count('open')).toBe(0)
})

test('whom LinkedIn matched with one member, and who was said to be two people, stay', async () => {
  const matched = await aPair(['member:urn:li:person:Noor1', `email:${email}`])
  const settled = await aPair([`email:${email}`])
  await perform(app, company.recruiter, work => settleDoubt(work, { ...settled, state: 'dismissed' }))
  for (const { oneId } of [matched, settled]) await change(oneId, { emails: [], profileUrl: null })
  expect([await count('open'), await count('dismissed')]).toEqual([1, 1])
})
