import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import { refreshPools } from './talent-pool-queries.tsx'
import type { TalentPool } from './talent-pools.shapes.ts'

interface DeletePoolDialogProps {
  pool: TalentPool
  onClose: () => void
  onDeleted: (() => void) | undefined
}

/** Says first what goes, and that the people stay. */
export function DeletePoolDialog({ pool, onClose, onDeleted }: DeletePoolDialogProps) {
  const { t, i18n } = useTranslation('talent-pools')
  const remove = useMutation({
    mutationFn: () => answer(api['talent-pools'][':id'].$delete({ param: { id: pool.id } })),
    onSuccess: async () => {
      onClose()
      // The page of what is gone must not be asked for again.
      await onDeleted?.()
      refreshPools()
      showToast({ message: t('delete.done', { name: pool.name }) })
    },
  })
  const number = new Intl.NumberFormat(i18n.language).format(pool.memberCount)
  return (
    <ConfirmDialog
      title={t('delete.title', { name: pool.name })}
      confirm={t('delete.confirm')}
      doing={remove}
      onClose={onClose}
    >
      {t('delete.keeps', { count: pool.memberCount, number })}
    </ConfirmDialog>
  )
}
