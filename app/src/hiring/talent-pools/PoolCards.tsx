import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../platform/auth/use-session.tsx'
import { Initials } from '../../ui/Initials.tsx'
import { useListKeys } from '../../ui/list-keys.tsx'
import { PoolMenu } from './PoolMenu.tsx'
import classes from './talent-pools.module.css'
import type { TalentPool } from './talent-pools.shapes.ts'

export function PoolCards({ pools }: { pools: readonly TalentPool[] }) {
  const { t } = useTranslation('talent-pools')
  useListKeys(pools.length)
  return (
    <ul className={classes.cards} aria-label={t('title')}>
      {pools.map((pool, index) => (
        <li key={pool.id} className={classes.card} data-index={index}>
          <div className={classes.head}>
            <h2>
              <Link to="/talent-pools/$poolId" params={{ poolId: pool.id }} className={classes.name}>
                {pool.name}
              </Link>
            </h2>
            <PoolMenu pool={pool} />
          </div>
          <MemberCount count={pool.memberCount} />
          <Owner pool={pool} />
        </li>
      ))}
    </ul>
  )
}

function MemberCount({ count }: { count: number }) {
  const { t, i18n } = useTranslation('talent-pools')
  const number = new Intl.NumberFormat(i18n.language).format(count)
  return <p className={classes.count}>{t('people', { count, number })}</p>
}

function Owner({ pool: { owner } }: { pool: TalentPool }) {
  const { t } = useTranslation('talent-pools')
  const { user } = useSession()
  if (!owner) return null
  const isOwn = owner.id === user.id
  return (
    <p className={classes.owner}>
      <Initials name={owner.name} size={20} own={isOwn} />
      {isOwn ? t('yours') : t('ownedBy', { name: owner.name })}
    </p>
  )
}
