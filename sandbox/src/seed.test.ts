import { expect, test } from 'vitest'
import { readSeed } from './seed.ts'

const seed = readSeed()

test('every member can be told apart by id, address and sign-in, and lives on example domains', () => {
  for (const pick of ['memberId', 'publicProfileUrl', 'signInEmail'] as const) {
    expect(new Set(seed.members.map(member => member[pick])).size).toBe(seed.members.length)
  }
  for (const member of seed.members) {
    const addresses = [member.signInEmail, ...member.emailAddresses.map(each => each.address)]
    expect(addresses.every(address => address.endsWith('.example'))).toBe(true)
    expect(new URL(member.publicProfileUrl).hostname).toMatch(/\.example$/)
    expect(member.experience[0]?.companyName).toBe(member.currentCompanyName)
  }
})

test('there are namesakes, shared and unshared addresses, and one who hides', () => {
  const named = (first: string, last: string) =>
    seed.members.filter(each => each.firstName === first && each.lastName === last).length
  expect([named('Jan', 'de Vries'), named('Lotte', 'Verbeek')]).toEqual([3, 2])
  const addresses = seed.members.flatMap(member => member.emailAddresses.map(each => each.shared))
  expect(new Set(addresses)).toEqual(new Set([true, false]))
  expect(seed.members.filter(member => member.hiddenOutsideLinkedIn)).toHaveLength(1)
})

test('seats belong to known members and contracts, once each', () => {
  const members = new Set(seed.members.map(member => member.memberId))
  const contracts = new Set(seed.contracts.map(contract => contract.urn))
  for (const seat of seed.seats) {
    expect(members.has(seat.memberId)).toBe(true)
    expect(contracts.has(seat.contract)).toBe(true)
  }
  expect(new Set(seed.seats.map(seat => `${seat.memberId} ${seat.contract}`)).size).toBe(seed.seats.length)
  for (const contract of seed.contracts) {
    const admins = seed.seats.filter(seat => seat.contract === contract.urn && seat.seatRoles.includes('ADMIN_SEAT'))
    expect(admins).toHaveLength(1)
  }
})

test('projects belong to people with a seat on their contract', () => {
  const seats = new Set(seed.seats.map(seat => `${seat.memberId} ${seat.contract}`))
  for (const { contract, ownerMemberId, collaborators } of seed.projects) {
    const people = [ownerMemberId, ...collaborators.map(each => each.memberId)]
    expect(people.filter(memberId => !seats.has(`${memberId} ${contract}`))).toEqual([])
  }
})

test('a seed of one’s own must have the right form', () => {
  expect(() => readSeed({ contracts: [{ urn: '7', name: 'x', organization: 'urn:li:organization:1' }] })).toThrow(
    'urn:li:contract',
  )
  expect(readSeed({ seats: [] }).seats).toEqual([])
})
