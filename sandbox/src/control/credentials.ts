import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { fullNameOf } from '../behaviours/members.ts'
import type { Member } from '../member-shape.ts'
import type { Sandbox } from '../sandbox.ts'
import { SANDBOX_PASSWORD } from '../seed.ts'
import { answersWith } from './answers.ts'

const credentialsSchema = z
  .object({
    parentApplication: z.object({ clientId: z.string(), clientSecret: z.string() }),
    people: z.array(
      z.object({
        name: z.string(),
        email: z.string(),
        password: z.string(),
        memberId: z.string(),
        seats: z.array(z.object({ seat: z.string(), contract: z.string(), roles: z.array(z.string()) })),
      }),
    ),
    organizations: z.array(z.object({ urn: z.string(), name: z.string() })),
    contracts: z.array(z.object({ urn: z.string(), name: z.string(), organization: z.string() })),
  })
  .openapi('Credentials')

export function addCredentialsRoutes(control: OpenAPIHono, sandbox: Sandbox): void {
  const route = createRoute({
    method: 'get',
    path: '/credentials',
    summary: 'The parent application, the people to sign in as, organizations and contracts',
    responses: answersWith(credentialsSchema, 'Invented, for development only'),
  })
  control.openapi(route, c => c.json(readCredentials(sandbox), 200))
}

export function readCredentials({ store, seed }: Sandbox): z.infer<typeof credentialsSchema> {
  const { clientId, clientSecret } = seed.parentApplication
  return {
    parentApplication: { clientId, clientSecret },
    people: store.members.list(member => member.closedAt === null).map(member => describePerson(store, member)),
    organizations: store.organizations.list().map(({ urn, name }) => ({ urn, name })),
    contracts: store.contracts.list().map(({ urn, name, organization }) => ({ urn, name, organization })),
  }
}

function describePerson(store: Sandbox['store'], member: Member) {
  const seats = store.seats.list(seat => seat.memberId === member.memberId && seat.state === 'ACTIVE')
  return {
    name: fullNameOf(member),
    email: member.signInEmail,
    password: SANDBOX_PASSWORD,
    memberId: member.memberId,
    seats: seats.map(seat => ({
      seat: `urn:li:seat:${seat.seatId}`,
      contract: seat.contract,
      roles: [...seat.seatRoles],
    })),
  }
}
