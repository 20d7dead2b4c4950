import { createHmac } from 'node:crypto'
import { type Member, memberSchema } from '../member-shape.ts'
import type { Sandbox } from '../sandbox.ts'

const PERSON_URN_PREFIX = 'urn:li:person:'

/** A member has another opaque id in every application, so ids of two applications can never be matched. */
export function personUrnFor(clientId: string, memberId: string): string {
  return PERSON_URN_PREFIX + personIdFor(clientId, memberId)
}

export function personIdFor(clientId: string, memberId: string): string {
  return createHmac('sha256', clientId).update(memberId).digest('base64url').slice(0, 10)
}

/** The member behind a person URN as this application knows it. URNs of other applications find nobody. */
export function findMemberByPersonUrn(sandbox: Sandbox, clientId: string, personUrn: string): Member | undefined {
  return sandbox.store.members.findWhere(member => personUrnFor(clientId, member.memberId) === personUrn)
}

export function findMemberBySignInEmail(sandbox: Sandbox, email: string): Member | undefined {
  const wanted = email.trim().toLowerCase()
  return sandbox.store.members.findWhere(member => member.signInEmail.toLowerCase() === wanted)
}

export function findMemberByProfileUrl(sandbox: Sandbox, publicProfileUrl: string): Member | undefined {
  const wanted = publicProfileUrl.trim().replace(/\/$/, '')
  return sandbox.store.members.findWhere(member => member.publicProfileUrl === wanted)
}

/** Whoever has this address, shown or not. */
export function listMembersByEmail(sandbox: Sandbox, addresses: readonly string[]): readonly Member[] {
  const wanted = new Set(addresses.map(address => address.trim().toLowerCase()))
  return sandbox.store.members.list(member =>
    member.emailAddresses.some(({ address }) => wanted.has(address.toLowerCase())),
  )
}

/** Namesakes; accents and capitals make no difference. */
export function listMembersByName(sandbox: Sandbox, name: Pick<Member, 'firstName' | 'lastName'>): readonly Member[] {
  const wanted = normalise(fullNameOf(name).trim())
  return sandbox.store.members.list(member => normalise(fullNameOf(member)) === wanted)
}

/** People whose name, headline, company, place, skills or summary hold every word. Closed accounts are gone. */
export function searchMembers(sandbox: Sandbox, query: string): readonly Member[] {
  const words = normalise(query).split(/\s+/).filter(Boolean)
  return sandbox.store.members.list(member => {
    if (member.closedAt !== null) return false
    const text = normalise(describeMember(member))
    return words.every(word => text.includes(word))
  })
}

/** Adds a member, or changes the fields that are given of one who exists. */
export function putMember(sandbox: Sandbox, fields: { memberId: string } & Record<string, unknown>): Member {
  const known = sandbox.store.members.find(fields.memberId)
  return sandbox.store.members.put(memberSchema.parse({ ...known, ...fields }))
}

export function fullNameOf(member: Pick<Member, 'firstName' | 'lastName'>): string {
  return `${member.firstName} ${member.lastName}`
}

function describeMember(member: Member): string {
  const past = member.experience.flatMap(position => [position.title, position.companyName])
  const own = [fullNameOf(member), member.headline, member.location, member.industry, member.summary]
  return [...own, ...past, ...member.skills].join(' \n ')
}

function normalise(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
