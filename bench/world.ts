import { cities, companies, fields, firstNames, lastNames, roles, skills } from './vocabulary.ts'

export const tenantId = '0197a000-0000-7000-8000-00000000be2c'
/** A recruiter, on the team of every second job. */
export const caller = { id: 'user_1', email: 'recruiter@example.com', password: 'only-for-measuring' }
export const otherRecruiterId = 'user_2'

export const stageKinds = ['prospect', 'application', 'screening', 'assessment', 'interview', 'offer'] as const

const BOARD_CARDS = 200
const LARGE_BOARD_CARDS = 5_000
const BEGIN = Date.parse('2024-01-01T08:00:00.000Z')
const MINUTE_MS = 60_000

export interface Person {
  id: string
  firstName: string
  lastName: string
  title: string
  company: string
  headline: string
  location: string
  skills: string[]
  email: string
  createdAt: string
}

export interface Placement {
  id: string
  candidate: number
  job: number
  stage: number
  since: string
}

/** A world in which everything follows from its number, so that what an answer must say is known without asking. */
export class World {
  readonly candidates: number
  readonly jobs: number
  /** The first job has so many cards, every other one 200. */
  readonly largeBoardCards: number
  readonly applications: number
  /** Two in three candidates have an application, and one in three a second one, of another job. */
  readonly #firsts: number

  constructor(candidates: number) {
    this.candidates = candidates
    this.#firsts = candidates - Math.ceil(candidates / 3)
    this.applications = this.#firsts + Math.floor(candidates / 3)
    this.largeBoardCards = Math.min(LARGE_BOARD_CARDS, Math.floor(candidates / 4))
    this.jobs = 1 + Math.ceil((this.applications - this.largeBoardCards) / BOARD_CARDS)
  }

  person(index: number): Person {
    const title = `${pick(fields, index, 1)} ${pick(roles, index, 2)}`
    const company = `${pick(companies, index, 3)} ${1 + (mix(index, 4) % 90)}`
    return {
      id: candidateId(index),
      firstName: pick(firstNames, index, 5),
      lastName: pick(lastNames, index, 6),
      title,
      company,
      headline: `${title} at ${company}`,
      location: pick(cities, index, 7),
      skills: skillsOf(index),
      email: `person${index}@example.com`,
      createdAt: timeOf(index),
    }
  }

  placement(application: number): Placement {
    const job = this.jobOf(application)
    return {
      id: applicationId(application),
      candidate: this.candidateOf(application),
      job,
      // Few prospects and few offers, as on a real board.
      stage: [0, 1, 1, 1, 1, 2, 2, 3, 4, 5][mix(application, 11) % 10] ?? 1,
      since: timeOf(application),
    }
  }

  candidateOf(application: number): number {
    if (application >= this.#firsts) return 3 * (application - this.#firsts) + 2
    return 3 * Math.floor(application / 2) + 1 + (application % 2)
  }

  applicationsOf(candidate: number): number[] {
    const remainder = candidate % 3
    if (remainder === 0) return []
    const third = Math.floor(candidate / 3)
    const first = 2 * third + remainder - 1
    return remainder === 1 ? [first] : [first, this.#firsts + third]
  }

  jobOf(application: number): number {
    if (application < this.largeBoardCards) return 0
    return 1 + Math.floor((application - this.largeBoardCards) / BOARD_CARDS)
  }

  applicationsOn(job: number): number[] {
    const first = job === 0 ? 0 : this.largeBoardCards + (job - 1) * BOARD_CARDS
    const end = job === 0 ? this.largeBoardCards : Math.min(this.applications, first + BOARD_CARDS)
    return Array.from({ length: end - first }, (_, index) => first + index)
  }

  /** Applicants of all jobs, prospects of the caller's own. */
  isKnownToCaller({ job, stage }: Placement): boolean {
    return stage > 0 || isOwnJob(job)
  }
}

export function isOwnJob(job: number): boolean {
  return job % 2 === 0
}

export const candidateId = (index: number) => `cand_${padded(index)}`
export const applicationId = (index: number) => `app_${padded(index)}`
export const jobId = (index: number) => `job_${padded(index)}`
export const stageId = (job: number, stage: number) => `stage_${padded(job * 10 + stage)}`

export function numberOf(id: string): number {
  return Number(id.slice(id.indexOf('_') + 1))
}

/** Ids that the product makes begin with the time, and this world is far before all of it. */
export function isOfWorld(id: string): boolean {
  return /_0{8}\d{18}$/.test(id)
}

function padded(index: number): string {
  return String(index).padStart(26, '0')
}

function timeOf(index: number): string {
  return new Date(BEGIN + index * MINUTE_MS).toISOString()
}

function skillsOf(index: number): string[] {
  const chosen = new Set<string>()
  for (let salt = 20; chosen.size < 3; salt++) {
    // Squared twice, so that the first of the list are met far more often than the last.
    const share = (mix(index, salt) / 2 ** 32) ** 4
    chosen.add(skills[Math.floor(share * skills.length)] ?? '')
  }
  return [...chosen]
}

function pick(list: readonly string[], index: number, salt: number): string {
  return list[mix(index, salt) % list.length] ?? ''
}

/** Spreads numbers evenly over 32 bits, the same ones in every run. */
function mix(index: number, salt: number): number {
  let value = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  value = Math.imul(value ^ (value >>> 15), 0x846ca68b)
  return (value ^ (value >>> 16)) >>> 0
}
