import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { App } from '../app.ts'
import type { Tx } from '../db/db.ts'
import { conflict, invalid } from '../errors.ts'
import { mailTo } from './notices.ts'
import { endSessions } from './sessions.ts'

const SECRET_BYTES = 20
const PERIOD_SECONDS = 30
const RECOVERY_CODES = 10

export interface SetUp {
  /** For typing it into an app by hand. */
  secret: string
  /** What the picture holds. */
  uri: string
}

/** A new secret that counts once a code of it was entered. One that was begun before is replaced. */
export async function beginSetUp(app: App, signInId: string): Promise<SetUp> {
  const secret = new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer })
  const now = app.clock.now()
  const row = {
    sign_in_id: signInId,
    secret: app.secrets.encrypt(secret.base32, placeOfTwoStep(signInId)),
    created_at: now,
  }
  const begun = await app.db.transactAsOwner(tx =>
    tx
      .insertInto('sign_in_two_step')
      .values(row)
      .onConflict(there =>
        there
          .column('sign_in_id')
          .doUpdateSet({ secret: row.secret, created_at: now, last_step: 0 })
          .where('sign_in_two_step.confirmed_at', 'is', null),
      )
      .returning('sign_in_id')
      .executeTakeFirst(),
  )
  if (!begun) {
    throw conflict({
      code: 'twoStep.alreadyOn',
      message: 'Two-step sign-in is on already. Switch it off first to set it up with another device.',
    })
  }
  const { email } = await app.db.owner
    .selectFrom('sign_in')
    .select('email')
    .where('id', '=', signInId)
    .executeTakeFirstOrThrow()
  return { secret: secret.base32, uri: totpOf(secret, email).toString() }
}

/** Switches it on with a first right code, and answers the recovery codes, which are shown this once. */
export async function confirmSetUp(app: App, signInId: string, code: string, keep?: string): Promise<string[]> {
  const row = await readSecret(app, signInId)
  const step = row && row.confirmedAt === null ? findStep(app, row.secret, withoutSpaces(code)) : undefined
  if (step === undefined) throw wrongFirstCode()
  const codes = newCodes()
  await app.db.transactAsOwner(async tx => {
    const confirmed = await tx
      .updateTable('sign_in_two_step')
      .set({ confirmed_at: app.clock.now(), last_step: step })
      .where('sign_in_id', '=', signInId)
      .where('confirmed_at', 'is', null)
      .returning('sign_in_id')
      .execute()
    if (confirmed.length === 0) throw wrongFirstCode()
    await writeCodes(tx, signInId, codes)
  })
  // Whoever got in with the password alone is out.
  if (keep !== undefined) await endSessions(app, { signInId, except: keep })
  await mailTo(app, signInId, 'twoStepOn')
  return codes
}

/** A code of the app, each once, or a recovery code, which is used up. */
export async function checkCode(app: App, signInId: string, code: string): Promise<void> {
  const row = await readSecret(app, signInId)
  if (!row?.confirmedAt) throw wrongCode()
  const digits = withoutSpaces(code)
  if (!/^\d{6}$/.test(digits)) return takeRecoveryCode(app, signInId, code)
  const step = findStep(app, row.secret, digits)
  if (step === undefined) throw wrongCode()
  const used = await app.db.owner
    .updateTable('sign_in_two_step')
    .set({ last_step: step })
    .where('sign_in_id', '=', signInId)
    .where('last_step', '<', step)
    .returning('sign_in_id')
    .execute()
  if (used.length === 0) throw wrongCode()
}

export async function isTwoStepOn(app: App, signInId: string): Promise<boolean> {
  return Boolean((await readSecret(app, signInId))?.confirmedAt)
}

export async function countRecoveryCodes(app: App, signInId: string): Promise<number> {
  const rows = await app.db.owner
    .selectFrom('sign_in_recovery_code')
    .select('code_hash')
    .where('sign_in_id', '=', signInId)
    .execute()
  return rows.length
}

