import { Button } from '@mantine/core'
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { focusRow, useListKeys } from '../../ui/list-keys.tsx'
import { MoreButton } from '../../ui/MoreButton.tsx'
import { Time } from '../../ui/Time.tsx'
import classes from './closed-list.module.css'
import type { ClosedAs, ClosedListItem } from './closings.shapes.ts'
import type { Person } from './useClosings.tsx'

interface ClosedListProps {
  jobId: string
  as: ClosedAs
  /** Absent: nobody is brought back here by this person. */
  onReopen: ((person: Person, stage: string) => Promise<boolean>) | undefined
}

/** Who was rejected, has withdrawn, or was closed with the job: with the reason, the last one first. */
export function ClosedList({ jobId, as, onReopen }: ClosedListProps) {
  const { t } = useTranslation('closings')
  const closed = useInfiniteQuery(closedQuery(jobId, as))
  return (
    <Loaded query={closed} failed={t('list.failed')} loading={<Loading rows={6} rowHeight={53} />}>
      {({ pages }) => (
        <>
          <ClosedTable as={as} rows={pages.flatMap(page => page.data)} onReopen={onReopen} />
          <MoreButton query={closed}>{t('list.more')}</MoreButton>
        </>
      )}
    </Loaded>
  )
}

// Under its job: whatever happens there makes it old.
function closedQuery(jobId: string, as: ClosedAs) {
  return infiniteQueryOptions({
    queryKey: ['job', jobId, 'closed', as],
    queryFn: ({ pageParam }) =>
      answer(
        api.jobs[':id']['closed-applications'].$get({
          param: { id: jobId },
          query: { as, limit: 50, ...(pageParam && { next: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

interface ClosedTableProps extends Pick<ClosedListProps, 'as' | 'onReopen'> {
  rows: readonly ClosedListItem[]
}

function ClosedTable({ as, rows, onReopen }: ClosedTableProps) {
  const { t } = useTranslation('closings')
  useListKeys(rows.length)
  if (rows.length === 0) return <EmptyState title={t('list.none')} why={t('list.noneWhy')} />
  const reopen = async ({ id, name, stageName }: ClosedListItem, index: number) => {
    const isBack = await onReopen?.({ id, name }, stageName)
    // The next one comes into his place.
    if (isBack) focusRow(Math.min(index, rows.length - 2))
  }
  return (
    <table className={classes.table} aria-label={t('list.name', { as: t(`as.${as}`) })}>
      <thead>
        <tr>
          <th scope="col">{t('list.person')}</th>
          <th scope="col" data-column="stage">
            {t('list.stage')}
          </th>
          <th scope="col">{t('list.reason')}</th>
          <th scope="col" data-column="by">
            {t('list.by')}
          </th>
          <th scope="col">{t('list.when')}</th>
          {onReopen ? (
            <th scope="col" className={classes.action}>
              <span className="visually-hidden">{t('list.action')}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Row key={row.id} row={row} index={index} onReopen={onReopen && (() => reopen(row, index))} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  row: ClosedListItem
  index: number
  onReopen: (() => void) | undefined
}

function Row({ row, index, onReopen }: RowProps) {
  const { t } = useTranslation('closings')
  return (
    <tr data-index={index}>
      <th scope="row">
        <Link to="/applications/$applicationId" params={{ applicationId: row.id }} className={classes.name}>
          {row.name}
        </Link>
        <span className={classes.second}>{row.headline}</span>
      </th>
      <td data-column="stage">{row.stageName}</td>
      <td>
        <span className={classes.reason}>{t(`reason.${row.reason}`)}</span>
        <span className={classes.second}>{row.comment}</span>
      </td>
      <td data-column="by">{row.closedBy}</td>
      <td className={classes.when}>
        <Time at={row.closedAt} as="day" />
      </td>
      {onReopen ? (
        <td className={classes.action}>
          <Button variant="default" size="xs" aria-label={t('reopenNamed', { name: row.name })} onClick={onReopen}>
            {t('reopen')}
          </Button>
        </td>
      ) : null}
    </tr>
  )
}
