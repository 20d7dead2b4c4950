import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { announce } from '../../ui/announce.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { Refused } from './application-queries.tsx'
import type { ClosedApplication, ReopenedApplication } from './closings.shapes.ts'
import type { Undoable } from './undo-key.tsx'

/** Who is to be closed or brought back, as the screen calls him. */
export interface Person {
  id: string
  name: string
}

interface Screen {
  undoable: Undoable
  /** The focus after something was undone: the person is somewhere else on the screen now. */
  onUndone?: (person: Person) => void
}

/** Closing and re-opening, the same on every screen: said, and to be undone for eight seconds. */
export function useClosings({ undoable, onUndone }: Screen) {
  const { t } = useTranslation(['closings', 'ui'])
  const [refused, setRefused] = useState<Refused>()

  const attempt = async <T,>(what: Refused['what'], { name }: Person, doing: Promise<T>): Promise<T | undefined> => {
    setRefused(undefined)
    const done = await doing.catch((error: unknown) => {
      setRefused({ what, name, error })
      return undefined
    })
    await refreshClosings()
    return done
  }

  const tell = (message: string, undo: () => Promise<void>) => {
    let takeWordsBack = () => {}
    const takeBack = () => {
      if (!undoable.delete(takeBack)) return
      takeWordsBack()
      undo()
    }
    undoable.add(takeBack)
    takeWordsBack = showToast({ message, action: { label: t('ui:undo'), onClick: takeBack } })
  }

  const tellReopened = ({ id }: ReopenedApplication, person: Person, stage: string) => {
    const { name } = person
    tell(t('closings:done.reopened', { name, stage }), async () => {
      const undoing = answer(api.reopenings[':id'].reversal.$post({ param: { id } }))
      if (!(await attempt('undoReopening', person, undoing))) return
      announce(t('closings:done.reopeningUndone', { name }))
      onUndone?.(person)
    })
  }

  return {
    refused,
    forget: () => setRefused(undefined),
    /** The dialog has done it. */
    tellClosed: ({ id, as }: ClosedApplication, person: Person) => {
      const { name } = person
      tell(t(`closings:done.${as}`, { name }), async () => {
        const undoing = answer(api.closings[':id'].reversal.$post({ param: { id } }))
        if (!(await attempt('undoClosing', person, undoing))) return
        announce(t('closings:done.undone', { name }))
        onUndone?.(person)
      })
    },
    /** True when the person is in the running again. */
    reopen: async (person: Person, stage: string) => {
      const reopening = answer(api.applications[':id'].reopenings.$post({ param: { id: person.id } }))
      const reopened = await attempt('reopen', person, reopening)
      if (reopened) tellReopened(reopened, person, stage)
      return reopened !== undefined
    },
  }
}

/** Somebody left the running or came back: on the board, on his own page, and wherever people are counted. */
export async function refreshClosings(): Promise<void> {
  const subjects = ['job', 'jobs', 'application', 'candidate', 'candidates']
  await Promise.all(subjects.map(subject => queryClient.invalidateQueries({ queryKey: [subject] })))
}
