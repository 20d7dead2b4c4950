import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useListKeys } from '../../ui/list-keys.tsx'
import { MoreButton } from '../../ui/MoreButton.tsx'
import { MergeLine } from './MergeLine.tsx'
import classes from './match-desk.module.css'
import type { Merge } from './match-desk.shapes.ts'
import { mergesQuery } from './match-desk-queries.tsx'

/** What can be undone, the newest first. */
export function Merges() {
  const { t } = useTranslation('match-desk')
  const merges = useInfiniteQuery(mergesQuery())
  return (
    <>
      <Loaded query={merges} failed={t('mergesFailed')} loading={<Loading rows={4} rowHeight={64} />}>
        {data => {
          const list = data.pages.flatMap(page => page.data)
          if (list.length > 0) return <List merges={list} />
          return <EmptyState title={t('none.merged')} why={t('noneWhy.merged')} />
        }}
      </Loaded>
      <MoreButton query={merges}>{t('moreMerges')}</MoreButton>
    </>
  )
}

function List({ merges }: { merges: readonly Merge[] }) {
  useListKeys(merges.length)
  return (
    <ul className={classes.merges}>
      {merges.map((merge, index) => (
        <li key={merge.id} data-index={index} className={classes.merge}>
          <Link to="/candidates/$candidateId" params={{ candidateId: merge.keptId }}>
            {merge.keptName}
          </Link>
          <MergeLine merge={merge} />
        </li>
      ))}
    </ul>
  )
}
