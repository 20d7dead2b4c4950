import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, queryClient } from '../../api.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { ApiToken } from './api-tokens.shapes.ts'
import { apiTokensQuery } from './api-tokens-query.tsx'

interface RevokeDialogProps {
  token: ApiToken
  onClose: () => void
}

/** Says first what will stop: it cannot be taken back. */
export function RevokeDialog({ token, onClose }: RevokeDialogProps) {
  const { t } = useTranslation('api-tokens')
  const revoke = useMutation({
    mutationFn: () => answer(api['api-tokens'][':id'].revocation.$post({ param: { id: token.id } })),
    onSuccess: () => {
      queryClient.invalidateQueries({ queryKey: apiTokensQuery.queryKey })
      showToast({ message: t('revoke.done', { name: token.name }) })
      onClose()
    },
  })
  return (
    <ConfirmDialog
      title={t('revoke.title', { name: token.name })}
      confirm={t('revoke.confirm')}
      doing={revoke}
      onClose={onClose}
    >
      {t('revoke.stops')}
    </ConfirmDialog>
  )
}
