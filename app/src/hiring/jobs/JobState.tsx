import { useTranslation } from 'react-i18next'
import { StatusWord } from '../../ui/StatusWord.tsx'
import type { Job } from './jobs.shapes.ts'

const tones = { draft: 'waiting', active: 'ok', closed: 'off' } as const

export function JobState({ state }: { state: Job['state'] }) {
  const { t } = useTranslation('jobs')
  return (
    <StatusWord tone={tones[state]} dot>
      {t(`state.${state}`)}
    </StatusWord>
  )
}
