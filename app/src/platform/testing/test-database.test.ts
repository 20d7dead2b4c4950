import { expect, test } from 'vitest'
import { aTenant, aUser } from './builders.ts'
import { testApp } from './test-app.ts'

test('each test has a tenant that sees its own users only', async () => {
  const app = await testApp()
  const [one, other] = [await aTenant(app), await aTenant(app)]
  const user = await aUser(app, one)
  await aUser(app, other)
  const seen = await app.db.transact({ tenantId: one.id }, tx => tx.selectFrom('app_user').select('id').execute())
  expect(seen).toEqual([{ id: user.userId }])
})

test('the tests run under row-level security: the owner is no superuser', async () => {
  const app = await testApp()
  const { rows } = await app.db.transactAsOwner(async tx => ({
    rows: await tx
      .selectNoFrom(eb => eb.fn<string>('current_setting', [eb.val('is_superuser')]).as('superuser'))
      .execute(),
  }))
  expect(rows).toEqual([{ superuser: 'off' }])
})
