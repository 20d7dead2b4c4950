import { expect, test } from 'vitest'
import { testApp } from '../../platform/testing/test-app.ts'
import { signedIn } from '../../platform/testing/test-http.ts'
import { perform } from '../../platform/work.ts'
import { aCompany } from '../testing/builders.ts'
import { notificationsRoutes } from './notifications.routes.ts'
import { notify } from './notifications.ts'

interface NotificationPage {
  data: { id: string; params: { number: string }; readAt: string | null }[]
  next: string | null
}

test('everybody reads only his own, newest first and page by page', async () => {
  const app = await testApp()
  const { admin, recruiter, manager } = await aCompany(app)
  for (const number of ['1', '2', '3']) {
    await perform(app, admin, work =>
      notify(work, { userId: recruiter.userId, kind: 'linkedin.connect', params: { number }, link: '/settings' }),
    )
  }
  const browser = await signedIn(app, recruiter, notificationsRoutes)
  const first = (await browser.get('/api/v1/notifications?limit=2')).body as NotificationPage
  const second = (await browser.get(`/api/v1/notifications?limit=2&next=${first.next}`)).body as NotificationPage
  expect([...first.data, ...second.data].map(one => one.params.number)).toEqual(['3', '2', '1'])

  const other = await signedIn(app, manager, notificationsRoutes)
  expect(await other.get('/api/v1/notifications')).toMatchObject({ body: { data: [], hasNext: false } })
  const id = first.data[0]?.id
  expect(await other.put(`/api/v1/notifications/${id}/read`)).toMatchObject({ status: 404 })

  expect(await browser.put(`/api/v1/notifications/${id}/read`)).toMatchObject({ status: 204 })
  const readAt = async () => {
    const { data } = (await browser.get('/api/v1/notifications')).body as NotificationPage
    return data.map(one => one.readAt !== null)
  }
  expect(await readAt()).toEqual([true, false, false])
  expect(await browser.put('/api/v1/notifications/read')).toMatchObject({ status: 204 })
  expect(await readAt()).toEqual([true, true, true])
})
