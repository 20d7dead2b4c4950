import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { isAdminSeat, listSeatsOfMember } from '../behaviours/contracts.ts'
import { findSignedInMember, SESSION_COOKIE_NAME } from '../behaviours/sessions.ts'
import type { Member } from '../member-shape.ts'
import type { Sandbox } from '../sandbox.ts'
import { chooseLanguage, type Language } from './language.ts'
import { wordsIn } from './words/choose-words.ts'
import type { Words } from './words/en.ts'

/** Who looks, in which language, at what moment of the sandbox's time. */
export interface Visit {
  readonly member: Member | undefined
  readonly hasSeat: boolean
  /** Administers a contract, so that Admin Settings is offered. */
  readonly isAdmin: boolean
  readonly language: Language
  readonly words: Words
  /** Path and query of a page that a browser may come back to. */
  readonly address: string
  readonly now: number
}

export interface RecruiterVisit extends Visit {
  readonly member: Member
  readonly hasSeat: true
}

export interface PageEnv {
  readonly Variables: { readonly visit: Visit }
}

export type PageContext<Path extends string = string> = Context<PageEnv, Path>

export function readVisit(c: Context, sandbox: Sandbox): Visit {
  const member = findSignedInMember(sandbox, getCookie(c, SESSION_COOKIE_NAME))
  const url = new URL(c.req.url)
  return describeVisit(sandbox, { member, language: chooseLanguage(c), address: url.pathname + url.search })
}

export function describeVisit(sandbox: Sandbox, visit: Pick<Visit, 'member' | 'language' | 'address'>): Visit {
  const seats = visit.member === undefined ? [] : listSeatsOfMember(sandbox, visit.member.memberId)
  return {
    ...visit,
    hasSeat: seats.length > 0,
    isAdmin: seats.some(isAdminSeat),
    words: wordsIn(visit.language),
    now: sandbox.clock.now(),
  }
}

export function isRecruiter(visit: Visit): visit is RecruiterVisit {
  return visit.member !== undefined && visit.hasSeat
}

/** Only an address of our own pages: nobody can be led away by a made-up link. */
export function ownAddress(wanted: string | undefined, otherwise: string): string {
  const isOwn = wanted !== undefined && /^\/(talent|oauth)\/[^\\]*$/.test(wanted)
  return isOwn ? wanted : otherwise
}
