/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { Layout } from '../Layout.tsx'
import type { Visit } from '../visit.ts'

export type InspectorTab = 'state' | 'traffic' | 'control'

export const tabAddresses: Readonly<Record<InspectorTab, string>> = {
  state: '/talent/inspector',
  traffic: '/talent/inspector/traffic',
  control: '/talent/inspector/control',
}

interface InspectorFrameProps {
  readonly visit: Visit
  readonly tab: InspectorTab
  readonly title?: string
  readonly children?: Child
}

export function InspectorFrame({ visit, tab, title, children }: InspectorFrameProps) {
  const words = visit.words.inspector
  const tabs: readonly InspectorTab[] = ['state', 'traffic', 'control']
  return (
    <Layout visit={visit} title={`${title ?? words.tabs[tab]} · ${words.title}`} place="inspector">
      <h1>{words.title}</h1>
      <nav class="tabs" aria-label={words.title}>
        {tabs.map(each => (
          <a href={tabAddresses[each]} aria-current={each === tab ? 'page' : undefined}>
            {words.tabs[each]}
          </a>
        ))}
      </nav>
      {children}
    </Layout>
  )
}
