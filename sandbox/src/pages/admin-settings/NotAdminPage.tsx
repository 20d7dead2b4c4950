/** @jsxImportSource hono/jsx */
import { fullNameOf } from '../../behaviours/members.ts'
import { Icon } from '../Icon.tsx'
import { Layout } from '../Layout.tsx'
import type { SeatGiver } from '../NoSeatPage.tsx'
import type { RecruiterVisit } from '../visit.ts'

export interface NotAdminPageProps {
  readonly visit: RecruiterVisit
  readonly admins: readonly SeatGiver[]
}

export function NotAdminPage({ visit, admins }: NotAdminPageProps) {
  const words = visit.words.admin
  return (
    <Layout visit={visit} title={words.notAdminTitle}>
      <section class="card sheet narrow">
        <h1>{words.notAdminTitle}</h1>
        <p class="text-2">{words.notAdminLead(fullNameOf(visit.member))}</p>
        {admins.map(({ organization, names }) => (
          <p class="note">
            <Icon name="info" />
            {words.askAdmin(organization, names)}
          </p>
        ))}
        <a class="button filled wide" href="/talent/home">
          {visit.words.error.home}
        </a>
      </section>
    </Layout>
  )
}
