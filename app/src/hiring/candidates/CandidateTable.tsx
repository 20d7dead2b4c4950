import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusRow, useListKeys } from '../../ui/list-keys.tsx'
import { Time } from '../../ui/Time.tsx'
import { Marked } from '../search/Marked.tsx'
import type { Sought } from '../search/sought-words.tsx'
import type { Column } from './candidate-list.tsx'
import { nameOf } from './candidate-query.tsx'
import classes from './candidates.module.css'
import type { CandidateListItem } from './candidates.shapes.ts'
import { type ListSearch, listSearch } from './list-search.tsx'
import { SelectAll, type Selection, SelectOne } from './selection.tsx'

const ROW_HEIGHT = 53
/** So many rows before the end the next ones are asked for. */
const AHEAD = 20

interface CandidateTableProps {
  candidates: readonly CandidateListItem[]
  columns: readonly Column[]
  /** The list that each candidate is opened from. */
  search: ListSearch
  /** Marked where they stand. */
  sought: readonly Sought[]
  /** Absent: nothing can be done with several people at once. */
  selection: Selection | undefined
  /** Absent: these are all. */
  onNearEnd: (() => void) | undefined
}

/** Only the rows in sight are drawn; the page itself scrolls. */
export function CandidateTable({ candidates, columns, search, sought, selection, onNearEnd }: CandidateTableProps) {
  const { t } = useTranslation('candidates')
  const { body, top } = useDistanceFromTop()
  const virtual = useVirtualizer({
    count: candidates.length,
    getScrollElement: () => document.getElementById('main'),
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollMargin: top,
  })
  useListKeys(candidates.length, index => {
    virtual.scrollToIndex(index)
    focusRow(index)
  })
  const drawn = virtual.getVirtualItems()
  const last = drawn.at(-1)
  const isNearEnd = last !== undefined && last.index >= candidates.length - AHEAD
  useEffect(() => {
    if (isNearEnd) onNearEnd?.()
  }, [isNearEnd, onNearEnd])
  const shown = columns.filter(name => name !== 'headline')
  const width = shown.length + (selection ? 2 : 1)
  return (
    <table className={classes.table} aria-label={t('title')} aria-rowcount={onNearEnd ? -1 : candidates.length + 1}>
      <thead>
        <tr>
          {selection ? <SelectAll candidates={candidates} selection={selection} /> : null}
          <th scope="col">{t('column.name')}</th>
          {shown.map(name => (
            <th key={name} scope="col" data-column={name}>
              {t(`column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        <Gap height={(drawn[0]?.start ?? top) - top} columns={width} />
        {drawn.map(({ index }) => {
          const candidate = candidates[index]
          if (!candidate) return null
          return (
            <Row
              key={candidate.id}
              candidate={candidate}
              columns={columns}
              search={search}
              sought={sought}
              selection={selection}
              index={index}
            />
          )
        })}
        <Gap height={virtual.getTotalSize() - ((last?.end ?? top) - top)} columns={width} />
      </tbody>
    </table>
  )
}

type RowProps = Omit<CandidateTableProps, 'candidates' | 'onNearEnd'> & { candidate: CandidateListItem; index: number }

function Row({ candidate, columns, search, sought, selection, index }: RowProps) {
  return (
    <tr data-index={index} aria-rowindex={index + 2}>
      {selection ? <SelectOne candidate={candidate} selection={selection} /> : null}
      <th scope="row">
        <Link
          to="/candidates/$candidateId"
          params={{ candidateId: candidate.id }}
          search={{ ...listSearch(search), from: 'list' }}
          className={classes.name}
        >
          <Marked text={nameOf(candidate)} sought={sought} />
        </Link>
        {columns.includes('headline') ? (
          <span className={classes.second}>
            <Marked text={candidate.headline} sought={sought} />
          </span>
        ) : null}
      </th>
      {columns
        .filter(name => name !== 'headline')
        .map(name => (
          <td key={name} data-column={name}>
            {cells[name](candidate, text => (
              <Marked text={text} sought={sought} />
            ))}
          </td>
        ))}
    </tr>
  )
}

type Mark = (text: string | null) => ReactNode

const cells: Record<Column, (candidate: CandidateListItem, mark: Mark) => ReactNode> = {
  headline: (candidate, mark) => mark(candidate.headline),
  title: (candidate, mark) => mark(candidate.currentTitle),
  company: (candidate, mark) => mark(candidate.currentCompany),
  location: (candidate, mark) => mark(candidate.location),
  email: (candidate, mark) => mark(candidate.email),
  skills: (candidate, mark) => <Skills skills={candidate.skills} mark={mark} />,
  applications: candidate => <span data-none={candidate.applicationCount === 0}>{candidate.applicationCount}</span>,
  added: candidate => <Time at={candidate.createdAt} as="day" />,
}

function Skills({ skills, mark }: { skills: readonly string[]; mark: Mark }) {
  const { i18n } = useTranslation()
  const list = new Intl.ListFormat(i18n.language, { type: 'unit', style: 'short' })
  return mark(skills.length > 4 ? `${list.format(skills.slice(0, 3))} +${skills.length - 3}` : list.format(skills))
}

/** Takes the place of the rows out of sight. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden>
      <td colSpan={columns} className={classes.gap} style={{ height }} />
    </tr>
  )
}

/** How far down the work area the rows begin: notes above them come and go. */
function useDistanceFromTop() {
  const body = useRef<HTMLTableSectionElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const rows = body.current
    const area = document.getElementById('main')
    if (!rows || !area) return
    const measure = () =>
      setTop(Math.round(rows.getBoundingClientRect().top - area.getBoundingClientRect().top + area.scrollTop))
    measure()
    const observer = new ResizeObserver(measure)
    for (const above of rows.closest('table')?.parentElement?.children ?? []) observer.observe(above)
    return () => observer.disconnect()
  }, [])
  return { body, top }
}
