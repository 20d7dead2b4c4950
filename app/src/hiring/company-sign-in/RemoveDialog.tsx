import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import { companySignInQuery } from './company-sign-in-query.tsx'

/** Says first who is signed out. */
export function RemoveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('company-sign-in')
  const remove = useMutation({
    mutationFn: () => answer(api['company-sign-in'].$delete()),
    onSuccess: () => {
      queryClient.resetQueries({ queryKey: companySignInQuery.queryKey })
      showToast({ message: t('remove.done') })
      onClose()
    },
  })
  return (
    <ConfirmDialog title={t('remove.title')} confirm={t('remove.confirm')} doing={remove} onClose={onClose}>
      {t('remove.what')}
    </ConfirmDialog>
  )
}
