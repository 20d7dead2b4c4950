import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { linkHeader, pageOf, pageQuery } from '../../platform/http/paging.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look } from '../../platform/work.ts'
import { listUsers } from './users.queries.ts'
import { appRole, newUser, user, userChange } from './users.shapes.ts'
import { changeUser, createUser } from './users.ts'

const tags = ['Users']

const userQuery = pageQuery.extend({
  role: appRole.optional(),
  active: z.enum(['true', 'false']).optional(),
  q: z.string().max(200).optional(),
})

export function usersRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'get',
        path: '/users',
        scope: 'users:read',
        summary: 'List the people of this company, by last name',
        tags,
        query: userQuery,
        answer: pageOf(user),
      }),
      async c => {
        const { active, ...filter } = c.req.valid('query')
        const page = await look(app, c.get('actor'), tx =>
          listUsers(tx, c.get('actor').tenantId, { ...filter, active: active && active === 'true' }),
        )
        linkHeader(c, page.next)
        return c.json(page, 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/users',
        scope: 'users:write',
        summary: 'Add a person to this company',
        description:
          'Where mail can be sent the person gets an invitation and chooses the password himself. Else a first password ' +
          'is needed, and an address that signs in to another company on this installation already is refused.',
        tags,
        body: newUser,
        answer: user,
        status: 201,
      }),
      async c => c.json(await createUser(app, c.get('actor'), c.req.valid('json')), 201),
    )
    .openapi(
      operation({
        method: 'patch',
        path: '/users/{id}',
        scope: 'users:write',
        summary: "Change a person's roles, or whether he is active",
        tags,
        params: z.object({ id: z.string() }),
        body: userChange,
        answer: user,
      }),
      async c => c.json(await changeUser(app, c.get('actor'), c.req.valid('param').id, c.req.valid('json')), 200),
    )
}
