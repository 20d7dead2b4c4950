/** @jsxImportSource hono/jsx */
import type { AccessRowState } from '../../behaviours/integrations.ts'
import type { Contract } from '../../records.ts'
import { Icon } from '../Icon.tsx'
import { Instant } from '../Instant.tsx'
import { StateMark } from '../inspector/StateMark.tsx'
import type { Visit } from '../visit.ts'
import { addressWith } from './plugin-request.ts'

interface PluginRow extends AccessRowState {
  readonly notifiedAt: number | null
}

export interface IntegrationRowsProps {
  readonly visit: Visit
  readonly contract: Contract
  readonly company: string
  readonly canChooseOther: boolean
  readonly rows: readonly PluginRow[]
  readonly atsTab: string
}

export function IntegrationRows(props: IntegrationRowsProps) {
  const { visit, contract, company, canChooseOther, rows } = props
  const words = visit.words.plugin
  return (
    <>
      <p class="plugin-contract">
        <span>
          {words.contract} <strong>{contract.name}</strong>
          {`, ${company}`}
        </span>
        {canChooseOther && <a href={addressWith(visit, { choose: 'yes' })}>{words.otherContract}</a>}
      </p>
      <h2>{words.rsc}</h2>
      {rows.length === 0 && <p class="note">{words.noRows}</p>}
      <ul class="access-rows">
        {rows.map(row => (
          <Row {...props} row={row} />
        ))}
      </ul>
      <p class="plugin-refresh">
        <a href={visit.address}>{words.refresh}</a>
      </p>
    </>
  )
}

function Row({ visit, row, atsTab }: IntegrationRowsProps & { row: PluginRow }) {
  const words = visit.words.plugin
  const access = visit.words.access
  return (
    <li class="access-row">
      <div class="access-what">
        <h3 id={`row-${row.level}`}>{access[row.level]}</h3>
        <p class="small text-2">{access.opens[row.level]}</p>
        <RowState visit={visit} row={row} />
        {row.status === 'PARTNER_READY' && (
          <p class="note">
            <Icon name="info" />
            <span>
              {words.nextStep}{' '}
              <a href={atsTab} target="_blank" rel="noopener">
                {words.openAtsTab}
              </a>
            </span>
          </p>
        )}
      </div>
      {row.status === 'NONE' && <RowButton visit={visit} row={row} act="request" />}
      {row.status === 'REQUESTED' && <RowButton visit={visit} row={row} act="notify" />}
    </li>
  )
}

function RowState({ visit, row }: { visit: Visit; row: PluginRow }) {
  const { plugin: words, access } = visit.words
  const requestedAt = Math.max(0, ...row.integrations.map(each => each.requestedAt))
  switch (row.status) {
    case 'NONE':
      return <p class="meta">{access.notRequested}</p>
    case 'REQUESTED':
      return (
        <div role="status">
          <StateMark mood="waiting" text={row.notifiedAt === null ? access.requested : words.partnerNotified} />{' '}
          <Instant at={row.notifiedAt ?? requestedAt} format="date-time" language={visit.language} />
          <p class="small text-2">{row.notifiedAt === null ? words.waitThenNotify : words.waitThenRefresh}</p>
        </div>
      )
    case 'PARTNER_READY':
      return <StateMark mood="ok" text={access.partnerReady} />
    case 'ENABLED':
      return <StateMark mood="ok" text={access.enabled} />
    case 'DISABLED':
      return (
        <>
          <StateMark mood="warning" text={access.switchedOff} />
          <p class="small text-2">{words.switchOnAgain}</p>
        </>
      )
  }
}

function RowButton({ visit, row, act }: { visit: Visit; row: PluginRow; act: 'request' | 'notify' }) {
  return (
    <form method="post" action={visit.address}>
      <input type="hidden" name="level" value={row.level} />
      <button class="button" type="submit" name="act" value={act} aria-describedby={`row-${row.level}`}>
        {visit.words.plugin[act]}
      </button>
    </form>
  )
}
