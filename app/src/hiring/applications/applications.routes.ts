import { z } from 'zod'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { getApplication } from './applications.queries.ts'
import { addedApplication, application, board, newApplication, newStageMove, stageMove } from './applications.shapes.ts'
import { addByHand, markOpened } from './applications.ts'
import { getBoard } from './board.queries.ts'
import { moveToStage } from './stage-moves.ts'
import { undoMove } from './undo-move.ts'

const tags = ['Applications']
const params = z.object({ id: z.string() })

export function applicationsRoutes(app: App) {
  return createRouter()
    .openapi(
      operation({
        method: 'get',
        path: '/jobs/{id}/board',
        scope: 'applications:read',
        summary: 'All cards of a job, stage by stage',
        tags,
        params,
        answer: board,
      }),
      async c =>
        c.json(await look(app, c.get('actor'), tx => getBoard(tx, c.get('actor'), c.req.valid('param').id)), 200),
    )
    .openapi(
      operation({
        method: 'post',
        path: '/jobs/{id}/applications',
        scope: 'applications:write',
        summary: 'Add a person to a job by hand',
        description: 'Whoever is on the job already keeps his place; the answer says so.',
        tags,
        params,
        body: newApplication,
        answer: addedApplication,
        status: 201,
      }),
      async c =>
        c.json(
          await perform(app, c.get('actor'), work => addByHand(work, c.req.valid('param').id, c.req.valid('json'))),
          201,
        ),
    )
    .openapi(
      operation({
        method: 'get',
        path: '/applications/{id}',
        scope: 'applications:read',
        summary: 'Read an application',
        tags,
        params,
        answer: application,
      }),
      async c =>
        c.json(await look(app, c.get('actor'), tx => getApplication(tx, c.get('actor'), c.req.valid('param').id)), 200),
    )
    .openapi(
      operation({
        method: 'put',
        path: '/applications/{id}/opened',
        summary: 'Say that you have seen an application',
        tags,
        params,
      }),
      async c => {
        await perform(app, c.get('actor'), work => markOpened(work, c.req.valid('param').id))
        return c.body(null, 204)
      },
    )
    .openapi(
      operation({
        method: 'post',
        path: '/applications/{id}/stage-moves',
        scope: 'applications:write',
        summary: 'Move a person to another stage',
        description: 'Give fromStageId, the stage you saw, so that a stale screen is told instead of moving twice.',
        tags,
        params,
        body: newStageMove,
        answer: stageMove,
        status: 201,
      }),
      async c =>
        c.json(
          await perform(app, c.get('actor'), work => moveToStage(work, c.req.valid('param').id, c.req.valid('json'))),
          201,
        ),
    )
    .openapi(
      operation({
        method: 'post',
        path: '/stage-moves/{id}/reversal',
        scope: 'applications:write',
        summary: 'Undo your own newest move',
        description: 'For 60 seconds, as if the card had never moved.',
        tags,
        params,
        answer: stageMove,
        status: 201,
      }),
      async c => c.json(await perform(app, c.get('actor'), work => undoMove(work, c.req.valid('param').id)), 201),
    )
}
