import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Card } from './applications.shapes.ts'
import type { BoardStage } from './BoardColumn.tsx'
import classes from './board.module.css'

interface MoveMenuProps {
  card: Card
  stage: BoardStage
  stages: BoardStage[]
  opened: boolean
  onChange(opened: boolean): void
  onMove(toStageId: string): void
}

/** The twin of dragging, for keyboard, voice and thumb. Drawn only once it is opened: a board has many cards. */
export function MoveMenu({ card, stage, stages, opened, onChange, onMove }: MoveMenuProps) {
  const { t } = useTranslation('applications')
  const button = (
    <ActionIcon
      size={24}
      className={classes.menuButton}
      aria-label={t('board.moveNamed', { name: card.name })}
      aria-haspopup="menu"
      onClick={() => onChange(!opened)}
    >
      <IconDots size={16} />
    </ActionIcon>
  )
  if (!opened) return button
  return (
    <Menu opened onChange={onChange} position="bottom-end" withinPortal>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('board.moveTo')}</Menu.Label>
        {stages.map(one => (
          <Menu.Item key={one.id} disabled={one.id === stage.id} onClick={() => onMove(one.id)}>
            {one.name}
            {one.id === stage.id ? ` · ${t('board.here')}` : ''}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
