/** @jsxImportSource hono/jsx */
import { atsTabAddress } from '../admin-address.ts'
import { type Mood, StateMark } from '../inspector/StateMark.tsx'
import type { RecruiterVisit } from '../visit.ts'
import type { RowView } from './ats-tab-view.ts'

const moods: Readonly<Record<RowView['status'], Mood>> = {
  NONE: 'waiting',
  REQUESTED: 'waiting',
  PARTNER_READY: 'ok',
  ENABLED: 'ok',
  DISABLED: 'warning',
}

export interface AccessRowProps {
  readonly visit: RecruiterVisit
  readonly row: RowView
  readonly ats: string
}

export function AccessRow({ visit, row, ats }: AccessRowProps) {
  const { access, admin: words } = visit.words
  const isOn = row.status === 'ENABLED'
  const id = `${row.clientId}-${row.level}-${row.contract}`
  const what = row.contractName === null ? access[row.level] : `${access[row.level]}, ${row.contractName}`
  return (
    <li class="access-row">
      <div class="access-what">
        <h4>
          {access[row.level]} <span class="text-2">({access.forWhom[row.level]})</span>
        </h4>
        {row.contractName !== null && <p class="small text-2">{words.contract(row.contractName)}</p>}
        <p class="small text-2">{access.opens[row.level]}</p>
        <StateMark mood={moods[row.status]} text={stateOf(visit, row.status)} />
        {!isOn && row.obstacle !== null && (
          <p class="small text-2" id={`${id}-why`}>
            {words.obstacles[row.obstacle.kind]}
          </p>
        )}
      </div>
      <form method="post" action={atsTabAddress}>
        <input type="hidden" name="clientId" value={row.clientId} />
        <input type="hidden" name="level" value={row.level} />
        <input type="hidden" name="contract" value={row.contract} />
        <button
          class="button"
          type="submit"
          name="act"
          value={isOn ? 'disable' : 'enable'}
          disabled={!isOn && row.obstacle !== null ? true : undefined}
          aria-describedby={!isOn && row.obstacle !== null ? `${id}-why` : undefined}
        >
          {isOn ? words.switchOff : words.switchOn}
          <span class="visually-hidden">{`: ${what}, ${ats}`}</span>
        </button>
      </form>
    </li>
  )
}

function stateOf(visit: RecruiterVisit, status: RowView['status']): string {
  const { access } = visit.words
  switch (status) {
    case 'NONE':
      return access.notRequested
    case 'REQUESTED':
      return access.requested
    case 'PARTNER_READY':
      return access.partnerReady
    case 'ENABLED':
      return access.enabled
    case 'DISABLED':
      return access.switchedOff
  }
}
