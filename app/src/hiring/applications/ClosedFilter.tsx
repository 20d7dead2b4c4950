import { Button, Menu } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Board } from './applications.shapes.ts'
import classes from './board-filter-bar.module.css'
import { type ClosedAs, closedAs } from './closings.shapes.ts'

interface ClosedFilterProps {
  counts: Board['closedCounts'] | undefined
  chosen: ClosedAs | undefined
  onChange: (chosen: ClosedAs | '') => void
}

/** Those out of the running are on no card; here they are found, and how many. */
export function ClosedFilter({ counts, chosen, onChange }: ClosedFilterProps) {
  const { t } = useTranslation('closings')
  const wordCount = (as: ClosedAs) => t('filter.count', { as: t(`as.${as}`), count: counts?.[as] ?? 0 })
  if (chosen) {
    return (
      <Button
        variant="default"
        className={classes.chosen ?? ''}
        rightSection={<IconX size={14} aria-hidden />}
        aria-label={t('filter.clear', { as: wordCount(chosen) })}
        onClick={() => onChange('')}
      >
        {wordCount(chosen)}
      </Button>
    )
  }
  const some = closedAs.filter(as => (counts?.[as] ?? 0) > 0)
  if (some.length === 0) return null
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" className={classes.closed ?? ''}>
          {t('filter.count', { as: t('filter.name'), count: some.reduce((sum, as) => sum + (counts?.[as] ?? 0), 0) })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {some.map(as => (
          <Menu.Item key={as} onClick={() => onChange(as)}>
            {wordCount(as)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
