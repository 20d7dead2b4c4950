import { lazyRouteComponent } from '@tanstack/react-router'
import type { MoreTab, TabContentProps } from './hiring/candidates/more-tabs.tsx'
import { NotesOffered } from './hiring/notes/NotesOffered.tsx'
import { SharedNoteWords } from './linkedin/in-ats-indicator/SharedNoteWords.tsx'
import { LinkedInTabOffered } from './linkedin/profile-widget/LinkedInTabOffered.tsx'
import { addLateCatalogues } from './ui/i18n/i18n.ts'

export const MergedNote = lazyRouteComponent(
  () => withTexts(import('./linkedin/match-desk/MergedNote.tsx')),
  'MergedNote',
)
const NotesTab = lazyRouteComponent(() => withTexts(import('./hiring/notes/NotesTab.tsx')), 'NotesTab')
const LinkedInTab = lazyRouteComponent(
  () => withTexts(import('./linkedin/profile-widget/LinkedInTab.tsx')),
  'LinkedInTab',
)

async function withTexts<Chunk>(chunk: Promise<Chunk>): Promise<Chunk> {
  await addLateCatalogues()
  return chunk
}

/** Hiring knows shared and private; what shared means to LinkedIn comes from there. */
function Notes(props: TabContentProps) {
  return <NotesTab {...props} SharedWords={SharedNoteWords} />
}

/** What other slices add to the pages of a candidate. */
export const moreTabs: MoreTab[] = [
  { name: 'notes', Offered: NotesOffered, Content: Notes },
  { name: 'linkedin', Offered: LinkedInTabOffered, Content: LinkedInTab },
]
