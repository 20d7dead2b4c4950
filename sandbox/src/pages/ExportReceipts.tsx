/** @jsxImportSource hono/jsx */

import type { ExportReceipt } from './export-view.ts'
import { findAge } from './formats.ts'
import { Icon } from './Icon.tsx'
import type { Visit } from './visit.ts'

const icons = { fetched: 'check', 'under-way': 'clock', lost: 'warning' } as const

interface DoneProps {
  readonly visit: Visit
  readonly receipt: ExportReceipt
  readonly ats: string
}

export function ExportDone({ visit, receipt, ats }: DoneProps) {
  return (
    <p class="note ok" role="status" tabindex={-1} data-outcome={true}>
      <Icon name="check" />
      <span>
        <strong>{visit.words.exportBox.done(receipt.jobTitle)}</strong>
        {' · '}
        <Age visit={visit} receipt={receipt} />
        <JobLink receipt={receipt} text={visit.words.exportBox.viewJob(ats)} />
      </span>
    </p>
  )
}

interface ReceiptsProps {
  readonly visit: Visit
  readonly receipts: readonly ExportReceipt[]
  readonly ats: string
}

export function ExportReceipts({ visit, receipts, ats }: ReceiptsProps) {
  const words = visit.words.exportBox
  if (receipts.length === 0) return null
  return (
    <div class="receipts">
      <h3>{words.earlier}</h3>
      <ul>
        {receipts.map(receipt => (
          <li class={receipt.state}>
            <span class="receipt-icon">
              <Icon name={icons[receipt.state]} />
            </span>
            <span>
              <strong>{receipt.jobTitle}</strong>
              {' · '}
              <Age visit={visit} receipt={receipt} />
              {` · ${receipt.exporter}`}
              <JobLink receipt={receipt} text={words.viewJobShort} />
              {receipt.state === 'under-way' && <small class="receipt-state">{words.underWay(ats)}</small>}
              {receipt.state === 'lost' && <small class="receipt-state">{words.lost(ats)}</small>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Age({ visit, receipt }: { visit: Visit; receipt: ExportReceipt }) {
  const age = findAge(receipt.exportedAt, visit.now, visit.language) ?? visit.words.frame.justNow
  return <time datetime={new Date(receipt.exportedAt).toISOString()}>{age}</time>
}

function JobLink({ receipt, text }: { receipt: ExportReceipt; text: string }) {
  if (receipt.jobAddress === undefined) return null
  return (
    <>
      {' · '}
      <a href={receipt.jobAddress}>{text}</a>
    </>
  )
}
