import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '../jobs/jobs.shapes.ts'
import type { ClosedByHand } from './closings.shapes.ts'
import classes from './move-menu.module.css'

interface MoveMenuProps {
  name: string
  /** The stage the person is in. */
  hereId: string
  stages: readonly Stage[]
  opened: boolean
  onChange(opened: boolean): void
  onMove(toStageId: string): void
  /** Out of the running: opens the dialog that asks why. */
  onClose?: ((as: ClosedByHand) => void) | undefined
}

/** The twin of dragging, for keyboard, voice and thumb. Drawn only once it is opened: a board has many cards. */
export function MoveMenu({ name, opened, onChange, ...stages }: MoveMenuProps) {
  const { t } = useTranslation('applications')
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    if (opened) setDrawn(true)
  }, [opened])
  const needsMenu = opened || drawn
  const button = (
    <button
      ref={needsMenu ? keepFocus : null}
      type="button"
      className={classes.button}
      aria-label={t('move.named', { name })}
      aria-haspopup="menu"
      aria-expanded={opened}
      onClick={() => onChange(!opened)}
    >
      <IconDots size={16} aria-hidden />
    </button>
  )
  if (!needsMenu) return button
  return (
    <StageMenu opened={opened && drawn} onChange={onChange} {...stages}>
      {button}
    </StageMenu>
  )
}

/** The button is another one once the menu is around it; the focus of the first must not be lost with it. */
function keepFocus(button: HTMLButtonElement | null): void {
  if (document.activeElement === document.body) button?.focus({ preventScroll: true })
}

interface StageMenuProps extends Omit<MoveMenuProps, 'name'> {
  children: ReactNode
}

export function StageMenu({ hereId, stages, opened, onChange, onMove, onClose, children }: StageMenuProps) {
  const { t } = useTranslation(['applications', 'closings'])
  const first = stages.find(stage => stage.id !== hereId)
  return (
    // Not closed by keys outside: the key that opened it is still on its way up.
    <Menu
      opened={opened}
      onChange={onChange}
      position="bottom-end"
      returnFocus
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('applications:move.to')}</Menu.Label>
        {stages.map(stage =>
          stage.id === hereId ? (
            <Menu.Item key={stage.id} disabled className={classes.here ?? ''}>
              {t('applications:move.here', { stage: stage.name })}
            </Menu.Item>
          ) : (
            // Left alone, the focus would go to the first stage, which may be the one that cannot be chosen.
            <Menu.Item key={stage.id} data-autofocus={stage === first || undefined} onClick={() => onMove(stage.id)}>
              {stage.name}
            </Menu.Item>
          ),
        )}
        {onClose ? (
          <>
            <Menu.Divider />
            <Menu.Item aria-haspopup="dialog" onClick={() => onClose('rejected')}>
              {t('closings:rejectMore')}
            </Menu.Item>
            <Menu.Item aria-haspopup="dialog" onClick={() => onClose('withdrawn')}>
              {t('closings:withdrawMore')}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
