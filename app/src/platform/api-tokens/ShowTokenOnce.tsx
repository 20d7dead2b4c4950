import { Button, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../ui/announce.tsx'
import classes from './api-tokens.module.css'

interface ShowTokenOnceProps {
  token: string
  onClose: () => void
}

export function ShowTokenOnce({ token, onClose }: ShowTokenOnceProps) {
  const { t } = useTranslation('api-tokens')
  const { copied, error, copy } = useClipboard({ timeout: 2_000 })
  useEffect(() => {
    if (copied) announce(t('once.copied'))
  }, [copied, t])
  return (
    <>
      <p className={classes.hint}>{t('once.hint')}</p>
      <TextInput
        readOnly
        className={classes.token ?? ''}
        label={t('once.label')}
        value={token}
        onFocus={event => event.target.select()}
      />
      {error ? (
        <p role="alert" className={classes.error}>
          {t('once.notCopied')}
        </p>
      ) : null}
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
          onClick={() => copy(token)}
          data-autofocus
        >
          {copied ? t('once.copied') : t('once.copy')}
        </Button>
        <Button onClick={onClose}>{t('once.close')}</Button>
      </div>
    </>
  )
}
