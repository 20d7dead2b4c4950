/** @jsxImportSource hono/jsx */
import { fullNameOf } from '../behaviours/members.ts'
import type { Member } from '../member-shape.ts'
import { Icon } from './Icon.tsx'
import { Layout } from './Layout.tsx'
import { initialsOf } from './names.ts'
import type { Visit } from './visit.ts'

export interface ConsentPageProps {
  readonly visit: Visit
  readonly member: Member
  readonly application: string
  readonly scopes: readonly string[]
  readonly returnHost: string
}

export function ConsentPage({ visit, member, application, scopes, returnHost }: ConsentPageProps) {
  const words = visit.words.consent
  return (
    <Layout visit={visit} title={words.title(application)}>
      <section class="card sheet narrow consent">
        <h1>{words.title(application)}</h1>
        <p>{words.wants(application)}</p>
        <ul class="wishes">
          {scopes.map(scope => (
            <li>
              <span class="wish-icon">
                <Icon name="check" />
              </span>
              {words.wishes[scope] ?? scope}
            </li>
          ))}
          <li class="text-2 not-wished">
            <span class="wish-icon">
              <Icon name="blocked" />
            </span>
            {words.not}
          </li>
        </ul>
        <SignedIn visit={visit} member={member} />
        <form method="post" action={visit.address}>
          <div class="pair">
            <button class="button" type="submit" name="answer" value="cancel">
              {words.cancel}
            </button>
            <button class="button filled" type="submit" name="answer" value="allow">
              {words.allow}
            </button>
          </div>
        </form>
        <p class="small text-3 after">{words.returnTo(returnHost)}</p>
      </section>
    </Layout>
  )
}

function SignedIn({ visit, member }: { visit: Visit; member: Member }) {
  const words = visit.words.consent
  return (
    <div class="consent-member">
      <span class="monogram" aria-hidden="true">
        {initialsOf(member)}
      </span>
      <p>
        <span class="small text-3 over">{words.as}</span>
        <strong>{fullNameOf(member)}</strong>
      </p>
      <form method="post" action={`/talent/sign-out?${new URLSearchParams({ return: visit.address })}`}>
        <button class="link-button" type="submit">
          {words.notYou}
        </button>
      </form>
    </div>
  )
}

export interface ConsentProblemPageProps {
  readonly visit: Visit
  readonly problem: string
}

export function ConsentProblemPage({ visit, problem }: ConsentProblemPageProps) {
  const words = visit.words.consent
  return (
    <Layout visit={visit} title={words.wrongTitle}>
      <section class="card sheet narrow consent">
        <h1>{words.wrongTitle}</h1>
        <p class="text-2">{words.wrongLead}</p>
        <p class="note bad" role="alert">
          <Icon name="blocked" />
          <span>
            <strong>{`${words.whatHappened}: `}</strong>
            <span lang="en">{problem}</span>
          </span>
        </p>
        <p>
          <strong>{`${words.next}: `}</strong>
          {words.nextText}
        </p>
      </section>
    </Layout>
  )
}
