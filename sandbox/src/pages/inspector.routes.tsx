/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono'
import type { Sandbox } from '../sandbox.ts'
import { resetWorld } from '../world.ts'
import { ErrorPage } from './ErrorPage.tsx'
import { CallPage } from './inspector/CallPage.tsx'
import { type ControlNews, ControlPage } from './inspector/ControlPage.tsx'
import { tabAddresses } from './inspector/InspectorFrame.tsx'
import { readFault } from './inspector/read-fault.ts'
import { StatePage } from './inspector/StatePage.tsx'
import { TrafficPage } from './inspector/TrafficPage.tsx'
import { readTrafficChoice, readTrafficPart } from './inspector/traffic-choice.ts'
import { renderPage } from './render-page.ts'
import type { PageContext, PageEnv } from './visit.ts'

const minuteMs = 60_000
const longestAdvanceMinutes = 366 * 24 * 60

/** For the tester, so nobody has to sign in. */
export function mountInspector(app: Hono<PageEnv>, sandbox: Sandbox): void {
  mountReading(app, sandbox)
  mountControl(app, sandbox)
}

function mountReading(app: Hono<PageEnv>, sandbox: Sandbox): void {
  app.get(tabAddresses.state, c => {
    const clientId = c.req.query('app') || undefined
    return renderPage(c, <StatePage visit={c.get('visit')} sandbox={sandbox} clientId={clientId} />)
  })

  app.get(tabAddresses.traffic, c => {
    const choice = readTrafficChoice(new URL(c.req.url).searchParams)
    const part = readTrafficPart(sandbox.traffic, choice)
    const page = (
      <TrafficPage visit={c.get('visit')} sandbox={sandbox} clientId={choice.clientId} choice={choice} part={part} />
    )
    return renderPage(c, page)
  })

  app.get(`${tabAddresses.traffic}/:number`, c => {
    const visit = c.get('visit')
    const call = sandbox.traffic.find(Number(c.req.param('number')))
    if (call === undefined) return renderPage(c, <ErrorPage visit={visit} kind="notFound" />, 404)
    return renderPage(c, <CallPage visit={visit} sandbox={sandbox} clientId={undefined} call={call} />)
  })
}

function mountControl(app: Hono<PageEnv>, sandbox: Sandbox): void {
  app.get(tabAddresses.control, c => showControl(c, sandbox))

  app.post(`${tabAddresses.control}/faults`, async c => {
    const read = readFault(new URLSearchParams(await c.req.text()))
    if ('problem' in read) return showControl(c, sandbox, read.problem)
    sandbox.faults.add(read.fault)
    return c.redirect(addressWith('fault-on'), 303)
  })

  app.post(`${tabAddresses.control}/faults-off`, c => {
    sandbox.faults.clear()
    return c.redirect(addressWith('faults-off'), 303)
  })

  app.post(`${tabAddresses.control}/clock`, async c => {
    const form = new URLSearchParams(await c.req.text())
    const minutes = Number(form.get('minutes'))
    if (form.get('do') === 'freeze') sandbox.clock.freeze()
    else if (form.get('do') === 'unfreeze') sandbox.clock.unfreeze()
    else if (minutes > 0 && minutes <= longestAdvanceMinutes) await sandbox.clock.advance(minutes * minuteMs)
    else return showControl(c, sandbox, c.get('visit').words.inspector.clock.wrongMinutes)
    return c.redirect(addressWith('clock'), 303)
  })

  app.post(`${tabAddresses.control}/reset`, async c => {
    await resetWorld(sandbox)
    return c.redirect(addressWith('reset'), 303)
  })
}

function showControl(c: PageContext, sandbox: Sandbox, problem?: string) {
  const allNews: readonly ControlNews[] = ['fault-on', 'faults-off', 'clock', 'reset']
  const page = (
    <ControlPage
      visit={{ ...c.get('visit'), address: tabAddresses.control, now: sandbox.clock.now() }}
      sandbox={sandbox}
      clientId={undefined}
      news={allNews.find(news => news === c.req.query('done'))}
      isResetAsked={c.req.query('ask') === 'reset'}
      problem={problem}
    />
  )
  return renderPage(c, page, problem === undefined ? 200 : 400)
}

function addressWith(news: ControlNews): string {
  return `${tabAddresses.control}?done=${news}`
}
