import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReturnFocus } from '../../ui/useReturnFocus.tsx'
import { NewApiTokenForm } from './NewApiTokenForm.tsx'
import { ShowTokenOnce } from './ShowTokenOnce.tsx'

/** First what the token may do, then the token: shown once, and only closed on purpose. */
export function NewApiTokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('api-tokens')
  useReturnFocus()
  const [token, setToken] = useState<string | null>(null)
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={token === null}
      closeOnEscape={token === null}
      title={token === null ? t('form.title') : t('once.title')}
      size={520}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {token === null ? (
        <NewApiTokenForm onMade={setToken} onClose={onClose} />
      ) : (
        <ShowTokenOnce token={token} onClose={onClose} />
      )}
    </Modal>
  )
}
