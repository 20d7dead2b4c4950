import { useTranslation } from 'react-i18next'
import { StatusWord } from '../../ui/StatusWord.tsx'
import { ApplicationClosed } from './ApplicationClosed.tsx'
import { ApplicationMoves } from './ApplicationMoves.tsx'
import classes from './application-page.module.css'
import type { Application } from './applications.shapes.ts'
import { RefusedMove } from './RefusedMove.tsx'
import { StageBar } from './StageBar.tsx'
import { useUndoKey } from './undo-key.tsx'
import { useApplicationMoves } from './useApplication.tsx'
import { useClosings } from './useClosings.tsx'

/** Where this person stands, and the next step as the one filled button. */
export function ApplicationStages({ application, name }: { application: Application; name: string }) {
  const { t } = useTranslation('applications')
  const undoable = useUndoKey()
  const moves = useApplicationMoves(application, name, undoable)
  const closings = useClosings({ undoable })
  return (
    <div className={classes.stages}>
      <div className={classes.stageRow}>
        <StageBar application={application} />
        {application.permissions.move ? (
          <ApplicationMoves application={application} name={name} onMove={moves.move} onClosed={closings.tellClosed} />
        ) : null}
        {application.state === 'closed' ? (
          <ApplicationClosed application={application} name={name} onReopen={closings.reopen} />
        ) : null}
      </div>
      {application.passedProspectAt === null ? (
        <p className={classes.notShared}>
          <StatusWord tone="hidden">{t('page.notShared')}</StatusWord>
        </p>
      ) : null}
      {[moves, closings].map(({ refused, forget }) =>
        refused ? <RefusedMove key={refused.what} refused={refused} onClose={forget} /> : null,
      )}
    </div>
  )
}
