import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { cachedSessions } from '../../platform/auth/session-cache.ts'
import { isTwoStepOn, removeTwoStep } from '../../platform/auth/two-step.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import { refuseUnlessAdministrator } from '../users/user.policy.ts'
import { getSignInRules } from './sign-in-rules.queries.ts'
import type { SignInRules } from './sign-in-rules.shapes.ts'

/** Whoever has one step only is asked to set up the second at the next request. */
export async function changeSignInRules(app: App, actor: Actor, rules: SignInRules): Promise<SignInRules> {
  refuseUnlessAdministrator(actor)
  if (rules.twoStepRequired && actor.kind === 'user' && !(await hasTwoStep(app, actor.tenantId, actor.userId))) {
    throw conflict({
      code: 'signInRules.ownTwoStepFirst',
      message: 'Set up two-step sign-in for yourself first: from then on nobody works here without it.',
    })
  }
  await perform(app, actor, work => writeRules(work, rules))
  cachedSessions(app).forget(session => session.actor.tenantId === actor.tenantId)
  return rules
}

async function writeRules(work: Work, rules: SignInRules): Promise<void> {
  const old = await getSignInRules(work.tx, work.tenantId)
  if (old.twoStepRequired === rules.twoStepRequired) return
  await work.tx
    .insertInto('sign_in_rules')
    .values({ tenant_id: work.tenantId, two_step_required: rules.twoStepRequired })
    .onConflict(there => there.column('tenant_id').doUpdateSet({ two_step_required: rules.twoStepRequired }))
    .execute()
  await work.record({
    kind: 'signInRules.changed',
    subject: { kind: 'signInRules', id: work.tenantId },
    change: { old, new: rules },
  })
}

/** For somebody who lost telephone and recovery codes. The password still stands between. */
export async function resetTwoStep(app: App, actor: Actor, userId: string): Promise<void> {
  refuseUnlessAdministrator(actor)
  const signInId = await findSignIn(app, actor.tenantId, userId)
  if (!signInId) throw notFound('user')
  if (await worksBeyond(app, actor, signInId)) {
    throw conflict({
      code: 'twoStep.worksElsewhere',
      message:
        'This person also works in a company whose administrator you are not, and signs in there in the same way. ' +
        'Ask whoever runs the installation.',
    })
  }
  await removeTwoStep(app, signInId, 'twoStepReset')
  await perform(app, actor, work => work.record({ kind: 'user.twoStepReset', subject: { kind: 'user', id: userId } }))
}

async function hasTwoStep(app: App, tenantId: string, userId: string): Promise<boolean> {
  const signInId = await findSignIn(app, tenantId, userId)
  return signInId ? isTwoStepOn(app, signInId) : false
}

async function findSignIn(app: App, tenantId: string, userId: string): Promise<string | undefined> {
  const row = await app.db.owner
    .selectFrom('app_user')
    .select('sign_in_id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', userId)
    .executeTakeFirst()
  return row?.sign_in_id ?? undefined
}

/** A second step protects every company of a person, so one company's administrator alone cannot take it away. */
async function worksBeyond(app: App, actor: Actor, signInId: string): Promise<boolean> {
  if (actor.kind === 'operator') return false
  const own = actor.kind === 'user' ? await findSignIn(app, actor.tenantId, actor.userId) : undefined
  const beyond = await app.db.owner
    .selectFrom('app_user as theirs')
    .select('theirs.id')
    .where('theirs.sign_in_id', '=', signInId)
    .where('theirs.active', '=', true)
    .where('theirs.tenant_id', '!=', actor.tenantId)
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('app_user as mine')
            .select('mine.id')
            .whereRef('mine.tenant_id', '=', 'theirs.tenant_id')
            .where('mine.sign_in_id', '=', own ?? '')
            .where('mine.active', '=', true)
            .where(
              inner => inner.val('administrator'),
              '=',
              inner => inner.fn.any('mine.roles'),
            ),
        ),
      ),
    )
    .limit(1)
    .execute()
  return beyond.length > 0
}
