import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import classes from './application-page.module.css'
import type { Application } from './applications.shapes.ts'
import { CloseDialog } from './CloseDialog.tsx'
import type { ClosedApplication, ClosedByHand } from './closings.shapes.ts'
import { StageMenu } from './MoveMenu.tsx'
import { type Person, refreshClosings } from './useClosings.tsx'

interface ApplicationMovesProps {
  application: Application
  name: string
  onMove: (toStageId: string) => void
  onClosed: (closed: ClosedApplication, person: Person) => void
}

/** On to the next stage, to another one, or out of the running. */
export function ApplicationMoves({ application, name, onMove, onClosed }: ApplicationMovesProps) {
  const { t } = useTranslation(['applications', 'closings'])
  const [choosing, setChoosing] = useState(false)
  const [closingAs, setClosingAs] = useState<ClosedByHand>()
  const stages = application.stages.filter(stage => stage.enabled)
  const here = stages.findIndex(stage => stage.id === application.stageId)
  const next = here >= 0 ? stages[here + 1] : undefined
  const opener = useRef<HTMLButtonElement>(null)
  const rejecter = useRef<HTMLButtonElement>(null)
  const person = { id: application.id, name }
  // From the keyboard too the focus comes back to the button.
  const choose = () => {
    opener.current?.focus()
    setChoosing(true)
  }
  useMoveKeys({ choose, advance: next && (() => onMove(next.id)), reject: () => setClosingAs('rejected') })
  return (
    <div className={classes.moves}>
      <Button ref={rejecter} variant="default" aria-haspopup="dialog" onClick={() => setClosingAs('rejected')}>
        {t('closings:reject')}
      </Button>
      <StageMenu
        hereId={application.stageId}
        stages={stages}
        opened={choosing}
        onChange={setChoosing}
        onMove={onMove}
        onClose={setClosingAs}
      >
        <Button ref={opener} variant="default">
          {t('applications:move.to')}
        </Button>
      </StageMenu>
      {next ? (
        <Button rightSection={<IconArrowRight size={16} aria-hidden />} onClick={() => onMove(next.id)}>
          {t('applications:move.advance', { stage: next.name })}
        </Button>
      ) : null}
      {closingAs ? (
        <CloseDialog
          person={person}
          as={closingAs}
          onClose={() => {
            setClosingAs(undefined)
            rejecter.current?.focus()
          }}
          onClosed={closed => {
            setClosingAs(undefined)
            onClosed(closed, person)
            // All the buttons here go with what they could do.
            document.querySelector<HTMLElement>('main h1')?.focus()
            refreshClosings()
          }}
        />
      ) : null}
    </div>
  )
}

interface Keys {
  choose: () => void
  advance: (() => void) | undefined
  reject: () => void
}

function useMoveKeys({ choose, advance, reject }: Keys): void {
  const { t } = useTranslation(['applications', 'closings'])
  useShortcuts([
    { keys: 's', label: t('applications:keys.choose'), run: choose, isPossible: () => true },
    {
      keys: 'a',
      label: t('applications:keys.advance'),
      run: () => advance?.(),
      isPossible: () => advance !== undefined,
    },
    { keys: 'r', label: t('closings:keys.reject'), run: reject, isPossible: () => true },
  ])
}
