import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import classes from './application-page.module.css'
import type { Application } from './applications.shapes.ts'
import { StageMenu } from './MoveMenu.tsx'
import { RefusedMove } from './RefusedMove.tsx'
import { StageBar } from './StageBar.tsx'
import { useApplicationMoves } from './useApplication.tsx'

/** Where this person stands, and the next step as the one filled button. */
export function ApplicationStages({ application, name }: { application: Application; name: string }) {
  const { t } = useTranslation('applications')
  const { move, refused, forget } = useApplicationMoves(application, name)
  return (
    <div className={classes.stages}>
      <div className={classes.stageRow}>
        <StageBar application={application} />
        {application.permissions.move ? <Moves application={application} onMove={move} /> : null}
        {application.state === 'closed' ? <StatusWord tone="off">{t('page.closed')}</StatusWord> : null}
      </div>
      {application.passedProspectAt === null ? (
        <p className={classes.notShared}>
          <StatusWord tone="hidden">{t('page.notShared')}</StatusWord>
        </p>
      ) : null}
      {refused ? <RefusedMove refused={refused} onClose={forget} /> : null}
    </div>
  )
}

interface MovesProps {
  application: Application
  onMove: (toStageId: string) => void
}

function Moves({ application, onMove }: MovesProps) {
  const { t } = useTranslation('applications')
  const [choosing, setChoosing] = useState(false)
  const stages = application.stages.filter(stage => stage.enabled)
  const here = stages.findIndex(stage => stage.id === application.stageId)
  const next = here >= 0 ? stages[here + 1] : undefined
  const opener = useRef<HTMLButtonElement>(null)
  // From the keyboard too the focus comes back to the button.
  const choose = () => {
    opener.current?.focus()
    setChoosing(true)
  }
  useMoveKeys({ choose, advance: next && (() => onMove(next.id)) })
  return (
    <div className={classes.moves}>
      <StageMenu hereId={application.stageId} stages={stages} opened={choosing} onChange={setChoosing} onMove={onMove}>
        <Button ref={opener} variant="default">
          {t('move.to')}
        </Button>
      </StageMenu>
      {next ? (
        <Button rightSection={<IconArrowRight size={16} aria-hidden />} onClick={() => onMove(next.id)}>
          {t('move.advance', { stage: next.name })}
        </Button>
      ) : null}
    </div>
  )
}

interface Keys {
  choose: () => void
  advance: (() => void) | undefined
}

function useMoveKeys({ choose, advance }: Keys): void {
  const { t } = useTranslation('applications')
  useShortcuts([
    { keys: 's', label: t('keys.choose'), run: choose, isPossible: () => true },
    { keys: 'a', label: t('keys.advance'), run: () => advance?.(), isPossible: () => advance !== undefined },
  ])
}
