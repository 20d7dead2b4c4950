import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { putMember } from '../behaviours/members.ts'
import { memberSchema } from '../member-shape.ts'
import type { Sandbox } from '../sandbox.ts'
import { answersWith, takesJson } from './answers.ts'

const changeSchema = z.looseObject({ memberId: z.string().min(1) }).openapi('MemberChange', {
  description:
    'Fields of a member. Of somebody who exists only the given ones change; a new member needs all required fields. closedAt closes the account, hiddenOutsideLinkedIn makes it not exportable.',
})

export function addMemberRoutes(control: OpenAPIHono, sandbox: Sandbox): void {
  const route = createRoute({
    method: 'post',
    path: '/members',
    summary: 'Add a member or change one',
    request: takesJson(changeSchema),
    responses: answersWith(memberSchema, 'The member as he is now'),
  })
  control.openapi(route, c => c.json(putMember(sandbox, c.req.valid('json')), 200))
}
