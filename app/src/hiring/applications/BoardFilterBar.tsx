import { Button, Menu, SegmentedControl } from '@mantine/core'
import { IconArrowsSort, IconLayoutKanban, IconPlus, IconTable, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sources } from '../candidates/candidates.shapes.ts'
import { SearchField } from '../search/SearchField.tsx'
import { type BoardFilter, sorts } from './board-filter.tsx'
import classes from './board-filter-bar.module.css'

interface BoardFilterBarProps {
  filter: BoardFilter
  unseenCount: number
  onChange: (part: { filter?: string; source?: string; unseen?: string; sort?: string; view?: string }) => void
}

/** Narrows and orders the cards. What is chosen shows on the button that chose it. */
export function BoardFilterBar({ filter, unseenCount, onChange }: BoardFilterBarProps) {
  const { t } = useTranslation('applications')
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
