import { z } from 'zod'
import type { Companion } from '../../hiring/merging/merge-candidates.ts'
import type { App } from '../../platform/app.ts'
import { operation } from '../../platform/http/operation.ts'
import { linkHeader, pageOf } from '../../platform/http/paging.ts'
import { createRouter } from '../../platform/http/router.ts'
import { look, perform } from '../../platform/work.ts'
import { countDesk, listDoubts, listMerges } from './match-desk.queries.ts'
import {
  deskCounts,
  doubtFilter,
  doubtfulPair,
  merge,
  mergeFilter,
  newPairMerge,
  partedPair,
  settling,
} from './match-desk.shapes.ts'
import { mergePair, settlePair, unmergePair } from './match-desk.ts'

const tags = ['Match desk']

const getCounts = operation({
  method: 'get',
  path: '/match-desk',
  scope: 'candidates:read',
  summary: 'Count the pairs in doubt and the merges that can be undone',
  tags,
  answer: deskCounts,
})
const getDoubts = operation({
  method: 'get',
  path: '/match-desk/doubts',
  scope: 'candidates:read',
  summary: 'List pairs of candidates who may be one person, newest first',
  tags,
  query: doubtFilter,
  answer: pageOf(doubtfulPair),
})
const patchDoubt = operation({
  method: 'patch',
  path: '/match-desk/doubts/{oneId}/{otherId}',
  scope: 'candidates:write',
  summary: 'Say that two candidates are two people, or take that back',
  description: 'On the same evidence the pair is not asked about again.',
  tags,
  params: z.object({ oneId: z.string(), otherId: z.string() }),
  body: settling,
})
const getMerges = operation({
  method: 'get',
  path: '/match-desk/merges',
  scope: 'candidates:read',
  summary: 'List merges that can be undone, newest first',
  tags,
  query: mergeFilter,
  answer: pageOf(merge),
})
const postMerge = operation({
  method: 'post',
  path: '/match-desk/merges',
  scope: 'candidates:write',
  summary: 'Merge two candidates who are one person',
  description:
    'Everything of both goes on under keptId; the address of the other leads there. Where both are on one job, the application that has ' +
    'come further goes on, and the other waits until the merge is undone.',
  tags,
  body: newPairMerge,
  answer: z.object({ id: z.string() }),
  status: 201,
})
const postUndoing = operation({
  method: 'post',
  path: '/match-desk/merges/{id}/undoings',
  scope: 'candidates:write',
  summary: 'Undo a merge',
  description: 'Both candidates are there again as they were. What was changed since stays with the one who was kept.',
  tags,
  params: z.object({ id: z.string() }),
  answer: partedPair,
  status: 201,
})

/** `others`: what slices beside this one keep about candidates. */
export function matchDeskRoutes(app: App, others: readonly Companion[]) {
  return createRouter()
    .openapi(getCounts, async c => c.json(await look(app, c.get('actor'), tx => countDesk(tx, c.get('actor'))), 200))
    .openapi(getDoubts, async c => {
      const page = await look(app, c.get('actor'), tx => listDoubts(tx, c.get('actor'), c.req.valid('query')))
      linkHeader(c, page.next)
      return c.json(page, 200)
    })
    .openapi(patchDoubt, async c => {
      await perform(app, c.get('actor'), work => settlePair(work, { ...c.req.valid('param'), ...c.req.valid('json') }))
      return c.body(null, 204)
    })
    .openapi(getMerges, async c => {
      const page = await look(app, c.get('actor'), tx => listMerges(tx, c.get('actor'), c.req.valid('query')))
      linkHeader(c, page.next)
      return c.json(page, 200)
    })
    .openapi(postMerge, async c => {
      const id = await perform(app, c.get('actor'), work => mergePair(work, c.req.valid('json'), others))
      return c.json({ id }, 201)
    })
    .openapi(postUndoing, async c =>
      c.json(await perform(app, c.get('actor'), work => unmergePair(work, c.req.valid('param').id, others)), 201),
    )
}
