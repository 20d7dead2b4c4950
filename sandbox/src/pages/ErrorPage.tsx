/** @jsxImportSource hono/jsx */
import { Layout } from './Layout.tsx'
import type { Visit } from './visit.ts'

export interface ErrorPageProps {
  readonly visit: Visit
  readonly kind: 'notFound' | 'notPossible' | 'failed' | 'refused'
  readonly detail?: string | undefined
  readonly reference?: string | undefined
}

export function ErrorPage({ visit, kind, detail, reference }: ErrorPageProps) {
  const words = visit.words.error
  return (
    <Layout visit={visit} title={words[`${kind}Title`]}>
      <section class="card sheet narrow error">
        <h1>{words[`${kind}Title`]}</h1>
        <p class="text-2">{words[`${kind}Lead`]}</p>
        {detail !== undefined && <p>{detail}</p>}
        {reference !== undefined && <p class="small text-3">{`${words.reference}: ${reference}`}</p>}
        <div class="pair">
          <a class="button filled" href="/talent/home">
            {words.home}
          </a>
        </div>
      </section>
    </Layout>
  )
}
