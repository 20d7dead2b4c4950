import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'

interface SharedNoteWordsProps {
  /** What is said while LinkedIn is off. */
  otherwise: ReactNode
  /** `label` stands on a button, `why` beside it. */
  as: 'label' | 'why'
}

/** What it means that a note is shared, once LinkedIn is on: LinkedIn Recruiter shows it in its In-ATS indicator. */
export function SharedNoteWords({ otherwise, as }: SharedNoteWordsProps) {
  const { t } = useTranslation('in-ats-indicator')
  const connection = useQuery({
    queryKey: ['linkedin', 'connection'],
    queryFn: () => answer(api.linkedin['user-connection'].$get()),
  })
  const isOn = connection.data !== undefined && connection.data.instanceLevel !== 'off'
  return isOn ? t(`sharedNote.${as}`) : otherwise
}
