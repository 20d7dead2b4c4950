import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { faultSchema } from '../faults.ts'
import type { Sandbox } from '../sandbox.ts'
import { answersWith, takesJson } from './answers.ts'

export function addFaultRoutes(control: OpenAPIHono, sandbox: Sandbox): void {
  const add = createRoute({
    method: 'post',
    path: '/faults',
    summary: 'Let calls or pushes go wrong from now on',
    request: takesJson(faultSchema),
    responses: answersWith(z.object({ faultId: z.number().int() }), 'In force'),
  })
  control.openapi(add, c => c.json(sandbox.faults.add(c.req.valid('json')), 200))

  const list = createRoute({
    method: 'get',
    path: '/faults',
    summary: 'The faults in force and how often each has struck',
    responses: answersWith(
      z.object({ faults: z.array(z.record(z.string(), z.union([z.string(), z.number()]))) }),
      'Faults',
    ),
  })
  control.openapi(list, c => c.json({ faults: sandbox.faults.list().map(listGivenFields) }, 200))

  const remove = createRoute({
    method: 'delete',
    path: '/faults',
    summary: 'Everything works again',
    responses: answersWith(z.object({ faults: z.array(z.unknown()) }), 'None left'),
  })
  control.openapi(remove, c => {
    sandbox.faults.clear()
    return c.json({ faults: [] }, 200)
  })
}

function listGivenFields(
  fault: Readonly<Record<string, string | number | undefined>>,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(fault).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
