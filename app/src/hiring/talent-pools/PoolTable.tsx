import { ActionIcon } from '@mantine/core'
import { IconUserMinus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { focusRow, useListKeys } from '../../ui/list-keys.tsx'
import { Time } from '../../ui/Time.tsx'
import { nameOf } from '../candidates/candidate-query.tsx'
import classes from './pool-table.module.css'
import { RefusedMember } from './RefusedMember.tsx'
import type { PoolMember, PoolSort, TalentPool } from './talent-pools.shapes.ts'
import { useMembers } from './useMembers.tsx'

interface PoolTableProps {
  pool: TalentPool
  members: readonly PoolMember[]
  sort: PoolSort
}

export function PoolTable({ pool, members, sort }: PoolTableProps) {
  const { t } = useTranslation('talent-pools')
  useListKeys(members.length)
  const changes = useMembers(pool)
  const mayRemove = pool.permissions.editMembers
  const remove = async (member: PoolMember, index: number) => {
    const isGone = await changes.remove(member)
    // The next one comes into its place.
    if (isGone) focusRow(Math.min(index, members.length - 2))
  }
  return (
    <>
      {changes.refused ? <RefusedMember {...changes.refused} onClose={changes.forget} /> : null}
      <table className={classes.table} aria-label={t('inPool', { name: pool.name })}>
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col" data-column="company">
              {t('column.company')}
            </th>
            <th scope="col" data-column="email">
              {t('column.email')}
            </th>
            <th scope="col" data-column="by">
              {t('column.by')}
            </th>
            <th scope="col" data-column="added">
              {t('column.added')}
            </th>
            {mayRemove ? (
              <th scope="col" className={classes.action}>
                <span className="visually-hidden">{t('remove.column')}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {members.map((member, index) => (
            <Row
              key={member.candidateId}
              {...{ member, index, poolId: pool.id, sort }}
              onRemove={mayRemove ? () => remove(member, index) : undefined}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

interface RowProps {
  member: PoolMember
  index: number
  poolId: string
  sort: PoolSort
  onRemove: (() => void) | undefined
}

function Row({ member, index, poolId, sort, onRemove }: RowProps) {
  const { t } = useTranslation('talent-pools')
  const name = nameOf(member)
  return (
    <tr data-index={index}>
      <th scope="row">
        <Link
          to="/candidates/$candidateId"
          params={{ candidateId: member.candidateId }}
          search={{ from: poolId, ...(sort === 'added' ? {} : { sort }) }}
          className={classes.name}
        >
          {name}
        </Link>
        <span className={classes.second}>{member.headline}</span>
      </th>
      <td data-column="company">{member.currentCompany}</td>
      <td data-column="email">{member.email ?? <span className={classes.none}>{t('noEmail')}</span>}</td>
      <td data-column="by">{member.addedBy?.name}</td>
      <td data-column="added">
        <Time at={member.addedAt} as="day" />
      </td>
      {onRemove ? (
        <td className={classes.action}>
          <ActionIcon aria-label={t('remove.named', { name })} onClick={onRemove}>
            <IconUserMinus size={17} />
          </ActionIcon>
        </td>
      ) : null}
    </tr>
  )
}