/** New ones; the old ones end. */
export async function renewRecoveryCodes(app: App, signInId: string): Promise<string[]> {
  if (!(await isTwoStepOn(app, signInId))) throw wrongCode()
  const codes = newCodes()
  await app.db.transactAsOwner(tx => writeCodes(tx, signInId, codes))
  return codes
}

export async function removeTwoStep(app: App, signInId: string, notice: 'twoStepOff' | 'twoStepReset'): Promise<void> {
  const removed = await app.db.transactAsOwner(async tx => {
    await tx.deleteFrom('sign_in_recovery_code').where('sign_in_id', '=', signInId).execute()
    return tx.deleteFrom('sign_in_two_step').where('sign_in_id', '=', signInId).returning('confirmed_at').execute()
  })
  if (removed.some(row => row.confirmed_at !== null)) await mailTo(app, signInId, notice)
}

async function readSecret(app: App, signInId: string) {
  const row = await app.db.owner
    .selectFrom('sign_in_two_step')
    .select(['secret', 'confirmed_at as confirmedAt'])
    .where('sign_in_id', '=', signInId)
    .executeTakeFirst()
  return row && { ...row, secret: Secret.fromBase32(app.secrets.decrypt(row.secret, placeOfTwoStep(signInId))) }
}

/** The half minute that a code belongs to: this one, or the one before or after, as clocks go. */
function findStep(app: App, secret: Secret, code: string): number | undefined {
  const timestamp = app.clock.now().getTime()
  const delta = totpOf(secret, '').validate({ token: code, timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta
}

// SHA-1 and six digits: many apps take nothing else.
function totpOf(secret: Secret, label: string): TOTP {
  return new TOTP({ issuer: 'Lodestone', label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS })
}

async function takeRecoveryCode(app: App, signInId: string, code: string): Promise<void> {
  const taken = await app.db.owner
    .deleteFrom('sign_in_recovery_code')
    .where('sign_in_id', '=', signInId)
    .where('code_hash', '=', hashCode(code))
    .returning('sign_in_id')
    .execute()
  if (taken.length === 0) throw wrongCode()
  await mailTo(app, signInId, 'recoveryCodeUsed')
}

// 80 bits each: too many to try, so a plain hash is enough.
function newCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = randomBytes(10).toString('hex')
    return (letters.match(/.{5}/g) ?? []).join('-')
  })
}

async function writeCodes(tx: Tx, signInId: string, codes: string[]): Promise<void> {
  await tx.deleteFrom('sign_in_recovery_code').where('sign_in_id', '=', signInId).execute()
  await tx
    .insertInto('sign_in_recovery_code')
    .values(codes.map(code => ({ sign_in_id: signInId, code_hash: hashCode(code) })))
    .execute()
}

function hashCode(code: string): string {
  return createHash('sha256')
    .update(code.toLowerCase().replace(/[^0-9a-f]/g, ''))
    .digest('hex')
}

export function placeOfTwoStep(signInId: string): string {
  return `two-step of ${signInId}`
}

/** Apps show the digits in two groups. */
function withoutSpaces(code: string): string {
  return code.replaceAll(/\s/g, '')
}

/** Nobody has recovery codes yet. */
function wrongFirstCode() {
  return invalid({
    code: 'twoStep.wrongFirstCode',
    message: 'This code is wrong or too old. Enter the six digits that the app shows now.',
    errors: [{ field: 'code', code: 'twoStep.wrongFirstCode', message: 'is wrong or too old' }],
  })
}

function wrongCode() {
  return invalid({
    code: 'twoStep.wrongCode',
    message: 'This code is wrong, was used already, or is too old. Wait for the next one, or use a recovery code.',
    errors: [{ field: 'code', code: 'twoStep.wrongCode', message: 'is wrong, was used already, or is too old' }],
  })
}
