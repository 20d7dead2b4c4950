import { z } from 'zod'
import { memberSchema } from './member-shape.ts'
import contracts from './seed/contracts.json' with { type: 'json' }
import members from './seed/members.json' with { type: 'json' }
import organizations from './seed/organizations.json' with { type: 'json' }
import parentApplication from './seed/parent-application.json' with { type: 'json' }
import projects from './seed/projects.json' with { type: 'json' }
import seats from './seed/seats.json' with { type: 'json' }
import type { Store } from './store.ts'

/** Everybody signs in to the sandbox with this one. */
export const SANDBOX_PASSWORD = 'sandbox'

const urn = (entity: string) => z.string().regex(new RegExp(`^urn:li:${entity}:\\w+$`), `a urn:li:${entity}:... value`)

const seedSchema = z.strictObject({
  parentApplication: z.strictObject({
    key: urn('developerApplication'),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    name: z.string().min(1),
  }),
  organizations: z.array(z.strictObject({ urn: urn('organization'), name: z.string().min(1) })),
  contracts: z.array(
    z.strictObject({ urn: urn('contract'), name: z.string().min(1), organization: urn('organization') }),
  ),
  members: z.array(memberSchema),
  seats: z.array(
    z.strictObject({
      seatId: z.number().int(),
      contract: urn('contract'),
      memberId: z.string(),
      state: z.enum(['ACTIVE', 'INACTIVE', 'INVITED', 'PARKED']),
      seatRoles: z.array(z.string()),
    }),
  ),
  projects: z.array(
    z.strictObject({
      projectId: z.string(),
      contract: urn('contract'),
      name: z.string().min(1),
      ownerMemberId: z.string(),
      collaborators: z.array(z.strictObject({ memberId: z.string(), access: z.enum(['full', 'pipeline', 'view']) })),
    }),
  ),
})

export type SeedData = z.input<typeof seedSchema>
export type Seed = z.output<typeof seedSchema>

/** The world of `sandbox/src/seed/*.json`, with whole lists replaced where the caller brings his own. */
export function readSeed(replacements: Partial<SeedData> = {}): Seed {
  const written = { parentApplication, organizations, contracts, members, seats, projects }
  return seedSchema.parse({ ...written, ...replacements })
}

export function plantSeed(store: Store, seed: Seed, now: number): void {
  for (const organization of seed.organizations) store.organizations.put(organization)
  for (const contract of seed.contracts) store.contracts.put(contract)
  for (const member of seed.members) store.members.put(member)
  for (const seat of seed.seats) store.seats.put(seat)
  for (const project of seed.projects) store.projects.put({ ...project, createdAt: now })
  store.applications.put({
    ...seed.parentApplication,
    kind: 'parent',
    uniqueForeignId: '',
    description: 'The application of the ATS maker. It provisions customer applications and does nothing else.',
    oauth2AuthorizedCallbackUrls: [],
    validJsSdkDomains: [],
    createdAt: now,
  })
}
