import { lazyRouteComponent } from '@tanstack/react-router'
import type { MoreTab } from './hiring/candidates/more-tabs.tsx'
import { LinkedInTabOffered } from './linkedin/profile-widget/LinkedInTabOffered.tsx'
import { addLateCatalogues } from './ui/i18n/i18n.ts'

export const MergedNote = lazyRouteComponent(async () => {
  const texts = addLateCatalogues()
  const chunk = import('./linkedin/match-desk/MergedNote.tsx')
  await texts
  return chunk
}, 'MergedNote')

const LinkedInTab = lazyRouteComponent(async () => {
  const texts = addLateCatalogues()
  const chunk = import('./linkedin/profile-widget/LinkedInTab.tsx')
  await texts
  return chunk
}, 'LinkedInTab')

/** What other slices add to the pages of a candidate. */
export const moreTabs: MoreTab[] = [{ name: 'linkedin', Offered: LinkedInTabOffered, Content: LinkedInTab }]
