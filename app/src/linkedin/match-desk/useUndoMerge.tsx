import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useProblemWords } from '../../ui/problem-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { refreshPeople } from './match-desk-queries.tsx'

/** Both are there again. */
export function useUndoMerge() {
  const { t } = useTranslation('match-desk')
  const wordProblem = useProblemWords()
  return useMutation({
    mutationFn: (id: string) => answer(api['match-desk'].merges[':id'].undoings.$post({ param: { id } })),
    onSuccess: async () => {
      await refreshPeople()
      showToast({ message: t('unmerge.done') })
    },
    onError: error => showToast({ message: wordProblem(error) }),
  })
}
