import type { z } from 'zod'
import type { UserActor } from '../actor.ts'
import type { App } from '../app.ts'
import { conflict } from '../errors.ts'
import { refuseVouched } from './own-sign-in.policy.ts'
import { refuseWrongPassword } from './password.ts'
import { countAttempt, forgetAttempt } from './sign-in-attempts.ts'
import type { twoStepState } from './two-step.shapes.ts'
import type { SetUp } from './two-step.ts'
import {
  beginSetUp,
  confirmSetUp,
  countRecoveryCodes,
  isTwoStepOn,
  removeTwoStep,
  renewRecoveryCodes,
} from './two-step.ts'

interface OwnSession {
  id: string
  signInId: string
  vouchedBy: string | null
}
interface Caller {
  address: string
}

export async function readTwoStep(app: App, actor: UserActor, by: OwnSession): Promise<z.infer<typeof twoStepState>> {
  refuseVouched(by)
  const { signInId } = by
  const on = await isTwoStepOn(app, signInId)
  const requiring = await listRequiring(app, signInId)
  return {
    on,
    recoveryCodesLeft: on ? await countRecoveryCodes(app, signInId) : 0,
    required: requiring.includes(actor.tenantId),
  }
}

/** The password once more: an open window alone must not be enough to put another telephone in front of the account. */
export async function beginOwnSetUp(app: App, by: OwnSession, current: string, caller: Caller): Promise<SetUp> {
  refuseVouched(by)
  await refuseWrongPassword(app, by.signInId, current, caller)
  return beginSetUp(app, by.signInId)
}

export async function confirmOwnSetUp(app: App, by: OwnSession, code: string, caller: Caller): Promise<string[]> {
  refuseVouched(by)
  const attempt = { kind: 'code', who: by.signInId, address: caller.address } as const
  await countAttempt(app, attempt)
  const codes = await confirmSetUp(app, by.signInId, code, by.id)
  await forgetAttempt(app, attempt)
  return codes
}

export async function turnTwoStepOff(app: App, by: OwnSession, current: string, caller: Caller): Promise<void> {
  refuseVouched(by)
  await refuseWrongPassword(app, by.signInId, current, caller)
  if ((await listRequiring(app, by.signInId)).length > 0) {
    throw conflict({
      code: 'twoStep.required',
      message: 'A company that you work in wants two-step sign-in, so it stays on. Ask an administrator there.',
    })
  }
  await removeTwoStep(app, by.signInId, 'twoStepOff')
}

export async function renewOwnCodes(app: App, by: OwnSession, current: string, caller: Caller): Promise<string[]> {
  refuseVouched(by)
  await refuseWrongPassword(app, by.signInId, current, caller)
  return renewRecoveryCodes(app, by.signInId)
}

/** The companies of this person that want it. */
async function listRequiring(app: App, signInId: string): Promise<string[]> {
  const rows = await app.db.owner
    .selectFrom('app_user as user')
    .innerJoin('sign_in_rules as rules', 'rules.tenant_id', 'user.tenant_id')
    .select('rules.tenant_id')
    .where('user.sign_in_id', '=', signInId)
    .where('user.active', '=', true)
    .where('rules.two_step_required', '=', true)
    .execute()
  return rows.map(row => row.tenant_id)
}
