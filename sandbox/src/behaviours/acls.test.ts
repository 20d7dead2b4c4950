import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Connected, startConnected } from '../testing/connected.ts'
import { organization, provision, steer } from '../testing/customer.ts'
import { personUrnFor } from './members.ts'

let world: Connected
let person: string
beforeEach(async () => {
  world = await startConnected()
  person = personUrnFor(world.customer.clientId, 'sanne-de-wit')
})
afterEach(() => world.stop())

function spell(parts: Record<string, string>) {
  const all = { ...parts, atsEntityType: 'JOB_POSTING', dataProvider: 'ATS', integrationContext: organization }
  const pairs = Object.entries(all).map(
    ([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%3A', ':')}`,
  )
  return { key: pairs.join('&'), ids: (at: number) => pairs.map(pair => `ids[${at}].${pair}`).join('&') }
}

function write(method: 'PUT' | 'DELETE', resource: string, records: Array<Record<string, string>>) {
  const spelled = records.map(spell)
  const query = spelled.map(({ ids }, at) => ids(at)).join('&')
  const json = { entities: Object.fromEntries(spelled.map(({ key }) => [key, {}])) }
  return world.customer.call(`${method} /v2/${resource}?${query}`, method === 'PUT' ? { json } : {})
}

const assign = (list: string, assignee = person) =>
  write('PUT', 'atsEntityAclAssignees', [{ atsEntityAclId: list, assignee }])

test('lists of a job and lists of a person are found by criteria', async () => {
  await write('PUT', 'atsEntityAcls', [
    { atsEntityAclId: 'user-7', atsEntityId: 'JOB-1' },
    { atsEntityAclId: 'user-8', atsEntityId: 'JOB-1' },
    { atsEntityAclId: 'user-7', atsEntityId: 'JOB-2' },
  ])
  await assign('user-7')
  const shared = `dataProvider=ATS&integrationContext=${organization}`
  const ofJob = await world.customer.call(
    `GET /v2/atsEntityAcls?q=criteria&atsEntityId=JOB-1&atsEntityType=JOB_POSTING&${shared}&start=0&count=1`,
  )
  expect(ofJob.body.elements).toEqual([
    {
      integrationContext: organization,
      atsEntityAclId: 'user-7',
      atsEntityType: 'JOB_POSTING',
      atsEntityId: 'JOB-1',
      dataProvider: 'ATS',
    },
  ])
  expect(ofJob.body.paging).toMatchObject({ start: 0, count: 1, total: 2 })
  const next = await world.customer.call(`GET ${ofJob.body.paging.links[0].href}`)
  expect(next.body.elements[0].atsEntityAclId).toBe('user-8')
  expect(next.body.paging.links).toEqual([])
  const ofPerson = await world.customer.call(`GET /v2/atsEntityAclAssignees?q=criteria&assignee=${person}&${shared}`)
  expect(ofPerson.body.elements).toEqual([
    {
      integrationContext: organization,
      atsEntityAclId: 'user-7',
      atsEntityType: 'JOB_POSTING',
      assignee: person,
      dataProvider: 'ATS',
    },
  ])
})

test('criteria must be complete and known', async () => {
  const missing = await world.customer.call(
    `GET /v2/atsEntityAcls?q=criteria&atsEntityId=JOB-1&dataProvider=ATS&integrationContext=${organization}`,
  )
  expect([missing.status, missing.body.message]).toEqual([
    422,
    'ERROR :: /atsEntityType :: field is required but not found and has no default value',
  ])
  const other = await world.customer.call('GET /v2/atsEntityAcls?q=all')
  expect([other.status, other.body.message]).toEqual([403, 'Not enough permissions to access: GET /atsEntityAcls'])
})

test('a person stands on ten lists at most; the same list again is no eleventh', async () => {
  const lists = Array.from({ length: 10 }, (_, at) => ({ atsEntityAclId: `list-${at}`, assignee: person }))
  const ten = await write('PUT', 'atsEntityAclAssignees', lists)
  expect(Object.keys(ten.body.results)).toHaveLength(10)
  const eleventh = await assign('list-10')
  expect(eleventh.status).toBe(200)
  expect(eleventh.body.results).toEqual({})
  expect(Object.values(eleventh.body.errors)).toEqual([
    { message: `${person} is already assigned to 10 ACLs, which is the maximum.`, serviceErrorCode: 0, status: 400 },
  ])
  expect(Object.values((await assign('list-3')).body.results)).toEqual([{ status: 204 }])
  await write('DELETE', 'atsEntityAclAssignees', [{ atsEntityAclId: 'list-0', assignee: person }])
  expect(Object.values((await assign('list-10')).body.results)).toEqual([{ status: 204 }])
})

test('one list can hold 30 jobs', async () => {
  const jobs = Array.from({ length: 30 }, (_, at) => ({ atsEntityAclId: 'user-7', atsEntityId: `JOB-${at}` }))
  const answer = await write('PUT', 'atsEntityAcls', jobs.slice(0, 20))
  const rest = await write('PUT', 'atsEntityAcls', jobs.slice(20))
  expect(Object.keys(answer.body.results).length + Object.keys(rest.body.results).length).toBe(30)
})

test('a person of another application is nobody here', async () => {
  const other = await provision(world.running, 'tenant-be')
  const foreign = personUrnFor(other.clientId, 'sanne-de-wit')
  const answer = await assign('user-7', foreign)
  expect(Object.values(answer.body.errors)).toEqual([
    { message: `${foreign} is not a member known to this application.`, serviceErrorCode: 0, status: 400 },
  ])
})

test('deleting what is not there is a 404 of that record', async () => {
  await write('PUT', 'atsEntityAcls', [{ atsEntityAclId: 'user-7', atsEntityId: 'JOB-1' }])
  const answer = await write('DELETE', 'atsEntityAcls', [
    { atsEntityAclId: 'user-7', atsEntityId: 'JOB-1' },
    { atsEntityAclId: 'user-7', atsEntityId: 'JOB-9' },
  ])
  expect(answer.status).toBe(200)
  expect(Object.values(answer.body.results)).toEqual([{ status: 204 }])
  expect(Object.values(answer.body.errors)).toEqual([
    { message: 'The entity ACL does not exist.', serviceErrorCode: 0, status: 404 },
  ])
  const nobody = await write('DELETE', 'atsEntityAclAssignees', [{ atsEntityAclId: 'user-7', assignee: person }])
  expect(Object.values(nobody.body.errors)).toMatchObject([
    { status: 404, message: 'The entity ACL assignee does not exist.' },
  ])
})

test('without an enabled integration lists can be neither read nor written', async () => {
  await steer(world.running, world.customer, 'disable', 'company')
  const written = await write('PUT', 'atsEntityAcls', [{ atsEntityAclId: 'user-7', atsEntityId: 'JOB-1' }])
  expect([written.status, written.body.message]).toEqual([403, 'Not enough permissions to access: PUT /atsEntityAcls'])
  const read = await world.customer.call(
    `GET /v2/atsEntityAclAssignees?q=criteria&assignee=${person}&dataProvider=ATS&integrationContext=${organization}`,
  )
  expect(read.status).toBe(403)
})
