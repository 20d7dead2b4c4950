import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { LinkLikeButton } from '../../ui/links.tsx'
import { nameOf } from '../candidates/candidate-query.tsx'
import type { Candidate } from '../candidates/candidates.shapes.ts'
import { AddToPoolDialog } from './AddToPoolDialog.tsx'
import classes from './candidate-pools.module.css'

/** The pools that somebody is in, as far as one may see them, and the way into another. */
export function CandidatePools({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('talent-pools')
  const session = useSession()
  const [adding, setAdding] = useState(false)
  const maySee = session.user.roles.length > 0
  const pools = useQuery({
    queryKey: ['talentPools', 'of', candidate.id],
    queryFn: () => answer(api['talent-pools'].$get({ query: { candidateId: candidate.id, limit: 100 } })),
    enabled: maySee,
  })
  if (!maySee) return null
  const list = pools.data?.data ?? []
  return (
    <section className={classes.pools}>
      <h2>{t('title')}</h2>
      {pools.error ? <p className={classes.none}>{t('failed')}</p> : null}
      {pools.data && list.length === 0 ? <p className={classes.none}>{t('inNone')}</p> : null}
      <ul className={classes.list}>
        {list.map(pool => (
          <li key={pool.id}>
            <Link to="/talent-pools/$poolId" params={{ poolId: pool.id }}>
              {pool.name}
            </Link>
          </li>
        ))}
      </ul>
      {hasRole(session, 'administrator', 'recruiter', 'hiring_manager') ? (
        <LinkLikeButton aria-haspopup="dialog" onClick={() => setAdding(true)}>
          {t('addTo.button')}
        </LinkLikeButton>
      ) : null}
      {adding ? (
        <AddToPoolDialog whom={nameOf(candidate)} candidateIds={[candidate.id]} onClose={() => setAdding(false)} />
      ) : null}
    </section>
  )
}
