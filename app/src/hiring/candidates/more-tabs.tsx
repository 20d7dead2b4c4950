import { type ComponentType, type ReactNode, Suspense } from 'react'
import { Loading } from '../../ui/Loading.tsx'
import type { Candidate } from './candidates.shapes.ts'

/** A tab that another part of the product adds to the pages of a candidate. Loaded when it is chosen. */
export interface MoreTab {
  /** In the address. */
  name: string
  /** Draws the link with the tab's title, or nothing for whom it is not meant. */
  Offered: ComponentType<{ children: (title: string) => ReactNode }>
  Content: ComponentType<TabContentProps>
}

export interface TabContentProps {
  candidate: Candidate
  /** Set where the person was opened from a job. */
  applicationId?: string
}

export function findTab(moreTabs: readonly MoreTab[], tab: string | undefined): MoreTab | undefined {
  return moreTabs.find(one => one.name === tab)
}

/** Whatever the address names that is no tab is the profile. */
export function currentTab(moreTabs: readonly MoreTab[], tab: string | undefined): string {
  return tab === 'activity' ? tab : (findTab(moreTabs, tab)?.name ?? 'profile')
}

export function TabContent({ tab: { Content }, ...props }: TabContentProps & { tab: MoreTab }) {
  return (
    <Suspense fallback={<Loading rows={4} />}>
      <Content {...props} />
    </Suspense>
  )
}
