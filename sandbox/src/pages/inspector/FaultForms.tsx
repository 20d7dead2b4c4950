/** @jsxImportSource hono/jsx */
import { Field, Select } from './fields.tsx'
import { tabAddresses } from './InspectorFrame.tsx'
import type { InspectedState } from './inspected-state.ts'

export function FaultForms(state: InspectedState) {
  const words = state.visit.words.inspector.faults
  return (
    <section class="block" aria-labelledby="new-fault">
      <h2 id="new-fault">{words.add}</h2>
      <div class="form-grid">
        <CallFaultForm {...state} />
        <PushFaultForm {...state} />
      </div>
    </section>
  )
}

function CallFaultForm(state: InspectedState) {
  const words = state.visit.words.inspector.faults
  return (
    <form class="card form-card" method="post" action={`${tabAddresses.control}/faults`} aria-labelledby="call-fault">
      <h3 id="call-fault">{words.callTitle}</h3>
      <p>{words.callLead}</p>
      <input type="hidden" name="on" value="call" />
      <Select
        id="call-kind"
        name="kind"
        label={words.kind}
        options={[
          ['status', words.kinds.status],
          ['delay', words.kinds.delay],
          ['cut', words.kinds.cut],
        ]}
      />
      <Field id="call-path" name="path" label={words.path} value="*" />
      <Select
        id="call-method"
        name="method"
        label={words.method}
        options={[['', words.everyMethod], ...['GET', 'POST', 'PUT', 'DELETE'].map(name => [name, name] as const)]}
      />
      <Select
        id="call-status"
        name="status"
        label={words.status}
        options={['500', '503', '429', '401'].map(status => [status, status] as const)}
      />
      <Field id="call-retry" name="retryAfterSeconds" label={words.retryAfter} inputmode="numeric" />
      <Field id="call-delay" name="delayMs" label={words.delay} value="1000" inputmode="numeric" />
      <Select
        id="call-moment"
        name="moment"
        label={words.moment}
        options={[
          ['before', words.before],
          ['after', words.after],
        ]}
      />
      <Scope {...state} prefix="call" />
      <button class="button" type="submit">
        {words.switchOn}
      </button>
    </form>
  )
}

function PushFaultForm(state: InspectedState) {
  const words = state.visit.words.inspector.faults
  return (
    <form class="card form-card" method="post" action={`${tabAddresses.control}/faults`} aria-labelledby="push-fault">
      <h3 id="push-fault">{words.pushTitle}</h3>
      <p>{words.pushLead}</p>
      <input type="hidden" name="on" value="push" />
      <Select
        id="push-kind"
        name="kind"
        label={words.kind}
        options={(['lost', 'duplicated', 'reordered', 'delayed', 'forged'] as const).map(
          kind => [kind, words.kinds[kind]] as const,
        )}
      />
      <Select
        id="push-type"
        name="type"
        label={words.pushType}
        options={[
          ['', words.everyPush],
          ['EXPORT_CANDIDATE_PROFILE', 'EXPORT_CANDIDATE_PROFILE'],
          ['INTEGRATION_STATUS_CHANGE', 'INTEGRATION_STATUS_CHANGE'],
        ]}
      />
      <Field id="push-delay" name="delayMs" label={words.pushDelay} inputmode="numeric" />
      <Scope {...state} prefix="push" />
      <button class="button" type="submit">
        {words.switchOn}
      </button>
    </form>
  )
}

function Scope({ visit, sandbox, prefix }: InspectedState & { prefix: string }) {
  const words = visit.words.inspector.faults
  const applications = sandbox.store.applications.list()
  return (
    <>
      <Select
        id={`${prefix}-app`}
        name="clientId"
        label={words.application}
        options={[['', words.everyApplication], ...applications.map(each => [each.clientId, each.name] as const)]}
      />
      <Field id={`${prefix}-count`} name="count" label={words.count} value="1" inputmode="numeric" />
    </>
  )
}
