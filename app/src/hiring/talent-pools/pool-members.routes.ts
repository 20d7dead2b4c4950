import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { linkHeader, pageOf, pageQuery } from '../../platform/http/paging.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { neighbours } from '../search/search.shapes.ts'
import { getPoolNeighbours, listMembers } from './pool-members.queries.ts'
import { addToPool, removeFromPool, returnToPool } from './pool-members.ts'
import { addedPoolMembers, newPoolMembers, poolMember, poolSort } from './talent-pools.shapes.ts'

const tags = ['Talent pools']
const params = z.object({ id: z.string() })
const memberParams = z.object({ id: z.string(), candidateId: z.string() })

export function poolMembersRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'get',
        path: '/talent-pools/{id}/members',
        scope: 'talentPools:read',
        summary: 'List the people in a talent pool',
        tags,
        params,
        query: pageQuery.extend({ sort: poolSort }),
        answer: pageOf(poolMember),
      }),
      async c => {
        const request = { poolId: c.req.valid('param').id, ...c.req.valid('query') }
        const page = await look(app, c.get('actor'), tx => listMembers(tx, c.get('actor'), request))
        linkHeader(c, page.next)
        return c.json(page, 200)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/talent-pools/{id}/members',
        scope: 'talentPools:write',
        summary: 'Add people to a talent pool',
        description:
          'All of them or, when one is no candidate here, nobody. Who is in the pool already stays as he was.',
        tags,
        params,
        body: newPoolMembers,
        answer: addedPoolMembers,
        status: 201,
      }),
      async c =>
        c.json(
          await perform(app, c.get('actor'), work => addToPool(work, c.req.valid('param').id, c.req.valid('json'))),
          201,
        ),
    )
    .openapi(
      operation({
        method: 'delete',
        path: '/talent-pools/{id}/members/{candidateId}',
        scope: 'talentPools:write',
        summary: 'Remove somebody from a talent pool',
        tags,
        params: memberParams,
      }),
      async c => {
        const { id: poolId, candidateId } = c.req.valid('param')
        await perform(app, c.get('actor'), work => removeFromPool(work, { poolId, candidateId }))
        return c.body(null, 204)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/talent-pools/{id}/members/{candidateId}/return',
        scope: 'talentPools:write',
        summary: 'Undo the last removal of somebody from a talent pool',
        description: 'The day on which the person was added, and by whom, are as before.',
        tags,
        params: memberParams,
        answer: poolMember,
        status: 201,
      }),
      async c => {
        const { id: poolId, candidateId } = c.req.valid('param')
        return c.json(await perform(app, c.get('actor'), work => returnToPool(work, { poolId, candidateId })), 201)
      },
    )
    .openapi(
      operation({
        method: 'get',
        path: '/talent-pools/{id}/members/{candidateId}/neighbours',
        scope: 'talentPools:read',
        summary: 'Who stands before and after somebody in a talent pool',
        tags,
        params: memberParams,
        query: z.object({ sort: poolSort }),
        answer: neighbours,
      }),
      async c => {
        const { id: poolId, candidateId } = c.req.valid('param')
        const place = { poolId, candidateId, ...c.req.valid('query') }
        return c.json(await look(app, c.get('actor'), tx => getPoolNeighbours(tx, c.get('actor'), place)), 200)
      },
    )
}
