/** @jsxImportSource hono/jsx */
import { fullNameOf } from '../behaviours/members.ts'
import type { Member } from '../member-shape.ts'
import { Icon } from './Icon.tsx'
import { Layout } from './Layout.tsx'
import type { Visit } from './visit.ts'

export interface SeatGiver {
  readonly organization: string
  readonly names: string
}

export interface NoSeatPageProps {
  readonly visit: Visit
  readonly member: Member
  readonly givers: readonly SeatGiver[]
}

export function NoSeatPage({ visit, member, givers }: NoSeatPageProps) {
  const words = visit.words.noSeat
  return (
    <Layout visit={visit} title={words.title}>
      <section class="card sheet narrow">
        <h1>{words.title}</h1>
        <p class="text-2">{words.lead(fullNameOf(member))}</p>
        {givers.map(giver => (
          <p class="note">
            <Icon name="info" />
            {words.who(giver.organization, giver.names)}
          </p>
        ))}
        <form method="post" action="/talent/sign-out">
          <button class="button filled wide" type="submit">
            {words.switchAccount}
          </button>
        </form>
      </section>
    </Layout>
  )
}
