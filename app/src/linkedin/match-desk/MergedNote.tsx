import { useInfiniteQuery } from '@tanstack/react-query'
import { hasRole, useSession } from '../../platform/auth/use-session.tsx'
import { MergeLine } from './MergeLine.tsx'
import classes from './match-desk.module.css'
import { mergesQuery } from './match-desk-queries.tsx'

/** On the page of a person: who is part of him, for those who may undo it. */
export function MergedNote({ candidateId }: { candidateId: string }) {
  const mayUndo = hasRole(useSession(), 'administrator', 'recruiter')
  const merges = useInfiniteQuery({ ...mergesQuery(candidateId), enabled: mayUndo })
  const list = merges.data?.pages.flatMap(page => page.data) ?? []
  if (list.length === 0) return null
  return (
    <div className={classes.note}>
      {list.map(merge => (
        <MergeLine key={merge.id} merge={merge} />
      ))}
    </div>
  )
}
