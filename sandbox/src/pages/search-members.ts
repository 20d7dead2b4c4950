import { listInAts, type SeenCandidate } from '../behaviours/in-ats.ts'
import { fullNameOf, searchMembers } from '../behaviours/members.ts'
import type { Member } from '../member-shape.ts'
import type { Sandbox } from '../sandbox.ts'
import type { RecruiterVisit } from './visit.ts'
import type { Words } from './words/en.ts'

export const pageSize = 20

export const inAtsChoices = ['', 'yes', 'no'] as const

export interface Search {
  readonly q: string
  readonly location: string
  readonly company: string
  readonly skill: string
  /** `yes` for people in an ATS of the recruiter, `no` for all others, empty for everybody. */
  readonly inAts: (typeof inAtsChoices)[number]
}

/** Members by id, as far as this recruiter is told. */
export type InAtsMembers = ReadonlyMap<string, readonly SeenCandidate[]>

/** People found by name come first, then those found by their present job, then the rest. */
export function listMatches(sandbox: Sandbox, search: Search, inAts: InAtsMembers): readonly Member[] {
  return searchMembers(sandbox, search.q)
    .filter(member => matchesFilters(member, search) && matchesInAts(member, search, inAts))
    .map(member => ({ member, rank: rankMember(member, search.q) }))
    .sort((a, b) => b.rank - a.rank || byName(a.member, b.member))
    .map(({ member }) => member)
}

/** Looked up only for a search that asks for it. */
export function listInAtsFor(sandbox: Sandbox, { member }: RecruiterVisit, search: Search): InAtsMembers {
  return search.inAts === '' ? new Map() : listInAts(sandbox, member.memberId)
}

export function readSearch(query: URLSearchParams): Search {
  const read = (name: keyof Search) => (query.get(name) ?? '').trim()
  const inAts = inAtsChoices.find(choice => choice === read('inAts')) ?? ''
  return { q: read('q'), location: read('location'), company: read('company'), skill: read('skill'), inAts }
}

/** Only the filters that are set, so that an address says what it does. */
export function writeSearch(search: Search, extra: Readonly<Record<string, string>> = {}): string {
  const used = Object.entries({ ...search, ...extra }).filter(([, value]) => value !== '')
  return new URLSearchParams(used).toString()
}

/** What a person would call this search: `Backend engineer, Utrecht`. */
export function findSearchName(search: Search, words: Words): string | undefined {
  const inAts = search.inAts === '' ? '' : words.inAts.filters[search.inAts]
  const parts = [search.q, search.company, search.skill, search.location, inAts].filter(part => part !== '')
  const name = parts.join(', ')
  return name === '' ? undefined : name.charAt(0).toUpperCase() + name.slice(1)
}

function matchesFilters(member: Member, { location, company, skill }: Search): boolean {
  const companies = [member.currentCompanyName ?? '', ...member.experience.map(post => post.companyName)]
  return (
    holdsWords(member.location, location) &&
    companies.some(name => holdsWords(name, company)) &&
    (skill === '' || member.skills.some(name => holdsWords(name, skill)))
  )
}

function matchesInAts({ memberId }: Member, { inAts }: Search, known: InAtsMembers): boolean {
  return inAts === '' || known.has(memberId) === (inAts === 'yes')
}

function rankMember(member: Member, query: string): number {
  if (query === '' || holdsWords(fullNameOf(member), query)) return 2
  return holdsWords(`${member.headline} ${member.currentJobTitle ?? ''}`, query) ? 1 : 0
}

function holdsWords(text: string, wanted: string): boolean {
  const plainText = toPlain(text)
  return toPlain(wanted)
    .split(/\s+/)
    .every(word => plainText.includes(word))
}

function toPlain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}

function byName(a: Member, b: Member): number {
  return fullNameOf(a).localeCompare(fullNameOf(b), 'nl') || a.memberId.localeCompare(b.memberId)
}
