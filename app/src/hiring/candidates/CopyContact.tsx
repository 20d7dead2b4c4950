import { UnstyledButton } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy, IconMail, IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../ui/announce.tsx'
import { showToast } from '../../ui/toast.tsx'
import classes from './copy-contact.module.css'

interface CopyContactProps {
  kind: 'email' | 'phone'
  value: string
}

/** An address or a number that one click copies. On a telephone, one touch writes or calls. */
export function CopyContact({ kind, value }: CopyContactProps) {
  const { t } = useTranslation('candidates')
  const clipboard = useClipboard({ timeout: 2_000 })
  const Icon = kind === 'email' ? IconMail : IconPhone
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      clipboard.copy(value)
      announce(t('contact.copied', { value }))
    } catch {
      showToast({ message: t('contact.notCopied') })
    }
  }
  return (
    <>
      <UnstyledButton className={classes.copy} aria-label={t(`contact.copy.${kind}`, { value })} onClick={copy}>
        <Icon size={15} aria-hidden />
        {value}
        {clipboard.copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
      </UnstyledButton>
      <a
        className={classes.reach}
        href={kind === 'email' ? `mailto:${value}` : `tel:${value.replaceAll(' ', '')}`}
        aria-label={t(`contact.reach.${kind}`, { value })}
      >
        <Icon size={18} aria-hidden />
      </a>
    </>
  )
}
