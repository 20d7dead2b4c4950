import { UnstyledButton } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy, IconMail, IconPhone } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../ui/announce.tsx'
import { showToast } from '../../ui/toast.tsx'
import classes from './copy-contact.module.css'

interface CopyContactProps {
  kind: 'email' | 'phone'
  value: string
}

/** An address or a number that one click copies. */
export function CopyContact({ kind, value }: CopyContactProps) {
  const { t } = useTranslation('candidates')
  const clipboard = useClipboard({ timeout: 2_000 })
  const Icon = kind === 'email' ? IconMail : IconPhone
  const { copied, error } = clipboard
  useEffect(() => {
    if (copied) announce(t('contact.copied', { value }))
    if (error) showToast({ message: t('contact.notCopied') })
  }, [copied, error, t, value])
  return (
    <UnstyledButton
      className={classes.copy}
      aria-label={t(`contact.copy.${kind}`, { value })}
      onClick={() => clipboard.copy(value)}
    >
      <Icon size={15} aria-hidden />
      {value}
      {copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
    </UnstyledButton>
  )
}

/** The same with a thumb: one touch writes or calls. */
export function ReachContact({ kind, value }: CopyContactProps) {
  const { t } = useTranslation('candidates')
  const Icon = kind === 'email' ? IconMail : IconPhone
  return (
    <a
      className={classes.reach}
      href={kind === 'email' ? `mailto:${value}` : `tel:${value.replaceAll(' ', '')}`}
      aria-label={t(`contact.reach.${kind}`, { value })}
    >
      <Icon size={18} aria-hidden />
    </a>
  )
}
