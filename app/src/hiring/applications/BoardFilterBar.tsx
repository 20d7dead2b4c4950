import { Button, Menu, SegmentedControl } from '@mantine/core'
import { IconArrowsSort, IconLayoutKanban, IconPlus, IconTable, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sources } from '../candidates/candidates.shapes.ts'
import { SearchField } from '../search/SearchField.tsx'
import type { Board } from './applications.shapes.ts'
import { type BoardFilter, type BoardSearch, sorts } from './board-filter.tsx'
import classes from './board-filter-bar.module.css'
import { ClosedFilter } from './ClosedFilter.tsx'

interface BoardFilterBarProps {
  filter: BoardFilter
  /** Undefined: not loaded yet. */
  board: Board | undefined
  onChange: (part: BoardSearch) => void
}

/** Narrows and orders the cards. What is chosen shows on the button that chose it. */
export function BoardFilterBar({ filter, board, onChange }: BoardFilterBarProps) {
  const { t } = useTranslation('applications')
  const closed = (
    <ClosedFilter counts={board?.closedCounts} chosen={filter.closed} onChange={as => onChange({ closed: as })} />
  )
  // The rest is about cards, and these are on none.
  if (filter.closed) {
    return (
      <search className={classes.bar} aria-label={t('filter.name')}>
        {closed}
      </search>
    )
  }
  const unseenCount = board?.notOpenedCount ?? 0
  return (
    <search className={classes.bar} aria-label={t('filter.name')}>
      <div className={classes.view}>
        <SegmentedControl
          aria-label={t('view.label')}
          value={filter.view}
          onChange={view => onChange({ view: view === 'table' ? view : '' })}
          data={[
            { value: 'board', label: <ViewLabel icon={<IconLayoutKanban size={15} />}>{t('view.board')}</ViewLabel> },
            { value: 'table', label: <ViewLabel icon={<IconTable size={15} />}>{t('view.table')}</ViewLabel> },
          ]}
        />
      </div>
      <SearchField
        label={t('filter.text')}
        className={classes.text}
        value={filter.text}
        onSearch={text => onChange({ filter: text })}
      />
      <SourceFilter filter={filter} onChange={onChange} />
      {closed}
      <div className={classes.end}>
        {unseenCount > 0 || filter.onlyUnseen ? (
          <button
            type="button"
            className={classes.unseen}
            aria-pressed={filter.onlyUnseen}
            onClick={() => onChange({ unseen: filter.onlyUnseen ? '' : 'only' })}
          >
            {t('filter.unseen', { count: unseenCount })}
          </button>
        ) : null}
        <SortMenu filter={filter} onChange={onChange} />
      </div>
    </search>
  )
}

function ViewLabel({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className={classes.viewLabel}>
      {icon}
      {children}
    </span>
  )
}

type PartProps = Pick<BoardFilterBarProps, 'filter' | 'onChange'>

function SourceFilter({ filter, onChange }: PartProps) {
  const { t } = useTranslation(['applications', 'candidates'])
  if (filter.source) {
    const source = t(`candidates:source.${filter.source}`)
    return (
      <Button
        variant="default"
        className={classes.chosen ?? ''}
        rightSection={<IconX size={14} aria-hidden />}
        aria-label={t('applications:filter.sourceClear', { source })}
        onClick={() => onChange({ source: '' })}
      >
        {source}
      </Button>
    )
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" className={classes.add ?? ''} leftSection={<IconPlus size={14} aria-hidden />}>
          {t('applications:filter.source')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {sources.map(source => (
          <Menu.Item key={source} onClick={() => onChange({ source })}>
            {t(`candidates:source.${source}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function SortMenu({ filter, onChange }: PartProps) {
  const { t } = useTranslation('applications')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes.sort ?? ''}
          leftSection={<IconArrowsSort size={15} aria-hidden />}
          aria-label={t('filter.sortNamed', { sort: t(`filter.sort.${filter.sort}`) })}
        >
          {t(`filter.sort.${filter.sort}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={filter.sort} onChange={sort => onChange({ sort: sort === 'newest' ? '' : sort })}>
          {sorts.map(sort => (
            <Menu.RadioItem key={sort} value={sort}>
              {t(`filter.sort.${sort}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
