import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { createRouter } from '../../platform/http/router.ts'
import type { Work } from '../../platform/work.ts'
import { perform } from '../../platform/work.ts'
import { addToHiringTeam, changeTeamRole, removeFromHiringTeam } from './hiring-team.ts'
import { getJob } from './jobs.queries.ts'
import { newTeamMember, teamMember, teamMemberChange } from './jobs.shapes.ts'

const tags = ['Hiring teams']
const team = z.object({ data: z.array(teamMember) })
const memberParams = z.object({ id: z.string(), userId: z.string() })

export function hiringTeamRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'post',
        path: '/jobs/{id}/hiring-team',
        scope: 'jobs:write',
        summary: 'Add somebody to the hiring team',
        description: 'The answer is the whole team.',
        tags,
        params: z.object({ id: z.string() }),
        body: newTeamMember,
        answer: team,
        status: 201,
      }),
      async c =>
        c.json(
          await perform(app, c.get('actor'), async work => {
            await addToHiringTeam(work, c.req.valid('param').id, c.req.valid('json'))
            return teamOf(work, c.req.valid('param').id)
          }),
          201,
        ),
    )
    .openapi(
      operation({
        method: 'patch',
        path: '/jobs/{id}/hiring-team/{userId}',
        scope: 'jobs:write',
        summary: 'Change the role of somebody on the hiring team',
        description: 'The answer is the whole team: who stops leading loses his delegates.',
        tags,
        params: memberParams,
        body: teamMemberChange,
        answer: team,
      }),
      async c =>
        c.json(
          await perform(app, c.get('actor'), async work => {
            const { id, userId } = c.req.valid('param')
            await changeTeamRole(work, id, { userId, ...c.req.valid('json') })
            return teamOf(work, id)
          }),
          200,
        ),
    )
    .openapi(
      operation({
        method: 'delete',
        path: '/jobs/{id}/hiring-team/{userId}',
        scope: 'jobs:write',
        summary: 'Remove somebody from the hiring team',
        description: 'His delegates leave with him.',
        tags,
        params: memberParams,
      }),
      async c => {
        const { id, userId } = c.req.valid('param')
        await perform(app, c.get('actor'), work => removeFromHiringTeam(work, id, userId))
        return c.body(null, 204)
      },
    )
}

async function teamOf(work: Work, jobId: string): Promise<z.infer<typeof team>> {
  return { data: (await getJob(work.tx, work.actor, jobId)).team }
}
