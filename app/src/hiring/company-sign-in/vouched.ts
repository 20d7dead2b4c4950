import * as oidc from 'openid-client'
import { emailAddress } from '../../platform/auth/password.shapes.ts'
import { onlyStorable } from '../../platform/http/storable-text.ts'

/** A person as the issuer vouches for him. */
export interface Vouched {
  issuer: string
  subject: string
  /** Undefined where none was told that can be used. */
  email: string | undefined
  isEmailVerified: boolean
  firstName: string
  lastName: string
}

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>

/** From the signed token; what it leaves out is asked for, about the same subject. */
export async function readVouched(issuer: oidc.Configuration, tokens: Tokens): Promise<Vouched> {
  const signed = tokens.claims()
  if (!signed) throw new oidc.ClientError('no ID token was given')
  refuseOddSubject(signed.sub)
  const mayAsk = issuer.serverMetadata().userinfo_endpoint !== undefined
  const more =
    signed.email === undefined && mayAsk ? await oidc.fetchUserInfo(issuer, tokens.access_token, signed.sub) : {}
  const claims: Record<string, unknown> = { ...more, ...signed }
  const email = emailAddress.safeParse(claims.email).data
  return {
    issuer: signed.iss,
    subject: signed.sub,
    email,
    isEmailVerified: isYes(claims.email_verified) || isYes(claims[VERIFIED_AT_ENTRA]),
    ...namesOf(claims, email ?? ''),
  }
}

// The longest that OpenID Connect allows.
const LONGEST_SUBJECT = 255

function refuseOddSubject(subject: string): void {
  if (subject !== '' && subject.length <= LONGEST_SUBJECT && onlyStorable(subject) === subject) return
  throw new oidc.ClientError('the subject is not one that OpenID Connect allows')
}

/** How Microsoft Entra says that an address lies in a domain that its tenant has proved. */
const VERIFIED_AT_ENTRA = 'xms_edov'

function isYes(claim: unknown): boolean {
  return claim === true || claim === 1 || claim === 'true' || claim === '1'
}

function namesOf(claims: Record<string, unknown>, email: string): { firstName: string; lastName: string } {
  const [first = '', ...rest] = (textOf(claims.name) ?? '').split(/\s+/)
  const mailbox = email.slice(0, Math.max(email.lastIndexOf('@'), 0))
  return {
    firstName: (textOf(claims.given_name) ?? (first || mailbox || '–')).slice(0, 100),
    lastName: (textOf(claims.family_name) ?? (rest.join(' ') || '–')).slice(0, 100),
  }
}

function textOf(claim: unknown): string | undefined {
  const text = typeof claim === 'string' ? onlyStorable(claim).trim() : ''
  return text === '' ? undefined : text
}
