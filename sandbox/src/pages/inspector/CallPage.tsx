/** @jsxImportSource hono/jsx */
import { copyAsCurl, type RecordedCall } from '../../traffic.ts'
import { formatNumber } from '../formats.ts'
import { Icon } from '../Icon.tsx'
import { appNameOf, When } from './cells.tsx'
import { InspectorFrame, tabAddresses } from './InspectorFrame.tsx'
import type { InspectedState } from './inspected-state.ts'
import { CallStatus } from './TrafficPage.tsx'

export interface CallPageProps extends InspectedState {
  readonly call: RecordedCall
}

export function CallPage(props: CallPageProps) {
  const { visit, sandbox, call } = props
  const words = visit.words.inspector.call
  return (
    <InspectorFrame visit={visit} tab="traffic" title={words.title(call.number)}>
      <div class="crumbs">
        <a href={tabAddresses.traffic}>
          <Icon name="left" />
          {words.back}
        </a>
      </div>
      <h2>{words.title(call.number)}</h2>
      <Facts {...props} />
      <div class="block">
        <Message title={words.curl} text={copyAsCurl(call, sandbox.origin())} id="curl" copy={words} />
        <Message title={words.requestHeaders} text={writeHeaders(call.requestHeaders)} id="request-headers" />
        <Message title={words.requestBody} text={call.requestBody} id="request-body" empty={words.noBody} />
        <Message title={words.responseHeaders} text={writeHeaders(call.responseHeaders)} id="response-headers" />
        <Message title={words.responseBody} text={call.responseBody} id="response-body" empty={words.noBody} />
      </div>
    </InspectorFrame>
  )
}

function Facts(props: CallPageProps) {
  const { visit, call } = props
  const words = visit.words.inspector.call
  const facts = [
    [words.call, <code class="mono">{`${call.method} ${call.path}${call.query === '' ? '' : `?${call.query}`}`}</code>],
    [words.direction, visit.words.inspector.traffic.directions[call.direction]],
    [words.status, <CallStatus {...props} />],
    [words.application, appNameOf(props, call.clientId)],
    [words.at, <When visit={visit} at={call.at} />],
    [words.duration, `${formatNumber(call.durationMs, visit.language)} ms`],
    [words.restliMethod, call.restliMethod ?? '–'],
    [words.tunnelled, call.isTunnelled ? words.tunnelledFrom(call.sentMethod) : words.no],
  ] as const
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  )
}

interface MessageProps {
  readonly title: string
  readonly text: string
  readonly id: string
  readonly empty?: string
  readonly copy?: { readonly copy: string; readonly copied: string }
}

function Message({ title, text, id, empty, copy }: MessageProps) {
  if (text === '' && empty === undefined) return null
  return (
    <section class="card message" aria-labelledby={`${id}-title`}>
      <div class="message-head">
        <h3 id={`${id}-title`}>{title}</h3>
        {copy !== undefined && (
          <button class="link-button" type="button" data-copies={id} data-said={copy.copied} hidden={true}>
            {copy.copy} <span role="status" data-done={true} />
          </button>
        )}
      </div>
      <pre class="mono" id={id}>
        {text === '' ? empty : indentJson(text)}
      </pre>
    </section>
  )
}

function writeHeaders(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

/** Bodies are shown readable; a body that is not JSON is shown as it came. */
function indentJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
