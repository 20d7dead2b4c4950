/** @jsxImportSource hono/jsx */
import type { Push } from '../../records.ts'
import { atsTabAddress } from '../admin-address.ts'
import { Instant } from '../Instant.tsx'
import { type Mood, StateMark } from '../inspector/StateMark.tsx'
import type { RecruiterVisit } from '../visit.ts'
import type { InstanceView } from './ats-tab-view.ts'

const endpointMoods = { unchecked: 'waiting', validated: 'ok', failing: 'warning', blocked: 'bad' } as const
const pushMoods: Readonly<Record<Push['state'], Mood>> = {
  waiting: 'waiting',
  delivered: 'ok',
  'given-up': 'bad',
  lost: 'bad',
}

export interface InstanceHealthProps {
  readonly visit: RecruiterVisit
  readonly instance: InstanceView
}

/** Where the ATS wants to be told, whether that works, and what it was told last. */
export function InstanceHealth({ visit, instance }: InstanceHealthProps) {
  const words = visit.words.admin
  const { endpoint, application } = instance
  return (
    <dl class="facts">
      <dt>{words.callback}</dt>
      <dd>
        {endpoint === undefined ? (
          words.callbackNone
        ) : (
          <>
            <code class="mono">{endpoint.url}</code>{' '}
            <StateMark mood={endpointMoods[endpoint.state]} text={words.callbackStates[endpoint.state]} />
            {endpoint.state !== 'validated' && (
              <form method="post" action={atsTabAddress}>
                <input type="hidden" name="clientId" value={application.clientId} />
                <button class="link-button" type="submit" name="act" value="validate">
                  {words.validate}
                </button>
              </form>
            )}
          </>
        )}
      </dd>
      <dt>{words.pushes}</dt>
      <dd>
        {instance.pushes.length === 0 && words.noPushes}
        <ul>
          {instance.pushes.map(push => (
            <li>
              <Instant at={push.createdAt} format="date-time" language={visit.language} />{' '}
              <StateMark mood={pushMoods[push.state]} text={words.pushStates[push.state]} />
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  )
}
