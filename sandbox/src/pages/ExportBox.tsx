/** @jsxImportSource hono/jsx */

import { ExportForm } from './ExportForm.tsx'
import { ExportDone, ExportReceipts } from './ExportReceipts.tsx'
import { atsKeyOf, type ExportObstacle, type ExportView } from './export-view.ts'
import { formatDate, formatNumber } from './formats.ts'
import { Icon } from './Icon.tsx'
import type { Visit } from './visit.ts'

export const exportBoxId = 'export-box'

export interface ExportBoxProps {
  readonly visit: Visit
  readonly view: ExportView
}

export function ExportBox({ visit, view }: ExportBoxProps) {
  const { obstacle, target, outcome } = view
  const words = visit.words.exportBox
  const isBlocked = obstacle !== undefined && obstacle.kind !== 'quotaUsed'
  return (
    <section class="export-box" id={exportBoxId} aria-labelledby="export-heading">
      <Head visit={visit} view={view} />
      {view.isChoosingAts && <AtsChoice visit={visit} view={view} />}
      {outcome?.kind === 'done' && target !== undefined && (
        <ExportDone visit={visit} receipt={outcome.receipt} ats={target.name} />
      )}
      {obstacle !== undefined && <Obstacle visit={visit} view={view} obstacle={obstacle} />}
      {isBlocked ? <DisabledButton text={words.button} /> : <ExportForm visit={visit} view={view} />}
      {target !== undefined && <p class="export-foot">{words.foot(view.member.firstName)}</p>}
      {target !== undefined && <ExportReceipts visit={visit} receipts={view.receipts} ats={target.name} />}
    </section>
  )
}

function Head({ visit, view }: ExportBoxProps) {
  const words = visit.words.exportBox
  const { target } = view
  return (
    <div class="export-head">
      <div>
        <h2 id="export-heading">{target === undefined ? words.headingNone : words.heading(target.name)}</h2>
        {target !== undefined && <p>{view.organization}</p>}
      </div>
      {view.targets.length > 1 && !view.isChoosingAts && (
        <a class="change-ats" href={addressIn(view, 'choose')}>
          {words.changeAts}
        </a>
      )}
    </div>
  )
}

function AtsChoice({ visit, view }: ExportBoxProps) {
  const words = visit.words.exportBox
  return (
    <nav class="ats-choice" aria-label={words.chooseAts}>
      <p class="label">{words.chooseAts}</p>
      <ul>
        {view.targets.map(target => {
          const isCurrent = target === view.target
          return (
            <li>
              <a
                class="ats-option"
                href={addressIn(view, atsKeyOf(target))}
                aria-current={isCurrent ? 'true' : undefined}
              >
                <span>{target.name}</span>
                {isCurrent && <Icon name="check" />}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function Obstacle({ visit, view, obstacle }: ExportBoxProps & { obstacle: ExportObstacle }) {
  return (
    <p class="note warning" id="export-obstacle">
      <Icon name="warning" />
      <span>{describeObstacle(visit, view, obstacle)}</span>
    </p>
  )
}

function DisabledButton({ text }: { text: string }) {
  return (
    <button class="button filled wide" type="button" aria-disabled="true" aria-describedby="export-obstacle">
      {text}
    </button>
  )
}

function describeObstacle(visit: Visit, view: ExportView, obstacle: ExportObstacle): string {
  const words = visit.words.exportBox
  switch (obstacle.kind) {
    case 'noAts':
      return words.noAts
    case 'notExportable':
      return words.notExportable(view.member.firstName)
    case 'noJobs':
      return `${words.noJobs}. ${words.noJobsLead(view.target?.name ?? '')}`
    case 'quotaUsed': {
      const { limit, resetsAt } = obstacle.quota
      return words.quotaUsed(formatNumber(limit, visit.language), formatDate(resetsAt, visit.language))
    }
  }
}

function addressIn(view: ExportView, ats: string): string {
  const query = new URLSearchParams(view.context)
  query.set('ats', ats)
  return `/talent/profile/${view.member.memberId}?${query}#${exportBoxId}`
}
