import { createHash } from 'node:crypto'
import type { Auth, BetterAuthOptions } from 'better-auth'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import type { App } from '../app.ts'
import { adapterWithHashedTokens } from './hashed-tokens.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { setPassword } from './set-password.ts'

export const SESSION_DAYS = 7
const MAX_PASSWORD_LENGTH = 128

export interface NewSignIn {
  email: string
  password: string
  name: string
}

/**
 * Makes the sign-in that an app_user points to, and answers its id. A person who works in another company already has
 * one: it is joined as it is and with its own password where `mayJoin` says so, else the answer is undefined.
 * Opens its own transaction, so it is called before or after a verb, never inside one.
 */
export async function addSignIn(
  app: App,
  input: NewSignIn,
  { mayJoin }: { mayJoin: boolean },
): Promise<string | undefined> {
  const email = input.email.trim().toLowerCase()
  const passwordHash = await hashPassword(input.password)
  const now = app.clock.now()
  const id = `sign_${crypto.randomUUID()}`
  return app.db.transactAsOwner(async tx => {
    const added = await tx
      .insertInto('sign_in')
      .values({ id, name: input.name, email, created_at: now, updated_at: now })
      .onConflict(conflict => conflict.column('email').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) {
      const there = await tx.selectFrom('sign_in').select('id').where('email', '=', email).executeTakeFirstOrThrow()
      const user = await tx.selectFrom('app_user').select('id').where('sign_in_id', '=', there.id).executeTakeFirst()
      if (user) return mayJoin ? there.id : undefined
      // Left over from an attempt that got no further: it belongs to nobody yet, and neither does its password.
      await setPassword(tx, { signInId: there.id, hash: passwordHash, now })
      return there.id
    }
    await setPassword(tx, { signInId: id, hash: passwordHash, now })
    return id
  })
}

export interface OpenedSession {
  token: string
  signInId: string
}

/** Checks a password and opens a session. Undefined for a wrong password and for an unknown e-mail alike. */
export async function openSession(
  app: App,
  input: { email: string; password: string; address: string; userAgent: string },
): Promise<OpenedSession | undefined> {
  // The library reads the caller from headers; it gets ours and never the request's own.
  const headers = new Headers({ [ADDRESS_HEADER]: input.address, 'user-agent': input.userAgent })
  try {
    const answer = await authOf(app).api.signInEmail({
      body: { email: input.email, password: input.password },
      headers,
    })
    return { token: answer.token, signInId: answer.user.id }
  } catch (error) {
    if (error instanceof APIError && (error.status === 'UNAUTHORIZED' || error.status === 'BAD_REQUEST'))
      return undefined
    throw error
  }
}

const ADDRESS_HEADER = 'x-lodestone-address'

const made = new WeakMap<App, Auth<BetterAuthOptions>>()

function authOf(app: App): Auth<BetterAuthOptions> {
  const there = made.get(app)
  if (there) return there
  const auth = betterAuth(authOptions(app))
  made.set(app, auth)
  return auth
}

function authOptions(app: App): BetterAuthOptions {
  return {
    baseURL: app.config.publicUrl,
    // Signs the library's own cookies, which never leave this process: ours carries the bare token.
    secret: createHash('sha256').update(`sign-in ${app.config.encryptionKeys[0]}`).digest('base64'),
    database: adapterWithHashedTokens(app.db.owner),
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
      password: { hash: hashPassword, verify: isPassword },
    },
    advanced: { ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] } },
    session: { modelName: 'sign_in_session', expiresIn: SESSION_DAYS * 24 * 60 * 60, fields: sessionFields },
    user: { modelName: 'sign_in', fields: userFields },
    account: { modelName: 'sign_in_account', fields: accountFields },
    verification: { modelName: 'sign_in_verification', fields: verificationFields },
    databaseHooks: {
      // Sessions end by the product's clock, which tests can move.
      session: { create: { before: async session => ({ data: { ...session, ...sessionDates(app.clock.now()) } }) } },
    },
  }
}

function sessionDates(now: Date) {
  return { createdAt: now, updatedAt: now, expiresAt: sessionEnd(now) }
}

export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + SESSION_DAYS * 24 * 60 * 60 * 1000)
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' }
const userFields = { ...times, emailVerified: 'email_verified' }
const sessionFields = {
  ...times,
  userId: 'sign_in_id',
  token: 'token_hash',
  expiresAt: 'expires_at',
  ipAddress: 'ip_address',
  userAgent: 'user_agent',
}
const accountFields = {
  ...times,
  userId: 'sign_in_id',
  accountId: 'account_id',
  providerId: 'provider_id',
  password: 'password_hash',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
}
const verificationFields = { ...times, expiresAt: 'expires_at' }
